import type { Basis, MeasureName } from './measures.js';

export const REPORT_NAMES = [
  'win-rate',
  'cycle',
  'velocity',
  'losses',
  'products-sold',
  'sources',
  'new-business',
  'pipeline-created',
  'ageing',
  'coverage',
  'slippage',
] as const;
export type ReportName = (typeof REPORT_NAMES)[number];

/** `group` is what its rows are when nothing else is asked for; rows come by the first measure, the most first. */
type Report = Readonly<{ bases: readonly Basis[]; measures: readonly MeasureName[]; group: string }>;

export const reports: Readonly<Record<ReportName, Report>> = {
  'win-rate': {
    bases: ['won', 'lost'],
    measures: ['winRate', 'winRateByAmount', 'wonDeals', 'wonAmount', 'lostDeals', 'lostAmount'],
    group: 'owner',
  },
  cycle: {
    bases: ['won', 'lost'],
    measures: ['averageCycleDays', 'medianCycleDays', 'averageLossDays', 'medianLossDays', 'wonDeals', 'lostDeals'],
    group: 'owner',
  },
  velocity: {
    bases: ['won', 'lost', 'open'],
    measures: ['velocity', 'openDeals', 'winRate', 'averageWonAmount', 'averageCycleDays'],
    group: 'owner',
  },
  losses: { bases: ['lost'], measures: ['lostDeals', 'lostAmount'], group: 'lostReason' },
  'products-sold': { bases: ['won'], measures: ['wonAmount', 'wonDeals', 'wonQuantity'], group: 'product' },
  sources: {
    bases: ['created', 'won', 'lost'],
    measures: ['createdDeals', 'createdAmount', 'wonDeals', 'wonAmount', 'lostDeals', 'winRate'],
    group: 'source',
  },
  'new-business': { bases: ['won'], measures: ['wonAmount', 'wonDeals', 'averageWonAmount'], group: 'business' },
  'pipeline-created': { bases: ['created'], measures: ['createdAmount', 'createdDeals'], group: 'owner' },
  ageing: { bases: ['open'], measures: ['openDeals', 'openAmount', 'averageAgeDays'], group: 'age' },
  coverage: {
    bases: ['due', 'won'],
    measures: ['coverage', 'dueAmount', 'remainingQuota', 'quota', 'wonAmount', 'attainment', 'dueDeals'],
    group: 'owner',
  },
  slippage: {
    bases: ['slipped', 'pushed', 'postponed', 'overdue'],
    measures: [
      ...([
        'slippedAmount',
        'slippedDeals',
        'slippedTimes',
        'medianDaysSlipped',
        'pushedAmount',
        'pushedDeals',
      ] as const),
      ...(['postponedAmount', 'postponedDeals', 'postponedTimes', 'medianDaysPostponed'] as const),
      ...(['overdueAmount', 'overdueDeals'] as const),
    ],
    group: 'owner',
  },
};
