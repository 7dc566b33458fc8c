import type { Settings } from '#config/settings.js';
import type { Jobs } from '#jobs/jobs.js';
import { handleRecurring, keepRecurring, type Recurring } from '#jobs/recurring.js';
import { instantOf } from '#kernel/instant.js';
import { type WatchDependencies, watchLandings } from './watch-landings.js';

const recurringOf = ({ landingCheckMinutes }: Settings): Recurring => ({
  type: 'watch-landings',
  everyMs: landingCheckMinutes * 60_000,
});

/** Lets this process look after quotas; call before the jobs start. */
export const handleLandingWatch = (jobs: Jobs, dependencies: WatchDependencies): void => {
  if (dependencies.settings.landingCheckMinutes === 0) return;
  handleRecurring(jobs, recurringOf(dependencies.settings), (signal) =>
    watchLandings(dependencies, instantOf(Date.now()), signal),
  );
};

/** Sees to each next look; for when a worker starts. */
export const startLandingWatch = async (jobs: Jobs, settings: Settings): Promise<void> => {
  if (settings.landingCheckMinutes > 0) await keepRecurring(jobs, recurringOf(settings));
};
