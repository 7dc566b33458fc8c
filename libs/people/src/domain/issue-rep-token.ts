import { type Outcome, reject } from '#kernel/outcome.js';
import type { RepTokenIssued } from './rep.events.js';
import { type Rep, secretHashOf, tokenOf } from './rep.state.js';

/** `secretHash` is made by the caller: the secret itself never enters the domain. */
export type IssueRepToken = RepTokenIssued['data'];
export type IssueRepTokenRefusal = 'RepDeparted' | 'TokenAlreadyExists';

export const issueRepToken = (command: IssueRepToken, rep: Rep): Outcome<RepTokenIssued, IssueRepTokenRefusal> => {
  const { repId, tokenId, secretHash, expiresAt } = command;
  const token = tokenOf(rep, tokenId);
  if (token !== null) {
    return secretHashOf(rep, tokenId) === secretHash && token.expiresAt === expiresAt
      ? []
      : reject('TokenAlreadyExists', `Token ${tokenId} was issued with another secret or expiry`);
  }
  if (rep.departure !== null) return reject('RepDeparted', `${rep.name} left on ${rep.departure.on}`);
  return [{ type: 'RepTokenIssued', data: { repId, tokenId, secretHash, expiresAt } }];
};
