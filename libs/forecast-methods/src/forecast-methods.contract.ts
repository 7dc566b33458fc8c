import * as state from './domain/forecast-method.state.js';

/** How other capabilities read the facts about the chosen method. */
export const forecastMethodDecider = state.forecastMethodDecider;
