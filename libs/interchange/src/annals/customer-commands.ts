import type { Decision } from '#commands/command-runner.js';
import { type Contact, type Customer, type CustomerEvent, customerDecisions } from '#customers/customers.contract.js';
import { isId } from '#kernel/ids.js';
import type { Mapped, Mapping } from '../loading/mapping.js';
import { Cells } from '../rows/cells.js';
import type { Row } from '../rows/row.js';
import { changeRow } from './change-row.js';
import { type Details, isObject, readDetails, textIn } from './details.js';
import { provenanceOf, said } from './said.js';

/** A row of customers.csv. */
export const customerCommands = (row: Row, { runner, actor, first }: Mapping): Mapped<Customer, CustomerEvent> => {
  const cells = new Cells(row);
  const id = cells.requiredId('id');
  const details = readDetails(cells);
  const fields = {
    name: cells.required('name'),
    ownerId: cells.id('owner_id'),
    industry: cells.text('industry'),
    region: cells.text('region'),
    source: cells.text('source'),
    contacts: contactsOfRow(cells, details),
  };
  const at = cells.instant('created_at') ?? first;
  const provenance = provenanceOf(cells, details);
  if (cells.problems.length > 0) return cells;
  const decide = customerDecisions.add(runner, fields, actor);
  return { id, commands: [{ rows: [row], says: said(row), at, ...provenance, decide }] };
};

const CONTACT = '{id, name, email, phone, title}';

const EVENTS = [
  'assigned',
  'released',
  'claimed',
  'profile_changed',
  'contact_put',
  'contact_removed',
  'merged',
  'erased',
  'erasure_completed',
] as const;

/** A row of customer_events.csv: what became of a customer since they were added. */
export const customerEventCommands = (row: Row, mapping: Mapping): Mapped<Customer, CustomerEvent> =>
  changeRow<Customer, CustomerEvent>(row, 'customer_id', (cells, details) => changeOf(cells, details, mapping));

const changeOf = (
  cells: Cells,
  details: Details,
  { runner, actor }: Mapping,
): Decision<Customer | null, CustomerEvent, string> | null => {
  cells.required('event');
  const event = cells.oneOf('event', EVENTS);
  switch (event) {
    case 'assigned':
      return customerDecisions.assign(runner, { ownerId: cells.requiredId('owner_id') }, actor);
    case 'released':
      return customerDecisions.release(runner, { reason: cells.text('reason') }, actor);
    case 'claimed':
      return customerDecisions.claim(runner, { ...actor, id: cells.requiredId('owner_id') });
    case 'profile_changed':
      return customerDecisions.changeProfile(runner, { profile: profileIn(details, cells) }, actor);
    case 'contact_put': {
      const contact = contactOf(details.get('contact'));
      if (contact === null) cells.wrong('details', 'DetailIsNo', { key: 'contact', shape: CONTACT });
      else return customerDecisions.putContact(runner, { contact }, actor);
      return null;
    }
    case 'contact_removed':
      return customerDecisions.removeContact(runner, { contactId: textIn(details, 'contactId', cells) ?? '' }, actor);
    case 'merged':
      return customerDecisions.merge(runner, { into: textIn(details, 'into', cells) ?? '' }, actor);
    case 'erased':
      return customerDecisions.erase({ reason: cells.text('reason') }, actor);
    case 'erasure_completed':
      return customerDecisions.completeErasure(actor);
    case null:
      return null;
  }
};

const profileIn = (details: Details, cells: Cells) => {
  const name = textIn(details, 'name', cells);
  const optional = Object.fromEntries(
    (['industry', 'region', 'source'] as const)
      .map((field) => [field, textIn(details, field, cells)] as const)
      .filter(([, value]) => value !== undefined),
  );
  return { ...(typeof name === 'string' && { name }), ...optional };
};

/** Without an id it gets the next free one. */
type RowContact = Omit<Contact, 'id'> & Readonly<{ id?: string }>;

/** The contacts in the details of a row, and the one who has columns of their own. */
export const contactsOfRow = (cells: Cells, details = readDetails(cells)): readonly RowContact[] => {
  const [email, phone, title] = [cells.text('contact_email'), cells.text('contact_phone'), cells.text('contact_title')];
  const name = cells.text('contact_name') ?? email ?? phone;
  return [...contactsIn(details, cells), ...(name === null ? [] : [{ name, email, phone, title }])];
};

const contactsIn = (details: Details, cells: Cells): readonly Contact[] => {
  const value = details.get('contacts') ?? [];
  const contacts = Array.isArray(value) ? value.map(contactOf) : [null];
  if (contacts.includes(null)) cells.wrong('details', 'DetailIsNo', { key: 'contacts', shape: `list of ${CONTACT}` });
  return contacts.filter((contact) => contact !== null);
};

const contactOf = (value: unknown): Contact | null => {
  if (!isObject(value) || !isId(value.id) || typeof value.name !== 'string') return null;
  const optional = (field: string): string | null => {
    const text = value[field];
    return typeof text === 'string' ? text : null;
  };
  const { id, name } = value as { id: string; name: string };
  return { id, name, email: optional('email'), phone: optional('phone'), title: optional('title') };
};
