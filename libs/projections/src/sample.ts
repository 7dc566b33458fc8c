import { createHash } from 'node:crypto';
import type { EventRegistry } from '#commands/event-registry.js';
import type { EventStore } from '#event-store/event-store.js';
import type { DomainEvent, Recorded } from '#kernel/event.js';
import type { Sample } from './generations.js';
import type { AnyProjection } from './projection.js';

/** So many events are looked at, from the projection's first own one on: enough for documents of each kind to change. */
const WINDOW = 500;
/** The first own event is looked for in so many windows at a time: at the next start from there on. */
const WINDOWS = 40;

type Read = readonly Readonly<{ position: bigint; event: Recorded<DomainEvent> | null }>[];

/**
 * What projections make of some events of the log, each of the first ones that it folds. What is read for one of them
 * serves for all.
 */
export class Samples {
  private readonly windows = new Map<string | null, Promise<Read>>();

  /** `stored`: the log as it is stored. */
  constructor(
    private readonly stored: EventStore,
    private readonly registry: EventRegistry,
  ) {}

  /** Of the same events as an earlier one. */
  async again(projection: AnyProjection, { after, seen }: Sample): Promise<Sample> {
    return folded(projection, after, await this.window(after), seen);
  }

  /** Of the events of an earlier one and those that have come to them since; without any, looked for behind that place. */
  async next(projection: AnyProjection, before: Sample | null): Promise<Sample> {
    let after = before?.after ?? null;
    if (before !== null && before.seen > 0) return folded(projection, after, await this.window(after));
    for (let windows = 0; windows < WINDOWS; windows += 1) {
      const window = await this.window(after);
      const first = window.findIndex(({ event }) => event !== null && keyOfOwn(projection, event) !== null);
      if (first >= 0) {
        const from = first === 0 ? after : String(window[first - 1]?.position);
        return folded(projection, from, await this.window(from));
      }
      const last = window.at(-1);
      if (last === undefined) break;
      after = String(last.position);
    }
    return folded(projection, after, []);
  }

  private window(after: string | null): Promise<Read> {
    const known = this.windows.get(after);
    if (known !== undefined) return known;
    const read = this.read(after);
    this.windows.set(after, read);
    return read;
  }

  private async read(after: string | null): Promise<Read> {
    const page = await this.stored.readAll({ limit: WINDOW, ...(after !== null && { after: BigInt(after) }) });
    return page.map((event) => ({
      position: event.position,
      event: this.registry.isBookkeeping(event) ? null : this.registry.decode(event),
    }));
  }
}

/** Null: it is none of the projection's, or says nothing that it could be found by. */
const keyOfOwn = (projection: AnyProjection, event: Recorded<DomainEvent>): string | null => {
  if (!projection.types.includes(event.type)) return null;
  try {
    return projection.keyOf(event) ?? null;
  } catch {
    return null;
  }
};

/** What the projection makes of its own events in the window, at most so many. */
const folded = (
  projection: AnyProjection,
  after: string | null,
  window: Read,
  most = Number.POSITIVE_INFINITY,
): Sample => {
  const hash = createHash('sha256');
  const docs = new Map<string, object | null>();
  let seen = 0;
  for (const { event } of window) {
    const key = event === null || seen >= most ? null : keyOfOwn(projection, event);
    if (event === null || key === null) continue;
    seen += 1;
    try {
      const { doc, rows = [] } = projection.evolve(docs.get(key) ?? null, event);
      docs.set(key, doc);
      hash.update(JSON.stringify([key, doc, rows]));
    } catch (error) {
      hash.update(String(error));
    }
  }
  return { after, seen, hash: hash.digest('hex').slice(0, 16) };
};
