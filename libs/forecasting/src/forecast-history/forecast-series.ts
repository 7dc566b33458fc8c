import type { DealSelection } from '#deals/deal-figures/deal-figures.contract.js';
import { millisecondsOf } from '#kernel/instant.js';
import { ForecastLine } from '../forecast/forecast-line.js';
import type { StageOfDeal, StageWeight } from '../stage-weights.js';
import type { HistoryInstant } from './instants.js';

type WeightOf = (deal: StageOfDeal) => StageWeight | null;

/** By owner: the amount at each instant, in minor units. */
type Amounts = Map<string | null, Float64Array>;

/**
 * What was closed and open at each of many instants, in one pass over the spans: a span holds at a stretch of them, as
 * instants and knowledge go forwards only; it adds its amount where that begins and takes it off where it ends.
 */
export class ForecastSeries {
  private readonly won: Amounts = new Map();
  private readonly open: Readonly<{ stage: StageOfDeal; amounts: Amounts }>[] = [];
  /** The place in `open` by category, stage and process: asked for each span, so without making a key of them. */
  private readonly places = new Map<string | null, Map<string, Map<string, Amounts>>>();
  private readonly valid: Float64Array;
  private readonly known: Float64Array;

  /** @param instants none of them, nor of what they know, before the one before */
  constructor(closing: DealSelection, instants: readonly HistoryInstant[]) {
    this.valid = Float64Array.from(instants, ({ asOf }) => millisecondsOf(asOf));
    this.known = Float64Array.from(instants, ({ knownAt }) => millisecondsOf(knownAt));
    closing.eachShare((deal) => {
      const from = Math.max(firstFrom(this.valid, deal.validFrom), firstFrom(this.known, deal.knownFrom));
      const to = Math.min(firstFrom(this.valid, deal.validTo), firstFrom(this.known, deal.knownTo));
      // Most hold at none of the instants: what else there is to them need not be looked at.
      if (from >= to) return;
      const { status, ownerId, processId, stage, category, amount } = deal;
      const changes = this.changesOf(status === 'Won' ? this.won : this.openIn(processId, stage, category), ownerId);
      changes[from] = (changes[from] as number) + amount;
      changes[to] = (changes[to] as number) - amount;
    });
    for (const amounts of [this.won, ...this.open.map((each) => each.amounts)]) {
      for (const changes of amounts.values()) {
        for (let at = 1; at < changes.length; at += 1) {
          changes[at] = (changes[at] as number) + (changes[at - 1] as number);
        }
      }
    }
  }

  /** By owner, at the instant of that number; `weightOf` is of then. */
  lines(at: number, weightOf: WeightOf): ReadonlyMap<string | null, ForecastLine> {
    const lines = new Map<string | null, ForecastLine>();
    const lineOf = (ownerId: string | null): ForecastLine => {
      let line = lines.get(ownerId);
      if (line === undefined) {
        line = new ForecastLine();
        lines.set(ownerId, line);
      }
      return line;
    };
    for (const [ownerId, amounts] of this.won) {
      const amount = amounts[at] as number;
      if (amount !== 0) lineOf(ownerId).closed += amount;
    }
    for (const { stage, amounts: byOwner } of this.open) {
      const weight = weightOf(stage);
      if (weight === null) continue;
      for (const [ownerId, amounts] of byOwner) {
        const amount = amounts[at] as number;
        if (amount !== 0) lineOf(ownerId).addOpen(weight.category, amount, weight.probability);
      }
    }
    return lines;
  }

  private openIn(processId: string, stage: string, category: StageOfDeal['category']): Amounts {
    const ofCategory = placeIn(this.places, category, () => new Map<string, Map<string, Amounts>>());
    const ofStage = placeIn(ofCategory, stage, () => new Map<string, Amounts>());
    return placeIn(ofStage, processId, () => {
      const amounts: Amounts = new Map();
      this.open.push({ stage: { processId, stage, category }, amounts });
      return amounts;
    });
  }

  private changesOf(amounts: Amounts, ownerId: string | null): Float64Array {
    return placeIn(amounts, ownerId, () => new Float64Array(this.valid.length + 1));
  }
}

const placeIn = <K, V>(map: Map<K, V>, key: K, made: () => V): V => {
  let value = map.get(key);
  if (value === undefined) {
    value = made();
    map.set(key, value);
  }
  return value;
};

/** The number of the first instant at or after `bound`; how many there are when none is. */
const firstFrom = (instants: Float64Array, bound: number): number => {
  let [low, high] = [0, instants.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((instants[middle] as number) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
};
