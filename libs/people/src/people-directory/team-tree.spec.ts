import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Team } from '../domain/team.state.js';
import { asTree } from './team-tree.js';

const IDS = ['a', 'b', 'c', 'd', 'e'];
const teamsOf = (parents: readonly (string | null)[]): ReadonlyMap<string, Team> =>
  new Map(IDS.map((teamId, place) => [teamId, { teamId, name: teamId, parentId: parents[place] ?? null }]));
const parentsOf = (teams: ReadonlyMap<string, Team>) => [...teams.values()].map(({ parentId }) => parentId);

it('leaves what is a tree as it is, also below a team that is not there', () => {
  const parents = [null, 'a', 'b', 'gone', 'd'];
  expect(parentsOf(asTree(teamsOf(parents)))).toEqual(parents);
});

it('puts teams that are below each other to the top, and leaves those below them there', () => {
  expect(parentsOf(asTree(teamsOf(['b', 'c', 'a', 'a', 'e'])))).toEqual([null, null, null, 'a', null]);
});

it('gives a tree of whatever there is', () => {
  const parents = fc.array(fc.constantFrom(null, ...IDS), { minLength: IDS.length, maxLength: IDS.length });
  fc.assert(
    fc.property(parents, (given) => {
      const teams = asTree(teamsOf(given));
      for (const start of IDS) {
        const path: string[] = [];
        for (let id: string | null = start; id !== null; id = teams.get(id)?.parentId ?? null) {
          expect(path).not.toContain(id);
          path.push(id);
        }
      }
    }),
  );
});
