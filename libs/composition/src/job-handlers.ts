import { handleErasures } from '#customers/erasure.contract.js';
import { handleDemo } from '#demo/demo-job/demo-job.js';
import { handleLandingWatch, startLandingWatch } from '#forecasting/watch-landings/watch-landings-job.js';
import { handleExports } from '#interchange/export-job/export-job.js';
import { handleImports } from '#interchange/import-job/import-job.js';
import { handleConversions } from '#leads/lead-conversions.contract.js';
import { mailerOf } from '#mail/mailer.js';
import { handleDeliveries } from '#notifications/deliver-notification/deliver-notification-job.js';
import { handleHandOvers } from '#people/hand-over-rep/hand-over-job.js';
import { handleReplays } from '#replays/replay/replay-job.js';
import { handleReportSending, startReportSending } from '#reports/send-reports/send-reports-job.js';
import { projections } from './catalogue.js';
import { heritages } from './heritages.js';
import type { Platform } from './platform.js';
import { handleResumption, startResumption } from './resume-job.js';

/** Each registers the handler of one type of job. */
export const jobHandlers: readonly ((platform: Platform) => void)[] = [
  (platform) => handleHandOvers(platform.jobs, { ...platform, heritages }),
  (platform) => handleImports(platform.jobs, platform),
  (platform) => handleErasures(platform.jobs, { ...platform, projections }),
  (platform) => handleConversions(platform.jobs, platform),
  (platform) => handleExports(platform.jobs, platform),
  (platform) => handleDemo(platform.jobs, platform),
  (platform) => handleDeliveries(platform.jobs, { ...platform, mailer: mailerOf(platform.settings) }),
  (platform) => handleReportSending(platform.jobs, { ...platform, mailer: mailerOf(platform.settings) }),
  (platform) => handleLandingWatch(platform.jobs, platform),
  (platform) => handleReplays(platform.jobs, { ...platform, projections }),
  (platform) => handleResumption(platform.jobs, { ...platform, heritages }),
];

/** Sees to what is done again and again; for when a worker starts. */
export const startRecurringJobs = async ({ jobs, settings }: Platform): Promise<void> => {
  await startResumption(jobs);
  await startLandingWatch(jobs, settings);
  await startReportSending(jobs, settings);
};
