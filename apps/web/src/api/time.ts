import { useNavigate, useSearch } from '@tanstack/react-router';
import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { useCallback, useMemo } from 'react';
import { useCompany } from './company.js';

dayjs.extend(utc);
dayjs.extend(timezone);

/** The day that every page shows, in the address: none is now. `known`: only what had been recorded by then. */
export type TimeSearch = Readonly<{ day?: string; known?: boolean }>;

export const timeSearchOf = (search: Readonly<Record<string, unknown>>): TimeSearch => ({
  ...(typeof search.day === 'string' && /^\d{4}-\d\d-\d\d$/.test(search.day) && { day: search.day }),
  ...(search.known === true && { known: true }),
});

/** The instants of a read, for the query string. */
export type At = Readonly<{ asOf?: string; knownAt?: string }>;

export type Time = Readonly<{
  /** Null: now. */
  day: string | null;
  known: boolean;
  at: At;
  today: string;
  travel: (to: TimeSearch) => void;
}>;

/** The last moment of a day of the company. */
export const endOfDay = (day: string, timeZone: string): string =>
  dayjs.tz(`${day}T23:59:59.999`, timeZone).toISOString();

export const addDays = (day: string, days: number): string => dayjs.utc(day).add(days, 'day').format('YYYY-MM-DD');

export const daysBetween = (from: string, to: string): number => dayjs.utc(to).diff(dayjs.utc(from), 'day');

/** Which day is shown, and how to get to another one. */
export const useTime = (): Time => {
  const { day, known = false } = useSearch({ strict: false }) as TimeSearch;
  const { timeZone } = useCompany();
  const navigate = useNavigate();
  const travel = useCallback(
    (to: TimeSearch) =>
      void navigate({
        to: '.',
        replace: true,
        search: ((old: object) => ({ ...old, day: to.day, known: to.known })) as never,
      }),
    [navigate],
  );
  const today = dayjs().tz(timeZone).format('YYYY-MM-DD');
  const at = useMemo((): At => {
    if (day === undefined) return {};
    const asOf = endOfDay(day, timeZone);
    return known ? { asOf, knownAt: asOf } : { asOf };
  }, [day, known, timeZone]);
  return { day: day ?? null, known, at, today, travel };
};
