import fc from 'fast-check';
import { describe, it } from 'vitest';
import { type Attempt, obeysDeciderLaws, onExisting } from '#testing/decider-laws.js';
import { given } from '#testing/given.js';
import { formTeam } from './form-team.js';
import { moveTeam } from './move-team.js';
import { renameTeam } from './rename-team.js';
import type { TeamEvent, TeamFormed, TeamMoved, TeamRenamed } from './team.events.js';
import { type Team, teamDecider } from './team.state.js';

const givenTeam = given(teamDecider);
const east = { teamId: 'east', name: 'East', parentId: null };
const boston = { teamId: 'boston', name: 'Boston', parentId: 'east' };
const formed: TeamFormed = { type: 'TeamFormed', data: east };
const renamed: TeamRenamed = { type: 'TeamRenamed', data: { teamId: 'east', from: 'East', to: 'Far East' } };
const moved: TeamMoved = { type: 'TeamMoved', data: { teamId: 'east', from: null, to: 'world' } };
const AT = '2017-03-01T09:00:00.000Z';
const world = { teamId: 'world', lastAt: '2017-01-01T00:00:00.000Z' };

describe('a team', () => {
  it('is formed at the top', () => {
    givenTeam().when(formTeam, east, null).then(formed);
  });

  it('is formed under another team', () => {
    givenTeam().when(formTeam, boston, east).then({ type: 'TeamFormed', data: boston });
  });

  it('is not formed under a team that does not exist', () => {
    givenTeam().when(formTeam, boston, null).thenRejected('ParentTeamUnknown');
  });

  it('is formed once, however often that is asked for', () => {
    givenTeam(formed).when(formTeam, east, null).thenNothing();
  });

  it('is not formed again under another name', () => {
    givenTeam(formed)
      .when(formTeam, { ...east, name: 'Far East' }, null)
      .thenRejected('TeamAlreadyExists');
  });

  it('is renamed', () => {
    givenTeam(formed).when(renameTeam, { teamId: 'east', name: 'Far East' }).then(renamed);
    givenTeam(formed, renamed).when(renameTeam, { teamId: 'east', name: 'Far East' }).thenNothing();
    givenTeam(formed, renamed).thenState({ ...east, name: 'Far East' });
  });

  it('moves under another team, and to the top', () => {
    const toTop: TeamMoved = { type: 'TeamMoved', data: { teamId: 'east', from: 'world', to: null } };
    const [under, top] = ['world', null].map((parentId) => ({ teamId: 'east', parentId, at: AT }));
    if (!under || !top) throw new Error('Two moves');
    givenTeam(formed).when(moveTeam, under, [world]).then(moved);
    givenTeam(formed, moved).thenState({ ...east, parentId: 'world' });
    givenTeam(formed, moved).when(moveTeam, under, [world]).thenNothing();
    givenTeam(formed, moved).when(moveTeam, top, []).then(toTop);
    givenTeam(formed).when(moveTeam, top, []).thenNothing();
  });

  it('moves under no team that does not exist, and below neither itself nor a team below it', () => {
    const to = (parentId: string, ...above: readonly (typeof world)[]) =>
      givenTeam(formed).when(moveTeam, { teamId: 'east', parentId, at: AT }, above);
    const itself = { ...world, teamId: 'east' };
    to('nowhere').thenRejected('ParentTeamUnknown');
    to('east', itself).thenRejected('TeamBelowItself');
    to('boston', { ...world, teamId: 'boston' }, itself).thenRejected('TeamBelowItself');
  });

  it('moves at no time before the teams above the new place stood as they do', () => {
    const to = (at: string) =>
      givenTeam(formed).when(moveTeam, { teamId: 'east', parentId: 'europe', at }, [
        { teamId: 'europe', lastAt: '2016-01-01T00:00:00.000Z' },
        world,
      ]);
    to('2016-12-31T23:59:59.999Z').thenRejected('ParentTeamChangedLater');
    to(world.lastAt).then({ type: 'TeamMoved', data: { teamId: 'east', from: null, to: 'europe' } });
  });

  it('obeys the laws of deciders', () => {
    const commands = fc.record({
      teamId: fc.constant('boston'),
      name: fc.constantFrom('Boston', 'New York'),
      parentId: fc.constantFrom(null, 'east'),
    });
    const parents = fc.constantFrom(east, null);
    const here = (attempt: Attempt<Team, TeamEvent>) => onExisting(attempt);
    obeysDeciderLaws(
      teamDecider,
      fc.oneof(
        fc.tuple(commands, parents).map(
          ([command, parent]): Attempt<Team | null, TeamEvent> =>
            (team) =>
              formTeam(command, team, parent),
        ),
        commands.map((command) => here((team) => renameTeam(command, team))),
        commands.map((command) => here((team) => moveTeam({ ...command, at: AT }, team, [world]))),
      ),
    );
  });
});
