import { daysOf } from '#kernel/instant.js';
import { medianOf } from '#kernel/median.js';
import type { StageEntry } from './stage-entries.js';

/** What became, until the end of the paths, of the deals that came into a stage. */
export type StageFigures = Readonly<{
  stage: string;
  /** Deals that came into the stage in the time of the cohort, each counted once. */
  entered: number;
  /** Those of them that came into a later stage afterwards, or were won. */
  advanced: number;
  /** Those that did not advance and are lost. */
  lost: number;
  /** Those that did not advance and are open. */
  open: number;
  /** Those that are won. */
  won: number;
  /** advanced ÷ entered; null when none entered. */
  conversion: number | null;
  /** Median length, in days to a tenth, of the latest stay of those that left the stage; null when none did. */
  medianDaysInStage: number | null;
  /** The same, all stays of the deal in the stage together. */
  medianDaysInStageCumulative: number | null;
}>;

/** The counts of a stage: each is of deals that can be listed. */
export const ENTRY_ROWS = ['entered', 'advanced', 'lost', 'open', 'won'] as const;
export type EntryRow = (typeof ENTRY_ROWS)[number];

export const isInEntryRow = ({ status, advanced }: StageEntry, row: EntryRow): boolean => {
  switch (row) {
    case 'entered':
      return true;
    case 'advanced':
      return advanced;
    case 'lost':
      return !advanced && status === 'Lost';
    case 'open':
      return !advanced && status === 'Open';
    case 'won':
      return status === 'Won';
  }
};

/**
 * Stage conversion by cohort: stage conversion = advanced ÷ entered. A cohort has the stages in their order, then those
 * that the process does not have (any more).
 */
export class StageConversion {
  private readonly cohorts = new Map<string, Map<string, Tally>>();

  /** @param stages ids in the order of the process */
  constructor(private readonly stages: readonly string[]) {}

  add(entry: StageEntry): void {
    const { cohort, stage } = entry;
    let tallies = this.cohorts.get(cohort);
    if (tallies === undefined) {
      tallies = new Map();
      this.cohorts.set(cohort, tallies);
    }
    let tally = tallies.get(stage);
    if (tally === undefined) {
      tally = new Tally();
      tallies.set(stage, tally);
    }
    tally.add(entry);
  }

  /** Those that something belongs to, as text in order. */
  get names(): readonly string[] {
    return [...this.cohorts.keys()].sort();
  }

  /** All stages of a cohort; without any deals when nothing belongs to it. */
  cohort(name: string): readonly StageFigures[] {
    const tallies = this.cohorts.get(name) ?? new Map<string, Tally>();
    const others = [...tallies.keys()].filter((stage) => !this.stages.includes(stage)).sort();
    return [...this.stages, ...others].map((stage) => (tallies.get(stage) ?? new Tally()).shown(stage));
  }
}

class Tally {
  private readonly counts = { entered: 0, advanced: 0, lost: 0, open: 0, won: 0 } satisfies Record<EntryRow, number>;
  private readonly latest: number[] = [];
  private readonly cumulative: number[] = [];

  add(entry: StageEntry): void {
    for (const row of ENTRY_ROWS) if (isInEntryRow(entry, row)) this.counts[row] += 1;
    if (entry.stay === null) return;
    this.latest.push(entry.stay.latest);
    this.cumulative.push(entry.stay.cumulative);
  }

  shown(stage: string): StageFigures {
    const { entered, advanced } = this.counts;
    return {
      stage,
      ...this.counts,
      conversion: entered === 0 ? null : advanced / entered,
      medianDaysInStage: medianDays(this.latest),
      medianDaysInStageCumulative: medianDays(this.cumulative),
    };
  }
}

/** Of lengths in milliseconds, in days to a tenth; null when there are none. */
const medianDays = (lengths: readonly number[]): number | null => {
  const median = medianOf(lengths);
  return median === null ? null : daysOf(median);
};
