import { Decimal, FieldValues, Id, ListOf, OneOf, Text, Texts } from '#http/fields.js';
import type { ForecastCategory } from '#kernel/forecast-category.js';
import { isId } from '#kernel/ids.js';
import type { ParameterFault } from '../questions/question.js';
import type { Scenario } from './scenario.js';

class ScenarioStageBody {
  @Id()
  id!: string;

  @Text({ optional: true, description: 'Default: its id' })
  name?: string | null;

  @Decimal({ min: 0, max: 1 })
  probability!: number;

  @OneOf(['pipeline', 'bestCase', 'commit'])
  forecastCategory!: ForecastCategory;

  @Texts({ optional: true, description: 'The stages whose deals stand in it. Default: the one of its own id' })
  from?: string[] | null;
}

/** Other assumptions about the same history. */
export class ScenarioBody {
  @Id({ optional: true, description: 'The process that stages and probabilities are of. Default: every one' })
  processId?: string | null;

  @ListOf(() => ScenarioStageBody, { optional: true, min: 1, max: 100, description: 'Another stage list' })
  stages?: ScenarioStageBody[] | null;

  @FieldValues({ optional: true, description: 'Probabilities by id of the stage, from 0 to 1' })
  probabilities?: Readonly<Record<string, unknown>> | null;

  @FieldValues({ optional: true, description: 'Who would have owned what was whose: ids of reps by ids of reps' })
  owners?: Readonly<Record<string, unknown>> | null;
}

/** The scenario that a body states; what is wrong with it is added to `faults`. */
export const scenarioOf = (
  { processId, stages, probabilities, owners }: ScenarioBody,
  faults: ParameterFault[],
): Scenario => {
  const values = <T>(
    name: string,
    given: object | null | undefined,
    what: string,
    isOne: (value: unknown) => boolean,
  ) => {
    if (given == null) return null;
    for (const [key, value] of Object.entries(given)) {
      if (!isOne(value)) faults.push({ path: `scenario.${name}.${key}`, message: `must be ${what}` });
    }
    return given as Readonly<Record<string, T>>;
  };
  const from = stages?.flatMap((stage) => stage.from ?? [stage.id]) ?? [];
  for (const stage of new Set(from.filter((each, index) => from.indexOf(each) < index))) {
    faults.push({ path: 'scenario.stages', message: `have the deals of ${stage} twice` });
  }
  return {
    processId: processId ?? null,
    stages:
      stages?.map(({ id, name, probability, forecastCategory, from: taken }) => ({
        ...{ id, probability, forecastCategory },
        name: name ?? id,
        from: taken ?? [id],
      })) ?? null,
    probabilities: values<number>(
      'probabilities',
      probabilities,
      'from 0 to 1',
      (value) => typeof value === 'number' && value >= 0 && value <= 1,
    ),
    owners: values<string>('owners', owners, 'the id of a rep', (value) => typeof value === 'string' && isId(value)),
  };
};
