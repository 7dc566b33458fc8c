import './quota-grid.texts.js';
import { ActionIcon, Alert, Button, Group, SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayWriteWhose } from '../api/access.js';
import { useCompany } from '../api/company.js';
import { quotas } from '../api/control.js';
import { reps, useTeamChoices } from '../api/people.js';
import { periodOf } from '../api/periods.js';
import { useTime } from '../api/time.js';
import { FilterSelect } from '../shared/filter-select.js';
import { useFormats } from '../shared/formats.js';
import { Icon } from '../shared/icon.js';
import { moneyOf } from '../shared/money-text.js';
import { changesOf, keyOf, knownCells, periodsOf } from './quota-cells.js';
import { QuotaRow } from './quota-row.js';
import { useSetQuotas } from './use-set-quotas.js';

const GRAINS = ['quarter', 'month'] as const;
const MONTH_PX = 90;
const QUARTER_PX = 140;
const NAME_PX = 180;

/** The quotas of reps, period by period of a year, all in one table; only those that were changed are sent. */
export const QuotaGrid = ({ onDone }: Readonly<{ onDone: () => void }>) => {
  const { t } = useTranslation(['quotaGrid', 'shared']);
  const { currency, fiscalYearStart } = useCompany();
  const { today } = useTime();
  const { money } = useFormats();
  const mayWrite = useMayWriteWhose();
  const teams = useTeamChoices();
  const [year, setYear] = useState(Number(periodOf(today, 'year', fiscalYearStart)));
  const [by, setBy] = useState<(typeof GRAINS)[number]>('quarter');
  const [team, setTeam] = useState<string | undefined>(undefined);
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const { data: people = [] } = useQuery(reps);
  const { data: set = [] } = useQuery(quotas);
  const known = useMemo(() => knownCells(set), [set]);
  const periods = useMemo(() => periodsOf(String(year), by, fiscalYearStart), [year, by, fiscalYearStart]);
  const rows = people.filter(
    ({ id, role, presence, teamId }) =>
      (role === 'rep' || role === 'manager') &&
      presence === 'here' &&
      (team === undefined || teamId === team) &&
      mayWrite(id),
  );
  const type = useCallback((key: string, text: string) => setTyped((old) => new Map(old).set(key, text)), []);
  const { changes, isFaulty } = changesOf(typed, known, currency);
  const forget = (key: string) => setTyped((old) => new Map([...old].filter(([other]) => other !== key)));
  const write = useSetQuotas({ onSet: (change) => forget(keyOf(change)), onAllSet: onDone });
  const together = (period: string) => {
    const amounts = rows.map(({ id }) => {
      const key = keyOf({ repId: id, period });
      const before = known.get(key);
      const text = typed.get(key)?.trim() ?? '';
      return (text === '' ? before?.currency === currency && before : moneyOf(text, currency)) || null;
    });
    return money({ amount: amounts.reduce((sum, each) => sum + (each?.amount ?? 0), 0), currency });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        write.mutate(changes);
      }}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {t('hint')}
        </Text>
        <Group gap="sm">
          <Group gap={2} wrap="nowrap">
            <ActionIcon variant="subtle" size={34} aria-label={t('yearBefore')} onClick={() => setYear(year - 1)}>
              <Icon name="left" />
            </ActionIcon>
            <Text fw={600} className="figure" aria-live="polite">
              {year}
            </Text>
            <ActionIcon variant="subtle" size={34} aria-label={t('yearAfter')} onClick={() => setYear(year + 1)}>
              <Icon name="right" />
            </ActionIcon>
          </Group>
          <SegmentedControl
            aria-label={t('shared:grain.title')}
            value={by}
            onChange={(grain) => setBy(grain as typeof by)}
            data={GRAINS.map((value) => ({ value, label: t(`shared:grain.${value}`) }))}
          />
          <FilterSelect label={t('team')} all={t('allTeams')} data={teams} value={team} change={setTeam} width={180} />
        </Group>
        {rows.length === 0 ? (
          <Text c="dimmed">{t('nobody')}</Text>
        ) : (
          <Table.ScrollContainer minWidth={NAME_PX + periods.length * (by === 'month' ? MONTH_PX : QUARTER_PX)}>
            <Table aria-label={t('title', { year, currency })} verticalSpacing={4} layout="fixed">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('rep')}</Table.Th>
                  {periods.map((period) => (
                    <Table.Th key={period} scope="col" ta="right">
                      {period}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map(({ id, name }) => (
                  <QuotaRow key={id} repId={id} name={name} set={type} {...{ periods, known, typed, currency }} />
                ))}
              </Table.Tbody>
              <Table.Tfoot>
                <Table.Tr>
                  <Table.Th scope="row">{t('total')}</Table.Th>
                  {periods.map((period) => (
                    <Table.Td key={period} ta="right" className="figure">
                      {together(period)}
                    </Table.Td>
                  ))}
                </Table.Tr>
              </Table.Tfoot>
            </Table>
          </Table.ScrollContainer>
        )}
        {write.refusals.length > 0 && (
          <Alert color="red" role="alert" icon={<Icon name="warning" />}>
            {write.refusals.map(({ change, why }) => {
              const name = people.find(({ id }) => id === change.repId)?.name ?? change.repId;
              return (
                <div key={keyOf(change)}>{t('refused', { cell: t('cell', { name, period: change.period }), why })}</div>
              );
            })}
          </Alert>
        )}
        <Button type="submit" loading={write.isPending} disabled={changes.length === 0 || isFaulty}>
          {changes.length === 0 ? t('nothing') : t('set', { count: changes.length })}
        </Button>
      </Stack>
    </form>
  );
};
