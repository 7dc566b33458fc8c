import { Button, Center } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type MoreButtonProps = Readonly<{
  query: Readonly<{ hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }>;
}>;

/** Fetches the next page of a list; nothing when all of it is there. */
export const MoreButton = ({ query: { hasNextPage, isFetchingNextPage, fetchNextPage } }: MoreButtonProps) => {
  const { t } = useTranslation();
  if (!hasNextPage) return null;
  return (
    <Center py="md">
      <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {t('more')}
      </Button>
    </Center>
  );
};
