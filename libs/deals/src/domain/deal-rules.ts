import { type Rejected, reject } from '#kernel/outcome.js';
import type { Deal } from './deal.state.js';

export const notOpen = ({ id, status }: Deal): Rejected<'DealNotOpen'> | null =>
  status === 'Open' ? null : reject('DealNotOpen', `Deal ${id} is ${status}; reopen it first`);

export const withoutReason = (reason: string): Rejected<'ReasonMissing'> | null =>
  reason.trim() === '' ? reject('ReasonMissing', 'Say why: whoever follows this customer later will ask') : null;
