import { activityDecider } from '#activities/activities.contract.js';
import { activityLog } from '#activities/activity-log/activity-log.projection.js';
import { activityBlocks } from '#activities/activity-totals/activity-blocks.projection.js';
import type { AnyDecider } from '#commands/event-registry.js';
import { companyDecider, exchangeRateDecider } from '#company/company.contract.js';
import { companyVersions } from '#company/company-versions/company-versions.projection.js';
import { exchangeRateVersions } from '#company/exchange-rates/exchange-rate-versions.projection.js';
import { customerVersions } from '#customers/customer-versions/customer-versions.projection.js';
import { customerDecider } from '#customers/customers.contract.js';
import { dealHistory } from '#deals/deal-history/deal-history.projection.js';
import { dealDecider } from '#deals/deals.contract.js';
import { chosenMethodVersions } from '#forecast-methods/chosen-method/chosen-method.projection.js';
import { forecastMethodDecider } from '#forecast-methods/forecast-methods.contract.js';
import { forecastAdjustments } from '#forecasting/forecast-adjustments/forecast-adjustments.projection.js';
import { forecastSubmissions } from '#forecasting/forecast-submissions/forecast-submissions.projection.js';
import { submissionDeadlines } from '#forecasting/forecast-submissions/submission-deadlines.js';
import { forecastingDeciders } from '#forecasting/forecasting.contract.js';
import { landingWatches } from '#forecasting/landing-changes/landing-watch.projection.js';
import { leaderboardNames } from '#forecasting/leaderboard-names/leaderboard-names.projection.js';
import { quotaVersions } from '#forecasting/quota-versions/quota-versions.projection.js';
import { auditLog } from '#history/audit-log/audit-log.projection.js';
import { customerTimeline } from '#history/customer-timeline/customer-timeline.projection.js';
import { importDecider } from '#interchange/interchange.contract.js';
import { leadVersions } from '#leads/lead-versions/lead-versions.projection.js';
import { leadDecider } from '#leads/leads.contract.js';
import { notificationDecider } from '#notifications/notifications.contract.js';
import { notifications } from '#notifications/own-notifications/notifications.projection.js';
import { repDecider, teamDecider } from '#people/people.contract.js';
import { repVersions, teamVersions } from '#people/people-directory/people-directory.projections.js';
import { productVersions } from '#products/product-versions/product-versions.projection.js';
import { productDecider } from '#products/products.contract.js';
import type { AnyProjection } from '#projections/projection.js';
import { savedReportDecider } from '#reports/reports.contract.js';
import { savedReports } from '#reports/saved-reports/saved-reports.projection.js';
import { processVersions } from '#sales-process/process-versions/process-versions.contract.js';
import { processDecider } from '#sales-process/sales-process.contract.js';
import { projectionCareDecider } from '#upkeep/upkeep.contract.js';
import { heritages } from './heritages.js';

/** Every kind of record, and with it every event type of the log. */
export const deciders: readonly AnyDecider[] = [
  companyDecider,
  exchangeRateDecider,
  processDecider,
  teamDecider,
  repDecider,
  productDecider,
  customerDecider,
  leadDecider,
  dealDecider,
  activityDecider,
  ...forecastingDeciders,
  forecastMethodDecider,
  notificationDecider,
  savedReportDecider,
  importDecider,
  projectionCareDecider,
];

/** Every read model. */
export const projections: readonly AnyProjection[] = [
  companyVersions,
  exchangeRateVersions,
  processVersions,
  teamVersions,
  repVersions,
  productVersions,
  dealHistory,
  customerVersions,
  leadVersions,
  activityBlocks,
  activityLog,
  quotaVersions,
  forecastAdjustments,
  forecastSubmissions,
  chosenMethodVersions,
  submissionDeadlines,
  landingWatches,
  leaderboardNames,
  notifications,
  savedReports,
  customerTimeline,
  auditLog,
  ...heritages.map(({ handovers }) => handovers),
];
