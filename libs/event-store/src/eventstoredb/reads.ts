import type { ReadAllOptions as DriverReadAll, EventStoreDBClient, RecordedEvent } from '@eventstore/db-client';
import type { ReadAllOptions, ReadStreamOptions } from '../event-store.js';
import { PAGE_CHARACTERS } from '../page-size.js';
import { finalError, isNoStream } from './errors.js';
import { type Reading, readToEnd } from './reading.js';
import { isOurs, positionOf } from './recorded.js';
import { repeat } from './repeat.js';
import type { SharedClient } from './shared-client.js';
import type { Timeouts } from './timeouts.js';

/** Every call goes to the leader: revisions are checked, and own writes read, where they are decided. */
export const FROM_LEADER = { requiresLeader: true } as const;

const SMALLEST_PAGE = 32;
/** Before it is known how large the events are. */
const FIRST_PAGE = 64;
const LARGEST_PAGE = 4_096;

/** Reads streams and the whole log, each call repeated until the server answers; `onFailure` is told before each repetition. */
export class Reads {
  constructor(
    private readonly client: SharedClient,
    private readonly timeouts: Timeouts,
    private readonly onFailure: () => void,
  ) {}

  /** Resolves once the server answers. @throws EventStoreUnavailable */
  async connect(): Promise<void> {
    await this.repeat(() => this.read({ direction: 'backwards', maxCount: 1 }), this.timeouts.connectMs);
  }

  /** Events of one stream, whoever wrote them; none when there is no such stream. */
  async stream(stream: string, options: ReadStreamOptions): Promise<readonly RecordedEvent[]> {
    const { from, direction = 'forwards', limit } = options;
    if (limit === 0) return [];
    return this.repeat(() =>
      this.readEvents(stream, {
        direction,
        fromRevision: from ?? (direction === 'forwards' ? 'start' : 'end'),
        ...(limit === undefined ? {} : { maxCount: limit }),
      }),
    );
  }

  /** Events of ours in the order of the whole log: so many, or fewer of large ones, but one if there is one. */
  async all({ after, direction = 'forwards', limit }: ReadAllOptions): Promise<readonly RecordedEvent[]> {
    const found: RecordedEvent[] = [];
    let characters = 0;
    let from = after;
    // The server cannot filter this read, so it may take several to get past its own events. Whether it gives the
    // event at `from` itself differs by direction: ask for one more, and leave it out.
    let size = Math.min(Math.max(limit + 1, SMALLEST_PAGE), FIRST_PAGE);
    while (found.length < limit) {
      const page = await this.repeat(() =>
        this.read({ direction, maxCount: size, ...at(from) }, PAGE_CHARACTERS - characters),
      );
      const fresh = page.events.filter((event) => from === undefined || positionOf(event) !== from);
      for (const event of fresh) if (isOurs(event) && found.length < limit) found.push(event);
      characters += page.characters;
      const last = fresh.at(-1);
      if (!last || characters >= PAGE_CHARACTERS || page.events.length < size) break;
      from = positionOf(last);
      // As large as the ones before, so many more will fit.
      const fitting = found.length * (PAGE_CHARACTERS / characters - 1);
      const wanted = Math.max(2 * size, limit - found.length + 1);
      size = Math.max(
        SMALLEST_PAGE,
        Math.min(wanted, LARGEST_PAGE, found.length > 0 ? Math.ceil(fitting) + 1 : wanted),
      );
    }
    return found;
  }

  private repeat<T>(call: () => Promise<T>, forMs = this.timeouts.giveUpMs): Promise<T> {
    return repeat(call, { final: finalError, forMs, onFailure: this.onFailure });
  }

  private read(options: DriverReadAll & { direction: 'forwards' | 'backwards' }, mostCharacters?: number) {
    const { direction, fromPosition = direction === 'forwards' ? 'start' : 'end', ...rest } = options;
    return this.reading(
      (driver) => driver.readAll({ direction, fromPosition, ...rest, ...FROM_LEADER }),
      mostCharacters,
    );
  }

  private async readEvents(
    stream: string,
    options: { direction: 'forwards' | 'backwards'; fromRevision: bigint | 'start' | 'end'; maxCount?: number },
  ) {
    try {
      const { events } = await this.reading((driver) => driver.readStream(stream, { ...options, ...FROM_LEADER }));
      return events;
    } catch (error) {
      if (isNoStream(error)) return [];
      throw error;
    }
  }

  private async reading(
    begin: (driver: EventStoreDBClient) => Parameters<typeof readToEnd>[0],
    mostCharacters?: number,
  ): Promise<Reading> {
    const { driver, giveBack } = this.client.borrow();
    try {
      return await readToEnd(begin(driver), this.timeouts.callMs, mostCharacters);
    } finally {
      giveBack();
    }
  }
}

/** Our events are never part of an explicit transaction: both halves of their position are the same. */
const at = (position: bigint | undefined): Pick<DriverReadAll, 'fromPosition'> =>
  position === undefined ? {} : { fromPosition: { commit: position, prepare: position } };
