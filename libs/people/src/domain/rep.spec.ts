import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Attempt, obeysDeciderLaws, onExisting } from '#testing/decider-laws.js';
import { at, given } from '#testing/given.js';
import { changeRepProfile } from './change-rep-profile.js';
import { completeRepHandover } from './complete-rep-handover.js';
import { type DepartRep, departRep, recordDeparture } from './depart-rep.js';
import { hireRep } from './hire-rep.js';
import { issueRepToken } from './issue-rep-token.js';
import { moveRep } from './move-rep.js';
import type {
  RepDeparted,
  RepEvent,
  RepHandoverCompleted,
  RepHired,
  RepMoved,
  RepProfileChanged,
  RepTokenIssued,
  RepTokenRevoked,
} from './rep.events.js';
import { type Rep, repDecider, secretHashOf, usableToken } from './rep.state.js';
import { revokeRepToken } from './revoke-rep-token.js';

const givenRep = given(repDecider);
const AT = '2017-03-01T09:00:00.000Z';
const team = { teamId: 'east', name: 'East', parentId: null };
const ada = {
  repId: 'ada',
  name: 'Ada',
  email: 'ada@example.com',
  teamId: 'east',
  role: 'rep',
  region: null,
  hiredOn: '2016-01-04',
} as const;
const repOf = (...events: readonly RepEvent[]): Rep => {
  const rep = events.reduce<Rep | null>((state, event) => repDecider.evolve(state, event, AT), null);
  if (rep === null) throw new Error('No events, no rep');
  return rep;
};
const hired: RepHired = { type: 'RepHired', data: ada };
const west = { teamId: 'west', name: 'West', parentId: null };
const moved: RepMoved = { type: 'RepMoved', data: { repId: 'ada', from: 'east', to: 'west' } };
const key = { repId: 'ada', tokenId: 'laptop', secretHash: 'a1b2', expiresAt: '2017-06-01T00:00:00.000Z' };
const issued: RepTokenIssued = { type: 'RepTokenIssued', data: key };
const revoked: RepTokenRevoked = { type: 'RepTokenRevoked', data: { repId: 'ada', tokenId: 'laptop' } };
const leaving = {
  repId: 'ada',
  departureId: 'ada-2017',
  on: '2017-03-31',
  successors: [
    { ownerId: 'bob', share: 2 },
    { ownerId: 'cy', share: 1 },
  ],
  reason: 'Retired',
} as const;
const departed: RepDeparted = { type: 'RepDeparted', data: leaving };
const receipt = { repId: 'ada', departureId: 'ada-2017', customers: 3, deals: 5, tasks: 0 };
const handedOver: RepHandoverCompleted = { type: 'RepHandoverCompleted', data: receipt };
const bob = repOf({ type: 'RepHired', data: { ...ada, repId: 'bob', name: 'Bob' } });
const cy = repOf({ type: 'RepHired', data: { ...ada, repId: 'cy', name: 'Cy' } });
const colleagues = [bob, cy];

describe('a rep', () => {
  it('is hired into a team', () => {
    givenRep().when(hireRep, ada, null).thenRejected('TeamUnknown');
    givenRep().when(hireRep, ada, team).then(hired);
  });

  it('is hired once, however often that is asked for and whatever happened since', () => {
    givenRep(hired).when(hireRep, ada, team).thenNothing();
    givenRep(hired, issued, departed).when(hireRep, ada, null).thenNothing();
  });

  it('has an id that is not of who acts without being one; one who was hired under it before is known', () => {
    for (const repId of ['admin', 'system']) {
      givenRep()
        .when(hireRep, { ...ada, repId }, team)
        .thenRejected('RepIdReserved');
      givenRep({ type: 'RepHired', data: { ...ada, repId } })
        .when(hireRep, { ...ada, repId }, team)
        .thenNothing();
    }
  });

  it('is not hired again with other particulars', () => {
    givenRep(hired)
      .when(hireRep, { ...ada, role: 'admin' }, team)
      .thenRejected('RepAlreadyExists');
  });

  it('moves to another team, once', () => {
    givenRep(hired).when(moveRep, { repId: 'ada', teamId: 'west' }, west).then(moved);
    givenRep(hired, moved).when(moveRep, { repId: 'ada', teamId: 'west' }, west).thenNothing();
    givenRep(hired, moved).thenState({ ...repOf(hired), teamId: 'west' });
    givenRep(hired).when(moveRep, { repId: 'ada', teamId: 'east' }, team).thenNothing();
  });

  it('moves to no team that does not exist, and not once they have left', () => {
    givenRep(hired).when(moveRep, { repId: 'ada', teamId: 'nowhere' }, null).thenRejected('TeamUnknown');
    givenRep(hired, departed).when(moveRep, { repId: 'ada', teamId: 'west' }, west).thenRejected('RepDeparted');
  });

  it('has a profile of which what is named changes', () => {
    const to = { name: 'Ada L.', region: 'North' };
    const changed: RepProfileChanged = {
      ...{ type: 'RepProfileChanged', data: { repId: 'ada', from: { name: 'Ada', region: null }, to } },
    };
    const change = { repId: 'ada', profile: { ...to, role: 'rep' as const } };
    givenRep(hired).when(changeRepProfile, change).then(changed);
    givenRep(hired, changed).when(changeRepProfile, change).thenNothing();
    givenRep(hired, changed).thenState({ ...repOf(hired), ...to });
    givenRep(hired, changed)
      .when(changeRepProfile, { repId: 'ada', profile: { region: null } })
      .then({ type: 'RepProfileChanged', data: { repId: 'ada', from: { region: 'North' }, to: { region: null } } });
  });

  it('who has left keeps their profile', () => {
    givenRep(hired, departed)
      .when(changeRepProfile, { repId: 'ada', profile: { role: 'manager' } })
      .thenRejected('RepDeparted');
    givenRep(hired, departed)
      .when(changeRepProfile, { repId: 'ada', profile: { role: 'rep' } })
      .thenNothing();
  });

  it('obeys the laws of deciders', () => {
    const tokenIds = fc.constantFrom('laptop', '__proto__', 'constructor');
    const here = (attempt: Attempt<Rep, RepEvent>) => onExisting(attempt);
    const attempts = fc.oneof(
      fc.constantFrom(ada, { ...ada, name: 'Ada L.' }).map(
        (command): Attempt<Rep | null, RepEvent> =>
          (rep) =>
            hireRep(command, rep, team),
      ),
      fc.constantFrom(team, west).map((to) => here((rep) => moveRep({ repId: 'ada', teamId: to.teamId }, rep, to))),
      fc
        .constantFrom('rep', 'manager')
        .map((role) => here((rep) => changeRepProfile({ repId: 'ada', profile: { role } }, rep))),
      fc
        .tuple(tokenIds, fc.constantFrom(null, key.expiresAt))
        .map(([tokenId, expiresAt]) => here((rep) => issueRepToken({ ...key, tokenId, expiresAt }, rep))),
      tokenIds.map((tokenId) => here((rep) => revokeRepToken({ repId: 'ada', tokenId }, rep))),
      fc
        .subarray([{ ownerId: 'bob' }, { ownerId: 'cy', share: 0.5 }, { ownerId: 'ada' }])
        .map((successors) => here((rep) => departRep({ ...leaving, successors }, rep, colleagues))),
      fc
        .constantFrom('ada-2017', 'x')
        .map((departureId) => here((rep) => recordDeparture({ ...leaving, departureId }, rep))),
      fc.nat(5).map((deals) => here((rep) => completeRepHandover({ ...receipt, deals }, rep))),
    );
    obeysDeciderLaws(repDecider, attempts);
  });
});

describe('a token', () => {
  it('is issued to a rep who is here', () => {
    givenRep(hired).when(issueRepToken, key).then(issued);
  });

  it('is not issued to a rep who left', () => {
    givenRep(hired, departed).when(issueRepToken, key).thenRejected('RepDeparted');
  });

  it('is issued once, however often that is asked for', () => {
    givenRep(hired, issued).when(issueRepToken, key).thenNothing();
  });

  it('is not issued again with another secret or expiry', () => {
    givenRep(hired, issued)
      .when(issueRepToken, { ...key, secretHash: 'c3' })
      .thenRejected('TokenAlreadyExists');
    givenRep(hired, issued)
      .when(issueRepToken, { ...key, expiresAt: null })
      .thenRejected('TokenAlreadyExists');
  });

  it('is revoked once', () => {
    givenRep(hired, issued).when(revokeRepToken, revoked.data).then(revoked);
    givenRep(hired, issued, revoked).when(revokeRepToken, revoked.data).thenNothing();
  });

  it('is not revoked before it was issued', () => {
    givenRep(hired).when(revokeRepToken, revoked.data).thenRejected('TokenUnknown');
  });

  it('works from its issue until just before it expires', () => {
    const rep = repOf(hired, issued);
    expect(usableToken(rep, 'laptop', AT)).toEqual({
      tokenId: 'laptop',
      expiresAt: key.expiresAt,
      revoked: false,
    });
    expect(usableToken(rep, 'laptop', '2017-05-31T23:59:59.999Z')).not.toBeNull();
    expect(usableToken(rep, 'laptop', key.expiresAt)).toBeNull();
  });

  it('is known by the digest it was issued with, which nobody reads beside it', () => {
    const rep = repOf(hired, issued, revoked);
    expect([secretHashOf(rep, 'laptop'), secretHashOf(rep, 'phone')]).toEqual(['a1b2', null]);
    const { secrets: _, ...readable } = rep;
    expect(JSON.stringify(readable)).not.toContain('a1b2');
  });

  it('works for ever without an expiry', () => {
    const rep = repOf(hired, { type: 'RepTokenIssued', data: { ...key, expiresAt: null } });
    expect(usableToken(rep, 'laptop', '9999-12-31T23:59:59.999Z')).not.toBeNull();
  });

  it('does not work once revoked, once its rep left, or when it was never issued', () => {
    expect(usableToken(repOf(hired, issued, revoked), 'laptop', AT)).toBeNull();
    expect(usableToken(repOf(hired, issued, departed), 'laptop', AT)).toBeNull();
    expect(usableToken(repOf(hired), 'constructor', AT)).toBeNull();
  });
});

describe('a departure', () => {
  const depart = (change: Partial<DepartRep>): DepartRep => ({ ...leaving, ...change });

  it('names who takes which share', () => {
    givenRep(hired).when(departRep, leaving, colleagues).then(departed);
  });

  it('gives equal shares when none are named', () => {
    const successors = [{ ownerId: 'bob' }, { ownerId: 'cy' }];
    const equal = successors.map((successor) => ({ ...successor, share: 1 }));
    givenRep(hired)
      .when(departRep, depart({ successors }), colleagues)
      .then({ type: 'RepDeparted', data: { ...leaving, successors: equal } });
  });

  it('happens once, however often that is asked for', () => {
    givenRep(hired, departed).when(departRep, leaving, colleagues).thenNothing();
    givenRep(hired, departed, handedOver).when(departRep, leaving, []).thenNothing();
  });

  it('does not happen again in another way', () => {
    const again = (change: Partial<DepartRep>) =>
      givenRep(hired, departed).when(departRep, depart(change), colleagues).thenRejected('RepAlreadyDeparted');
    again({ departureId: 'another' });
    again({ on: '2017-04-30' });
    again({ successors: [{ ownerId: 'bob' }] });
  });

  it('needs successors other than the leaver, each named once and with a share above 0', () => {
    const successors = (...named: DepartRep['successors']) =>
      givenRep(hired).when(departRep, depart({ successors: named }), colleagues);
    successors().thenRejected('SuccessorMissing');
    successors({ ownerId: 'bob' }, { ownerId: 'ada' }).thenRejected('SuccessorIsLeaver');
    successors({ ownerId: 'bob' }, { ownerId: 'bob' }).thenRejected('SuccessorRepeated');
    for (const share of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      successors({ ownerId: 'bob', share }).thenRejected('SuccessorShareNotPositive');
    }
  });

  it('needs successors who exist and are still here', () => {
    const gone = repOf({ type: 'RepHired', data: { ...ada, repId: 'bob' } }, departed);
    givenRep(hired).when(departRep, leaving, [bob]).thenRejected('RepUnknown');
    givenRep(hired).when(departRep, leaving, [gone, cy]).thenRejected('RepDeparted');
  });

  it('of the past is recorded without successors', () => {
    const { successors: _, ...past } = leaving;
    const recorded: RepDeparted = { type: 'RepDeparted', data: { ...past, successors: [] } };
    givenRep(hired).when(recordDeparture, past).then(recorded);
    givenRep(hired, recorded).when(recordDeparture, past).thenNothing();
    givenRep(hired, departed).when(recordDeparture, past).thenRejected('RepAlreadyDeparted');
  });

  it('ends with a receipt', () => {
    givenRep(hired, departed).when(completeRepHandover, receipt).then(handedOver);
    const { repId: _leaver, ...departure } = leaving;
    givenRep(hired, at('2017-03-31T17:00:00.000Z', departed), handedOver).thenState({
      ...ada,
      tokens: [],
      secrets: [],
      departure: {
        ...departure,
        at: '2017-03-31T17:00:00.000Z',
        handover: { customers: 3, deals: 5, tasks: 0 },
      },
    });
  });

  it('keeps its receipt, until more was handed over', () => {
    const more = { ...receipt, deals: receipt.deals + 1 };
    const later: RepHandoverCompleted = { type: 'RepHandoverCompleted', data: more };
    const after = givenRep(hired, departed, handedOver);
    after.when(completeRepHandover, receipt).thenNothing();
    after.when(completeRepHandover, { ...receipt, deals: 0 }).thenNothing();
    after.when(completeRepHandover, more).then(later);
    givenRep(hired, departed, handedOver, later).when(completeRepHandover, receipt).thenNothing();
  });

  it('that never happened has no receipt', () => {
    givenRep(hired).when(completeRepHandover, receipt).thenRejected('DepartureUnknown');
    givenRep(hired, departed)
      .when(completeRepHandover, { ...receipt, departureId: 'another' })
      .thenRejected('DepartureUnknown');
  });
});
