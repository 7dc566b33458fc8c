import type { CaptureLeadRefusal } from './domain/capture-lead.js';
import type { CompleteConversionRefusal } from './domain/complete-lead-conversion.js';
import type { ConvertLeadRefusal } from './domain/convert-lead.js';
import type * as events from './domain/lead.events.js';
import * as state from './domain/lead.state.js';
import type { ConvertedRefusal } from './domain/refuse-converted.js';

export type LeadEvent = events.LeadEvent;

export const leadDecider = state.leadDecider;

export type LeadRefusal =
  | CaptureLeadRefusal
  | ConvertedRefusal
  | ConvertLeadRefusal
  | 'FirstDealRefused'
  | CompleteConversionRefusal;
