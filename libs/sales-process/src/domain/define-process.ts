import { type Outcome, reject } from '#kernel/outcome.js';
import type { ProcessDefined } from './process.events.js';
import type { Process } from './process.state.js';
import { type DefinitionRefusal, definitionOf, isAsDefined, type ProcessDraft, unsound } from './process-definition.js';

export type DefineProcess = ProcessDraft;
export type DefineProcessRefusal = 'ProcessAlreadyExists' | DefinitionRefusal;

export const defineProcess = (
  command: DefineProcess,
  process: Process | null,
): Outcome<ProcessDefined, DefineProcessRefusal> => {
  const definition = definitionOf(command);
  if (process !== null) {
    return isAsDefined(process, definition)
      ? []
      : reject('ProcessAlreadyExists', `Process ${process.id} exists with another definition; revise it`);
  }
  return unsound(definition) ?? [{ type: 'ProcessDefined', data: definition }];
};
