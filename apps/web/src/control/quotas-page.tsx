import { Button, Group, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../api/client.js';
import { quotas } from '../api/control.js';
import { useRepName, useTeamName } from '../api/people.js';
import { useHasRole } from '../api/session.js';
import { DataTable } from '../shared/data-table.js';
import { FormDialog } from '../shared/form-dialog.js';
import { useFormats } from '../shared/formats.js';
import { Panel } from '../shared/panel.js';
import { Failed, Loading } from '../shared/states.js';
import { QuotaForm } from './quota-form.js';
import { QuotaGrid } from './quota-grid.js';

type Quota = Answer<'/api/quotas'>['items'][number];

/** Who is to win how much, or do how many, when. */
export const QuotasPage = () => {
  const { t } = useTranslation(['control', 'quotaGrid']);
  const { money, count } = useFormats();
  const repName = useRepName();
  const teamName = useTeamName();
  const mayWrite = useHasRole('manager');
  const [setting, setSetting] = useState(false);
  const [many, setMany] = useState(false);
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
          {mayWrite && (
            <>
              <Button variant="default" onClick={() => setMany(true)}>
                {t('quotaGrid:open')}
              </Button>
              <Button onClick={() => setSetting(true)}>{t('quotas.set')}</Button>
            </>
          )}
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
            { head: t('quotas.measure'), cell: (quota) => t(`quotas.measures.${quota.measure}`) },
            {
              head: t('quotas.amount'),
              figure: true,
              cell: (quota) => ('target' in quota ? count(quota.target) : money(quota.amount)),
            },
          ]}
        />
      )}
      {many && (
        <FormDialog wide onClose={() => setMany(false)} title={t('quotaGrid:open')}>
          <QuotaGrid onDone={() => setMany(false)} />
        </FormDialog>
      )}
      {setting && (
        <FormDialog onClose={() => setSetting(false)} title={t('quotas.set')}>
          <QuotaForm onDone={() => setSetting(false)} />
        </FormDialog>
      )}
    </Panel>
  );
};
