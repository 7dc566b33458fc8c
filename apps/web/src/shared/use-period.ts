import { useCompany } from '../api/company.js';
import type { Grain } from '../api/forecasts.js';
import { periodOf } from '../api/periods.js';
import { useTime } from '../api/time.js';

/** The period that a page shows: the one that was chosen, or that of the day that it shows. */
export const usePeriod = (by: Grain, chosen: string | undefined): string => {
  const { fiscalYearStart } = useCompany();
  const { day, today } = useTime();
  return chosen ?? periodOf(day ?? today, by, fiscalYearStart);
};
