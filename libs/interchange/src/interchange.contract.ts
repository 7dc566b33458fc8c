import * as state from './domain/import.state.js';

/** How other capabilities read the facts about imports. */
export const importDecider = state.importDecider;
