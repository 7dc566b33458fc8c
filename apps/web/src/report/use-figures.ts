import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figure, Measure } from '../api/reports.js';
import { type Formats, useFormats } from '../shared/formats.js';

export type Figures = Readonly<{
  say: (measure: Measure, figure: Figure | undefined) => string;
  /** Short, for axes. */
  sayShort: (measure: Measure, value: number, currency: string) => string;
  /** From one figure to another: in points of a share, else in percent. Empty where it cannot be told. */
  change: (measure: Measure, from: Figure | undefined, to: Figure | undefined) => string;
}>;

/** Minor units of an amount; null: there is no figure. */
export const numberOf = (figure: Figure | undefined): number | null =>
  typeof figure === 'object' && figure !== null ? figure.amount : (figure ?? null);

const PERCENT = 100;

/** How figures of reports are said. */
export const useFigures = (): Figures => {
  const { t } = useTranslation('report');
  const formats = useFormats();
  return useMemo(() => {
    const { money, shortMoney, count, tenths, percent }: Formats = formats;
    const signed = (value: number, said: string): string => (value > 0 ? `+${said}` : said);
    const sayNumber = ({ name, kind }: Measure, value: number): string => {
      // It may well be more than all of the quota.
      if (kind === 'share' || name === 'attainment') return percent(value);
      if (kind === 'days') return t('days', { days: tenths(value) });
      return kind === 'ratio' ? t('times', { times: tenths(value) }) : count(value);
    };
    return {
      say: (measure, figure) => {
        if (figure === null || figure === undefined) return '–';
        if (typeof figure === 'number') return sayNumber(measure, figure);
        return measure.kind === 'moneyPerDay' ? t('perDay', { amount: money(figure) }) : money(figure);
      },
      sayShort: (measure, value, currency) =>
        measure.kind === 'money' || measure.kind === 'moneyPerDay'
          ? shortMoney({ amount: value, currency })
          : sayNumber(measure, value),
      change: ({ kind }, from, to) => {
        const [was, is] = [numberOf(from), numberOf(to)];
        if (was === null || is === null) return '';
        if (kind === 'share') {
          const points = (is - was) * PERCENT;
          return t('points', { points: signed(points, tenths(points)) });
        }
        return was === 0 ? '' : signed(is - was, percent(is / was - 1));
      },
    };
  }, [formats, t]);
};
