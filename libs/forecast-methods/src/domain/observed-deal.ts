import type { ForecastCategory } from '#kernel/forecast-category.js';

// Times are days since 1970 with fractions, as ages and curves count in days.

/** A stay in a stage; `to` is null while it lasts. */
export type StageVisit = Readonly<{ stage: string; from: number; to: number | null }>;

/** How a deal ended, and on which day; `signedDay` is when the day began on which a won deal was signed. */
export type DealEnd = Readonly<{ kind: 'won' | 'lost'; day: number; signedDay: number | null }>;

/** A deal as it was seen at an instant: what it went through until then, and nothing of what came later. */
export type ObservedDeal = Readonly<{
  dealId: string;
  processId: string;
  /** The kind of deal that it is compared with first (its size, its product); null: any. */
  segment: string | null;
  ownerId: string | null;
  openedDay: number;
  visits: readonly StageVisit[];
  /** Null while it is open. */
  end: DealEnd | null;
  /** Minor units. */
  amount: number;
  /** What of it is whose: of a split deal each share, or else all of it its owner's. */
  credits: readonly Readonly<{ ownerId: string | null; amount: number }>[];
  /** When the day begins on which it is expected to close. */
  expectedDay: number | null;
  /** The judgement of a person; null: as the stage says. */
  category: ForecastCategory | 'omitted' | null;
}>;

/** What a process says about a stage. */
export type ConfiguredStage = Readonly<{ probability: number; category: ForecastCategory }>;

/** The stage that an open deal stands in; null for a closed one. */
export const currentVisit = ({ visits, end }: Pick<ObservedDeal, 'visits' | 'end'>): StageVisit | null =>
  end === null ? (visits.at(-1) ?? null) : null;
