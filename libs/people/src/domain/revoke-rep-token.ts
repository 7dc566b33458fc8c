import { type Outcome, reject } from '#kernel/outcome.js';
import type { RepTokenRevoked } from './rep.events.js';
import type { Rep } from './rep.state.js';

export type RevokeRepToken = RepTokenRevoked['data'];
export type RevokeRepTokenRefusal = 'TokenUnknown';

export const revokeRepToken = (
  { repId, tokenId }: RevokeRepToken,
  rep: Rep,
): Outcome<RepTokenRevoked, RevokeRepTokenRefusal> => {
  const token = Object.hasOwn(rep.tokens, tokenId) ? rep.tokens[tokenId] : undefined;
  if (token === undefined) return reject('TokenUnknown', `${rep.name} has no token ${tokenId}`);
  return token.revoked ? [] : [{ type: 'RepTokenRevoked', data: { repId, tokenId } }];
};
