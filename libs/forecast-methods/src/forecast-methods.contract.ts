import { decideChooseForecastMethod } from './choose-forecast-method/choose-forecast-method.handler.js';
import type * as events from './domain/forecast-method.events.js';
import * as state from './domain/forecast-method.state.js';
import * as methods from './domain/forecast-methods.js';

export type BackTestEvidence = events.BackTestEvidence;
export type ForecastMethodEvent = events.ForecastMethodEvent;
export type ChosenMethod = state.ChosenMethod;

export const FORECAST_METHODS = methods.FORECAST_METHODS;

/** How other capabilities read the facts about the chosen method, and the one record that there is. */
export const forecastMethodDecider = state.forecastMethodDecider;
export const CHOSEN_METHOD = state.CHOSEN_METHOD;

/** What makes the decision of the method by which the company forecasts, for `CommandRunner.series`. */
export const chooseForecastMethod = decideChooseForecastMethod;
