import { isRejected, type Outcome, type Rejected, reject } from '#kernel/outcome.js';
import type { DealAdvanced, FieldValues } from './deal.events.js';
import type { Deal } from './deal.state.js';
import { fieldMissing, ownFieldGiven } from './deal-fields.js';
import { type DealProcess, placeOf, stageAt } from './deal-process.js';
import { notOpen } from './deal-rules.js';

export type AdvanceDeal = Readonly<{
  dealId: string;
  to: string;
  /** Values of fields that the stage requires; the deal keeps them. */
  requires?: FieldValues | null | undefined;
}>;

export type AdvanceDealRefusal =
  | 'DealNotOpen'
  | 'StageUnknown'
  | 'StageNotAhead'
  | 'StageSkipped'
  | 'FieldHasOwnCommand'
  | 'RequiredFieldMissing';

export const advanceDeal = (
  { dealId, to, requires }: AdvanceDeal,
  deal: Deal,
  process: DealProcess,
): Outcome<DealAdvanced, AdvanceDealRefusal> => {
  const { customerId, stage: from } = deal;
  const closed = notOpen(deal);
  if (closed) return closed;
  if (to === from) return [];
  const target = stageAt(process, to);
  if (isRejected(target)) return target;
  const fields = { ...requires };
  return (
    outOfOrder(process, from, target.index) ??
    ownFieldGiven(fields) ??
    fieldMissing(target.stage, { ...deal, fields: { ...deal.fields, ...fields } }) ?? [
      { type: 'DealAdvanced', data: { dealId, customerId, from, to, fields } },
    ]
  );
};

const outOfOrder = (
  process: DealProcess,
  from: string,
  target: number,
): Rejected<'StageNotAhead' | 'StageSkipped'> | null => {
  const { stages, rules } = process;
  const place = placeOf(process, from);
  // A revision took the deal's stage away: it has no place in the order, so it may go on from anywhere.
  if (place === -1) return null;
  if (target < place) {
    return reject('StageNotAhead', `${stages[target]?.id} lies before ${from}; move the deal back to get there`);
  }
  const next = stages[place + 1];
  return target === place + 1 || rules.allowSkip || !next
    ? null
    : reject('StageSkipped', `${next.id} follows ${from}, not ${stages[target]?.id}`);
};
