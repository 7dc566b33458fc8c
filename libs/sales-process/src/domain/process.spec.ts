import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORECAST_CATEGORIES } from '#kernel/forecast-category.js';
import { given } from '#testing/given.js';
import { type DefineProcess, defineProcess } from './define-process.js';
import type { ProcessDefined, ProcessDefinition, ProcessRevised } from './process.events.js';
import { type Process, processDecider, stageOf } from './process.state.js';
import type { ProcessDraft, StageDraft } from './process-definition.js';
import { reviseProcess } from './revise-process.js';

const prospecting: StageDraft = {
  id: 'prospecting',
  name: 'Prospecting',
  probability: 0.25,
  forecastCategory: 'pipeline',
};
const engaging: StageDraft = { id: 'engaging', name: 'Engaging', probability: 0.5, forecastCategory: 'bestCase' };
const draft: DefineProcess = { processId: 'direct', name: 'Direct sales', stages: [prospecting, engaging] };

const definition: ProcessDefinition = {
  processId: 'direct',
  name: 'Direct sales',
  stages: [
    { ...prospecting, rotAfterDays: null, requires: [], guidance: null },
    { ...engaging, rotAfterDays: null, requires: [], guidance: null },
  ],
  rules: { allowSkip: false, allowBack: false },
};
const defined: ProcessDefined = { type: 'ProcessDefined', data: definition };
const renamed: ProcessRevised = { type: 'ProcessRevised', data: { ...definition, name: 'Field sales' } };

const process = given(processDecider);

describe('defining a process', () => {
  it('keeps its stages in order, forwards only and one by one unless told otherwise', () => {
    process().when(defineProcess, draft).then(defined);
  });

  it('keeps rules, limits, required fields and guidance', () => {
    const detailed = { ...engaging, rotAfterDays: 14, requires: ['budget'], guidance: 'Find who decides' };
    const rules = { allowSkip: true, allowBack: true };
    process()
      .when(defineProcess, { ...draft, stages: [detailed], rules })
      .then({ type: 'ProcessDefined', data: { ...definition, stages: [detailed], rules } });
    process()
      .when(defineProcess, { ...draft, rules: { allowBack: true } })
      .then({ type: 'ProcessDefined', data: { ...definition, rules: { allowSkip: false, allowBack: true } } });
  });

  it('changes nothing when it was defined so, even if it was revised since', () => {
    process(defined).when(defineProcess, draft).thenNothing();
    process(defined, renamed).when(defineProcess, draft).thenNothing();
  });

  it('refuses an id that is taken by another definition', () => {
    process(defined)
      .when(defineProcess, { ...draft, name: 'Channel sales' })
      .thenRejected('ProcessAlreadyExists');
  });
});

describe('revising a process', () => {
  it('makes a new version of the whole definition', () => {
    process(defined)
      .when(reviseProcess, { ...draft, name: 'Field sales' })
      .then(renamed);
  });

  it('changes nothing when that is the current version', () => {
    process(defined).when(reviseProcess, draft).thenNothing();
    process(defined, renamed)
      .when(reviseProcess, { ...draft, name: 'Field sales' })
      .thenNothing();
  });

  it('may go back to an earlier definition, as a new version', () => {
    process(defined, renamed).when(reviseProcess, draft).then({ type: 'ProcessRevised', data: definition });
  });
});

describe.each([
  ['defining', (command: ProcessDraft) => process().when(defineProcess, command)],
  ['revising', (command: ProcessDraft) => process(defined).when(reviseProcess, command)],
])('%s a process', (_, decided) => {
  it('refuses a process without a name', () => {
    decided({ ...draft, name: ' ' }).thenRejected('ProcessNameMissing');
  });

  it('refuses a process without stages', () => {
    decided({ ...draft, stages: [] }).thenRejected('StagesMissing');
  });

  it('refuses the same stage twice', () => {
    decided({ ...draft, stages: [prospecting, engaging, { ...engaging, name: 'Again' }] }).thenRejected(
      'StageRepeated',
      'Stage engaging is there twice',
    );
  });

  it('refuses a stage without a name', () => {
    decided({ ...draft, stages: [{ ...prospecting, name: '' }] }).thenRejected('StageNameMissing');
  });

  it('refuses a probability that is none', () => {
    for (const probability of [-0.01, 1.01, Number.NaN, Number.POSITIVE_INFINITY]) {
      decided({ ...draft, stages: [{ ...prospecting, probability }] }).thenRejected('ProbabilityOutOfRange');
    }
  });

  it('refuses a stage in which deals rot at once', () => {
    for (const rotAfterDays of [0, -1, 1.5]) {
      decided({ ...draft, stages: [{ ...prospecting, rotAfterDays }] }).thenRejected('RotAfterDaysNotPositive');
    }
  });
});

describe('a process', () => {
  const { processId: id, ...content } = definition;
  const state: Process = { id, version: 1, ...content, defined: definition };

  it('counts its versions', () => {
    process(defined).thenState(state);
    process(defined, renamed).thenState({ ...state, version: 2, name: 'Field sales' });
  });

  it('finds its stages', () => {
    expect([stageOf(state, 'engaging'), stageOf(state, 'gone')]).toStrictEqual([definition.stages[1], null]);
  });

  it('is never revised before it is defined', () => {
    expect(() => process(renamed)).toThrow('ProcessRevised before ProcessDefined');
  });

  it('is as it was defined, whatever the definition, and defining it so again changes nothing', () => {
    const stage = fc.record(
      {
        id: fc.constantFrom('a', 'b', 'c', 'd'),
        name: fc.string({ maxLength: 3 }),
        probability: fc.double({ min: -0.1, max: 1.1 }),
        forecastCategory: fc.constantFrom(...FORECAST_CATEGORIES),
        rotAfterDays: fc.option(fc.integer({ min: 0, max: 9 })),
        requires: fc.option(fc.array(fc.string(), { maxLength: 2 })),
        guidance: fc.option(fc.string()),
      },
      { requiredKeys: ['id', 'name', 'probability', 'forecastCategory'] },
    );
    const command = fc.record({
      processId: fc.constant('direct'),
      name: fc.string({ maxLength: 3 }),
      stages: fc.array(stage, { maxLength: 4 }),
      rules: fc.option(fc.record({ allowSkip: fc.boolean(), allowBack: fc.boolean() }, { requiredKeys: [] })),
    });
    fc.assert(
      fc.property(command, (command) => {
        const outcome = defineProcess(command, null);
        if ('rejected' in outcome) return;
        process(...outcome)
          .when(defineProcess, command)
          .thenNothing();
        process(...outcome)
          .when(reviseProcess, command)
          .thenNothing();
      }),
    );
  });
});
