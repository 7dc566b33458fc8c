import { v5 as uuidv5 } from 'uuid';
import { activityProjections } from '#activities/activity-totals/activity-totals.contract.js';
import type { CommandContext } from '#commands/command-context.js';
import type { CommandRunner } from '#commands/command-runner.js';
import { ANNALS_NAMESPACE } from '#commands/idempotency-keys.js';
import { UnreadableRecords } from '#commands/unreadable-records.js';
import { calendarOfSettings } from '#company/company.contract.js';
import type { EventStore } from '#event-store/event-store.js';
import type { Jobs } from '#jobs/jobs.js';
import { type Instant, millisecondsOf } from '#kernel/instant.js';
import { isRejected } from '#kernel/outcome.js';
import { formatPeriod } from '#kernel/period.js';
import { raiseNotification } from '#notifications/raise-notification.contract.js';
import { landingWatchDecider } from '../domain/landing-watch.state.js';
import { quotaIdOf } from '../domain/quota.state.js';
import { marginOf, seeLanding, stateSeen } from '../domain/see-landing.js';
import { type LandingReads, Landings, landingProjections } from '../landing/landings.js';
import { landingNotice } from './landing-notice.en.js';
import { toldOf, type WatchedLanding, watchedLandings } from './watched-landings.js';

export type WatchDependencies = LandingReads & Readonly<{ events: EventStore; runner: CommandRunner; jobs: Jobs }>;

/**
 * Looks where each quota under way will land, records what has changed since somebody looked, and tells whom it concerns.
 * It may be repeated, killed, or run by two workers at once: a change is decided on the state that the log holds, what was
 * seen earlier is refused, and who is told follows from the change, and is told before the next change is recorded.
 */
export const watchLandings = async (
  dependencies: WatchDependencies,
  now: Instant,
  signal: AbortSignal,
): Promise<void> => {
  const { events, readModels } = dependencies;
  const head = await events.head();
  await readModels.reach([...landingProjections, ...activityProjections], String(head ?? 0n));
  const landings = await Landings.at(dependencies, { asOf: now, knownAt: now, latest: false }, null);
  const unreadable = new UnreadableRecords();
  for (const watched of watchedLandings(landings, now)) {
    signal.throwIfAborted();
    const id = idOf(dependencies, landings, watched);
    await unreadable.passOver(async () => {
      await tell(dependencies, landings, id);
      await see(dependencies, { ...watched, id, landings, now });
      await tell(dependencies, landings, id);
    });
  }
  unreadable.tell();
};

const idOf = ({ settings }: WatchDependencies, landings: Landings, { holder, period }: WatchedLanding): string =>
  quotaIdOf(holder, landings.spanOf(period).days, calendarOfSettings(settings).calendar);

type Seeing = WatchedLanding & Readonly<{ id: string; landings: Landings; now: Instant }>;

const see = async (
  { runner, settings: { currency, landingMarginPercent } }: WatchDependencies,
  { id, holder, period, landings, now }: Seeing,
): Promise<void> => {
  const landing = await landings.landing(holder, period);
  const { quota, won, projected, high } = landing;
  if (quota === null) return;
  const { days, to } = landings.spanOf(period);
  const margin = marginOf(quota, landingMarginPercent, to <= millisecondsOf(now));
  const figures = {
    quota: { amount: quota, currency },
    won: { amount: won, currency },
    projected: { amount: projected, currency },
  };
  const known = await runner.state(landingWatchDecider, id);
  const state = stateSeen({ ...figures, high, margin }, known);
  // Reasons cost more than states.
  if (known?.to === state) return;
  const seen = {
    ...{ ...holder, period: formatPeriod(period), days, ...figures, high, margin },
    reasons: await landings.reasons(holder, period, { ...landing, state }),
    told: toldOf(landings.organisation, holder),
  };
  const commandId = uuidv5(`landing ${id} seen at ${now}`, ANNALS_NAMESPACE);
  const context: CommandContext = {
    ...{ commandId, correlationId: commandId, now, occurredAt: now, source: 'job' },
    actor: { id: 'system', role: 'admin' },
  };
  const answer = await runner.create(landingWatchDecider, id, context, (watch) => seeLanding(seen, watch));
  // Another worker has looked since.
  if (isRejected(answer) && answer.rejected !== 'OccurredBeforeLastFact') throw new Error(answer.detail);
};

/** Tells of the last change whom it concerns; who was told already is not told again. */
const tell = async (dependencies: WatchDependencies, { organisation }: Landings, id: string): Promise<void> => {
  const watch = await dependencies.runner.state(landingWatchDecider, id);
  if (watch === null) return;
  const { scope, scopeId } = watch;
  const name = (scope === 'rep' ? organisation.reps : organisation.teams).get(scopeId)?.name ?? scopeId;
  const notice = landingNotice(watch, name);
  for (const recipientId of watch.told) {
    await raiseNotification(dependencies, { ...notice, recipientId, cause: `landing ${id}, change ${watch.changes}` });
  }
};
