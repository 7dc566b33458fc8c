import { DAY, HOUR, inOffice } from './calendar.js';
import { type CatalogueProduct, STAGES } from './catalogue.js';
import { type DemoCustomer, ownerAt } from './customers.js';
import type { Random } from './random.js';

export type DemoLine = Readonly<{
  productId: string;
  model: string;
  quantity: number;
  price: Readonly<{ amount: number; currency: string }>;
}>;

/** What happens to a deal, in the simulation's own terms. Times are milliseconds since 1970. */
export type Happening =
  | Readonly<{ time: number; what: 'opened'; stage: number; lines: readonly DemoLine[]; closeOn: number }>
  | Readonly<{ time: number; what: 'advanced'; to: number }>
  | Readonly<{ time: number; what: 'movedBack'; to: number; reason: string }>
  | Readonly<{ time: number; what: 'rescheduled'; closeOn: number }>
  | Readonly<{ time: number; what: 'repriced'; amount: number }>
  | Readonly<{ time: number; what: 'lines'; lines: readonly DemoLine[] }>
  | Readonly<{ time: number; what: 'categorized'; category: 'commit' | 'bestCase' | 'pipeline' | 'omitted' }>
  | Readonly<{ time: number; what: 'won'; amount: number }>
  | Readonly<{ time: number; what: 'lost'; reason: string; competitor: string | null }>
  | Readonly<{ time: number; what: 'reopened'; reason: string }>;

/** A deal's time in one stage. */
export type Stint = Readonly<{ stage: number; from: number; to: number }>;

/** `happenings` in the order of time, to the deal's end, be that in the past or in the future. */
export type DealLife = Readonly<{
  product: CatalogueProduct;
  happenings: readonly Happening[];
  stints: readonly Stint[];
  /** In minor units; 0 unless it ends won. */
  wonAmount: number;
}>;

const LOST: readonly (readonly [number, string])[] = [
  [28, 'No decision'],
  [24, 'Price'],
  [20, 'Lost to a competitor'],
  [14, 'No budget'],
  [9, 'Timing'],
  [5, 'Missing feature'],
];
const COMPETITORS = ['Orbex Controls', 'Pelmara', 'Stellwick', 'Norvane Systems'];
const BACK = ['The decision maker has changed', 'Scope was opened again', 'Budget is under review'];
const REOPENED = ['Their budget was approved after all', 'The competitor could not deliver', 'New contact asks again'];

/** A deal that is not going to get on stays longer: nobody likes to give up. */
const LINGERING = 1.6;
const CHANCE = { movedBack: 0.05, reopened: 0.05, repriced: 0.16, lines: 0.08, categorized: 0.12, diligence: 0.8 };

/** Lives a deal through, from chance, the habits of its stages, its owner's skill and its size. */
export const liveDeal = (
  random: Random,
  customer: DemoCustomer,
  products: readonly CatalogueProduct[],
  openedAt: number,
): DealLife => {
  const product = random.weighted(products.map((item) => [item.weight, item] as const));
  let lines = linesOf(random, customer, products, product);
  let amount = amountOf(lines);
  // Large deals take longer and are won less often.
  const usual = (product.models[0]?.price.amount ?? 1) * product.quantity;
  const weight = Math.max(-1, Math.min(1.5, Math.log(amount / usual) / 3));
  const pace = Math.exp(0.35 * weight);
  const owner = ownerAt(customer, openedAt);
  const luck = owner.skill - 0.35 * weight + 0.35 * random.normal();

  const happenings: Happening[] = [];
  const stints: Stint[] = [];
  let time = openedAt;
  let stage = random.chance(0.2) ? 1 : 0;
  let closeOn = inOffice(time + daysLeft(stage) * pace * random.between(0.7, 1.2) * DAY);
  let wonAmount = 0;
  happenings.push({ time, what: 'opened', stage, lines, closeOn });

  for (let reopenings = 0, open = true; open; ) {
    const getsOn = random.chance(goingOn(stage, luck));
    const days = random.logNormal((STAGES[stage]?.days ?? 7) * pace, 0.7) * (getsOn ? 1 : LINGERING);
    const end = Math.max(time + HOUR, inOffice(time + Math.min(days, 400) * DAY));
    stints.push({ stage, from: time, to: end });
    const within = during(random, { time, end, stage, lines, amount, closeOn, pace });
    happenings.push(...within.happenings);
    ({ lines, amount, closeOn } = within);
    time = end;
    if (getsOn && stage === STAGES.length - 1) {
      wonAmount = random.chance(0.25) ? rounded(amount * random.between(0.88, 0.99)) : amount;
      happenings.push({ time, what: 'won', amount: wonAmount });
      open = false;
    } else if (getsOn && stage >= 2 && random.chance(CHANCE.movedBack)) {
      stage -= 1;
      happenings.push({ time, what: 'movedBack', to: stage, reason: random.pick(BACK) });
    } else if (getsOn) {
      stage += 1;
      happenings.push({ time, what: 'advanced', to: stage });
    } else {
      const reason = random.weighted(LOST);
      const competitor = reason === 'Lost to a competitor' ? random.pick(COMPETITORS) : null;
      happenings.push({ time, what: 'lost', reason, competitor });
      open = reopenings === 0 && random.chance(CHANCE.reopened);
      if (open) {
        reopenings += 1;
        time = inOffice(time + random.between(25, 100) * DAY);
        happenings.push({ time, what: 'reopened', reason: random.pick(REOPENED) });
        closeOn = inOffice(time + daysLeft(stage) * DAY);
        happenings.push({ time: time + 60_000, what: 'rescheduled', closeOn });
      }
    }
  }
  return { product, happenings, stints, wonAmount };
};

/** The chance to get on from a stage, so that an average deal is won from it as often as the stage says. */
const goingOn = (stage: number, luck: number): number => {
  const usual = (STAGES[stage]?.probability ?? 1) / (STAGES[stage + 1]?.probability ?? 1);
  const odds = (usual / (1 - usual)) * Math.exp(luck);
  return odds / (1 + odds);
};

const daysLeft = (stage: number): number => STAGES.slice(stage).reduce((sum, { days }) => sum + days * 1.25, 0);

type Course = Readonly<{
  time: number;
  end: number;
  stage: number;
  lines: readonly DemoLine[];
  amount: number;
  closeOn: number;
  pace: number;
}>;

/** What happens while the deal is in a stage. */
const during = (random: Random, course: Course) => {
  const { time, end, stage, pace } = course;
  let { lines, amount, closeOn } = course;
  const happenings: Happening[] = [];
  const moments = [random.next(), random.next(), random.next()]
    .sort((a, b) => a - b)
    .map((share) => Math.min(end, Math.max(time, inOffice(time + share * (end - time)))));
  const [early = time, middle = time, late = time] = moments;
  if (stage >= 1 && random.chance(CHANCE.lines)) {
    lines = lines.map((line) => ({
      ...line,
      quantity: Math.max(1, Math.round(line.quantity * random.between(0.6, 1.7))),
    }));
    amount = amountOf(lines);
    happenings.push({ time: early, what: 'lines', lines });
  }
  if (stage >= 2 && random.chance(CHANCE.repriced)) {
    amount = rounded(amount * random.logNormal(0.95, 0.15));
    happenings.push({ time: middle, what: 'repriced', amount });
  }
  if (stage >= 3 && random.chance(CHANCE.categorized)) {
    const category = random.weighted([
      [4, 'commit'],
      [3, 'bestCase'],
      [2, 'pipeline'],
      [1, 'omitted'],
    ] as const);
    happenings.push({ time: late, what: 'categorized', category });
  }
  // Slippage: a date that cannot hold any more is moved, by those who look after their pipeline.
  for (let noticed = Math.max(late, closeOn); noticed < end; noticed = closeOn) {
    if (!random.chance(CHANCE.diligence)) break;
    const next = inOffice(noticed + random.between(0.6, 1.3) * Math.max(10, daysLeft(stage) * pace) * DAY);
    happenings.push({ time: Math.min(end, inOffice(noticed)), what: 'rescheduled', closeOn: next });
    closeOn = next;
  }
  return { happenings, lines, amount, closeOn };
};

const linesOf = (
  random: Random,
  customer: DemoCustomer,
  products: readonly CatalogueProduct[],
  product: CatalogueProduct,
): readonly DemoLine[] => {
  const discount = random.chance(0.4) ? random.between(0.03, 0.18) : 0;
  const others = products.filter(({ id }) => id !== product.id);
  const chosen = [product, ...(random.chance(0.3) ? [random.pick(others)] : [])];
  return chosen.map(({ id, models, quantity }) => {
    const model = random.pick(models);
    return {
      productId: id,
      model: model.id,
      quantity: Math.max(1, Math.round(random.logNormal(quantity * customer.size, 0.8))),
      price: { amount: rounded(model.price.amount * (1 - discount)), currency: model.price.currency },
    };
  });
};

const amountOf = (lines: readonly DemoLine[]): number =>
  lines.reduce((sum, { quantity, price }) => sum + quantity * price.amount, 0);

/** To three figures: nobody offers 48,317.22. */
const rounded = (amount: number): number => {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, amount))) - 2);
  return Math.max(1, Math.round(amount / unit) * unit);
};
