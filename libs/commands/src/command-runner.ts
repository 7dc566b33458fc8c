import { v7 as uuidv7 } from 'uuid';
import { appendBytes, SAFE_APPEND_BYTES } from '#event-store/append-size.js';
import { type EventStore, type NewEvent, WrongExpectedRevision } from '#event-store/event-store.js';
import type { Decider, DomainEvent } from '#kernel/event.js';
import type { Instant } from '#kernel/instant.js';
import { isRejected, type Outcome, type Rejected, reject } from '#kernel/outcome.js';
import { later, stale, untimely } from './command-conditions.js';
import type { CommandContext, CommonRefusal, Receipt } from './command-context.js';
import type { EventRegistry } from './event-registry.js';
import { IdempotencyKeys, type UsedKey } from './idempotency-keys.js';
import { type LoadedStream, LoadedStreams, recordStream } from './loaded-streams.js';
import { toStored } from './recorded-fact.js';
import { Turns } from './turns.js';

/** What a decision is told beside the state: the record's id and when the command is true. */
export type Deciding = Readonly<{ id: string; at: Instant }>;

export type Decision<S, E, C extends string> = (state: S, deciding: Deciding) => Outcome<E, C> | Promise<Outcome<E, C>>;

/** One command of a series about one record. */
export type Step<S, E, C extends string> = Readonly<{ context: CommandContext; decide: Decision<S, E, C> }>;

export type Answer<C extends string> = Receipt | Rejected<C | CommonRefusal>;

/** How often a command is decided anew when other processes write the same record at the same time. */
const MAX_CONFLICTS = 50;

/** Of the events of one command: so that an event still fits the log when personal data in it is encrypted, by a third larger. */
const LARGEST_COMMAND_BYTES = 700_000;

/**
 * Runs commands: loads the record, decides, appends. Each command takes effect exactly once, under its id; of
 * concurrent commands on one record each is decided on a state that contains the ones before it. Those of this process
 * take turns (`oneAtATime`: those on its category), so a decision must not run commands on its own record.
 */
export class CommandRunner {
  private readonly turns = new Turns();
  private readonly streams: LoadedStreams;
  private readonly keys: IdempotencyKeys;

  constructor(
    private readonly store: EventStore,
    registry: EventRegistry,
  ) {
    this.streams = new LoadedStreams(store, registry);
    this.keys = new IdempotencyKeys(store);
  }

  /** The record's state as of now; the decider's initial state when there is no such record. */
  async state<S, E extends DomainEvent>(decider: Decider<S, E>, id: string): Promise<S> {
    return (await this.record(decider, id)).state;
  }

  /** The record as of now with its last fact and the commands that it knows. */
  record<S, E extends DomainEvent>(decider: Decider<S, E>, id: string): Promise<LoadedStream<S>> {
    return this.streams.load(decider, id);
  }

  /** Forgets the records that it keeps in memory: what the log said of somebody may be erased. */
  forget(): void {
    this.streams.clear();
  }

  /**
   * Runs a command that creates a record: `decide` is given the state as it is, null included. Without an `id` the
   * record gets a new UUIDv7.
   */
  create<S, E extends DomainEvent, C extends string>(
    decider: Decider<S, E>,
    id: string | undefined,
    context: CommandContext,
    decide: Decision<S, E, C>,
  ): Promise<Answer<C>> {
    return this.once(decider, id, { context, decide });
  }

  /** Runs a command on a record that must exist. */
  async change<S, E extends DomainEvent, C extends string>(
    decider: Decider<S | null, E>,
    id: string,
    context: CommandContext,
    decide: Decision<S, E, C>,
  ): Promise<Answer<C>> {
    return this.once(decider, id, { context, decide: existing(decider, decide) });
  }

  /**
   * Runs commands on one record in order and appends their events at once: either all of the accepted commands are
   * durable or none. A refused command leaves the others as they are. Idempotency keys do not apply.
   *
   * Of what is too large for one append (`SAFE_APPEND_BYTES`) the first commands are durable before the next are decided,
   * on what the record then is. So after a failure a first part of them may be durable; a command is so as a whole or not.
   */
  async series<S, E extends DomainEvent, C extends string>(
    decider: Decider<S, E>,
    id: string,
    steps: readonly Step<S, E, C>[],
  ): Promise<readonly Answer<C>[]> {
    const answers = await this.append(decider, id, steps, async () => true);
    if (answers === null) throw new Error('Nothing keeps a series from being appended');
    return answers;
  }

  /** Runs one command, under its idempotency key if it has one. */
  private async once<S, E extends DomainEvent, C extends string>(
    decider: Decider<S, E>,
    id: string | undefined,
    step: Step<S, E, C>,
  ): Promise<Answer<C>> {
    const { context } = step;
    const used = context.idempotency ? await this.keys.find(context) : null;
    if (used && context.idempotency && used.fingerprint !== context.idempotency.fingerprint) {
      return keyReused(context.idempotency.key);
    }
    const recordId = id ?? used?.recordId ?? uuidv7();
    if (used?.unchanged) {
      const { revision, position } = used.unchanged;
      return { id: recordId, revision: BigInt(revision), position: BigInt(position), appended: 0 };
    }
    const isOurs = (claim: Omit<UsedKey, 'fingerprint'>): Promise<boolean> | boolean =>
      !context.idempotency || used !== null || this.claim(context, claim);
    const [answer] = (await this.append(decider, recordId, [step], () => isOurs({ recordId }))) ?? [];
    if (answer && (isRejected(answer) || answer.appended > 0)) return answer;
    if (answer) {
      const unchanged = { revision: String(answer.revision), position: String(answer.position) };
      if (await isOurs({ recordId, unchanged })) return answer;
    }
    // Another request took the key meanwhile: it tells which record this one is about, or that it is refused.
    return this.once(decider, id, step);
  }

  /**
   * Decides and appends until no other process came in between. Once there is something to append, `mayAppend` is
   * asked; null when it said no.
   */
  private append<S, E extends DomainEvent, C extends string>(
    decider: Decider<S, E>,
    id: string,
    steps: readonly Step<S, E, C>[],
    mayAppend: () => Promise<boolean> | boolean,
  ): Promise<readonly Answer<C>[] | null> {
    const stream = recordStream(decider, id);
    return this.turns.take(decider.oneAtATime ? decider.category : stream, async () => {
      const answers: Answer<C>[] = [];
      for (let conflicts = 0; answers.length < steps.length; ) {
        const before = await this.streams.load(decider, id);
        const decided = await decideRun(decider, before, id, steps.slice(answers.length));
        if (decided.events.length === 0) return [...answers, ...decided.answers];
        if (!(await mayAppend())) return null;
        const isNew = ({ revision }: Receipt): boolean => revision > (before.revision ?? -1n);
        try {
          const { position } = await this.store.append(stream, before.revision ?? 'no_stream', decided.events);
          for (const answer of decided.answers) {
            answers.push(!isRejected(answer) && isNew(answer) ? { ...answer, position } : answer);
          }
          conflicts = 0;
        } catch (error) {
          if (!(error instanceof WrongExpectedRevision) || conflicts >= MAX_CONFLICTS) throw error;
          conflicts += 1;
        }
      }
      return answers;
    });
  }

  /** True when the key is this very request's now, by this attempt or an earlier one. */
  private async claim(context: CommandContext, claim: Omit<UsedKey, 'fingerprint'>): Promise<boolean> {
    if (await this.keys.claim(context, claim)) return true;
    const used = await this.keys.find(context);
    return used?.fingerprint === context.idempotency?.fingerprint && used?.recordId === claim.recordId;
  }
}

/** The same decision for a record that may not exist: it refuses then. */
const existing =
  <S, E extends DomainEvent, F extends E, C extends string>(
    { category }: Decider<S | null, E>,
    decide: Decision<S, F, C>,
  ): Decision<S | null, F, C | 'NotFound'> =>
  (state, deciding): Promise<Outcome<F, C | 'NotFound'>> | Outcome<F, C | 'NotFound'> =>
    state === null ? reject('NotFound', `There is no ${category} ${deciding.id}`) : decide(state, deciding);

/** Turns what makes a decision about an existing record into what makes one for `CommandRunner.series`. */
export const ofExisting =
  <A extends readonly unknown[], S, E extends DomainEvent, F extends E, C extends string>(
    decider: Decider<S | null, E>,
    decisionOf: (...args: A) => Decision<S, F, C>,
  ): ((...args: A) => Decision<S | null, F, C | 'NotFound'>) =>
  (...args) =>
    existing(decider, decisionOf(...args));

type Decided<C extends string> = Readonly<{ events: readonly NewEvent[]; answers: readonly Answer<C>[] }>;

/** Decides the first of the steps that fit one append, one at least: there are as many answers. All, when there are no events. */
const decideRun = async <S, E extends DomainEvent, C extends string>(
  decider: Decider<S, E>,
  before: LoadedStream<S>,
  id: string,
  steps: readonly Step<S, E, C>[],
): Promise<Decided<C>> => {
  let { state, revision, lastAt } = before;
  const position = before.position ?? 0n;
  const commands = new Map<string, Pick<Receipt, 'revision' | 'position'>>();
  const events: NewEvent[] = [];
  const answers: Answer<C>[] = [];
  let bytes = 0;
  for (const { context, decide } of steps) {
    const first = before.commands.get(context.commandId) ?? commands.get(context.commandId);
    if (first) {
      answers.push({ id, ...first, appended: 0 });
      continue;
    }
    const at = context.occurredAt ?? later(context.now, lastAt);
    const refused = untimely(context, lastAt) ?? stale(context, revision);
    // A record that is not there is not found, whatever was expected of it.
    if (refused && revision !== null) {
      answers.push(refused);
      continue;
    }
    const outcome = await decide(state, { id, at });
    if (isRejected(outcome)) {
      answers.push(outcome);
      continue;
    }
    if (refused) {
      answers.push(refused);
      continue;
    }
    const stored = outcome.map((event, index) => toStored(decider, event, at, context, index));
    const more = stored.reduce((sum, event) => sum + appendBytes(event), 0);
    if (more > LARGEST_COMMAND_BYTES) {
      answers.push(reject('TooLarge', `What is said has ${more} bytes, at most ${LARGEST_COMMAND_BYTES}`));
      continue;
    }
    if (bytes > 0 && bytes + more > SAFE_APPEND_BYTES) break;
    bytes += more;
    events.push(...stored);
    outcome.forEach((event) => {
      state = decider.evolve(state, event, at);
      revision = revision === null ? 0n : revision + 1n;
      lastAt = at;
    });
    const receipt = { revision: revision ?? 0n, position };
    if (outcome.length > 0) commands.set(context.commandId, receipt);
    answers.push({ id, ...receipt, appended: outcome.length });
  }
  return { events, answers };
};

const keyReused = (key: string): Rejected<CommonRefusal> =>
  reject('IdempotencyKeyReused', `The idempotency key ${key} was used with another request`);
