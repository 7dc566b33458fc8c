import type { AdvanceDealRefusal } from './domain/advance-deal.js';
import type { CategorizeDealRefusal } from './domain/categorize-deal.js';
import type { ChangeDealAmountRefusal } from './domain/change-deal-amount.js';
import type { ChangeDealLinesRefusal } from './domain/change-deal-lines.js';
import type * as events from './domain/deal.events.js';
import * as state from './domain/deal.state.js';
import type { LoseDealRefusal } from './domain/lose-deal.js';
import type { MoveBackDealRefusal } from './domain/move-back-deal.js';
import type { OpenDealRefusal } from './domain/open-deal.js';
import type { ReassignDealRefusal } from './domain/reassign-deal.js';
import type { ReopenDealRefusal } from './domain/reopen-deal.js';
import type { RescheduleDealRefusal } from './domain/reschedule-deal.js';
import type { WinDealRefusal } from './domain/win-deal.js';

export type DealEvent = events.DealEvent;
export type DealLine = events.DealLine;
export type CategoryOverride = events.CategoryOverride;
export type Deal = state.Deal;

/** How other capabilities read a deal back from the log, to state it as a fact to their own decisions. */
export const dealDecider = state.dealDecider;

export type DealRefusal =
  | OpenDealRefusal
  | AdvanceDealRefusal
  | MoveBackDealRefusal
  | ChangeDealAmountRefusal
  | ChangeDealLinesRefusal
  | RescheduleDealRefusal
  | CategorizeDealRefusal
  | ReassignDealRefusal
  | WinDealRefusal
  | LoseDealRefusal
  | ReopenDealRefusal;
