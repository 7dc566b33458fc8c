import fc from 'fast-check';
import type { Recorded } from '#kernel/event.js';
import { DocumentCache, foldPage } from '#projections/fold-page.js';
import { type AnyProjection, checkpointName } from '#projections/projection.js';
import type { ReadStore } from '#read-store/read-store.js';
import type { Fact } from './generated-history.js';

/** How pages come: how far each goes back behind what was delivered before, how far ahead, and whether twice over. */
export type Delivery = readonly Readonly<{ back: number; ahead: number; twice: boolean }>[];

/** At least once: pages overlap, come again, and hold events twice; none is left out. */
export const deliveries: fc.Arbitrary<Delivery> = fc.array(
  fc.record({ back: fc.nat(12), ahead: fc.nat(9), twice: fc.boolean() }),
  { maxLength: 9 },
);

const AT_ONCE: Delivery = [];

/** The facts as they are read back from the log. */
const recordedOf = (facts: readonly Fact[]): readonly Recorded[] => {
  const revisions = new Map<string, bigint>();
  return facts.map(({ stream, type, data, at, recordedAt }, index) => {
    const revision = (revisions.get(stream) ?? -1n) + 1n;
    revisions.set(stream, revision);
    const meta = { at: new Date(at).toISOString(), recordedAt: new Date(recordedAt).toISOString(), by: 'admin' };
    const place = { id: String(index), stream, revision, position: BigInt(index + 1) };
    return { ...place, type, data, meta } as unknown as Recorded;
  });
};

/**
 * Folds the facts as the projector does, from where the checkpoints stand, page by page as they are delivered; without
 * a delivery all in one page.
 */
export const project = async (
  facts: readonly Fact[],
  store: ReadStore,
  projections: readonly AnyProjection[],
  delivery: Delivery = AT_ONCE,
): Promise<void> => {
  const events = recordedOf(facts);
  await store.ensure(projections.flatMap(({ documents, rows }) => (rows ? [documents, rows] : [documents])));
  const caches = new Map(projections.map((projection) => [projection, new DocumentCache()]));
  const positions = await Promise.all(
    projections.map(async (each) => (await store.checkpoint(checkpointName(each)))?.position ?? 0n),
  );
  let delivered = Number(positions.reduce((a, b) => (a < b ? a : b)));
  const deliver = async (page: readonly Recorded[]): Promise<void> => {
    const position = BigInt(delivered);
    const folded = projections.map(async (projection) => {
      const relevant = page.filter(({ type }) => projection.types.includes(type));
      return foldPage(projection, relevant, store, caches.get(projection) ?? new DocumentCache());
    });
    const checkpoints = projections.map((each) => ({ projection: checkpointName(each), position, epoch: 1 }));
    await store.commit({ writes: (await Promise.all(folded)).flat(), checkpoints });
  };
  for (const { back, ahead, twice } of delivery) {
    const page = events.slice(Math.max(0, delivered - back), delivered + ahead);
    delivered = Math.min(events.length, delivered + ahead);
    await deliver(twice ? [...page, ...page] : page);
  }
  const rest = events.slice(delivered);
  delivered = events.length;
  await deliver(rest);
};
