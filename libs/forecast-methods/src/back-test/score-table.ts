import type { MethodScore } from '../domain/forecast-scores.js';

/** The scores as a table in Markdown, readable as it stands: the best method first, then each by horizon. */
export const scoreTable = (scores: readonly MethodScore[]): string => {
  const horizons = [...new Set(scores.map(({ horizon }) => horizon))].filter((horizon) => horizon !== null);
  horizons.sort((a, b) => a - b);
  const methods = scores.filter(({ horizon }) => horizon === null);
  const of = (method: string, horizon: number): MethodScore | undefined =>
    scores.find((score) => score.method === method && score.horizon === horizon);
  const lines = [
    ['method', 'forecasts', 'accuracy', 'bias', 'error', ...horizons.map((months) => `error at ${months} mo.`)],
    ...methods.map((score) => [
      score.method,
      String(score.forecasts),
      percent(score.accuracy),
      signed(score.bias),
      percent(score.error),
      ...horizons.map((months) => {
        const found = of(score.method, months);
        return found ? percent(found.error) : '';
      }),
    ]),
  ];
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const written = lines.map((line) => `| ${line.map((cell, column) => padded(cell, widths, column)).join(' | ')} |`);
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return `${[written[0], rule, ...written.slice(1)].join('\n')}\n`;
};

const padded = (cell: string, widths: readonly number[], column: number): string =>
  column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const signed = (share: number): string => `${share > 0 ? '+' : share < 0 ? '−' : ''}${percent(Math.abs(share))}`;
