import { organisationProjections, repsEverKnown } from '#people/people-directory/organisation.contract.js';
import type { ReadModels } from '#projections/read-models.js';
import { processVersions } from '#sales-process/process-versions/process-versions.contract.js';
import type { ParameterFault } from '../questions/question.js';
import type { Scenario } from './scenario.js';

/** What `unknownIds` reads. */
export const scenarioProjections = [processVersions, ...organisationProjections];

/** What the scenario names and there never was: such an assumption would change nothing, and nobody would see why. */
export const unknownIds = async (scenario: Scenario, readModels: ReadModels): Promise<readonly ParameterFault[]> => {
  const { processId, stages, probabilities, owners } = scenario;
  const processes = await readModels.versions(processVersions);
  const fault = (path: string, what: string): ParameterFault => ({ path: `scenario.${path}`, message: what });
  if (processId !== null && !processes.has(processId)) return [fault('processId', `There is no process ${processId}`)];
  const meant = processId === null ? [...processes.values()] : [processes.get(processId)];
  const known = new Set(
    meant.flatMap((process) => process?.versions.flatMap(({ state }) => state.stages.map(({ id }) => id)) ?? []),
  );
  const list = stages === null ? known : new Set(stages.map(({ id }) => id));
  const taken = (stages ?? []).flatMap(({ id, from }) => from.filter((stage) => stage !== id));
  const reps = owners === null ? new Set<string>() : await repsEverKnown(readModels);
  return [
    ...taken.filter((stage) => !known.has(stage)).map((stage) => fault('stages', `There is no stage ${stage}`)),
    ...Object.keys(probabilities ?? {})
      .filter((stage) => !list.has(stage))
      .map((stage) => fault(`probabilities.${stage}`, `There is no stage ${stage}`)),
    ...Object.entries(owners ?? {}).flatMap(([from, to]) =>
      [from, to].filter((rep) => !reps.has(rep)).map((rep) => fault(`owners.${from}`, `There is no rep ${rep}`)),
    ),
  ];
};
