/** How surely an open deal counts in a forecast, from least to most. Closed deals have left these categories. */
export const FORECAST_CATEGORIES = ['pipeline', 'bestCase', 'commit'] as const;

export type ForecastCategory = (typeof FORECAST_CATEGORIES)[number];
