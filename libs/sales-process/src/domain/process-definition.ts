import { type Rejected, reject } from '#kernel/outcome.js';
import type { ProcessDefinition, ProcessRules, Stage } from './process.events.js';

/** A stage as someone writes it down; what they leave out is absent from the stage. */
export type StageDraft = Pick<Stage, 'id' | 'name' | 'probability' | 'forecastCategory'> & {
  readonly [K in 'rotAfterDays' | 'requires' | 'guidance']?: Stage[K] | null | undefined;
};

/** A process as someone writes it down. Without rules a deal goes through the stages one by one, forwards only. */
export type ProcessDraft = Readonly<{
  processId: string;
  name: string;
  stages: readonly StageDraft[];
  rules?: Partial<ProcessRules> | null | undefined;
}>;

export const definitionOf = ({ processId, name, stages, rules }: ProcessDraft): ProcessDefinition => ({
  processId,
  name,
  stages: stages.map(({ id, name, probability, forecastCategory, rotAfterDays, requires, guidance }) => ({
    id,
    name,
    probability,
    forecastCategory,
    rotAfterDays: rotAfterDays ?? null,
    requires: requires ?? [],
    guidance: guidance ?? null,
  })),
  rules: { allowSkip: rules?.allowSkip ?? false, allowBack: rules?.allowBack ?? false },
});

export type DefinitionRefusal =
  | 'ProcessNameMissing'
  | 'StagesMissing'
  | 'StageRepeated'
  | 'StageNameMissing'
  | 'ProbabilityOutOfRange'
  | 'RotAfterDaysNotPositive';

type Rule<C extends DefinitionRefusal> = (definition: ProcessDefinition) => Rejected<C> | null;

const hasName: Rule<'ProcessNameMissing'> = ({ name }) =>
  name.trim() === '' ? reject('ProcessNameMissing', 'A process needs a name') : null;

const hasStages: Rule<'StagesMissing'> = ({ stages }) =>
  stages.length === 0 ? reject('StagesMissing', 'A process needs at least one stage') : null;

const stagesAreDistinct: Rule<'StageRepeated'> = ({ stages }) => {
  const repeated = stages.find(({ id }, index) => stages.findIndex((stage) => stage.id === id) < index);
  return repeated ? reject('StageRepeated', `Stage ${repeated.id} is there twice`) : null;
};

const stagesHaveNames: Rule<'StageNameMissing'> = ({ stages }) => {
  const nameless = stages.find(({ name }) => name.trim() === '');
  return nameless ? reject('StageNameMissing', `Stage ${nameless.id} needs a name`) : null;
};

const probabilitiesAreInRange: Rule<'ProbabilityOutOfRange'> = ({ stages }) => {
  const odd = stages.find(({ probability }) => !(probability >= 0 && probability <= 1));
  return odd
    ? reject('ProbabilityOutOfRange', `The probability of stage ${odd.id} is ${odd.probability}; it goes from 0 to 1`)
    : null;
};

const rotsAfterWholeDays: Rule<'RotAfterDaysNotPositive'> = ({ stages }) => {
  const odd = stages.find(({ rotAfterDays: days }) => days !== null && !(Number.isSafeInteger(days) && days > 0));
  return odd
    ? reject('RotAfterDaysNotPositive', `Stage ${odd.id} rots after ${odd.rotAfterDays} days; it takes a day or more`)
    : null;
};

/** The first rule that the definition breaks; null when it is sound. */
export const unsound = (definition: ProcessDefinition): Rejected<DefinitionRefusal> | null =>
  hasName(definition) ??
  hasStages(definition) ??
  stagesAreDistinct(definition) ??
  stagesHaveNames(definition) ??
  probabilitiesAreInRange(definition) ??
  rotsAfterWholeDays(definition);
