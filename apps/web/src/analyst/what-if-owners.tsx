import { ActionIcon, Button, Group, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ResultRow, whatIf } from '../api/analyst.js';
import { useCompany } from '../api/company.js';
import { reps, useRepName } from '../api/people.js';
import type { PeriodSearch } from '../api/periods.js';
import { useTime } from '../api/time.js';
import { Icon } from '../shared/icon.js';
import { Panel } from '../shared/panel.js';
import { PeriodChoice } from '../shared/period-choice.js';
import { Failed, Loading } from '../shared/states.js';
import { usePeriod } from '../shared/use-period.js';
import { SideBySide } from './side-by-side.js';

/** What was of one rep would have been of another; `key` tells lines apart. */
type Pair = Readonly<{ key: string; from: string | null; to: string | null }>;

const newPair = (): Pair => ({ key: crypto.randomUUID(), from: null, to: null });

/** The pairs that are whole, by who owned. */
const ownersOf = (pairs: readonly Pair[]): Readonly<Record<string, string>> =>
  Object.fromEntries(pairs.flatMap(({ from, to }) => (from === null || to === null ? [] : [[from, to]])));

/** The forecast of a period, on any day, had others owned the deals. */
export const WhatIfOwners = () => {
  const { t } = useTranslation('whatIf');
  const { currency } = useCompany();
  const { at } = useTime();
  const repName = useRepName();
  const [pairs, setPairs] = useState<readonly Pair[]>([newPair()]);
  const [{ by = 'quarter', period: chosen }, setPeriod] = useState<PeriodSearch>({});
  const period = usePeriod(by, chosen);
  const { data, error, isPending, refetch } = useQuery(
    whatIf({
      question: 'forecast',
      parameters: { by, group: 'owner', period },
      scenario: { owners: ownersOf(pairs) },
      at,
    }),
  );
  const change = (to: Pair) => setPairs(pairs.map((pair) => (pair.key === to.key ? to : pair)));
  const nameOf = useCallback(
    ({ group }: ResultRow) => (group === null || group === undefined ? t('nobody') : repName(String(group))),
    [repName, t],
  );
  return (
    <>
      <Panel
        title={t('title.owners')}
        tools={<PeriodChoice by={by} period={period} change={(to) => setPeriod((old) => ({ ...old, ...to }))} />}
      >
        <Text c="dimmed" size="sm">
          {t('hint.owners')}
        </Text>
        {pairs.map((pair, place) => (
          <PairLine
            key={pair.key}
            number={place + 1}
            pair={pair}
            taken={pairs.flatMap(({ from }) => (from === null || from === pair.from ? [] : [from]))}
            change={change}
            remove={pairs.length === 1 ? undefined : () => setPairs(pairs.filter(({ key }) => key !== pair.key))}
          />
        ))}
        <Group>
          <Button variant="default" size="compact-sm" onClick={() => setPairs([...pairs, newPair()])}>
            {t('pair.add')}
          </Button>
        </Group>
      </Panel>
      {isPending && <Loading />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data?.rows.length === 0 && <Text c="dimmed">{t('nothing')}</Text>}
      {data !== undefined && data.rows.length > 0 && (
        <SideBySide
          title={t('byOwner', { period, currency })}
          head={t('owner')}
          rows={data.rows}
          nameOf={nameOf}
          beside={[
            { head: t('closedWas'), column: 'closedWas' },
            { head: t('closedWhatIf'), column: 'closedWhatIf' },
          ]}
        />
      )}
    </>
  );
};

type PairLineProps = Readonly<{
  number: number;
  pair: Pair;
  /** Whose deals another line gives away. */
  taken: readonly string[];
  change: (pair: Pair) => void;
  remove: (() => void) | undefined;
}>;

/** One rep's deals and another's, also of those who have left: what was can be of anybody. */
const PairLine = ({ number, pair, taken, change, remove }: PairLineProps) => {
  const { t } = useTranslation('whatIf');
  const { data: known = [] } = useQuery(reps);
  const people = known.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Group align="end" gap="sm">
      <Select
        label={t('pair.from', { number })}
        data={people.filter(({ value }) => !taken.includes(value))}
        value={pair.from}
        onChange={(from) => change({ ...pair, from })}
        clearable
        searchable
      />
      <Select
        label={t('pair.to', { number })}
        data={people.filter(({ value }) => value !== pair.from)}
        value={pair.to}
        onChange={(to) => change({ ...pair, to })}
        clearable
        searchable
      />
      <ActionIcon
        variant="subtle"
        size={36}
        aria-label={t('pair.remove', { number })}
        disabled={remove === undefined}
        onClick={remove}
      >
        <Icon name="close" size={16} />
      </ActionIcon>
    </Group>
  );
};
