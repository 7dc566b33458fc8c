import type * as events from './domain/import.events.js';
import * as state from './domain/import.state.js';

export type ImportEvent = events.ImportEvent;

/** How other capabilities read the facts about imports. */
export const importDecider = state.importDecider;
