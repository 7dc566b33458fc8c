import type { Bounded } from '#deals/deal-figures/deal-figures.contract.js';
import type { CalendarDate, Instant } from '#kernel/instant.js';
import type { DateRange } from '#kernel/period.js';
import type { ReadModels } from '#projections/read-models.js';
import type { ReplicaSink } from '#projections/replica.js';
import { stateAt, stateNow, type Versions, type VersionsProjection } from '#projections/versions.js';

/** A kind of record about some days, always the same ones: quotas, or what people said of forecasts. */
type AboutDays<S> = Readonly<{ projection: VersionsProjection<S>; daysOf: (state: S) => DateRange }>;

/** As of which instant, and about days that lie within these alone; null: no bound. */
type AskedAbout = Readonly<{ asOf: Instant; knownAt: Instant; within: Bounded<CalendarDate> }>;

/** What was true then of the records that are about such days: costs by these, whatever was said of other days. */
export const statesAboutDays = async <S>(
  readModels: ReadModels,
  { projection, daysOf }: AboutDays<S>,
  { asOf, knownAt, within }: AskedAbout,
): Promise<readonly S[]> => {
  const records = await readModels.copy(projection, () => new RecordsByDays(daysOf));
  return records.within(within).flatMap((record) => stateAt(record, asOf, knownAt) ?? []);
};

/** In memory; see `statesAboutDays`. */
export class RecordsByDays<S> implements ReplicaSink<Versions<S>> {
  /** By the first day, then by id. */
  private readonly byFrom = new Map<CalendarDate, Map<string, About<S>>>();

  constructor(private readonly daysOf: (state: S) => DateRange) {}

  put(id: string, record: Versions<S>): void {
    const state = stateNow(record);
    if (state === null) return;
    const { from, to } = this.daysOf(state);
    const records = this.byFrom.get(from) ?? new Map<string, About<S>>();
    this.byFrom.set(from, records);
    records.set(id, { record, to });
  }

  clear(): void {
    this.byFrom.clear();
  }

  within({ from, to }: Bounded<CalendarDate>): readonly Versions<S>[] {
    const found: Versions<S>[] = [];
    for (const [first, records] of this.byFrom) {
      if ((from !== null && first < from) || (to !== null && first >= to)) continue;
      for (const about of records.values()) if (to === null || about.to <= to) found.push(about.record);
    }
    return found;
  }
}

/** `to`: the day after the last. */
type About<S> = Readonly<{ record: Versions<S>; to: CalendarDate }>;
