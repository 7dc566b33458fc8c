import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Replay, type ResultRow, ROWS_SHOWN, resultRows } from '../api/analyst.js';
import { Chart, useChartColours } from '../shared/chart.js';
import { DataTable } from '../shared/data-table.js';
import { useFormats } from '../shared/formats.js';
import { Panel } from '../shared/panel.js';
import { Failed, Loading } from '../shared/states.js';

/** Rows have no key of their own. */
type Numbered = Readonly<{ row: ResultRow; place: number }>;

type Columns = NonNullable<Replay['columns']>;

/** What tells the lines of a chart apart, the first that a result has. */
const LINES = ['stage', 'group', 'repId', 'method', 'period'];
/** More lines than this cannot be told apart. */
const MOST_LINES = 12;

const MONEY = ['amount', 'weighted', 'closed', 'commit', 'bestCase', 'pipeline', 'won', 'landing', 'quota'];

/** The first rows of a result, as a chart over time where there is a time, and as a table. */
export const ReplayRows = ({ id, columns }: Readonly<{ id: string; columns: Columns }>) => {
  const { t } = useTranslation('analyst');
  const { count, instantDay } = useFormats();
  const { data: rows, error, isPending, refetch } = useQuery(resultRows(id));
  if (isPending) return <Loading />;
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  const isInstant = ({ name }: Columns[number]) => name === 'asOf' || name === 'knownAt';
  return (
    <>
      {columns.some(({ name }) => name === 'asOf') && <RowChart columns={columns} rows={rows} />}
      <Panel title={t('replays.firstRows', { rows: count(Math.min(rows.length, ROWS_SHOWN)) })}>
        <DataTable<Numbered>
          label={t('replays.firstRows', { rows: count(rows.length) })}
          rows={rows.map((row, place) => ({ row, place }))}
          keyOf={({ place }) => String(place)}
          minWidth={110 * columns.length}
          columns={columns.map((column) => ({
            head: column.name,
            figure: column.type === 'integer' || column.type === 'number',
            cell: ({ row }: Numbered) => {
              const value = row[column.name] ?? '';
              return isInstant(column) ? instantDay(String(value)) : value;
            },
          }))}
        />
      </Panel>
    </>
  );
};

const RowChart = ({ columns, rows }: Readonly<{ columns: Columns; rows: readonly ResultRow[] }>) => {
  const { t } = useTranslation('analyst');
  const { instantDay, count, shortMoney, major } = useFormats();
  const colours = useChartColours();
  const measures = columns.filter(({ type }) => type === 'integer' || type === 'number').map(({ name }) => name);
  const [chosen, setMeasure] = useState<string | null>(null);
  const measure = chosen ?? measures.find((name) => name === 'weighted') ?? measures[0] ?? '';
  const line = LINES.find((name) => columns.some((column) => column.name === name)) ?? null;
  const { instants, lines, valueAt } = useMemo(() => {
    const lineOf = (row: ResultRow): string => (line === null ? measure : String(row.name ?? row[line] ?? ''));
    const values = new Map(rows.map((row) => [`${row.asOf} ${lineOf(row)}`, row[measure]]));
    return {
      instants: [...new Set(rows.map(({ asOf }) => String(asOf)))],
      lines: [...new Set(rows.map(lineOf))].slice(0, MOST_LINES),
      valueAt: (instant: string, name: string): number | null => {
        const value = values.get(`${instant} ${name}`);
        return typeof value === 'number' ? value : null;
      },
    };
  }, [rows, line, measure]);
  const currency = rows.find((row) => typeof row.currency === 'string')?.currency;
  const isMoney = typeof currency === 'string' && MONEY.includes(measure);
  const option = useMemo(() => {
    const say = (value: number): string =>
      isMoney ? shortMoney({ amount: value, currency: String(currency) }) : count(value);
    return {
      xAxis: { type: 'category', boundaryGap: false, data: instants.map(instantDay) },
      yAxis: { type: 'value', axisLabel: { formatter: say } },
      tooltip: { valueFormatter: (value: number | null) => (value === null ? '' : say(value)) },
      series: lines.map((name, place) => ({
        ...{ name, type: 'line', symbol: 'circle', symbolSize: 5 },
        color: colours[place % colours.length],
        lineStyle: { type: place < colours.length ? 'solid' : 'dashed' },
        data: instants.map((instant) => valueAt(instant, name)),
      })),
    };
  }, [instants, lines, valueAt, colours, isMoney, currency, instantDay, shortMoney, count]);
  return (
    <Chart
      title={t('replays.chart', { measure, unit: isMoney ? String(currency) : t('replays.unit') })}
      columns={[t('replays.instant'), ...lines]}
      rows={instants.map((instant) => [
        { text: instantDay(instant), value: instant },
        ...lines.map((name) => {
          const value = valueAt(instant, name);
          if (value === null) return { text: '', value };
          const money = { amount: value, currency: String(currency) };
          return isMoney ? { text: shortMoney(money), value: major(money) } : { text: count(value), value };
        }),
      ])}
      option={option}
      tools={
        <Select
          aria-label={t('replays.measure')}
          size="xs"
          data={measures}
          value={measure}
          onChange={setMeasure}
          allowDeselect={false}
        />
      }
    />
  );
};
