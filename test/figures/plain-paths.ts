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

/** Figures by stage, of what came into a stage within the window. */
export const plainConversion = (facts: readonly Fact[], at: At, { from, to, owners }: Window) => {
  const order: string[] = (recordsAt(facts, at).get('process-sales')?.stages ?? []).map(({ id }: { id: string }) => id);
  const deals = [...statesOf(facts, at).values()];
  const stages = new Set([...order, ...deals.flat().map(({ stage }) => stage)]);
  const figures = new Map<string, object>();
  for (const stage of stages) {
    const counts = { entered: 0, advanced: 0, lost: 0, open: 0, won: 0 };
    const [latest, cumulative]: [number[], number[]] = [[], []];
    for (const states of deals) {
      const isIn = (state: State | undefined) => state?.status === 'Open' && state.stage === stage;
      const entries = states
        .map((_, place) => place)
        .filter((place) => isIn(states[place]) && !isIn(states[place - 1]));
      const first = entries.find((place) => {
        const { at: entered, credits } = states[place] as State;
        return from <= entered && entered < to && credits.some(({ ownerId }) => isAmong(owners, ownerId));
      });
      if (first === undefined) continue;
      const later = states.slice(first + 1);
      const place = order.indexOf(stage);
      const advanced = later.some(
        (state) =>
          state.status === 'Won' || (state.status === 'Open' && place >= 0 && order.indexOf(state.stage) > place),
      );
      const end = states.at(-1)?.status;
      counts.entered += 1;
      counts.advanced += Number(advanced);
      counts.lost += Number(!advanced && end === 'Lost');
      counts.open += Number(!advanced && end === 'Open');
      counts.won += Number(end === 'Won');
      const lengths = entries.map((entry) => {
        const left = states.slice(entry).find((state) => !isIn(state));
        return left === undefined ? null : left.at - (states[entry] as State).at;
      });
      const last = lengths.at(-1) ?? null;
      if (last === null) continue;
      latest.push(last);
      cumulative.push(lengths.reduce<number>((sum, length) => sum + (length ?? 0), 0));
    }
    if (counts.entered === 0 && !order.includes(stage)) continue;
    figures.set(stage, {
      ...counts,
      conversion: counts.entered === 0 ? null : counts.advanced / counts.entered,
      medianDaysInStage: medianDays(latest),
      medianDaysInStageCumulative: medianDays(cumulative),
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
