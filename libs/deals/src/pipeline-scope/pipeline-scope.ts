import { notFound } from '#http/problem.js';
import type { ReadAt } from '#http/read-at.js';
import { membersOf, organisationAt, organisationProjections } from '#people/people-directory/organisation.contract.js';
import type { ReadModels } from '#projections/read-models.js';
import { stateAt } from '#projections/versions.js';
import { processVersions } from '#sales-process/process-versions/process-versions.contract.js';
import type { Process } from '#sales-process/sales-process.contract.js';

/** Only deals of this rep; only those of this team and the teams below it. */
export type OwnerFilter = Readonly<{ ownerId?: string; teamId?: string }>;

/** The read models that `processAt` and `ownersAt` read. */
export const pipelineScopeProjections = [processVersions, ...organisationProjections];

/** @throws ProblemException (404) when there was no such process */
export const processAt = async (readModels: ReadModels, processId: string, at: ReadAt): Promise<Process> => {
  const process = stateAt((await readModels.versions(processVersions)).get(processId), at.asOf, at.knownAt);
  if (!process) throw notFound(`There is no process ${processId} as of ${at.asOf}, by what was known at ${at.knownAt}`);
  return process;
};

/** The reps whose deals meet the filter, by who was in which team at the instant; null: whoever owns them, or nobody. */
export const ownersAt = async (
  readModels: ReadModels,
  { ownerId, teamId }: OwnerFilter,
  { asOf, knownAt }: ReadAt,
): Promise<readonly string[] | null> => {
  if (teamId === undefined) return ownerId === undefined ? null : [ownerId];
  const members = membersOf(await organisationAt(readModels, asOf, knownAt), teamId);
  return ownerId === undefined ? members : members.filter((member) => member === ownerId);
};
