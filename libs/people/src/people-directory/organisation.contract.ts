import type { Instant } from '#kernel/instant.js';
import type { ReadModels } from '#projections/read-models.js';
import { statesAt } from '#projections/states-at.js';
import type { ReadStore } from '#read-store/read-store.js';
import type { ReadableRep } from '../domain/rep.state.js';
import type { Team } from '../domain/team.state.js';
import { repVersions, teamVersions } from './people-directory.projections.js';
import { asTree } from './team-tree.js';

/** Who was in which team at an instant. */
export type Organisation = Readonly<{ reps: ReadonlyMap<string, ReadableRep>; teams: ReadonlyMap<string, Team> }>;

/** The read models that `organisationAt` reads. */
export const organisationProjections = [repVersions, teamVersions];

export const organisationAt = async (
  readModels: ReadModels,
  asOf: Instant,
  knownAt: Instant,
): Promise<Organisation> => {
  const [reps, teams] = await Promise.all([
    statesAt(readModels, repVersions, asOf, knownAt),
    statesAt(readModels, teamVersions, asOf, knownAt),
  ]);
  return { reps, teams: asTree(teams) };
};

/** Whether anything was on record about the rep at `knownAt`, whenever it was true. */
export const isRepKnown = async (store: ReadStore, repId: string, knownAt: Instant): Promise<boolean> => {
  const entry = await store.collection(repVersions.documents).get(repId);
  return entry?.doc.versions.some(({ recordedAt }) => recordedAt <= knownAt) ?? false;
};

/** Ids of all reps that there are or ever were. */
export const repsEverKnown = async (readModels: ReadModels): Promise<ReadonlySet<string>> =>
  new Set((await readModels.versions(repVersions)).keys());

/** Ids of the team and of all teams below it. */
export const teamsFrom = ({ teams }: Organisation, teamId: string): ReadonlySet<string> => {
  const within = new Set([teamId]);
  for (let grew = true; grew; ) {
    const before = within.size;
    for (const { teamId: id, parentId } of teams.values())
      if (parentId !== null && within.has(parentId)) within.add(id);
    grew = within.size > before;
  }
  return within;
};

/** Ids of the reps in the team and in all teams below it. */
export const membersOf = (organisation: Organisation, teamId: string): readonly string[] => {
  const within = teamsFrom(organisation, teamId);
  return [...organisation.reps.values()].filter((rep) => within.has(rep.teamId)).map(({ repId }) => repId);
};
