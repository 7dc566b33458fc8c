import type { Decider } from '#kernel/event.js';
import type { Instant } from '#kernel/instant.js';
import type { RepDeparted, RepEvent, RepHandoverCompleted, RepHired, RepTokenIssued } from './rep.events.js';

export type Token = Pick<RepTokenIssued['data'], 'tokenId' | 'expiresAt'> & Readonly<{ revoked: boolean }>;

/** By its digest a token is known when it is shown. Apart from the tokens, as nobody gets to read it. */
export type TokenSecret = Pick<RepTokenIssued['data'], 'tokenId' | 'secretHash'>;

export type Departure = Omit<RepDeparted['data'], 'repId'> &
  Readonly<{
    at: Instant;
    handover: Omit<RepHandoverCompleted['data'], 'repId' | 'departureId'> | null;
  }>;

export type Rep = RepHired['data'] &
  Readonly<{ tokens: readonly Token[]; secrets: readonly TokenSecret[]; departure: Departure | null }>;

/** What may be read of a rep. */
export type ReadableRep = Omit<Rep, 'secrets'>;

export const tokenOf = ({ tokens }: Rep, tokenId: string): Token | null =>
  tokens.find((token) => token.tokenId === tokenId) ?? null;

/** The digest of the secret of a token that was issued; null when none was. */
export const secretHashOf = ({ secrets }: Rep, tokenId: string): string | null =>
  secrets.find((secret) => secret.tokenId === tokenId)?.secretHash ?? null;

/** The token of that id that lets this rep act at `now`; null when it is unknown, revoked or expired, or they left. */
export const usableToken = (rep: Rep, tokenId: string, now: Instant): Token | null => {
  const token = tokenOf(rep, tokenId);
  if (token === null || token.revoked || rep.departure !== null) return null;
  return token.expiresAt === null || now < token.expiresAt ? token : null;
};

export const repDecider: Decider<Rep | null, RepEvent> = {
  category: 'rep',
  types: {
    RepHired: 'rep-hired.v1',
    RepMoved: 'rep-moved.v1',
    RepProfileChanged: 'rep-profile-changed.v1',
    RepTokenIssued: 'rep-token-issued.v1',
    RepTokenRevoked: 'rep-token-revoked.v1',
    RepDeparted: 'rep-departed.v1',
    RepHandoverCompleted: 'rep-handover-completed.v1',
  },
  initial: null,
  evolve: (rep, event, at) => {
    if (event.type === 'RepHired') return { ...event.data, tokens: [], secrets: [], departure: null };
    if (rep === null) throw new Error(`${event.type} before RepHired`);
    switch (event.type) {
      case 'RepMoved':
        return { ...rep, teamId: event.data.to };
      case 'RepProfileChanged':
        return { ...rep, ...event.data.to };
      case 'RepTokenIssued': {
        const { tokenId, secretHash, expiresAt } = event.data;
        const tokens = [...rep.tokens, { tokenId, expiresAt, revoked: false }];
        return { ...rep, tokens, secrets: [...rep.secrets, { tokenId, secretHash }] };
      }
      case 'RepTokenRevoked': {
        const { tokenId } = event.data;
        const tokens = rep.tokens.map((token) => (token.tokenId === tokenId ? { ...token, revoked: true } : token));
        return { ...rep, tokens };
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
