import type { Fact } from './generated-history.js';
import { type At, creditsOf, dayInNewYork, recordsAt, since } from './plain-figures.js';

// Stage conversion and slippage once more, by plain arithmetic over the facts and without any code of the program.

const DAY = 86_400_000;
const tenth = (days: number): number => Math.round(days * 10) / 10;

/** What a deal was after each of its facts. */
type State = Readonly<{
  at: number;
  status: string;
  stage: string;
  ownerId: string | null;
  expected: string | null;
  amount: number;
  /** What of it was whose. */
  credits: ReturnType<typeof creditsOf>;
  record: ReturnType<ReturnType<typeof recordsAt>['get']>;
  revision: number;
}>;

const isCorrection = ({ type }: Fact): boolean => type === 'DealCorrected';

/**
 * By deal, its states in the order in which they became true, as of the instants. A correction of the very instant of
 * another fact says how that state was, and is none of its own.
 */
const statesOf = (facts: readonly Fact[], at: At): ReadonlyMap<string, readonly State[]> => {
  const deals = new Map<string, State[]>();
  for (const stream of new Set(facts.map((fact) => fact.stream).filter((name) => name.startsWith('deal-')))) {
    const own = facts.filter((fact) => fact.stream === stream);
    const known = own.filter((fact) => since(fact) <= at.asOf && fact.recordedAt <= at.knownAt);
    const inOrder = known.toSorted((a, b) => since(a) - since(b));
    const states = inOrder.flatMap((fact, place): State[] => {
      const isAtOnce = (other: Fact) => since(other) === since(fact);
      if (isCorrection(fact) && inOrder.slice(0, place).some(isAtOnce)) return [];
      const corrections = inOrder.slice(place).filter((later) => isCorrection(later) && isAtOnce(later));
      const until = new Set([...inOrder.slice(0, place + 1), ...corrections]);
      const told = facts.filter((each) => each.stream !== stream || until.has(each));
      const record = recordsAt(told, at).get(stream);
      const { status, stage, ownerId, expectedCloseOn: expected, amount } = record;
      const revision = own.indexOf(fact);
      const credits = creditsOf(record);
      return [{ at: since(fact), status, stage, ownerId, expected, amount: amount.amount, credits, record, revision }];
    });
    if (states.length > 0) deals.set(stream.slice('deal-'.length), states);
  }
  return deals;
};

const medianOf = (numbers: readonly number[]): number | null => {
  const sorted = [...numbers].sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) / 2;
};

const medianDays = (lengths: readonly number[]): number | null => {
  const median = medianOf(lengths);
  return median === null ? null : tenth(median / DAY);
};

const isAmong = (owners: readonly string[] | null, ownerId: string | null): boolean =>
  owners === null || (ownerId !== null && owners.includes(ownerId));

type Window = Readonly<{ from: number; to: number; owners: readonly string[] | null }>;

type Entry = Readonly<{
  dealId: string;
  /** The deal when it came into the stage, and what those who count have of it then. */
  state: State;
  credits: State['credits'];
  advanced: boolean;
  /** What the deal is in the end. */
  status: string | undefined;
  /** Each stay in the stage, in milliseconds; null: it is there still. */
  lengths: readonly (number | null)[];
}>;

/** By stage, the deals that came into it within the window. */
export const plainEntries = (
  facts: readonly Fact[],
  at: At,
  { from, to, owners }: Window,
): ReadonlyMap<string, readonly Entry[]> => {
  const order: string[] = (recordsAt(facts, at).get('process-sales')?.stages ?? []).map(({ id }: { id: string }) => id);
  const deals = [...statesOf(facts, at)];
  const stages = [...new Set([...order, ...deals.flatMap(([, states]) => states.map(({ stage }) => stage))])];
  const entriesOf = (stage: string): readonly Entry[] =>
    deals.flatMap(([dealId, states]): readonly Entry[] => {
      const isIn = (state: State | undefined) => state?.status === 'Open' && state.stage === stage;
      const entries = states
        .map((_, place) => place)
        .filter((place) => isIn(states[place]) && !isIn(states[place - 1]));
      const creditsAt = (place: number) => {
        return (states[place] as State).credits.filter(({ ownerId }) => isAmong(owners, ownerId));
      };
      const first = entries.find((place) => {
        const { at: entered } = states[place] as State;
        return from <= entered && entered < to && creditsAt(place).length > 0;
      });
      if (first === undefined) return [];
      const place = order.indexOf(stage);
      const advanced = states
        .slice(first + 1)
        .some(
          (state) =>
            state.status === 'Won' || (state.status === 'Open' && place >= 0 && order.indexOf(state.stage) > place),
        );
      const lengths = entries.map((entry) => {
        const left = states.slice(entry).find((state) => !isIn(state));
        return left === undefined ? null : left.at - (states[entry] as State).at;
      });
      const state = states[first] as State;
      return [{ dealId, state, credits: creditsAt(first), advanced, status: states.at(-1)?.status, lengths }];
    });
  const byStage = stages.map((stage) => [stage, entriesOf(stage)] as const);
  return new Map(byStage.filter(([stage, entries]) => entries.length > 0 || order.includes(stage)));
};

/** The last stay, and all together, in days; null: the deal is in the stage still. */
export const plainStay = ({ lengths }: Entry) => {
  const last = lengths.at(-1) ?? null;
  return last === null ? null : { latest: last, cumulative: lengths.reduce<number>((sum, own) => sum + (own ?? 0), 0) };
};

const isInRow = {
  entered: () => true,
  advanced: ({ advanced }: Entry) => advanced,
  lost: ({ advanced, status }: Entry) => !advanced && status === 'Lost',
  open: ({ advanced, status }: Entry) => !advanced && status === 'Open',
  won: ({ status }: Entry) => status === 'Won',
};

/** Those that a count of a stage is made of. */
export const plainRow = (entries: readonly Entry[], row: keyof typeof isInRow): readonly Entry[] =>
  entries.filter(isInRow[row]);

/** Figures by stage, of what came into a stage within the window. */
export const plainConversion = (facts: readonly Fact[], at: At, window: Window) => {
  const figures = new Map<string, object>();
  for (const [stage, entries] of plainEntries(facts, at, window)) {
    const [entered, advanced] = [entries.length, plainRow(entries, 'advanced').length];
    const stays = entries.flatMap((entry) => plainStay(entry) ?? []);
    figures.set(stage, {
      ...{ entered, advanced, conversion: entered === 0 ? null : advanced / entered },
      ...{ lost: plainRow(entries, 'lost').length, open: plainRow(entries, 'open').length },
      won: plainRow(entries, 'won').length,
      medianDaysInStage: medianDays(stays.map(({ latest }) => latest)),
      medianDaysInStageCumulative: medianDays(stays.map(({ cumulative }) => cumulative)),
    });
  }
  return figures;
};

/** When the day is over in New York: at 4 or 5 o'clock UTC. */
const endInNewYork = (date: string): number => {
  const [summer, winter] = [28, 29].map((hours) => Date.parse(date) + hours * 3_600_000) as [number, number];
  return dayInNewYork(summer) > date ? summer : winter;
};

type Slip = Readonly<{
  kind: string;
  dealId: string;
  at: number;
  from: string;
  to: string | null;
  days: number;
  ownerId: string | null;
  amount: number;
  credits: State['credits'];
  /** The deal as it was then. */
  record: State['record'];
  isOpen: boolean;
}>;

/** Every slip, push and postponement; days from `from` on, before `to`. */
export const plainSlips = (
  facts: readonly Fact[],
  at: At,
  from: string,
  to: string,
  owners: readonly string[] | null,
): readonly Slip[] => {
  const slips: Slip[] = [];
  const creditedIn = ({ ownerId, credits: all, record }: State) => {
    const credits = all.filter((credit) => isAmong(owners, credit.ownerId));
    return { ownerId, credits, record, amount: credits.reduce((sum, { amount }) => sum + amount, 0) };
  };
  for (const [dealId, states] of statesOf(facts, at)) {
    for (let first = 0; first < states.length; ) {
      const { expected, status, at: set } = states[first] as State;
      let end = first + 1;
      while (
        end < states.length &&
        status === 'Open' &&
        states[end]?.status === 'Open' &&
        states[end]?.expected === expected
      )
        end += 1;
      const held = states.slice(first, end);
      const next = states[end];
      first = end;
      if (status !== 'Open' || expected === null || expected < from || to <= expected) continue;
      const passed = endInNewYork(expected);
      const slipped = Math.max(passed, set);
      const until = next?.at ?? at.asOf;
      const then = held.filter((state) => state.at <= slipped).at(-1) as State;
      const credited = creditedIn(then);
      if (slipped >= until || credited.credits.length === 0) continue;
      slips.push({
        kind: 'slipped',
        dealId,
        at: slipped,
        from: expected,
        to: next?.status === 'Open' ? next.expected : null,
        days: tenth((until - passed) / DAY),
        ...credited,
        isOpen: next === undefined,
      });
    }
    states.slice(1).forEach((state, place) => {
      const before = states[place] as State;
      const { status, expected } = before;
      const credited = creditedIn(before);
      if (status !== 'Open' || state.status !== 'Open' || credited.credits.length === 0) return;
      if (expected === null || state.expected === null || state.expected <= expected) return;
      const day = dayInNewYork(state.at);
      if (day < from || to <= day) return;
      const days = tenth((Date.parse(state.expected) - Date.parse(expected)) / DAY);
      const move = { dealId, at: state.at, from: expected, to: state.expected, days, ...credited, isOpen: false };
      slips.push({ kind: 'postponed', ...move });
      if (from <= expected && expected < to && state.expected >= to) slips.push({ kind: 'pushed', ...move });
    });
  }
  return slips;
};
