import type { Schemas } from '../api/client.js';
import type { Process } from '../api/people.js';

/** A stage of another list, as it is being typed; `from`: the stages whose deals stand in it. */
export type ScenarioStage = Readonly<{
  id: string;
  name: string;
  /** In percent. */
  probability: string | number;
  forecastCategory: Process['stages'][number]['forecastCategory'];
  from: readonly string[];
}>;

const PERCENT = 100;

/** The list as the process has it. */
export const stagesOf = ({ stages }: Process): readonly ScenarioStage[] =>
  stages.map(({ id, name, probability, forecastCategory }) => ({
    ...{ id, name, forecastCategory, from: [id] },
    // Binary fractions: 0.07 × 100 is not quite 7.
    probability: Number((probability * PERCENT).toFixed(4)),
  }));

export const newStage = (): ScenarioStage => ({
  ...{ id: crypto.randomUUID(), name: '', probability: '', from: [] },
  forecastCategory: 'pipeline',
});

/** The list as the API takes it; null while a name or a probability is missing. */
export const stagesBody = (stages: readonly ScenarioStage[]): readonly Schemas['ScenarioStageBody'][] | null => {
  const isWhole = stages.every(({ name, probability }) => name.trim() !== '' && typeof probability === 'number');
  if (!isWhole) return null;
  return stages.map(({ probability, from, ...stage }) => ({
    ...stage,
    probability: Number(probability) / PERCENT,
    from: [...from],
  }));
};
