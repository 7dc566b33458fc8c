import fc from 'fast-check';
import { describe, it } from 'vitest';
import { obeysDeciderLaws } from '#testing/decider-laws.js';
import { given } from '#testing/given.js';
import { formTeam } from './form-team.js';
import type { TeamFormed } from './team.events.js';
import { teamDecider } from './team.state.js';

const givenTeam = given(teamDecider);
const east = { teamId: 'east', name: 'East', parentId: null };
const boston = { teamId: 'boston', name: 'Boston', parentId: 'east' };
const formed: TeamFormed = { type: 'TeamFormed', data: east };

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

  it('obeys the laws of deciders', () => {
    const commands = fc.record({
      teamId: fc.constant('boston'),
      name: fc.constantFrom('Boston', 'New York'),
      parentId: fc.constantFrom(null, 'east'),
    });
    const parents = fc.constantFrom(east, null);
    obeysDeciderLaws(
      teamDecider,
      fc.tuple(commands, parents).map(
        ([command, parent]) =>
          (team) =>
            formTeam(command, team, parent),
      ),
    );
  });
});
