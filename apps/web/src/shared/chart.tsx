import { Button, Group, Table, Title, useComputedColorScheme } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BehindButton } from './behind-button.js';
import type { ChartHandle, ChartOption } from './chart-canvas.js';
import { Loading } from './states.js';

// ECharts is larger than the rest of a page: it comes with the first chart.
const ChartCanvas = lazy(async () => ({ default: (await import('./chart-canvas.js')).ChartCanvas }));

export type Cell = Readonly<{
  text: string;
  value: string | number | null;
  /** The deals that the figure is made of, where it leads to them. */
  behind?: Readonly<{ label: string; show: () => void }>;
}>;

type ChartProps = Readonly<{
  /** The subject of what is found, with its unit. */
  title: string;
  columns: readonly string[];
  /** The figures of the chart, as the table beside it shows them and as a file has them (`value`). */
  rows: readonly (readonly Cell[])[];
  option: ChartOption;
  /** What a click on a mark leads to. */
  onPick?: (name: string, series: number) => void;
  tools?: ReactNode;
}>;

/** Not confused by the common kinds of colour blindness (after Okabe and Ito), in both themes. */
export const CHART_COLOURS = {
  light: ['#00735c', '#0072b2', '#56b4e9', '#c4cbd6', '#d55e00', '#cc79a7'],
  dark: ['#2fbf9b', '#4aa8e0', '#8accf2', '#566175', '#f0894a', '#dc9bc2'],
} as const;

export const useChartColours = (): readonly string[] => CHART_COLOURS[useComputedColorScheme('light')];

/** A chart with its table beside it, and both as files. */
export const Chart = ({ title, columns, rows, option, onPick, tools }: ChartProps) => {
  const { t } = useTranslation();
  const scheme = useComputedColorScheme('light');
  const [asTable, setAsTable] = useState(false);
  const handle = useRef<ChartHandle | null>(null);
  const savePng = async () => save(`${title}.png`, await handle.current?.pixels());
  return (
    <section className="sheet panel" aria-label={title}>
      <div className="page-head">
        <Title order={2} size="h5">
          {title}
        </Title>
        <Group gap={6}>
          {tools}
          <Button size="compact-sm" variant="default" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {t(asTable ? 'chart.chart' : 'chart.table')}
          </Button>
          {!asTable && (
            <>
              <Button size="compact-sm" variant="default" onClick={() => void savePng()}>
                {t('chart.picture')}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => save(`${title}.svg`, handle.current?.picture())}
              >
                {t('chart.drawing')}
              </Button>
            </>
          )}
          <Button size="compact-sm" variant="default" onClick={() => save(`${title}.csv`, csvUrl(columns, rows))}>
            {t('chart.csv')}
          </Button>
        </Group>
      </div>
      {asTable ? (
        <FigureTable columns={columns} rows={rows} />
      ) : (
        <Suspense fallback={<Loading lines={7} />}>
          <ChartCanvas title={title} option={option} scheme={scheme} handle={handle} onPick={onPick} />
        </Suspense>
      )}
    </section>
  );
};

type FigureTableProps = Readonly<{ columns: readonly string[]; rows: readonly (readonly Cell[])[] }>;

const FigureTable = ({ columns, rows }: FigureTableProps) => (
  <Table.ScrollContainer minWidth={420}>
    <Table verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column, place) => (
            <Table.Th key={column} ta={place === 0 ? 'left' : 'right'}>
              {column}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row[0]?.text}>
            {row.map(({ text, behind }, place) => (
              <Table.Td key={columns[place]} ta={place === 0 ? 'left' : 'right'} className="figure">
                {behind === undefined ? text : <BehindButton {...behind}>{text}</BehindButton>}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </Table.ScrollContainer>
);

const quoted = (value: string | number | null): string =>
  typeof value === 'string' ? `"${value.replaceAll('"', '""')}"` : String(value ?? '');

const csvUrl = (columns: readonly string[], rows: readonly (readonly Cell[])[]): string => {
  const lines = [columns.map(quoted), ...rows.map((row) => row.map(({ value }) => quoted(value)))];
  // The mark at the start tells spreadsheets that it is UTF-8.
  const text = `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
  return URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
};

const save = (name: string, url: string | undefined): void => {
  if (url === undefined) return;
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};
