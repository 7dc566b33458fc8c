import {
  type BackTestEvidence,
  CHOSEN_METHOD,
  type ChosenMethod,
  chooseForecastMethod,
  FORECAST_METHODS,
  type ForecastMethodEvent,
} from '#forecast-methods/forecast-methods.contract.js';
import { isId } from '#kernel/ids.js';
import type { Mapped, Mapping } from '../loading/mapping.js';
import { Cells } from '../rows/cells.js';
import type { Row } from '../rows/row.js';
import { type Details, isObject, readDetails } from './details.js';
import { provenanceOf, said } from './said.js';

/** A row of forecast_methods.csv: the method by which the company forecasts from then on. */
export const forecastMethodCommands = (
  row: Row,
  { actor, first }: Mapping,
): Mapped<ChosenMethod, ForecastMethodEvent> => {
  const cells = new Cells(row);
  cells.required('method');
  const method = cells.oneOf('method', FORECAST_METHODS);
  const at = cells.instant('occurred_at') ?? first;
  const details = readDetails(cells);
  const backTest = backTestIn(details, cells);
  const provenance = provenanceOf(cells, details);
  if (method === null || cells.problems.length > 0) return cells;
  const decide = chooseForecastMethod({ method, backTest }, actor);
  return { id: CHOSEN_METHOD, commands: [{ rows: [row], says: said(row), at, ...provenance, decide }] };
};

/** What a back-test said of the method; null: it was chosen without one, or something is wrong, as is noted. */
const backTestIn = (details: Details, cells: Cells) => {
  const value = details.get('evidence');
  if (value === undefined) return null;
  if (isEvidence(value)) {
    const { backTestId: id, forecasts, accuracy, bias, error } = value;
    return { id, says: { forecasts, accuracy, bias, error } };
  }
  cells.wrong('details', 'DetailIsNo', {
    key: 'evidence',
    shape: '{backTestId, forecasts, accuracy, bias, error}',
  });
  return null;
};

const isEvidence = (value: unknown): value is BackTestEvidence =>
  isObject(value) &&
  isId(value.backTestId) &&
  Number.isSafeInteger(value.forecasts) &&
  [value.accuracy, value.bias, value.error].every(Number.isFinite);
