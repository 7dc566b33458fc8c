import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Grain } from '../api/forecasts.js';
import { type Behind, DIMENSIONS, type Filter, type ReportAsked } from '../api/reports.js';
import { useTime } from '../api/time.js';
import { usePeriod } from '../shared/use-period.js';
import type { Compare } from './report-choices.js';
import type { ReportSearch } from './report-search.js';

export type ReportChoice = Readonly<{
  asked: ReportAsked;
  by: Grain;
  /** Also where all time is shown: the one to go back to. */
  period: string;
  allTime: boolean;
  compare: Compare;
  filter: Filter;
  measure: string | undefined;
  saved: string | undefined;
  /** The deals that are shown; null: none are. */
  behind: Behind | null;
  change: (to: ReportSearch) => void;
}>;

const behindOf = (search: ReportSearch): Behind | null => {
  const { deals } = search;
  const [of, ofSecond] = [search.of ?? null, search.ofSecond ?? null];
  if (deals === 'all') return { of: undefined, ofSecond: undefined };
  if (deals === 'row') return { of, ofSecond: undefined };
  return deals === 'within' ? { of, ofSecond } : null;
};

/** What the address says is to be shown. */
export const useReport = (): ReportChoice => {
  const search = useSearch({ from: '/reports' });
  const navigate = useNavigate({ from: '/reports' });
  const { at } = useTime();
  const { by = 'quarter', all: allTime = false, report = 'win-rate', group, second } = search;
  const period = usePeriod(by, search.period);
  const compare = allTime ? 'none' : ((search.compare ?? 'previous') as Compare);
  const filter = useMemo(
    (): Filter =>
      Object.fromEntries(
        DIMENSIONS.flatMap((dimension) => {
          const value = search[dimension];
          return value === undefined ? [] : [[dimension, value]];
        }),
      ),
    [search],
  );
  const asked = {
    // Whatever the server does not know it refuses.
    name: report as ReportAsked['name'],
    ...(!allTime && { period }),
    ...(group !== undefined && { group: group as NonNullable<ReportAsked['group']> }),
    ...(second !== undefined && { second: second as NonNullable<ReportAsked['second']> }),
    ...(compare !== 'none' && { compare }),
    filter,
    at,
  };
  return {
    ...{ asked, by, period, allTime, compare, filter },
    measure: search.measure,
    saved: search.saved,
    behind: behindOf(search),
    change: (to) => void navigate({ search: (old) => ({ ...old, ...to }), replace: true }),
  };
};
