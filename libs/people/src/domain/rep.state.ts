import type { Decider } from '#kernel/event.js';
import type { Instant } from '#kernel/instant.js';
import type { RepDeparted, RepEvent, RepHandoverCompleted, RepHired } from './rep.events.js';

export type Token = Readonly<{ secretHash: string; expiresAt: Instant | null; revoked: boolean }>;

export type Departure = Omit<RepDeparted['data'], 'repId'> &
  Readonly<{
    at: Instant;
    handover: Omit<RepHandoverCompleted['data'], 'repId' | 'departureId'> | null;
  }>;

export type Rep = RepHired['data'] & Readonly<{ tokens: Readonly<Record<string, Token>>; departure: Departure | null }>;

/** The token of that id that lets this rep act at `now`; null when it is unknown, revoked or expired, or they left. */
export const usableToken = (rep: Rep, tokenId: string, now: Instant): Token | null => {
  const token = Object.hasOwn(rep.tokens, tokenId) ? rep.tokens[tokenId] : undefined;
  if (token === undefined || token.revoked || rep.departure !== null) return null;
  return token.expiresAt === null || now < token.expiresAt ? token : null;
};

export const repDecider: Decider<Rep | null, RepEvent> = {
  category: 'rep',
  types: {
    RepHired: 'rep-hired.v1',
    RepTokenIssued: 'rep-token-issued.v1',
    RepTokenRevoked: 'rep-token-revoked.v1',
    RepDeparted: 'rep-departed.v1',
    RepHandoverCompleted: 'rep-handover-completed.v1',
  },
  initial: null,
  evolve: (rep, event, at) => {
    if (event.type === 'RepHired') return { ...event.data, tokens: {}, departure: null };
    if (rep === null) throw new Error(`${event.type} before RepHired`);
    switch (event.type) {
      case 'RepTokenIssued': {
        const { tokenId, secretHash, expiresAt } = event.data;
        return { ...rep, tokens: { ...rep.tokens, [tokenId]: { secretHash, expiresAt, revoked: false } } };
      }
      case 'RepTokenRevoked': {
        const token = rep.tokens[event.data.tokenId];
        if (token === undefined) throw new Error(`RepTokenRevoked for a token that was never issued`);
        return { ...rep, tokens: { ...rep.tokens, [event.data.tokenId]: { ...token, revoked: true } } };
      }
      case 'RepDeparted': {
        const { departureId, on, successors, reason } = event.data;
        return { ...rep, departure: { departureId, on, successors, reason, at, handover: null } };
      }
      case 'RepHandoverCompleted': {
        const { customers, deals, tasks } = event.data;
        if (rep.departure === null) throw new Error('RepHandoverCompleted before RepDeparted');
        return { ...rep, departure: { ...rep.departure, handover: { customers, deals, tasks } } };
      }
    }
  },
};
