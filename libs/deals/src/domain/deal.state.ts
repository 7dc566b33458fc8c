import type { Decider } from '#kernel/event.js';
import type { CalendarDate, Instant } from '#kernel/instant.js';
import { handedOver } from './credit-shares.js';
import type { CategoryOverride, CreditShare, DealEvent, DealOpened } from './deal.events.js';
import { asCorrected } from './deal-correction.js';
import { type DealCourses, evolveCourses } from './deal-courses.js';

/** A deal as it stands. */
export type DealNow = Readonly<{ id: string }> &
  Omit<DealOpened['data'], 'dealId'> &
  Readonly<{
    status: 'Open' | 'Won' | 'Lost';
    /** Null: as the stage says. */
    forecastCategory: CategoryOverride | null;
    /** Whose credit the deal is; null: its owner's alone. */
    split: readonly CreditShare[] | null;
    openedAt: Instant;
    stageSince: Instant;
    closedAt: Instant | null;
    signedOn: CalendarDate | null;
    lostReason: string | null;
    competitor: string | null;
    /** Why it is open again; null unless it was closed before. */
    reopenReason: string | null;
    /** As it was opened: what tells the same request from another one of the same id. */
    opened: DealOpened['data'];
  }>;

/** A deal with the past of what can be corrected. */
export type Deal = DealNow & Readonly<{ courses: DealCourses }>;

export const dealDecider: Decider<Deal | null, DealEvent> = {
  category: 'deal',
  types: {
    DealOpened: 'deal-opened.v1',
    DealAdvanced: 'deal-advanced.v1',
    DealMovedBack: 'deal-moved-back.v1',
    DealAmountChanged: 'deal-amount-changed.v1',
    DealLinesChanged: 'deal-lines-changed.v1',
    DealRescheduled: 'deal-rescheduled.v1',
    DealCategorized: 'deal-categorized.v1',
    DealReassigned: 'deal-reassigned.v1',
    DealSplit: 'deal-split.v1',
    DealWon: 'deal-won.v1',
    DealLost: 'deal-lost.v1',
    DealReopened: 'deal-reopened.v1',
    DealCorrected: 'deal-corrected.v1',
  },
  personal: {
    DealOpened: { subject: 'customerId', fields: ['name'] },
    DealMovedBack: { subject: 'customerId', fields: ['reason'] },
    DealLost: { subject: 'customerId', fields: ['reason'] },
    DealReopened: { subject: 'customerId', fields: ['reason'] },
    DealCorrected: { subject: 'customerId', fields: ['reason'] },
  },
  initial: null,
  evolve: (deal, event, at) => ({ ...evolveDeal(deal, event, at), courses: evolveCourses(deal?.courses, event, at) }),
};

/** How a deal stands after one more fact; it takes no past. */
export const evolveDeal = (deal: DealNow | null, { type, data }: DealEvent, at: Instant): DealNow => {
  if (type === 'DealOpened') return asOpened(data, at);
  if (deal === null) throw new Error(`${type} before DealOpened`);
  switch (type) {
    case 'DealAdvanced':
      return { ...deal, stage: data.to, stageSince: at, fields: { ...deal.fields, ...data.fields } };
    case 'DealMovedBack':
      return { ...deal, stage: data.to, stageSince: at };
    case 'DealAmountChanged':
    case 'DealLinesChanged':
      return { ...deal, amount: data.to, lines: data.lines };
    case 'DealRescheduled':
      return { ...deal, expectedCloseOn: data.to };
    case 'DealCategorized':
      return { ...deal, forecastCategory: data.to };
    case 'DealReassigned':
      return { ...deal, ownerId: data.to, split: handedOver(deal.split, data.from, data.to) };
    case 'DealSplit':
      return { ...deal, split: data.to };
    case 'DealWon': {
      const { amount, lines, signedOn } = data;
      return { ...deal, status: 'Won', amount, lines, signedOn, closedAt: at, reopenReason: null };
    }
    case 'DealLost': {
      const { reason, competitor } = data;
      return { ...deal, status: 'Lost', lostReason: reason, competitor, closedAt: at, reopenReason: null };
    }
    case 'DealReopened':
      return { ...deal, ...STILL_OPEN, stageSince: at, reopenReason: data.reason };
    case 'DealCorrected':
      return asCorrected(deal, data, at);
  }
};

const STILL_OPEN = { status: 'Open', closedAt: null, signedOn: null, lostReason: null, competitor: null } as const;

const asOpened = (opened: DealOpened['data'], at: Instant): DealNow => {
  const { dealId: id, ...content } = opened;
  return {
    id,
    ...content,
    ...STILL_OPEN,
    forecastCategory: null,
    split: null,
    openedAt: at,
    stageSince: at,
    reopenReason: null,
    opened,
  };
};
