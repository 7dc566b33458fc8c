import { Alert, Button, Center, Skeleton, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/client.js';
import { useTime } from '../api/time.js';
import { AsItWas } from './as-it-was.js';
import { Icon, type IconName } from './icon.js';
import { useRefusal } from './use-refusal.js';

type NoteProps = Readonly<{ icon: IconName; title: string; children?: ReactNode; action?: ReactNode }>;

/** A state that fills the place of what it stands for: an icon, a sentence, what to do next. */
export const Note = ({ icon, title, children, action }: NoteProps) => (
  <Center py={48} px="md">
    <Stack align="center" gap="sm" maw={520}>
      <ThemeIcon variant="light" size={56} radius="xl">
        <Icon name={icon} size={28} />
      </ThemeIcon>
      <Title order={2} size="h4" ta="center">
        {title}
      </Title>
      <Text c="dimmed" ta="center" component="div">
        {children}
      </Text>
      {action}
    </Stack>
  </Center>
);

/** Grey lines in the shape of what is coming. */
export const Loading = ({ lines = 6 }: Readonly<{ lines?: number }>) => {
  const { t } = useTranslation();
  return (
    <Stack role="status" aria-label={t('loading')} p="md">
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} h={28} w={`${100 - ((line * 17) % 40)}%`} radius="sm" />
      ))}
    </Stack>
  );
};

const KINDS: Readonly<Record<string, 'offline' | 'forbidden' | 'notFound' | 'busy'>> = {
  offline: 'offline',
  403: 'forbidden',
  404: 'notFound',
  503: 'busy',
};

const ICONS = { offline: 'offline', forbidden: 'lock', busy: 'clock' } as const;

/** What is not there: now, on that day, or by what was known on that day. */
const NotThere = () => {
  const { t } = useTranslation();
  const { day, known } = useTime();
  const why = day === null ? 'notFound' : known ? 'notKnown' : 'notThen';
  return (
    <div role="alert">
      <Note
        icon={day === null ? 'warning' : 'clock'}
        title={t(`failed.${why}`)}
        action={why === 'notKnown' && <AsItWas />}
      >
        {t(`failed.${why}Hint`)}
      </Note>
    </div>
  );
};

/** Why something cannot be shown, in words, with a way on. */
export const Failed = ({ error, retry }: Readonly<{ error: Error; retry?: () => void }>) => {
  const { t } = useTranslation();
  const say = useRefusal();
  const kind = error instanceof ProblemError ? KINDS[error.status] : undefined;
  const action = retry && (
    <Button variant="light" onClick={retry}>
      {t('retry')}
    </Button>
  );
  if (kind === 'notFound') return <NotThere />;
  return (
    <div role="alert">
      <Note icon={kind ? ICONS[kind] : 'warning'} title={t(kind ? `failed.${kind}` : 'failed.title')} action={action}>
        {kind ? t(`failed.${kind}Hint`, { detail: say(error) }) : say(error)}
      </Note>
    </div>
  );
};

/** A refusal beside the form that was refused. */
export const Refusal = ({ error }: Readonly<{ error: Error | null }>) => {
  const say = useRefusal();
  if (error === null) return null;
  return (
    <Alert color="red" role="alert" icon={<Icon name="warning" />}>
      {say(error)}
    </Alert>
  );
};
