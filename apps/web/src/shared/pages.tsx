import { Group, Pagination } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type PagesProps = Readonly<{ label: string; count: number; page: number; show: (page: number) => void }>;

/** Which page of a list is shown; nothing when it has only one. */
export const Pages = ({ label, count, page, show }: PagesProps) => {
  const { t } = useTranslation();
  if (count <= 1) return null;
  return (
    <Group component="nav" justify="center" aria-label={label}>
      <Pagination
        total={count}
        value={page}
        onChange={show}
        size="sm"
        getControlProps={(control) => ({ 'aria-label': t(control === 'next' ? 'pages.after' : 'pages.before') })}
        getItemProps={(number) => ({ 'aria-label': t('pages.page', { number }) })}
      />
    </Group>
  );
};
