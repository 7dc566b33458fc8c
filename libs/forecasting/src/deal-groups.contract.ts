import * as parameters from './forecast/forecast.controller.js';
import * as groups from './forecast/forecast-groups.js';
import * as bounds from './period-bounds.js';

// What deals are told apart and filtered by, for other figures than forecasts.

export const DEAL_DIMENSIONS = groups.FORECAST_DIMENSIONS;
export type DealGroupFilter = groups.ForecastFilter;
export const dealGrouping = groups.grouping;
export const filterGroupings = groups.filterGroupings;
export const groupProjections = groups.groupProjections;
export const DealFilterParameters = parameters.ForecastFilterParameters;
export const dealFilterOf = parameters.filterOf;
export const boundsOf = bounds.boundsOf;
