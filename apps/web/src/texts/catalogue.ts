import { customerTexts } from '../customer/customer.texts.js';
import { forecastTexts } from '../forecast/forecast.texts.js';
import { pipelineTexts } from '../pipeline/pipeline.texts.js';
import { sharedTexts } from '../shared/shared.texts.js';
import { shellTexts } from '../shell/shell.texts.js';

/** The texts of every page: a new page adds its line here, and uses them by `useTranslation('<its name>')`. */
export const catalogue = {
  customer: customerTexts,
  forecast: forecastTexts,
  pipeline: pipelineTexts,
  shared: sharedTexts,
  shell: shellTexts,
};
