import type { ForecastCategory } from '#kernel/forecast-category.js';
import type { DateRange } from '#kernel/period.js';

/**
 * Which figure of the forecast somebody speaks about: that of a rep or of a team (with those below it), for the days of a
 * period and up to a category. `period` is what the calendar of then called these days.
 */
export type ForecastTarget = Readonly<{
  scope: 'rep' | 'team';
  scopeId: string;
  period: string;
  days: DateRange;
  category: ForecastCategory;
}>;

/** The days of the period that is spoken about. */
export const daysOfTarget = ({ days }: ForecastTarget): DateRange => days;

/** Names the figure; no id has a colon in it. */
export const forecastTargetId = ({ scope, scopeId, days: { from, to }, category }: ForecastTarget): string =>
  [scope, scopeId, from, to, category].join(':');
