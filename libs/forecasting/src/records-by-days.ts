import type { Bounded } from '#kernel/bounded.js';
import type { CalendarDate, Instant } from '#kernel/instant.js';
import type { DateRange } from '#kernel/period.js';
import type { ReadModels } from '#projections/read-models.js';
import type { ReplicaSink } from '#projections/replica.js';
import { stateAt, type Versions, type VersionsProjection } from '#projections/versions.js';

/** A kind of record about some days: quotas, or what people said of forecasts. */
type AboutDays<S> = Readonly<{ projection: VersionsProjection<S>; daysOf: (state: S) => DateRange }>;

/** As of which instant, and about days that lie within these alone; null: no bound. */
type AskedAbout = Readonly<{ asOf: Instant; knownAt: Instant; within: Bounded<CalendarDate> }>;

/**
 * What was true then of the records that are about such days: costs by these, whatever was said of other days. A kind of
 * record must come with the same `daysOf` each time: the first one is kept.
 */
export const statesAboutDays = async <S>(
  readModels: ReadModels,
  { projection, daysOf }: AboutDays<S>,
  asked: AskedAbout,
): Promise<readonly S[]> => (await readModels.copy(projection, () => new RecordsByDays(daysOf))).statesAt(asked);

/** In memory; see `statesAboutDays`. */
export class RecordsByDays<S> implements ReplicaSink<Versions<S>> {
  /** By the first day of any of their versions, which is nearly always the same one, then by id. */
  private readonly byFrom = new Map<CalendarDate, Map<string, Versions<S>>>();

  constructor(private readonly daysOf: (state: S) => DateRange) {}

  put(id: string, record: Versions<S>): void {
    for (const { state } of record.versions) {
      const { from } = this.daysOf(state);
      const records = this.byFrom.get(from) ?? new Map<string, Versions<S>>();
      this.byFrom.set(from, records);
      records.set(id, record);
    }
  }

  clear(): void {
    this.byFrom.clear();
  }

  statesAt({ asOf, knownAt, within: { from, to } }: AskedAbout): readonly S[] {
    const states: S[] = [];
    for (const [first, records] of this.byFrom) {
      if ((from !== null && first < from) || (to !== null && first >= to)) continue;
      for (const record of records.values()) {
        const state = stateAt(record, asOf, knownAt);
        if (state === null) continue;
        const days = this.daysOf(state);
        if (days.from === first && (to === null || days.to <= to)) states.push(state);
      }
    }
    return states;
  }
}
