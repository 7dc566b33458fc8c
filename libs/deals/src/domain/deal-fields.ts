import { type Rejected, reject } from '#kernel/outcome.js';
import type { FieldValues } from './deal.events.js';
import type { Deal } from './deal.state.js';

/** What fields may be asked of. */
export type Fielded = Pick<Deal, 'amount' | 'lines' | 'ownerId' | 'expectedCloseOn' | 'fields'>;

/** Attributes of every deal that a stage may require like any field; each is changed by a command of its own. */
const OWN_FIELDS: Readonly<Record<string, (deal: Fielded) => boolean>> = {
  amount: ({ amount }) => amount.amount > 0,
  lines: ({ lines }) => lines.length > 0,
  ownerId: ({ ownerId }) => ownerId !== null,
  expectedCloseOn: ({ expectedCloseOn }) => expectedCloseOn !== null,
};

const isFilled = (deal: Fielded, field: string): boolean => {
  const own = Object.hasOwn(OWN_FIELDS, field) ? OWN_FIELDS[field] : undefined;
  if (own) return own(deal);
  const value = Object.hasOwn(deal.fields, field) ? deal.fields[field] : undefined;
  return typeof value === 'string' ? value.trim() !== '' : value !== undefined;
};

/** A second place for an attribute would be a second truth. */
export const ownFieldGiven = (given: FieldValues): Rejected<'FieldHasOwnCommand'> | null => {
  const own = Object.keys(given).filter((field) => Object.hasOwn(OWN_FIELDS, field));
  return own.length > 0 ? reject('FieldHasOwnCommand', `Changed by its own command: ${own.join(', ')}`) : null;
};

/** A stage is entered with all the fields filled that it requires. */
export const fieldMissing = (
  stage: Readonly<{ name: string; requires: readonly string[] }>,
  deal: Fielded,
): Rejected<'RequiredFieldMissing'> | null => {
  const missing = stage.requires.filter((field) => !isFilled(deal, field));
  return missing.length > 0 ? reject('RequiredFieldMissing', `${stage.name} requires ${missing.join(', ')}`) : null;
};
