import type { analystTexts } from '../analyst/analyst.texts.js';
import type { whatIfTexts } from '../analyst/what-if.texts.js';
import type { controlTexts } from '../control/control.texts.js';
import type { quotaGridTexts } from '../control/quota-grid.texts.js';
import type { ratesTexts } from '../control/rates.texts.js';
import type { rowTexts } from '../control/row.texts.js';
import type { customerTexts } from '../customer/customer.texts.js';
import type { dealTexts } from '../deal/deal.texts.js';
import type { forecastTexts } from '../forecast/forecast.texts.js';
import type { leaderboardTexts } from '../leaderboard/leaderboard.texts.js';
import type { notificationTexts } from '../notification/notification.texts.js';
import type { pipelineTexts } from '../pipeline/pipeline.texts.js';
import type { reportTexts } from '../report/report.texts.js';
import type { refusalTexts } from '../shared/refusal.texts.js';
import type { sharedTexts } from '../shared/shared.texts.js';
import type { shellTexts } from '../shell/shell.texts.js';
import type { teamTexts } from '../team/team.texts.js';

/** The texts of every page, by the name under which `useTranslation` has them: a new page adds its line here. */
export type Catalogue = Readonly<{
  analyst: (typeof analystTexts)['en'];
  control: (typeof controlTexts)['en'];
  customer: (typeof customerTexts)['en'];
  deal: (typeof dealTexts)['en'];
  forecast: (typeof forecastTexts)['en'];
  leaderboard: (typeof leaderboardTexts)['en'];
  notification: (typeof notificationTexts)['en'];
  pipeline: (typeof pipelineTexts)['en'];
  quotaGrid: (typeof quotaGridTexts)['en'];
  rates: (typeof ratesTexts)['en'];
  refusal: (typeof refusalTexts)['en'];
  report: (typeof reportTexts)['en'];
  row: (typeof rowTexts)['en'];
  shared: (typeof sharedTexts)['en'];
  shell: (typeof shellTexts)['en'];
  team: (typeof teamTexts)['en'];
  whatIf: (typeof whatIfTexts)['en'];
}>;
