import { type Customer, type CustomerEvent, customerDecisions } from '#customers/customers.contract.js';
import { type Deal, type DealEvent, dealDecisions } from '#deals/deals.contract.js';
import type { Instant } from '#kernel/instant.js';
import type { Money } from '#kernel/money.js';
import {
  type Rep,
  type RepEvent,
  repDecisions,
  type Team,
  type TeamEvent,
  teamDecisions,
} from '#people/people.contract.js';
import { type Product, type ProductEvent, productDecisions } from '#products/products.contract.js';
import { type Process, type ProcessEvent, processDecisions } from '#sales-process/sales-process.contract.js';
import type { Mapped, Mapping } from '../loading/mapping.js';
import type { RecordCommands, RowCommand } from '../loading/record-commands.js';
import { Cells, instantFrom } from '../rows/cells.js';
import type { Row } from '../rows/row.js';
import { slug } from './slug.js';

const PROCESS_ID = 'crm-sales';
const UNKNOWN_CUSTOMER = 'unknown';

const STAGES = ['Prospecting', 'Engaging', 'Won', 'Lost'] as const;

/** Each list price by the id of its product. */
export type Prices = ReadonlyMap<string, Money>;

export const processCommands = ({
  actor,
  first: at,
}: Mapping): RecordCommands<Process | null, ProcessEvent, string> => {
  const fields = {
    name: 'CRM sales',
    stages: [
      { id: 'prospecting', name: 'Prospecting', probability: 0.25, forecastCategory: 'pipeline' as const },
      { id: 'engaging', name: 'Engaging', probability: 0.5, forecastCategory: 'bestCase' as const },
    ],
  };
  const decide = processDecisions.define(fields, actor);
  return { id: PROCESS_ID, commands: [{ rows: [], says: ['define', fields], at, decide }] };
};

export const teamCommands = (
  manager: string,
  { runner, actor, first: at }: Mapping,
): RecordCommands<Team | null, TeamEvent, string> => {
  const fields = { name: manager, parentId: null };
  const decide = teamDecisions.form(runner, fields, actor);
  return { id: slug(manager), commands: [{ rows: [], says: ['form', fields], at, decide }] };
};

export const repCommands = (row: Row, { runner, actor, first: at }: Mapping): Mapped<Rep, RepEvent> => {
  const cells = new Cells(row);
  const name = cells.required('sales_agent');
  const team = cells.required('manager');
  if (cells.problems.length > 0) return cells;
  const region = cells.text('regional_office');
  // The files have no addresses, and none is invented.
  const fields = { name, email: '', teamId: slug(team), role: 'rep' as const, region, hiredOn: null };
  const decide = repDecisions.hire(runner, fields, actor);
  return { id: slug(name), commands: [{ rows: [row], says: ['hire', fields], at, decide }] };
};

/** Each product has one model, itself, whose list price is the product's. */
export const productCommands = (
  row: Row,
  { actor, currency, first: at }: Mapping,
): Mapped<Product, ProductEvent> & { price?: Money } => {
  const cells = new Cells(row);
  const name = cells.required('product');
  cells.required('sales_price');
  const price = cells.money('sales_price', currency);
  if (price === null || cells.problems.length > 0) return cells;
  const id = slug(name);
  const fields = { name, models: [{ id, name, price }] };
  const decide = productDecisions.add(fields, actor);
  return { id, price, commands: [{ rows: [row], says: ['add', fields], at, decide }] };
};

export const customerCommands = (row: Row, mapping: Mapping): Mapped<Customer, CustomerEvent> => {
  const cells = new Cells(row);
  const name = cells.required('account');
  if (cells.problems.length > 0) return cells;
  return addCustomer(
    slug(name),
    { name, industry: cells.text('sector'), region: cells.text('office_location') },
    [row],
    mapping,
  );
};

export const unknownCustomerCommands = (mapping: Mapping): RecordCommands<Customer | null, CustomerEvent, string> =>
  addCustomer(UNKNOWN_CUSTOMER, { name: 'Unknown account', industry: null, region: null }, [], mapping);

const addCustomer = (
  id: string,
  profile: Readonly<{ name: string; industry: string | null; region: string | null }>,
  rows: readonly Row[],
  { runner, actor, first: at }: Mapping,
): RecordCommands<Customer | null, CustomerEvent, string> => {
  const fields = { ...profile, source: null, ownerId: null, contacts: [] };
  const decide = customerDecisions.add(runner, fields, actor);
  return { id, commands: [{ rows, says: ['add', { ...fields, contacts: [] }], at, decide }] };
};

/** `last` is the day on which a deal without an engage date is opened. */
export const dealCommands = (
  row: Row,
  prices: Prices,
  last: Instant,
  { runner, actor, currency, timeZone }: Mapping,
): Mapped<Deal, DealEvent> => {
  const cells = new Cells(row);
  const id = cells.requiredId('opportunity_id');
  const agent = cells.required('sales_agent');
  const product = cells.required('product');
  const account = cells.text('account');
  const stage = cells.oneOf('deal_stage', STAGES);
  cells.required('deal_stage');
  const engagedAt = cells.date('engage_date');
  const closedOn = cells.date('close_date');
  if (stage === 'Won' || stage === 'Lost') cells.required('close_date');
  if (stage !== null && stage !== 'Prospecting') cells.required('engage_date');
  if (stage === 'Won') cells.required('close_value');
  const value = cells.money('close_value', currency);
  const price = prices.get(slug(product));
  if (product !== '' && !price) cells.wrong('product', 'NoSuchProduct', { found: cells.shown('product') });
  if (stage === null || !price || cells.problems.length > 0) return cells;

  const rows = [row];
  const openedAt = engagedAt === null ? last : (instantFrom(engagedAt) ?? last);
  const productId = slug(product);
  const opening = {
    name: `${product} for ${account ?? 'an unknown account'}`,
    customerId: account === null ? UNKNOWN_CUSTOMER : slug(account),
    processId: PROCESS_ID,
    stage: 'prospecting',
    lines: [{ productId, model: productId, quantity: 1, price }],
    ownerId: slug(agent),
  };
  const commands: RowCommand<Deal | null, DealEvent, string>[] = [
    { rows, says: ['open', openedAt, opening], at: openedAt, decide: dealDecisions.open(runner, opening, actor) },
  ];
  if (stage !== 'Prospecting') {
    const to = { to: 'engaging' };
    commands.push({
      rows,
      says: ['advance', openedAt, to],
      at: openedAt,
      decide: dealDecisions.advance(runner, to, actor),
    });
  }
  const closedAt = closedOn === null ? null : instantFrom(closedOn);
  if (stage === 'Won' && closedAt !== null && value !== null) {
    const win = { amount: value };
    const decide = dealDecisions.win(runner, win, actor, timeZone);
    commands.push({ rows, says: ['win', closedAt, win], at: closedAt, column: 'close_date', decide });
  }
  if (stage === 'Lost' && closedAt !== null) {
    const lose = { reason: 'unknown' };
    const decide = dealDecisions.lose(runner, lose, actor);
    commands.push({ rows, says: ['lose', closedAt, lose], at: closedAt, column: 'close_date', decide });
  }
  return { id, commands };
};
