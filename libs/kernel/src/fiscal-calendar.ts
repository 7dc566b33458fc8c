/** The month, 1 to 12, in which a fiscal year of calendar months starts. */
export type FiscalYearStart = number;

export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const YEAR_END_RULES = ['last', 'nearest'] as const;

/**
 * When a fiscal year of 52 or 53 weeks ends: on the last `weekday` in `month` (1 to 12), or on the one nearest to the
 * last day of that month, which may be up to three days into the next. Both are the rules of 26 CFR § 1.441-2; that of
 * the National Retail Federation is the Saturday nearest to the end of January.
 */
export type YearEnd = Readonly<{ rule: (typeof YEAR_END_RULES)[number]; weekday: Weekday; month: number }>;

export const WEEK_CALENDARS = ['4-4-5', '4-5-4', '5-4-4', '13-period'] as const;

/**
 * How a company divides time. A fiscal year is named after the calendar year in which it ends; one of weeks after that
 * of the month by whose end it ends.
 * - `gregorian`: months are calendar months, quarters and years begin with the month `startMonth`.
 * - `4-4-5`, `4-5-4`, `5-4-4`: twelve months of so many whole weeks in each quarter, numbered from the start of the year.
 * - `13-period`: thirteen periods of four weeks; quarters have 3, 3, 3 and 4 of them.
 *
 * The 53rd week of a long year belongs to its last month or period.
 */
export type FiscalCalendar =
  | Readonly<{ kind: 'gregorian'; startMonth: FiscalYearStart }>
  | Readonly<{ kind: (typeof WEEK_CALENDARS)[number]; yearEnd: YearEnd }>;

export type WeekCalendar = Exclude<FiscalCalendar, { kind: 'gregorian' }>;

export const gregorian = (startMonth: FiscalYearStart): FiscalCalendar => ({ kind: 'gregorian', startMonth });
