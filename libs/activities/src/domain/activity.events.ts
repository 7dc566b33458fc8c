import type { DomainEvent } from '#kernel/event.js';
import type { CalendarDate, Instant } from '#kernel/instant.js';

export const ACTIVITY_KINDS = ['call', 'email', 'meeting', 'note', 'task'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];
export const DIRECTIONS = ['inbound', 'outbound'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** What every activity says: who it is credited to and what it was about. */
export type About = Readonly<{
  activityId: string;
  repId: string;
  customerId: string | null;
  dealId: string | null;
  subject: string | null;
  text: string | null;
}>;

export type CallLogged = DomainEvent<
  'CallLogged',
  About & Readonly<{ direction: Direction | null; durationSeconds: number | null; outcome: string | null }>
>;

export type EmailLogged = DomainEvent<'EmailLogged', About & Readonly<{ direction: Direction | null }>>;

/** Without `endsAt` nobody said how long it took. */
export type MeetingLogged = DomainEvent<
  'MeetingLogged',
  About & Readonly<{ startsAt: Instant; endsAt: Instant | null; outcome: string | null }>
>;

export type NoteTaken = DomainEvent<'NoteTaken', About>;

/** `repId` is the rep who is to do it. */
export type TaskAdded = DomainEvent<'TaskAdded', About & Readonly<{ dueOn: CalendarDate | null }>>;

export type TaskCompleted = DomainEvent<'TaskCompleted', Readonly<{ activityId: string; repId: string }>>;

export type TaskReassigned = DomainEvent<'TaskReassigned', Readonly<{ activityId: string; from: string; to: string }>>;

/** The first fact of an activity. */
export type ActivityRecorded = CallLogged | EmailLogged | MeetingLogged | NoteTaken | TaskAdded;
export type ActivityEvent = ActivityRecorded | TaskCompleted | TaskReassigned;
