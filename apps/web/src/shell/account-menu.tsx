import {
  ActionIcon,
  Button,
  Divider,
  Popover,
  SegmentedControl,
  Stack,
  Text,
  useMantineColorScheme,
} from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession, useSignOut } from '../api/session.js';
import { Icon } from '../shared/icon.js';
import { LANGUAGES, type Language, useLanguage } from '../texts/languages.js';

const SCHEMES = ['light', 'dark', 'auto'] as const;

/** Theme and language for everybody; who is signed in, and the way out. */
export const AccountMenu = () => {
  const { t } = useTranslation('shell');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { language, choose } = useLanguage();
  const { data: actor } = useSession();
  const { mutate: signOut } = useSignOut();
  return (
    <Popover position="bottom-end" width={270} trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon variant="default" size={36} aria-label={t('account')}>
          <Icon name="account" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('account')}>
        <Stack gap="xs">
          {actor && (
            <div>
              <Text fw={600}>{actor.id}</Text>
              <Text size="sm" c="dimmed">
                {t(`role.${actor.role}`)}
              </Text>
            </div>
          )}
          <Choice
            label={t('theme')}
            value={colorScheme}
            data={SCHEMES.map((value) => ({ value, label: t(value) }))}
            onChange={(scheme) => setColorScheme(scheme as (typeof SCHEMES)[number])}
          />
          <Choice
            label={t('language')}
            value={language}
            data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
            onChange={(chosen) => choose(chosen as Language)}
          />
          {actor && (
            <>
              <Divider />
              <Button
                component="a"
                href="/api/docs"
                variant="subtle"
                justify="start"
                leftSection={<Icon name="note" />}
              >
                {t('apiDocs')}
              </Button>
              <Button variant="subtle" justify="start" leftSection={<Icon name="signOut" />} onClick={() => signOut()}>
                {t('signOut')}
              </Button>
            </>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
};

type ChoiceProps = Readonly<{
  label: string;
  value: string;
  data: { value: string; label: string }[];
  onChange: (value: string) => void;
}>;

const Choice = ({ label, ...choice }: ChoiceProps) => (
  <div>
    <Text size="xs" c="dimmed" fw={600} mb={4}>
      {label}
    </Text>
    <SegmentedControl {...choice} aria-label={label} fullWidth size="xs" />
  </div>
);
