import type { Decision } from '#commands/command-runner.js';
import { ifConvertible } from '#company/exchange-rates/company-money.contract.js';
import {
  type Deal,
  type DealEvent,
  dealDecider,
  dealDecisions,
  worthOfOpened,
  worthOfWon,
} from '#deals/deals.contract.js';
import type { Json } from '#kernel/json.js';
import { type Money, roundMinor } from '#kernel/money.js';
import { isRejected, reject } from '#kernel/outcome.js';
import type { Mapped, Mapping } from '../loading/mapping.js';
import { Cells } from '../rows/cells.js';
import type { Row } from '../rows/row.js';
import {
  categoryIn,
  type Details,
  dateIn,
  fieldsIn,
  idIn,
  instantIn,
  type LineDetails,
  linesIn,
  readDetails,
  sharesIn,
  textIn,
} from './details.js';
import { provenanceOf, said } from './said.js';

const EVENTS = [
  'opened',
  'advanced',
  'moved_back',
  'amount_changed',
  'lines_changed',
  'rescheduled',
  'categorized',
  'reassigned',
  'split',
  'won',
  'lost',
  'reopened',
  'corrected',
] as const;
type Event = (typeof EVENTS)[number];
type Decide = Decision<Deal | null, DealEvent, string>;

/** What a row says of a deal; undefined: unchanged. */
type Said = Readonly<{
  processId: string | undefined;
  customerId: string | undefined;
  stage: string | undefined;
  amount: Money | undefined;
  lines: readonly LineDetails[] | undefined;
  ownerId: string | null | undefined;
  expectedCloseOn: string | null | undefined;
  reason: string;
  name: string | null;
}>;

/** What each event is about: the column must be filled, or the key be in the details. */
const NEEDS: { readonly [E in Event]?: readonly [column: string, key: string | null] } = {
  advanced: ['stage', null],
  moved_back: ['stage', null],
  amount_changed: ['amount', null],
  lines_changed: ['product_id', 'lines'],
  rescheduled: ['expected_close_on', 'expectedCloseOn'],
  reassigned: ['owner_id', 'ownerId'],
  categorized: ['details', 'forecastCategory'],
  split: ['details', 'shares'],
};

/**
 * A row of deal_events.csv: one command, of which all takes effect or nothing. `defaultProcess` is for a row that opens
 * a deal and names none.
 */
export const dealCommands = (row: Row, mapping: Mapping, defaultProcess: string | null): Mapped<Deal, DealEvent> => {
  const cells = new Cells(row);
  const id = cells.requiredId('deal_id');
  cells.required('occurred_at');
  cells.required('event');
  const at = cells.instant('occurred_at');
  const event = cells.oneOf('event', EVENTS);
  const details = readDetails(cells);
  const provenance = provenanceOf(cells, details);
  const needs = event === null ? undefined : NEEDS[event];
  if (needs && !row.cells.has(needs[0]) && (needs[1] === null || !details.has(needs[1]))) {
    cells.wrong(needs[0], 'MissingForEvent', { event: String(event) });
  }
  const what = saidOf(cells, details, mapping.currency);
  const own = event === null ? [] : decisionsOf(event, what, cells, details, mapping, id, defaultProcess);
  if (at === null || event === null || cells.problems.length > 0) return cells;
  const says: Json = said(row);
  // Without details the row tells when it was true, and not when that was found out.
  const late = event === 'corrected' && !details.has('effectiveAt');
  return { id, commands: [{ rows: [row], says, at, late, ...provenance, decide: allOf(own) }] };
};

const saidOf = (cells: Cells, details: Details, currency: string): Said => {
  const amount = cells.money('amount', currency) ?? undefined;
  const productId = cells.id('product_id');
  const quantity = cells.whole('quantity') ?? 1;
  const lines = linesIn(details, cells, cells.text('currency') ?? currency);
  if (productId !== null && amount === undefined && !lines) cells.wrong('amount', 'MissingPrice');
  const line = productId !== null && amount ? [lineOf(productId, quantity, amount)] : undefined;
  return {
    processId: cells.id('process_id') ?? undefined,
    customerId: cells.id('customer_id') ?? undefined,
    stage: cells.text('stage') ?? undefined,
    amount,
    lines: lines ?? line,
    ownerId: cells.id('owner_id') ?? idIn(details, 'ownerId', cells),
    expectedCloseOn: cells.date('expected_close_on') ?? dateIn(details, 'expectedCloseOn', cells),
    reason: cells.text('reason') ?? '',
    name: textIn(details, 'name', cells) ?? null,
  };
};

/** One line for the whole amount: the price of a unit is what the amount makes it. */
const lineOf = (productId: string, quantity: number, amount: Money): LineDetails => {
  const price = { amount: roundMinor(amount.amount / Math.max(quantity, 1)), currency: amount.currency };
  return { productId, model: null, quantity, price };
};

const decisionsOf = (
  event: Event,
  what: Said,
  cells: Cells,
  details: Details,
  mapping: Mapping,
  id: string,
  defaultProcess: string | null,
): readonly Decide[] => {
  const { runner, actor, timeZone } = mapping;
  const { stage, amount, reason } = what;
  const fields = fieldsIn(details, cells);
  const category = categoryIn(details, cells);
  const changes = changesOf(what, mapping);
  const categorized =
    category === undefined ? [] : [dealDecisions.categorize(runner, { forecastCategory: category }, actor)];
  const advanced = (to: string): Decide => dealDecisions.advance(runner, { to, requires: fields }, actor);
  const advancedIfSaid = stage === undefined ? [] : [advanced(stage)];
  switch (event) {
    case 'opened': {
      const { customerId = cells.requiredId('customer_id'), processId = defaultProcess, ownerId = null } = what;
      const { lines, expectedCloseOn } = what;
      const opening = { name: what.name ?? id, customerId, processId, stage, amount, lines, ownerId, expectedCloseOn };
      const decide = dealDecisions.open(runner, { ...opening, requires: fields }, actor);
      return [ifConvertible(mapping.rates, mapping.currency, decide, worthOfOpened(timeZone)), ...categorized];
    }
    case 'advanced':
      return [...changes, ...categorized, advanced(stage ?? '')];
    case 'moved_back':
      return [...changes, ...categorized, dealDecisions.moveBack(runner, { to: stage ?? '', reason }, actor)];
    case 'won': {
      const signedOn = dateIn(details, 'signedOn', cells);
      const { amount: _amount, ...others } = what;
      const before = changesOf({ ...others, amount: undefined }, mapping);
      return [
        ...before,
        ...categorized,
        ...advancedIfSaid,
        ifConvertible(
          mapping.rates,
          mapping.currency,
          dealDecisions.win(runner, { amount, signedOn }, actor, timeZone),
          worthOfWon,
        ),
      ];
    }
    case 'lost': {
      const competitor = textIn(details, 'competitor', cells);
      return [...changes, ...categorized, ...advancedIfSaid, dealDecisions.lose(runner, { reason, competitor }, actor)];
    }
    case 'corrected': {
      const { expectedCloseOn, ownerId } = what;
      const effectiveAt = instantIn(details, 'effectiveAt', cells) ?? cells.instant('occurred_at');
      if (what.lines) cells.wrong('product_id', 'NoProductInCorrection');
      if (effectiveAt === null) return [];
      const corrections = { amount, stage, expectedCloseOn, ownerId };
      return [...fixed(what), dealDecisions.correct(runner, { effectiveAt, changes: corrections, reason }, actor)];
    }
    case 'split': {
      const shares = sharesIn(details, cells) ?? [];
      return [...changes, dealDecisions.split(runner, { shares }, actor)];
    }
    case 'reopened':
      return [dealDecisions.reopen(runner, { reason }, actor), ...changes, ...categorized, ...advancedIfSaid];
    default:
      return [...changes, ...categorized, ...advancedIfSaid];
  }
};

const fixed = ({ processId, customerId }: Said): readonly Decide[] => [
  isStill('process', processId, (deal) => deal.processId),
  isStill('customer', customerId, (deal) => deal.customerId),
];

const changesOf = (said: Said, { runner, actor }: Mapping): readonly Decide[] => {
  const { amount, lines, ownerId, expectedCloseOn } = said;
  return [
    ...fixed(said),
    ...(lines === undefined ? [] : [dealDecisions.changeLines(runner, { lines }, actor)]),
    ...(amount === undefined ? [] : [dealDecisions.changeAmount(runner, { amount }, actor)]),
    ...(expectedCloseOn === undefined ? [] : [dealDecisions.reschedule(runner, { expectedCloseOn }, actor)]),
    ...(ownerId === undefined ? [] : [dealDecisions.reassign(runner, { ownerId }, actor)]),
  ];
};

/** What a deal keeps for life may be said again, and not otherwise. */
const isStill =
  (what: string, given: string | undefined, kept: (deal: Deal) => string): Decide =>
  (deal) =>
    given === undefined || deal === null || kept(deal) === given
      ? []
      : reject('FixedWhenOpened', `The ${what} of the deal is ${kept(deal)}, and stays so`);

const allOf =
  (decisions: readonly Decide[]): Decide =>
  async (deal, deciding) => {
    const events: DealEvent[] = [];
    let state = deal;
    for (const decide of decisions) {
      const outcome = await decide(state, deciding);
      if (isRejected(outcome)) return outcome;
      for (const event of outcome) state = dealDecider.evolve(state, event, deciding.at);
      events.push(...outcome);
    }
    return events;
  };
