import { CommandRunner } from '#commands/command-runner.js';
import type { Decider, DomainEvent } from '#kernel/event.js';
import type { Instant } from '#kernel/instant.js';
import type { Importing } from '../loading/record-commands.js';

type Versions = readonly Readonly<{ at: Instant; state: unknown }>[];

/** What a fact of the past refers to is what these records were then: a stage that was there, a model that was sold. */
const VERSIONED: readonly string[] = ['process', 'product'];

/** Remembers how processes and products were over time, for the facts of deals that are imported after them. */
export class ReferencesThen {
  readonly #versions = new Map<string, Promise<Versions>>();

  constructor(private readonly importing: Importing) {}

  /** The runner for decisions about what was so at that instant. */
  at(instant: Instant): CommandRunner {
    return new RunnerThen(this.importing, (decider, id) => this.stateAt(decider, id, instant));
  }

  private async stateAt<S, E extends DomainEvent>(decider: Decider<S, E>, id: string, instant: Instant): Promise<S> {
    const key = `${decider.category}-${id}`;
    const known = this.#versions.get(key) ?? this.versionsOf(decider, id);
    this.#versions.set(key, known);
    const versions = await known;
    // Before its first version it was never otherwise.
    return ((versions.findLast(({ at }) => at <= instant) ?? versions[0])?.state as S | undefined) ?? decider.initial;
  }

  private async versionsOf<S, E extends DomainEvent>(decider: Decider<S, E>, id: string): Promise<Versions> {
    const { events, registry } = this.importing;
    let state = decider.initial;
    return (await events.readStream(`${decider.category}-${id}`)).map((stored) => {
      const fact = registry.read<E>(stored);
      state = decider.evolve(state, fact, fact.meta.at);
      return { at: fact.meta.at, state };
    });
  }
}

class RunnerThen extends CommandRunner {
  constructor(
    private readonly importing: Importing,
    private readonly stateThen: <S, E extends DomainEvent>(decider: Decider<S, E>, id: string) => Promise<S>,
  ) {
    super(importing.events, importing.registry);
  }

  override async state<S, E extends DomainEvent>(decider: Decider<S, E>, id: string): Promise<S> {
    return VERSIONED.includes(decider.category)
      ? this.stateThen(decider, id)
      : this.importing.runner.state(decider, id);
  }
}
