import { type Assignable, type AssignableRefusal, unassignable } from '#kernel/assignable.js';
import type { CalendarDate } from '#kernel/instant.js';
import { sameJson } from '#kernel/json.js';
import type { Money } from '#kernel/money.js';
import { isRejected, type Outcome, type Rejected, reject } from '#kernel/outcome.js';
import type { DealOpened, FieldValues } from './deal.events.js';
import type { Deal } from './deal.state.js';
import { fieldMissing, ownFieldGiven } from './deal-fields.js';
import { type DealProcess, stageAt } from './deal-process.js';
import { agreedOn, type LineDraft, pricedByLines, type Worth, type WorthRefusal } from './deal-worth.js';

export type OpenDeal = Readonly<{
  dealId: string;
  name: string;
  customerId: string;
  /** Default: the first stage of the process. */
  stage?: string | null | undefined;
  /** Default: what the lines add up to. With lines too it is what was agreed on for them together. */
  amount?: Money | null | undefined;
  lines?: readonly LineDraft[] | null | undefined;
  ownerId?: string | null | undefined;
  expectedCloseOn?: CalendarDate | null | undefined;
  /** Values of fields that the stage requires. */
  requires?: FieldValues | null | undefined;
}>;

export type OpenDealRefusal =
  | 'DealAlreadyExists'
  | 'DealNameMissing'
  | 'AmountMissing'
  | WorthRefusal
  | 'StageUnknown'
  | 'FieldHasOwnCommand'
  | 'RequiredFieldMissing'
  | AssignableRefusal;

/**
 * `process` is the one that the deal is to go through; `owner` is the rep that `ownerId` names, null when it names
 * none. A deal may be opened in any stage: it can be known late.
 */
export const openDeal = (
  command: OpenDeal,
  deal: Deal | null,
  process: DealProcess,
  owner: Assignable,
): Outcome<DealOpened, OpenDealRefusal> => {
  const { dealId, customerId, name } = command;
  const { ownerId = null, expectedCloseOn = null } = command;
  const worth = worthOf(command);
  if (isRejected(worth)) return worth;
  // The first stage may have changed since the deal was opened: a request that left it open still means the same.
  const stage = command.stage ?? deal?.opened.stage ?? process.stages[0]?.id ?? '';
  const fields = { ...command.requires };
  const opened = { dealId, customerId, processId: process.id, name, stage, ...worth, ownerId, expectedCloseOn, fields };
  if (deal !== null) {
    return sameJson(deal.opened, opened)
      ? []
      : reject('DealAlreadyExists', `Deal ${dealId} was opened with other particulars`);
  }
  const entry = stageAt(process, stage);
  if (isRejected(entry)) return entry;
  return (
    nameless(name) ??
    (ownerId === null ? null : unassignable(ownerId, owner)) ??
    ownFieldGiven(fields) ??
    fieldMissing(entry.stage, opened) ?? [{ type: 'DealOpened', data: opened }]
  );
};

const nameless = (name: string): Rejected<'DealNameMissing'> | null =>
  name.trim() === '' ? reject('DealNameMissing', 'A deal needs a name') : null;

const worthOf = ({ amount, lines }: OpenDeal): Worth | Rejected<'AmountMissing' | WorthRefusal> => {
  const [first] = lines ?? [];
  if (!lines || !first) {
    if (!amount) return reject('AmountMissing', 'A deal needs an amount, or lines that add up to one');
    return agreedOn(amount, { amount, lines: [] });
  }
  const priced = pricedByLines(lines, first.price.currency);
  return isRejected(priced) || !amount ? priced : agreedOn(amount, priced);
};
