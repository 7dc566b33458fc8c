import { ofExisting } from '#commands/command-runner.js';
import { decideAdvanceDeal } from './advance-deal/advance-deal.handler.js';
import { decideCategorizeDeal } from './categorize-deal/categorize-deal.handler.js';
import { decideChangeDealAmount } from './change-deal-amount/change-deal-amount.handler.js';
import { decideChangeDealLines } from './change-deal-lines/change-deal-lines.handler.js';
import { decideCorrectDeal } from './correct-deal/correct-deal.handler.js';
import type { AdvanceDealRefusal } from './domain/advance-deal.js';
import type { CategorizeDealRefusal } from './domain/categorize-deal.js';
import type { ChangeDealAmountRefusal } from './domain/change-deal-amount.js';
import type { ChangeDealLinesRefusal } from './domain/change-deal-lines.js';
import type { CorrectDealRefusal } from './domain/correct-deal.js';
import type * as events from './domain/deal.events.js';
import * as state from './domain/deal.state.js';
import type { LineProductRefusal } from './domain/deal-references.js';
import type { LoseDealRefusal } from './domain/lose-deal.js';
import type { MoveBackDealRefusal } from './domain/move-back-deal.js';
import type { OpenDealRefusal } from './domain/open-deal.js';
import type { ReassignDealRefusal } from './domain/reassign-deal.js';
import type { ReopenDealRefusal } from './domain/reopen-deal.js';
import type { RescheduleDealRefusal } from './domain/reschedule-deal.js';
import type { SplitDealRefusal } from './domain/split-deal.js';
import type { WinDealRefusal } from './domain/win-deal.js';
import { decideLoseDeal } from './lose-deal/lose-deal.handler.js';
import { decideMoveBackDeal } from './move-back-deal/move-back-deal.handler.js';
import * as opening from './open-deal/open-deal.handler.js';
import { decideReassignDeal } from './reassign-deal/reassign-deal.handler.js';
import { decideReopenDeal } from './reopen-deal/reopen-deal.handler.js';
import { decideRescheduleDeal } from './reschedule-deal/reschedule-deal.handler.js';
import { decideSplitDeal } from './split-deal/split-deal.handler.js';
import * as winning from './win-deal/win-deal.handler.js';

export type DealEvent = events.DealEvent;
export type DealLine = events.DealLine;
export type CreditShare = events.CreditShare;
export type CategoryOverride = events.CategoryOverride;
export type Deal = state.Deal;

/** How other capabilities read a deal back from the log, to state it as a fact to their own decisions. */
export const dealDecider = state.dealDecider;

/**
 * What makes the decisions of the commands on deals, for `CommandRunner.series`: of the commands' fields, and of who
 * acts.
 */
export const dealDecisions = {
  open: opening.decideOpenDeal,
  advance: ofExisting(dealDecider, decideAdvanceDeal),
  moveBack: ofExisting(dealDecider, decideMoveBackDeal),
  changeAmount: ofExisting(dealDecider, decideChangeDealAmount),
  changeLines: ofExisting(dealDecider, decideChangeDealLines),
  reschedule: ofExisting(dealDecider, decideRescheduleDeal),
  categorize: ofExisting(dealDecider, decideCategorizeDeal),
  reassign: ofExisting(dealDecider, decideReassignDeal),
  split: ofExisting(dealDecider, decideSplitDeal),
  win: ofExisting(dealDecider, winning.decideWinDeal),
  lose: ofExisting(dealDecider, decideLoseDeal),
  reopen: ofExisting(dealDecider, decideReopenDeal),
  correct: ofExisting(dealDecider, decideCorrectDeal),
};

/** Which amount, on which day, a decision needs an exchange rate for. */
export const worthOfOpened = opening.worthOfOpened;
export const worthOfWon = winning.worthOfWon;

export type DealRefusal =
  | LineProductRefusal
  | 'ProcessNotGiven'
  | 'ProcessUnknown'
  | 'CustomerUnknown'
  | 'ExchangeRateMissing'
  | OpenDealRefusal
  | AdvanceDealRefusal
  | MoveBackDealRefusal
  | ChangeDealAmountRefusal
  | ChangeDealLinesRefusal
  | RescheduleDealRefusal
  | CategorizeDealRefusal
  | ReassignDealRefusal
  | SplitDealRefusal
  | WinDealRefusal
  | LoseDealRefusal
  | ReopenDealRefusal
  | CorrectDealRefusal;
