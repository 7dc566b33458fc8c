import { ofExisting } from '#commands/command-runner.js';
import { decideDefineProcess } from './define-process/define-process.handler.js';
import type { DefineProcessRefusal } from './domain/define-process.js';
import type * as events from './domain/process.events.js';
import * as state from './domain/process.state.js';
import type { ReviseProcessRefusal } from './domain/revise-process.js';
import { decideReviseProcess } from './revise-process/revise-process.handler.js';

export type Stage = events.Stage;
export type ProcessRules = events.ProcessRules;
export type ProcessEvent = events.ProcessEvent;
export type Process = state.Process;

/** How other capabilities read a process back from the log, to state it as a fact to their own decisions. */
export const processDecider = state.processDecider;
export const stageOf = state.stageOf;

export type ProcessRefusal = DefineProcessRefusal | ReviseProcessRefusal;

/** What makes the decisions of the commands on processes, for `CommandRunner.series`. */
export const processDecisions = {
  define: decideDefineProcess,
  revise: ofExisting(processDecider, decideReviseProcess),
};
