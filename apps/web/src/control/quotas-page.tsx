import { Button, Group, Modal, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answer, api, onceOnly } from '../api/client.js';
import { useCompany } from '../api/company.js';
import { quotas } from '../api/control.js';
import { useRepChoices, useRepName, useTeamChoices, useTeamName } from '../api/people.js';
import { periodOf } from '../api/periods.js';
import { useMayWrite } from '../api/session.js';
import { useTime } from '../api/time.js';
import { DataTable } from '../shared/data-table.js';
import { useFormats } from '../shared/formats.js';
import { moneyOf } from '../shared/money-text.js';
import { Panel } from '../shared/panel.js';
import { Failed, Loading } from '../shared/states.js';
import { useWrite } from '../shared/use-write.js';
import { AmountField, TextField, WriteForm } from '../shared/write-form.js';

type Quota = Answer<'/api/quotas'>['items'][number];

/** Who is to win how much when. */
export const QuotasPage = () => {
  const { t } = useTranslation('control');
  const { money } = useFormats();
  const repName = useRepName();
  const teamName = useTeamName();
  const mayWrite = useMayWrite();
  const [setting, setSetting] = useState(false);
  const [period, setPeriod] = useState<string | null>(null);
  const { data, error, isPending, refetch } = useQuery(quotas);
  const periods = [...new Set(data?.map((quota) => quota.period))].sort().reverse();
  const rows = data?.filter((quota) => period === null || quota.period === period) ?? [];
  return (
    <Panel
      title={t('quotas.title')}
      tools={
        <Group gap="sm">
          <Select
            aria-label={t('quotas.period')}
            placeholder={t('quotas.everyPeriod')}
            data={periods}
            value={period}
            onChange={setPeriod}
            clearable
            w={150}
          />
          {mayWrite && <Button onClick={() => setSetting(true)}>{t('quotas.set')}</Button>}
        </Group>
      }
    >
      {isPending && <Loading />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data?.length === 0 && <Text c="dimmed">{t('quotas.none')}</Text>}
      {rows.length > 0 && (
        <DataTable<Quota>
          label={t('quotas.title')}
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            {
              head: t('quotas.whose'),
              cell: (quota) => ('repId' in quota ? repName(quota.repId) : teamName(quota.teamId)),
            },
            { head: t('quotas.period'), cell: (quota) => quota.period },
            { head: t('quotas.amount'), figure: true, cell: (quota) => money(quota.amount) },
          ]}
        />
      )}
      <Modal opened={setting} onClose={() => setSetting(false)} title={t('quotas.set')}>
        <QuotaForm onDone={() => setSetting(false)} />
      </Modal>
    </Panel>
  );
};

const QuotaForm = ({ onDone }: Readonly<{ onDone: () => void }>) => {
  const { t } = useTranslation('control');
  const { currency, fiscalYearStart } = useCompany();
  const { today } = useTime();
  const reps = useRepChoices();
  const teams = useTeamChoices();
  const [whose, setWhose] = useState<string | null>(null);
  const [period, setPeriod] = useState(periodOf(today, 'quarter', fiscalYearStart));
  const [text, setText] = useState('');
  const amount = moneyOf(text, currency);
  const [kind, id] = whose?.split(' ') ?? [];
  const write = useWrite({
    changes: 'quota',
    done: () => t('quotas.isSet'),
    onDone,
    send: () =>
      api.POST('/api/quotas', {
        params: { header: onceOnly() },
        body: {
          period,
          amount: amount ?? { amount: 0, currency },
          ...(kind === 'rep' ? { repId: id ?? '' } : { teamId: id ?? '' }),
        },
      }),
  });
  const grouped = [
    { group: t('reps.title'), items: reps.map(({ value, label }) => ({ value: `rep ${value}`, label })) },
    { group: t('teams.title'), items: teams.map(({ value, label }) => ({ value: `team ${value}`, label })) },
  ];
  return (
    <WriteForm write={write} submit={t('quotas.set')} ready={whose !== null && amount !== null && period !== ''}>
      <Select label={t('quotas.whose')} data={grouped} value={whose} onChange={setWhose} searchable required />
      <TextField
        label={t('quotas.period')}
        description={t('quotas.periodHint')}
        value={period}
        onChange={setPeriod}
        required
      />
      <AmountField
        label={t('quotas.amountIn', { currency })}
        currency={currency}
        value={text}
        onChange={setText}
        required
      />
    </WriteForm>
  );
};
