import type { Decider } from '#kernel/event.js';
import type { ProcessDefinition, ProcessEvent, Stage } from './process.events.js';

/** `version` is 1 as defined and one more with each revision. */
export type Process = Readonly<{ id: string; version: number }> &
  Omit<ProcessDefinition, 'processId'> &
  Readonly<{
    /** As it was defined at first: what tells the same request from another one of the same id. */
    defined: ProcessDefinition;
  }>;

/** The stage of that id; null when this version of the process has none. */
export const stageOf = (process: Process, stageId: string): Stage | null =>
  process.stages.find(({ id }) => id === stageId) ?? null;

export const processDecider: Decider<Process | null, ProcessEvent> = {
  category: 'process',
  types: { ProcessDefined: 'process-defined.v1', ProcessRevised: 'process-revised.v1' },
  initial: null,
  evolve: (process, { type, data }) => {
    const { processId: id, name, stages, rules } = data;
    switch (type) {
      case 'ProcessDefined':
        return { id, version: 1, name, stages, rules, defined: data };
      case 'ProcessRevised':
        if (process === null) throw new Error(`${type} before ProcessDefined`);
        return { ...process, version: process.version + 1, name, stages, rules };
    }
  },
};
