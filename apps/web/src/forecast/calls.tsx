import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Call, type CallKind, calls } from '../api/forecasts.js';
import { useRepName, useTeamName } from '../api/people.js';
import { useHasRole } from '../api/session.js';
import { useTime } from '../api/time.js';
import { DataTable } from '../shared/data-table.js';
import { FormDialog } from '../shared/form-dialog.js';
import { useFormats } from '../shared/formats.js';
import { Panel } from '../shared/panel.js';
import { Failed, Loading } from '../shared/states.js';
import { CallForm } from './call-form.js';

type CallsProps = Readonly<{ kind: CallKind; period: string }>;

/** What people say of a period beside what its deals say: managers adjust it, reps submit theirs. */
export const Calls = ({ kind, period }: CallsProps) => {
  const { t } = useTranslation('forecast');
  const { at, day } = useTime();
  const { money, instant } = useFormats();
  const repName = useRepName();
  const teamName = useTeamName();
  const isManager = useHasRole('manager');
  const isSeller = useHasRole('manager', 'rep');
  const mayWrite = kind === 'adjustment' ? isManager : isSeller;
  const [opened, { open, close }] = useDisclosure();
  const { data, error, isPending, refetch } = useQuery(calls(kind, period, at));
  const title = t(`${kind}.title`, { period });
  return (
    <Panel title={title} tools={mayWrite && day === null && <Button onClick={open}>{t(`${kind}.do`)}</Button>}>
      {isPending && <Loading lines={2} />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data?.length === 0 && <Text c="dimmed">{t(`${kind}.none`)}</Text>}
      {data !== undefined && data.length > 0 && (
        <DataTable<Call>
          label={title}
          rows={data}
          keyOf={({ id }) => id}
          columns={[
            {
              head: t('whose'),
              cell: (call) => ('ownerId' in call ? repName(call.ownerId) : teamName(call.teamId)),
            },
            { head: t('upTo'), cell: ({ category }) => t(`category.${category}`) },
            {
              head: t('amountHead'),
              figure: true,
              cell: ({ amount }) => (amount === null ? t('takenBack') : money(amount)),
            },
            { head: t('note'), cell: ({ note }) => note },
            {
              head: t('said'),
              cell: ({ by, at: when, late }) => [repName(by), instant(when), ...(late ? [t('late')] : [])].join(' · '),
            },
          ]}
        />
      )}
      {opened && (
        <FormDialog onClose={close} title={t(`${kind}.doTitle`, { period })}>
          <CallForm kind={kind} period={period} onDone={close} />
        </FormDialog>
      )}
    </Panel>
  );
};
