import type { Money } from '#kernel/money.js';
import type { TimelineEvent } from './timeline-event.js';

/** How the things that an event names by id are said. */
export type Says = Readonly<{
  rep: (id: string | null) => string;
  stage: (id: string) => string;
  money: (money: Money) => string;
  /** Name of the deal or subject of the activity that the event is about; null: it has none. */
  title: string | null;
}>;

type DataOf<T extends TimelineEvent['type']> = Extract<TimelineEvent, { type: T }>['data'];

/** A sentence for every event: one without its line here must not compile. */
export type TimelineWords = Readonly<{
  [T in TimelineEvent['type']]: (data: DataOf<T>, says: Says) => string;
}>;

/** One language: its sentences, and what it calls those who are no reps. */
export type TimelineLanguage = Readonly<{
  locale: string;
  words: TimelineWords;
  admin: string;
  system: string;
  nobody: string;
  /** Of an event that another program wrote, or a newer version of this one. */
  unreadable: (type: string) => string;
}>;
