import type { Fact } from './generated-history.js';

// The figures once more, by plain arithmetic over the facts and without any code of the program.

/** Milliseconds since 1970. */
export type At = Readonly<{ asOf: number; knownAt: number }>;

// biome-ignore lint/suspicious/noExplicitAny: records are put together from whatever their facts hold
type Record_ = any;

/** From when on it was true; of a correction, from when on it says what was. */
export const since = ({ type, data, at }: Fact): number =>
  type === 'DealCorrected' ? Date.parse(String(data.effectiveAt)) : at;

/** Whether a deal was won for another amount than it had by then: only this sets the amount anew. */
const isForAnother = (facts: readonly Fact[], won: Fact): boolean => {
  const earlier = facts.slice(0, facts.indexOf(won)).filter(({ stream }) => stream === won.stream);
  const deal = recordsAt(earlier, { asOf: won.at, knownAt: won.recordedAt }).get(won.stream);
  return deal.amount.amount !== (won.data.amount as Record_).amount;
};

/**
 * Every record as it was: the facts that were true and known by then, laid over each other in the order in which they
 * became true. So a correction holds until what became true, and set the same, after the instant that it is about.
 */
export const recordsAt = (facts: readonly Fact[], { asOf, knownAt }: At): ReadonlyMap<string, Record_> => {
  const records = new Map<string, Record_>();
  const known = facts.filter((fact) => since(fact) <= asOf && fact.recordedAt <= knownAt);
  for (const fact of known.toSorted((a, b) => since(a) - since(b))) {
    const { stream, type, data, at } = fact;
    const before = records.get(stream);
    const { amount, lines } = before ?? {};
    const kept = type === 'DealWon' && !isForAnother(facts, fact) ? { amount, lines } : {};
    records.set(stream, { ...changed(before, type, data, at), ...kept });
  }
  return records;
};

const changed = (before: Record_, type: string, data: Record_, at: number): Record_ => {
  switch (type) {
    case 'DealOpened':
      return { ...data, status: 'Open', openedAt: at, category: null };
    case 'DealAdvanced':
      return { ...before, stage: data.to };
    case 'DealAmountChanged':
      return { ...before, amount: data.to, lines: data.lines };
    case 'DealRescheduled':
      return { ...before, expectedCloseOn: data.to };
    case 'DealReassigned':
      return { ...before, ownerId: data.to };
    case 'DealSplit':
      return { ...before, split: data.to };
    case 'DealCategorized':
      return { ...before, category: data.to };
    case 'DealWon':
      return {
        ...before,
        status: 'Won',
        amount: data.amount,
        lines: data.lines,
        signedOn: data.signedOn,
        closedAt: at,
      };
    case 'DealLost':
      return { ...before, status: 'Lost', closedAt: at };
    case 'DealReopened':
      return { ...before, status: 'Open' };
    case 'DealCorrected':
      return {
        ...before,
        ...(data.amount && { amount: data.amount.to, lines: data.amount.lines }),
        ...(data.stage && { stage: data.stage.to }),
        ...(data.expectedCloseOn && { expectedCloseOn: data.expectedCloseOn.to }),
        ...(data.ownerId && { ownerId: data.ownerId.to }),
      };
    case 'RepMoved':
      return { ...before, teamId: data.to };
    case 'TeamMoved':
      return { ...before, parentId: data.to };
    case 'TeamRenamed':
      return { ...before, name: data.to };
    case 'RepProfileChanged':
    case 'CustomerProfileChanged':
      return { ...before, ...data.to };
    case 'TaskReassigned':
      return { ...before, repId: data.to };
    case 'CallLogged':
    case 'EmailLogged':
    case 'MeetingLogged':
    case 'NoteTaken':
    case 'TaskAdded':
      return { ...data, at, kind: type };
    default:
      return { ...before, ...data };
  }
};

export const ofKind = (records: ReadonlyMap<string, Record_>, kind: string): readonly Record_[] =>
  [...records].filter(([stream]) => stream.startsWith(`${kind}-`)).map(([, record]) => record);

/** Whose the amount of a deal is: its owner's, or what each share makes of it; the last cents go to the largest remainders. */
export const creditsOf = ({
  ownerId,
  split,
  amount,
}: Record_): readonly { ownerId: string | null; amount: number }[] => {
  if (!split) return [{ ownerId, amount: amount.amount }];
  const parts = sharedOut(
    amount.amount,
    split.map(({ basisPoints }: Record_) => basisPoints),
  );
  return split.map(({ repId }: Record_, place: number) => ({ ownerId: repId, amount: parts[place] ?? 0 }));
};

/** Whole parts of a total in proportion to the weights; what is left over goes to the largest remainders. */
const sharedOut = (total: number, weights: readonly number[]): readonly number[] => {
  const all = BigInt(weights.reduce((sum, weight) => sum + weight, 0));
  if (all === 0n) return weights.map(() => 0);
  const due = weights.map((weight, place) => {
    const product = BigInt(total) * BigInt(weight);
    return { place, whole: Number(product / all), rest: product % all };
  });
  const left = total - due.reduce((sum, { whole }) => sum + whole, 0);
  const favoured = due.toSorted((a, b) => Number(b.rest - a.rest) || a.place - b.place).slice(0, left);
  return due.map((each) => each.whole + Number(favoured.includes(each)));
};

type PlainPart = Readonly<{ ownerId: string | null; line: Record_; amount: number }>;

/** A deal by line, by share or by both: each line is shared by what is left of each share. */
export const dealParts = (
  deal: Record_,
  apart: Readonly<{ byLine: boolean; byShare: boolean }>,
): readonly PlainPart[] => {
  const credits = apart.byShare ? creditsOf(deal) : [{ ownerId: deal.ownerId, amount: deal.amount.amount }];
  if (!apart.byLine || deal.lines.length === 0) return credits.map((credit) => ({ ...credit, line: null }));
  let left = credits.map(({ amount }) => amount);
  return deal.lines.flatMap((line: Record_) => {
    const parts = sharedOut(line.amount.amount, left);
    left = left.map((rest, place) => rest - (parts[place] ?? 0));
    return credits.map(({ ownerId }, place) => ({ ownerId, line, amount: parts[place] ?? 0 }));
  });
};

/** The open deals: by stage, and their ids. */
export const plainBoard = (facts: readonly Fact[], at: At) => {
  const records = recordsAt(facts, at);
  const open = ofKind(records, 'deal').filter(({ status }) => status === 'Open');
  const stages = new Map<string, { deals: number; amount: number }>();
  for (const { stage, amount } of open) {
    const { deals, amount: sum } = stages.get(stage) ?? { deals: 0, amount: 0 };
    stages.set(stage, { deals: deals + 1, amount: sum + amount.amount });
  }
  return { stages, ids: open.map(({ dealId }) => dealId).sort() };
};

/** `2017-03`, `2018-Q1` or `2018`, for a fiscal year that starts in July and bears the name of the year it ends in. */
export const periodOfDay = (day: string, by: string): string => {
  const [year, month] = day.split('-').map(Number) as [number, number];
  if (by === 'month') return day.slice(0, 7);
  const fiscalYear = month >= 7 ? year + 1 : year;
  return by === 'year' ? String(fiscalYear) : `${fiscalYear}-Q${Math.floor(((month + 5) % 12) / 3) + 1}`;
};

type PlainRow = {
  closed: number;
  commit: number;
  bestCase: number;
  pipeline: number;
  /** In minor units, not rounded. */
  weighted: number;
};

/** Forecast rows by `period|group`, for any of the groupings. */
export const plainForecast = (facts: readonly Fact[], at: At, by: string, group: string): Map<string, PlainRow> => {
  const records = recordsAt(facts, at);
  const stages = records.get('process-sales')?.stages ?? [];
  const rows = new Map<string, PlainRow>();
  const rowOf = (period: string | null, name: string | null): PlainRow => {
    const key = `${period}|${name}`;
    const row = rows.get(key) ?? { closed: 0, commit: 0, bestCase: 0, pipeline: 0, weighted: 0 };
    rows.set(key, row);
    return row;
  };
  for (const deal of ofKind(records, 'deal')) {
    for (const { name, amount } of partsOf(deal, group, records)) {
      if (deal.status === 'Won') rowOf(periodOfDay(deal.signedOn, by), name).closed += amount;
      if (deal.status !== 'Open' || deal.category === 'omitted') continue;
      const stage = stages.find(({ id }: Record_) => id === deal.stage);
      const row = rowOf(deal.expectedCloseOn && periodOfDay(deal.expectedCloseOn, by), name);
      row[(deal.category ?? stage?.forecastCategory ?? 'pipeline') as 'commit'] += amount;
      row.weighted += amount * (stage?.probability ?? 0);
    }
  }
  return rows;
};

const partsOf = (deal: Record_, group: string, records: ReadonlyMap<string, Record_>) => {
  const { amount } = deal.amount;
  const customer = records.get(`customer-${deal.customerId}`);
  switch (group) {
    case 'owner':
      return creditsOf(deal).map(({ ownerId: name, ...credit }) => ({ name, ...credit }));
    case 'team':
      return creditsOf(deal).map((credit) => ({
        name: records.get(`rep-${credit.ownerId}`)?.teamId ?? null,
        amount: credit.amount,
      }));
    case 'region':
      return creditsOf(deal).map((credit) => ({
        name: records.get(`rep-${credit.ownerId}`)?.region ?? customer?.region ?? null,
        amount: credit.amount,
      }));
    case 'source':
    case 'industry':
      return [{ name: customer?.[group] ?? null, amount }];
    case 'customer':
      return [{ name: deal.customerId, amount }];
    case 'process':
      return [{ name: deal.processId, amount }];
    case 'model':
      if (deal.lines.length === 0) return [{ name: null, amount }];
      return deal.lines.map((line: Record_) => ({
        name: line.model === null ? null : `${line.productId}/${line.model}`,
        amount: line.amount.amount,
      }));
    case 'product':
      if (deal.lines.length === 0) return [{ name: null, amount }];
      return deal.lines.map((line: Record_) => ({ name: line.productId, amount: line.amount.amount }));
    default:
      return [{ name: null, amount }];
  }
};

/** The day on a wall calendar in New York. */
export const dayInNewYork = (at: number): string =>
  new Date(at).toLocaleDateString('en-CA', { timeZone: 'America/New_York' });

/** `period` null: all time. */
const isIn = (day: string, period: string | null): boolean =>
  period === null || ['month', 'quarter', 'year'].some((by) => periodOfDay(day, by) === period);

/** What each rep closed and did in the period. */
export const plainPerformance = (facts: readonly Fact[], at: At, repId: string, period: string | null) => {
  const records = recordsAt(facts, at);
  const stages = records.get('process-sales')?.stages ?? [];
  const deals = ofKind(records, 'deal').flatMap((deal) =>
    creditsOf(deal)
      .filter(({ ownerId }) => ownerId === repId)
      .map(({ amount }) => ({ ...deal, amount: { amount } })),
  );
  const open = deals.filter(({ status }) => status === 'Open');
  const won = deals.filter(({ status, signedOn }) => status === 'Won' && isIn(signedOn, period));
  const lost = deals.filter(({ status, closedAt }) => status === 'Lost' && isIn(dayInNewYork(closedAt), period));
  const done = ofKind(records, 'activity').filter(
    (each) => each.repId === repId && isIn(dayInNewYork(each.at), period),
  );
  const count = (kind: string) => done.filter((each) => each.kind === kind).length;
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const days = total(won.map(({ openedAt, closedAt }) => closedAt - openedAt)) / won.length / 86_400_000;
  return {
    wonDeals: won.length,
    wonAmount: total(won.map(({ amount }) => amount.amount)),
    lostDeals: lost.length,
    winRate: won.length + lost.length === 0 ? null : won.length / (won.length + lost.length),
    averageCycleDays: won.length === 0 ? null : days,
    openDeals: open.length,
    openAmount: total(open.map(({ amount }) => amount.amount)),
    weighted: total(
      open
        .filter(({ category }) => category !== 'omitted')
        .map(({ stage, amount }) => amount.amount * (stages.find(({ id }: Record_) => id === stage)?.probability ?? 0)),
    ),
    activities: {
      calls: count('CallLogged'),
      emails: count('EmailLogged'),
      meetings: count('MeetingLogged'),
      notes: count('NoteTaken'),
      tasks: count('TaskAdded'),
    },
    callSeconds: total(done.filter(({ kind }) => kind === 'CallLogged').map(({ durationSeconds }) => durationSeconds)),
  };
};
