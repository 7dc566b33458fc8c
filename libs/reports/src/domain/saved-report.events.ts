import type { DomainEvent } from '#kernel/event.js';

export const RELATIVE_PERIODS = [
  'thisMonth',
  'lastMonth',
  'thisQuarter',
  'lastQuarter',
  'thisYear',
  'lastYear',
] as const;
export type RelativePeriod = (typeof RELATIVE_PERIODS)[number];

export const RHYTHMS = ['day', 'week', 'month'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** What is asked each time; of `period` and `relative` at most one; null: all time, or as the report has it. */
export type SavedDefinition = Readonly<{
  report: string;
  period: string | null;
  relative: RelativePeriod | null;
  group: string | null;
  /** Within the group; not there: none. */
  second?: string;
  filter: Readonly<Record<string, string>>;
  compare: readonly string[];
}>;

/** By mail, on the first hour of each day, week (from Monday) or month, to these reps. */
export type ReportSchedule = Readonly<{ every: Rhythm; format: string; recipients: readonly string[] }>;

/** A report was saved under a name, or saved anew. */
export type ReportSaved = DomainEvent<
  'ReportSaved',
  Readonly<{
    reportId: string;
    name: string;
    ownerId: string;
    definition: SavedDefinition;
    schedule: ReportSchedule | null;
  }>
>;

export type ReportDiscarded = DomainEvent<'ReportDiscarded', Readonly<{ reportId: string }>>;

/** The mail server has accepted the report of that day, week or month (by the day it began on). */
export type ReportSent = DomainEvent<'ReportSent', Readonly<{ reportId: string; recipientId: string; due: string }>>;

export type SavedReportEvent = ReportSaved | ReportDiscarded | ReportSent;
