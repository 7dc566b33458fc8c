import { ofExisting } from '#commands/command-runner.js';
import { decideCaptureLead } from './capture-lead/capture-lead.handler.js';
import { decideCompleteConversion } from './convert-lead/complete-conversion.js';
import { decideConvertLead } from './convert-lead/convert-lead.handler.js';
import { decideDisqualifyLead } from './disqualify-lead/disqualify-lead.handler.js';
import type { CaptureLeadRefusal } from './domain/capture-lead.js';
import type { CompleteConversionRefusal } from './domain/complete-lead-conversion.js';
import type { ConvertLeadRefusal } from './domain/convert-lead.js';
import type * as events from './domain/lead.events.js';
import * as state from './domain/lead.state.js';
import type { ConvertedRefusal } from './domain/refuse-converted.js';
import { decideQualifyLead } from './qualify-lead/qualify-lead.handler.js';

export type LeadEvent = events.LeadEvent;
export type FirstDeal = events.FirstDeal;
export type Lead = state.Lead;

export const leadDecider = state.leadDecider;

export type LeadRefusal =
  | CaptureLeadRefusal
  | ConvertedRefusal
  | ConvertLeadRefusal
  | 'FirstDealRefused'
  | CompleteConversionRefusal;

/** What makes the decisions of the commands on leads, for `CommandRunner.series`. */
export const leadDecisions = {
  capture: decideCaptureLead,
  qualify: ofExisting(state.leadDecider, decideQualifyLead),
  disqualify: ofExisting(state.leadDecider, decideDisqualifyLead),
  convert: ofExisting(state.leadDecider, decideConvertLead),
  completeConversion: ofExisting(state.leadDecider, decideCompleteConversion),
};
