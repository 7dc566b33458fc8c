import type { Decision } from '#commands/command-runner.js';
import { isId } from '#kernel/ids.js';
import { parseDate } from '#kernel/instant.js';
import { isAmount } from '#kernel/money.js';
import { type FirstDeal, type Lead, type LeadEvent, leadDecisions } from '#leads/leads.contract.js';
import type { Mapped, Mapping } from '../loading/mapping.js';
import { Cells } from '../rows/cells.js';
import type { Row } from '../rows/row.js';
import { changeRow } from './change-row.js';
import { type Details, isObject, readDetails } from './details.js';
import { provenanceOf, said } from './said.js';

/** A row of leads.csv. */
export const leadCommands = (row: Row, { runner, actor, first }: Mapping): Mapped<Lead, LeadEvent> => {
  const cells = new Cells(row);
  const id = cells.requiredId('id');
  const fields = {
    name: cells.required('name'),
    company: cells.text('company'),
    email: cells.text('email'),
    phone: cells.text('phone'),
    source: cells.text('source'),
    ownerId: cells.id('owner_id'),
  };
  const at = cells.instant('created_at') ?? first;
  const provenance = provenanceOf(cells, readDetails(cells));
  if (cells.problems.length > 0) return cells;
  const decide = leadDecisions.capture(runner, fields, actor);
  return { id, commands: [{ rows: [row], says: said(row), at, ...provenance, decide }] };
};

const EVENTS = ['qualified', 'disqualified', 'converted', 'conversion_completed'] as const;

/** A row of lead_events.csv: what became of a lead since it was captured. */
export const leadEventCommands = (row: Row, mapping: Mapping): Mapped<Lead, LeadEvent> =>
  changeRow<Lead, LeadEvent>(row, 'lead_id', (cells, details) => changeOf(cells, details, mapping));

const changeOf = (
  cells: Cells,
  details: Details,
  { runner, actor, currency }: Mapping,
): Decision<Lead | null, LeadEvent, string> | null => {
  cells.required('event');
  switch (cells.oneOf('event', EVENTS)) {
    case 'qualified':
      return leadDecisions.qualify(runner, { note: cells.text('reason') }, actor);
    case 'disqualified':
      return leadDecisions.disqualify(runner, { reason: cells.required('reason') }, actor);
    case 'converted': {
      const deal = details.has('deal') ? firstDealOf(details.get('deal'), currency) : null;
      if (deal === undefined) {
        cells.wrong('details', 'DetailIsNo', {
          key: 'deal',
          shape: `{name, processId, amount, expectedCloseOn} in ${currency}`,
        });
        return null;
      }
      return leadDecisions.convert(runner, { ownerId: cells.id('owner_id'), deal }, actor, async () => null);
    }
    case 'conversion_completed':
      return leadDecisions.completeConversion(runner, actor);
    case null:
      return null;
  }
};

/** Undefined: it is none. */
const firstDealOf = (value: unknown, currency: string): Omit<FirstDeal, 'dealId'> | undefined => {
  if (!isObject(value)) return undefined;
  const { name, processId, amount, expectedCloseOn = null } = value;
  if (typeof name !== 'string' || typeof processId !== 'string' || !isId(processId) || !isObject(amount)) {
    return undefined;
  }
  if (!(typeof amount.amount === 'number' && isAmount(amount.amount)) || amount.currency !== currency) return undefined;
  if (expectedCloseOn !== null && (typeof expectedCloseOn !== 'string' || parseDate(expectedCloseOn) === null)) {
    return undefined;
  }
  return { name, processId, amount: { amount: amount.amount, currency }, expectedCloseOn };
};
