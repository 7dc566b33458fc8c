import { sameJson } from '#kernel/json.js';
import type { Outcome } from '#kernel/outcome.js';
import type { ProcessRevised } from './process.events.js';
import type { Process } from './process.state.js';
import { type DefinitionRefusal, definitionOf, type ProcessDraft, unsound } from './process-definition.js';

export type ReviseProcess = ProcessDraft;
export type ReviseProcessRefusal = DefinitionRefusal;

/** The command states the whole new version. Stages that it leaves out are gone for what happens from here on. */
export const reviseProcess = (
  command: ReviseProcess,
  { id, name, stages, rules }: Process,
): Outcome<ProcessRevised, ReviseProcessRefusal> => {
  const definition = definitionOf(command);
  if (sameJson({ processId: id, name, stages, rules }, definition)) return [];
  return unsound(definition) ?? [{ type: 'ProcessRevised', data: definition }];
};
