import { v5 as uuidv5 } from 'uuid';
import type { CommandContext } from '#commands/command-context.js';
import type { CommandRunner } from '#commands/command-runner.js';
import type { EventRegistry } from '#commands/event-registry.js';
import { ANNALS_NAMESPACE } from '#commands/idempotency-keys.js';
import { UnreadableRecords } from '#commands/unreadable-records.js';
import type { EventStore } from '#event-store/event-store.js';
import type { Job } from '#jobs/jobs.js';
import type { Recorded } from '#kernel/event.js';
import { instantOf } from '#kernel/instant.js';
import { isRejected } from '#kernel/outcome.js';
import { scanAll } from '#projections/scan-all.js';
import type { ReadStore } from '#read-store/read-store.js';
import { presentSuccessors } from '../depart-rep/successors.js';
import { completeRepHandover } from '../domain/complete-rep-handover.js';
import { distribute, type Received } from '../domain/distribute.js';
import type { RepDeparted, RepEvent } from '../domain/rep.events.js';
import { repDecider } from '../domain/rep.state.js';
import { type Handover, type Heritage, type HeritageSources, handoverCommandId } from '../heritage.contract.js';

export type HandOverDependencies = Readonly<{
  events: EventStore;
  registry: EventRegistry;
  runner: CommandRunner;
  heritages: readonly Heritage[];
}> &
  HeritageSources;

type Run = Pick<Job<unknown>, 'signal' | 'progress'>;

type Departed = Recorded<RepDeparted>;

/** Records reassigned at the same time. */
const CONCURRENCY = 16;

/**
 * Gives everything that a departed rep owns to their successors, then records the receipt. What is left to do is what
 * the rep still owns, and what was done is told by the log: run again after a crash it does the rest, and nothing
 * twice. A record that reaches the leaver while it runs is handed over too; for one that does so later it is run again.
 * @throws Error when nobody is left to take over, or a record cannot be handed over
 */
export const handOverRep = async (dependencies: HandOverDependencies, repId: string, run: Run): Promise<void> => {
  const { runner, heritages } = dependencies;
  const departed = await departureOf(dependencies, repId);
  const departure = (await runner.state(repDecider, repId))?.departure ?? null;
  if (departed === null || departure === null) return;
  const successors = await presentSuccessors(runner, departed.data.successors);
  const attempted = new Set<string>();
  const unreadable = new UnreadableRecords();
  // What an interrupted run has handed over is then no longer the leaver's.
  let position = (await dependencies.events.head()) ?? departed.position;
  for (;;) {
    await reach(dependencies, position, run);
    const before = attempted.size;
    for (const heritage of heritages) {
      const owned = (await heritage.owned(dependencies, repId)).filter(
        ({ id }) => !attempted.has(`${heritage.kind} ${id}`),
      );
      if (owned.length === 0) continue;
      if (successors.length === 0) throw new Error(`Nobody is left to take over from ${repId}`);
      // Dealt on top of what was handed over before, so that an interrupted handover ends as a whole one.
      const received = await receivedIn(dependencies, heritage, departure.departureId);
      const owners = distribute(owned, successors, received);
      for (let start = 0; start < owned.length; start += CONCURRENCY) {
        run.signal.throwIfAborted();
        const batch = owned.slice(start, start + CONCURRENCY);
        const positions = await Promise.all(
          batch.map(({ id }) =>
            unreadable.passOver(() => reassign(dependencies, heritage, departed, { id, to: owners.get(id) ?? '' })),
          ),
        );
        for (const { id } of batch) attempted.add(`${heritage.kind} ${id}`);
        for (const next of positions) if (next !== null && next > position) position = next;
        await run.progress({ done: attempted.size, total: null, note: heritage.kind });
      }
    }
    if (attempted.size === before) break;
  }
  // Not complete then: what is left is tried again until it can be read, or is no longer the leaver's.
  unreadable.tell();
  await complete(dependencies, departed);
};

/** What departed reps own though their handovers are complete, as `kind id`, and nobody would take by itself. */
export const leftWith = async (
  dependencies: HeritageSources & Readonly<{ heritages: readonly Heritage[] }>,
  repId: string,
): Promise<readonly string[]> => {
  const kinds = dependencies.heritages.map(async ({ kind, owned }) =>
    (await owned(dependencies, repId)).map(({ id }) => `${kind} ${id}`),
  );
  return (await Promise.all(kinds)).flat();
};

/** The position of the record after it was given to `to`. */
const reassign = async (
  { runner }: HandOverDependencies,
  { kind, reassign: give }: Heritage,
  departed: Departed,
  { id, to }: Readonly<{ id: string; to: string }>,
): Promise<bigint> => {
  const { repId: from, departureId } = departed.data;
  const context = contextOf(departed, handoverCommandId(departureId, kind, id));
  const answer = await give(runner, { id, from, to }, context);
  if (isRejected(answer)) throw new Error(`${kind} ${id} cannot go from ${from} to ${to}: ${answer.detail}`);
  return answer.position;
};

/** Counts what the whole departure handed over, however many runs it took. */
const complete = async ({ runner, reads, heritages }: HandOverDependencies, departed: Departed): Promise<void> => {
  const { repId, departureId } = departed.data;
  const counts = { customers: 0, deals: 0, tasks: 0 };
  for (const heritage of heritages) {
    counts[heritage.kind] = (await handedOverIn(reads, heritage, departureId)).length;
  }
  const receipt = `handover completed ${departureId} ${counts.customers} ${counts.deals} ${counts.tasks}`;
  const context = contextOf(departed, uuidv5(receipt, ANNALS_NAMESPACE));
  const answer = await runner.change(repDecider, repId, context, (rep) =>
    completeRepHandover({ repId, departureId, ...counts }, rep),
  );
  if (isRejected(answer)) throw new Error(`The handover of ${repId} cannot be completed: ${answer.detail}`);
};

const departureOf = async ({ events, registry }: HandOverDependencies, repId: string): Promise<Departed | null> => {
  const stored = await events.readStream(`${repDecider.category}-${repId}`);
  const recorded = stored.map((event) => registry.read<RepEvent>(event));
  return recorded.find((event): event is Departed => event.type === 'RepDeparted') ?? null;
};

const contextOf = ({ data, meta }: Departed, commandId: string): CommandContext => ({
  commandId,
  actor: { id: 'system', role: 'admin', onBehalfOf: meta.onBehalfOf ?? meta.by },
  now: instantOf(Date.now()),
  source: 'job',
  correlationId: meta.correlationId,
  causationId: data.departureId,
});

/** What the departure has handed over, to whom, and what it weighs now. */
const receivedIn = async (
  dependencies: HandOverDependencies,
  heritage: Heritage,
  departureId: string,
): Promise<readonly Received[]> => {
  const handovers = await handedOverIn(dependencies.reads, heritage, departureId);
  const ids = handovers.map(({ id }) => id);
  const weighed = (await heritage.weigh?.(dependencies, ids)) ?? [];
  const weights = new Map(weighed.map((item) => [item.id, item]));
  return handovers.flatMap(({ id, to }) => (to === null ? [] : [{ ...(weights.get(id) ?? { id }), to }]));
};

/** The records that the departure has handed over. */
const handedOverIn = async (
  store: ReadStore,
  { handovers }: Heritage,
  departureId: string,
): Promise<readonly Handover[]> => {
  const items: Handover[] = [];
  const range = { index: 'byDeparture', equals: { departureId } };
  for await (const { doc } of scanAll(store.collection(handovers.documents), range)) items.push(doc);
  return items;
};

/**
 * Waits until the read models contain the log up to `position`. The receipts follow the owners: what an owner has lost is
 * then on the receipt.
 */
const reach = async (
  { readModels, heritages }: HandOverDependencies,
  position: bigint,
  { signal }: Run,
): Promise<void> => {
  for (const { owners, handovers } of heritages) {
    const reached = await readModels.reachPatiently([owners], String(position), signal);
    await readModels.reachPatiently([handovers], String(reached), signal);
  }
};
