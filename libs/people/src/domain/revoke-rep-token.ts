import { type Outcome, reject } from '#kernel/outcome.js';
import type { RepTokenRevoked } from './rep.events.js';
import { type Rep, tokenOf } from './rep.state.js';

export type RevokeRepToken = RepTokenRevoked['data'];
export type RevokeRepTokenRefusal = 'TokenUnknown';

export const revokeRepToken = (
  { repId, tokenId }: RevokeRepToken,
  rep: Rep,
): Outcome<RepTokenRevoked, RevokeRepTokenRefusal> => {
  const token = tokenOf(rep, tokenId);
  if (token === null) return reject('TokenUnknown', `${rep.name} has no token ${tokenId}`);
  return token.revoked ? [] : [{ type: 'RepTokenRevoked', data: { repId, tokenId } }];
};
