import { sameJson } from '#kernel/json.js';
import { type Outcome, reject } from '#kernel/outcome.js';
import type { ProcessDefined } from './process.events.js';
import type { Process } from './process.state.js';
import { type DefinitionRefusal, definitionOf, type ProcessDraft, unsound } from './process-definition.js';

export type DefineProcess = ProcessDraft;
export type DefineProcessRefusal = 'ProcessAlreadyExists' | DefinitionRefusal;

export const defineProcess = (
  command: DefineProcess,
  process: Process | null,
): Outcome<ProcessDefined, DefineProcessRefusal> => {
  const definition = definitionOf(command);
  if (process !== null) {
    return sameJson(process.defined, definition)
      ? []
      : reject('ProcessAlreadyExists', `Process ${process.id} was defined otherwise; revise it`);
  }
  return unsound(definition) ?? [{ type: 'ProcessDefined', data: definition }];
};
