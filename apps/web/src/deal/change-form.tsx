import { Alert, Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../shared/icon.js';
import { WriteForm } from '../shared/write-form.js';
import type { useDealWrite } from './use-deal-write.js';

type ChangeFormProps = Readonly<{
  write: ReturnType<typeof useDealWrite>;
  submit: string;
  ready?: boolean;
  color?: string;
  /** What is changed, as it stands by now. */
  now?: string;
  cancel?: (() => void) | undefined;
  children?: ReactNode;
}>;

/** A form that changes a deal. Where somebody else was quicker it says so, and keeps what was typed. */
export const ChangeForm = ({ write, now, ready = true, children, ...form }: ChangeFormProps) => (
  <WriteForm {...form} write={write} ready={ready && !write.changed}>
    {children}
    {write.changed && <ChangedNote now={now} goOn={write.goOn} />}
  </WriteForm>
);

/** Somebody else changed the deal since the form was opened. */
export const ChangedNote = ({ now, goOn }: Readonly<{ now?: string | undefined; goOn: () => void }>) => {
  const { t } = useTranslation('deal');
  return (
    <Alert role="alert" color="yellow" icon={<Icon name="warning" />} title={t('changed.title')}>
      <Text size="sm" mb="xs">
        {now !== undefined && `${t('changed.now', { value: now })} `}
        {t('changed.kept')}
      </Text>
      <Button size="compact-sm" variant="default" onClick={goOn}>
        {t('changed.goOn')}
      </Button>
    </Alert>
  );
};
