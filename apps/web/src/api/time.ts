import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useCompany } from './company.js';
import { dayOf, endOfDay } from './days.js';

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
  /** The day on which all that is known of the day shown was recorded at the earliest, if that day is shown as it was known then. */
  recordedOn: string | null;
  travel: (to: TimeSearch) => void;
}>;

/** Which day is shown, and how to get to another one. */
export const useTime = (): Time => {
  const { day, known = false } = useSearch({ strict: false }) as TimeSearch;
  const { timeZone, recordedSince } = useCompany();
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
  const today = dayOf(new Date(), timeZone);
  const at = useMemo((): At => {
    if (day === undefined) return {};
    const asOf = endOfDay(day, timeZone);
    return known ? { asOf, knownAt: asOf } : { asOf };
  }, [day, known, timeZone]);
  const isBefore = recordedSince !== null && at.knownAt !== undefined && at.knownAt < recordedSince;
  return {
    day: day ?? null,
    known,
    at,
    today,
    recordedOn: isBefore ? dayOf(new Date(recordedSince), timeZone) : null,
    travel,
  };
};
