import { minorUnitDigits } from '#kernel/currencies.js';
import type { ProcessRules, Stage } from '#sales-process/sales-process.contract.js';

/** How a deal gets through a stage. `days`: the median of those that get on. */
export type StageHabits = Stage & Readonly<{ days: number; activities: number }>;

export const PROCESS = { id: 'new-business', name: 'New business' };
export const RULES: ProcessRules = { allowSkip: false, allowBack: true };

export const STAGES: readonly StageHabits[] = [
  {
    id: 'prospecting',
    name: 'Prospecting',
    probability: 0.2,
    forecastCategory: 'pipeline',
    rotAfterDays: 21,
    requires: [],
    guidance: 'Find out whether there is a need at all. Three attempts over two weeks, then let it go.',
    days: 7,
    activities: 1.5,
  },
  {
    id: 'qualification',
    name: 'Qualification',
    probability: 0.3,
    forecastCategory: 'pipeline',
    rotAfterDays: 21,
    requires: ['need'],
    guidance: 'Who decides, by when, out of which budget? Without a date there is no deal.',
    days: 10,
    activities: 1.7,
  },
  {
    id: 'discovery',
    name: 'Discovery',
    probability: 0.45,
    forecastCategory: 'pipeline',
    rotAfterDays: 30,
    requires: ['decisionMaker'],
    guidance: 'Visit the site. Write down what the problem costs them today, in their words.',
    days: 14,
    activities: 2,
  },
  {
    id: 'proposal',
    name: 'Proposal',
    probability: 0.6,
    forecastCategory: 'bestCase',
    rotAfterDays: 21,
    requires: ['decisionMaker', 'expectedCloseOn', 'amount'],
    guidance: 'Present the proposal in person before sending it. Agree on the next date in the same meeting.',
    days: 12,
    activities: 1.9,
  },
  {
    id: 'negotiation',
    name: 'Negotiation',
    probability: 0.75,
    forecastCategory: 'commit',
    rotAfterDays: 14,
    requires: ['proposalSentOn'],
    guidance: 'Trade, never give: each concession buys a date or a signature.',
    days: 11,
    activities: 1.7,
  },
  {
    id: 'agreed',
    name: 'Agreed, to be signed',
    probability: 0.9,
    forecastCategory: 'commit',
    rotAfterDays: 10,
    requires: [],
    guidance: 'Walk the papers through their purchasing. Ask each week who has them on the desk.',
    days: 6,
    activities: 1.2,
  },
];

/** Prices in major units of the company's currency; how many are bought at once; how often it is what a deal is about. */
const PRODUCTS = [
  {
    id: 'harbor-sensor',
    name: 'Harbor Sensor',
    models: [
      ['s', 'S', 180],
      ['m', 'M', 320],
      ['x', 'X outdoor', 540],
    ],
    quantity: 24,
    weight: 5,
  },
  {
    id: 'beacon-gateway',
    name: 'Beacon Gateway',
    models: [
      ['4', '4 ports', 1_450],
      ['16', '16 ports', 3_900],
    ],
    quantity: 5,
    weight: 4,
  },
  {
    id: 'lumen-analytics',
    name: 'Lumen Analytics',
    models: [
      ['team', 'Team', 6_000],
      ['plant', 'Plant', 18_000],
      ['group', 'Group', 52_000],
    ],
    quantity: 1.3,
    weight: 4,
  },
  {
    id: 'anvil-press',
    name: 'Anvil Press',
    models: [
      ['60', '60 t', 38_500],
      ['120', '120 t', 94_000],
    ],
    quantity: 1.1,
    weight: 1.5,
  },
  {
    id: 'compass-training',
    name: 'Compass Training',
    models: [
      ['day', 'Day', 1_200],
      ['week', 'Week', 4_800],
    ],
    quantity: 2,
    weight: 1,
  },
  {
    id: 'keel-support',
    name: 'Keel Support',
    models: [
      ['silver', 'Silver, a year', 2_400],
      ['gold', 'Gold, a year', 7_200],
    ],
    quantity: 1,
    weight: 1,
  },
] as const;

export type CatalogueProduct = Readonly<{
  id: string;
  name: string;
  models: readonly Readonly<{ id: string; name: string; price: Readonly<{ amount: number; currency: string }> }>[];
  quantity: number;
  weight: number;
}>;

export const productsIn = (currency: string): readonly CatalogueProduct[] =>
  PRODUCTS.map((product) => ({
    ...product,
    models: product.models.map(([id, name, price]) => ({
      id,
      name,
      price: { amount: price * 10 ** minorUnitDigits(currency), currency },
    })),
  }));
