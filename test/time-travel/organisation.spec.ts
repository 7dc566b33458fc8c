import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSettings } from '#config/settings.js';
import { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import { PipelineBoardHandler, PipelineBoardQuery } from '#deals/pipeline-board/pipeline-board.query.js';
import { ForecastHandler, ForecastQuery } from '#forecasting/forecast/forecast.query.js';
import { LeaderboardHandler, LeaderboardQuery } from '#forecasting/leaderboard/leaderboard.query.js';
import { membersOf, organisationAt } from '#people/people-directory/organisation.contract.js';
import { type Fact, histories, ORGANISATION } from '#test/figures/generated-history.js';
import { instantsOf } from '#test/figures/generated-instants.js';
import { withChangesOfPeople } from '#test/figures/generated-people.js';
import { type At, creditsOf, ofKind, plainForecast, recordsAt } from '#test/figures/plain-figures.js';
import { withStore } from '#test/figures/projected.js';

// Who was in which team, below which, and what they were called, at any pair of instants: what every read by team is made
// of equals a plain fold of the log, also where moves are recorded late.

const settings = readSettings({ ANNALS_FISCAL_YEAR_START: '7', ANNALS_TIME_ZONE: 'America/New_York' });
const ALL = { from: null, to: null };
const TEAMS = ['north', 'far-north', 'south'];

const scenarios = histories.chain(withChangesOfPeople).chain((facts) =>
  fc.record({
    facts: fc.constant(facts),
    pairs: fc.array(instantsOf(facts.filter(({ stream }) => /^(rep|team)-/.test(stream))), {
      minLength: 5,
      maxLength: 5,
    }),
  }),
);

type People = ReturnType<typeof recordsAt>;

const peopleOf = (records: People) => ({
  teams: ofKind(records, 'team').map(({ teamId, name, parentId }) => ({ teamId, name, parentId })),
  reps: ofKind(records, 'rep').map(({ repId, name, teamId, role, region }) => ({ repId, name, teamId, role, region })),
});

/** The team and all below it, as far down as there are teams. */
const plainTeams = (records: People, teamId: string, depth = TEAMS.length): readonly string[] => [
  teamId,
  ...ofKind(records, 'team')
    .filter(({ parentId }) => depth > 0 && parentId === teamId)
    .flatMap((below) => plainTeams(records, below.teamId, depth - 1)),
];

const plainMembers = (records: People, teamId: string): readonly string[] => {
  const teams = plainTeams(records, teamId);
  return ofKind(records, 'rep')
    .filter((rep) => teams.includes(rep.teamId))
    .map(({ repId }) => repId);
};

const byId = (a: string, b: string): number => (a < b ? -1 : 1);

const readAtOf = ({ asOf, knownAt }: At) => ({
  ...{ asOf: new Date(asOf).toISOString(), knownAt: new Date(knownAt).toISOString(), latest: false },
});

const inEach = (check: (facts: readonly Fact[], at: At, reads: Reads) => Promise<void>, numRuns: number) =>
  fc.assert(
    fc.asyncProperty(scenarios, ({ facts, pairs }) =>
      withStore(facts, async (store, readModels) => {
        for (const at of pairs) await check(facts, at, { store, readModels });
      }),
    ),
    { numRuns },
  );

type Reads = Readonly<{
  store: Parameters<Parameters<typeof withStore>[1]>[0];
  readModels: Parameters<Parameters<typeof withStore>[1]>[1];
}>;

it('teams, their names and places, and who is in them, are those of the instant', { timeout: 120_000 }, () =>
  inEach(async (facts, at, { readModels }) => {
    const { asOf, knownAt } = readAtOf(at);
    const organisation = await organisationAt(readModels, asOf, knownAt);
    const records = recordsAt(facts, at);
    const plain = peopleOf(records);
    expect([...organisation.teams.values()].sort((a, b) => byId(a.teamId, b.teamId))).toEqual(
      plain.teams.sort((a, b) => byId(a.teamId, b.teamId)),
    );
    expect(
      [...organisation.reps.values()]
        .map(({ repId, name, teamId, role, region }) => ({ repId, name, teamId, role, region }))
        .sort((a, b) => byId(a.repId, b.repId)),
    ).toEqual(plain.reps.sort((a, b) => byId(a.repId, b.repId)));
    for (const teamId of TEAMS) {
      expect([...membersOf(organisation, teamId)].sort()).toEqual([...plainMembers(records, teamId)].sort());
    }
  }, 40),
);

it(
  'forecasts by team and by region are of the people of the instant, and those of a team with those below it',
  {
    timeout: 120_000,
  },
  () =>
    inEach(async (facts, at, { store, readModels }) => {
      const forecast = new ForecastHandler(readModels, new DealFigures(store, readModels, settings), settings);
      const records = recordsAt(facts, at);
      const owners = plainForecast(facts, at, 'quarter', 'owner');
      const closedIn = (period: string | null, reps: readonly string[]): number =>
        reps.reduce((sum, repId) => sum + (owners.get(`${period}|${repId}`)?.closed ?? 0), 0);
      for (const group of ['team', 'region'] as const) {
        const rows = plainForecast(facts, at, 'quarter', group);
        const answer = await forecast.execute(new ForecastQuery('quarter', ALL, group, readAtOf(at)));
        for (const { period, group: name, closed, pipeline, withBelow } of answer.rows) {
          const row = rows.get(`${period}|${name}`);
          expect([closed.amount, pipeline.amount]).toEqual([row?.closed ?? 0, row?.pipeline ?? 0]);
          if (withBelow && name !== null) {
            expect(withBelow.closed.amount).toBe(closedIn(period, plainMembers(records, name)));
          }
          rows.delete(`${period}|${name}`);
        }
        expect([...rows.keys()]).toEqual([]);
      }
      for (const team of TEAMS) {
        const answer = await forecast.execute(new ForecastQuery('quarter', ALL, 'none', readAtOf(at), null, { team }));
        const members = plainMembers(records, team);
        const all = [...owners].filter(([key]) => members.some((repId) => key.endsWith(`|${repId}`)));
        expect(answer.rows.reduce((sum, { closed }) => sum + closed.amount, 0)).toBe(
          all.reduce((sum, [, { closed }]) => sum + closed, 0),
        );
      }
    }, 15),
);

it('boards and leaderboards of a team have the deals and the names of the instant', { timeout: 120_000 }, () =>
  inEach(async (facts, at, { store, readModels }) => {
    const figures = new DealFigures(store, readModels, settings);
    const boards = new PipelineBoardHandler(readModels, figures, store, settings);
    const leaders = new LeaderboardHandler(readModels, figures, settings);
    const records = recordsAt(facts, at);
    const deals = ofKind(records, 'deal');
    for (const teamId of TEAMS) {
      const members = plainMembers(records, teamId);
      const board = await boards.execute(new PipelineBoardQuery('sales', readAtOf(at), { teamId }));
      const open = deals.filter(({ status }) => status === 'Open').flatMap(creditsOf);
      expect(board.total.amount.amount).toBe(
        open.reduce((sum, { ownerId, amount }) => (members.includes(ownerId ?? '') ? sum + amount : sum), 0),
      );
      const { rows } = await leaders.execute(new LeaderboardQuery('wonAmount', null, teamId, readAtOf(at)));
      const winners = deals.filter(({ status }) => status === 'Won').flatMap(creditsOf);
      expect(rows.map(({ repId, name }) => `${repId} ${name}`).sort()).toEqual(
        members
          .filter((repId) => winners.some(({ ownerId }) => ownerId === repId))
          .map((repId) => `${repId} ${records.get(`rep-${repId}`).name}`)
          .sort(),
      );
    }
  }, 15),
);

it('no team is below itself as of any instant, whatever moves were recorded late', () => {
  const moves = withChangesOfPeople(ORGANISATION).map((facts) =>
    facts.filter(({ stream }) => stream.startsWith('team-')),
  );
  fc.assert(
    fc.property(moves, (facts) => {
      for (const { at: asOf } of facts) {
        const records = recordsAt(facts, { asOf, knownAt: Number.POSITIVE_INFINITY });
        for (const { teamId } of ofKind(records, 'team')) {
          const [, ...below] = plainTeams(records, teamId);
          expect(below).not.toContain(teamId);
        }
      }
    }),
    { numRuns: 300 },
  );
});
