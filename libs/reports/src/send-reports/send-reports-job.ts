import type { Settings } from '#config/settings.js';
import type { Jobs } from '#jobs/jobs.js';
import { handleRecurring, keepRecurring, type Recurring } from '#jobs/recurring.js';
import { instantOf } from '#kernel/instant.js';
import { type SendDependencies, sendReports } from './send-reports.js';

const HOURLY: Recurring = { type: 'send-reports', everyMs: 3_600_000 };

/** Lets this process send reports that are due; call before the jobs start. */
export const handleReportSending = (jobs: Jobs, dependencies: SendDependencies): void =>
  handleRecurring(jobs, HOURLY, (signal) => sendReports(dependencies, instantOf(Date.now()), signal));

/** Sees to each next hour; for when a worker starts. */
export const startReportSending = async (jobs: Jobs, { smtpUrl }: Settings): Promise<void> => {
  if (smtpUrl !== null) await keepRecurring(jobs, HOURLY);
};
