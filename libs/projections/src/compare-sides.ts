import { isDeepStrictEqual } from 'node:util';
import type { AnyCollectionSpec, Entry, ReadCollection, ReadStore } from '#read-store/read-store.js';
import type { Comparison } from './generations.js';
import { type AnyProjection, checkpointName } from './projection.js';

type Doc = Record<string, unknown>;

const PAGE = 500;

/**
 * The documents and rows of `built` beside those of `shown`, by key, as far as both have come. What changed since then is
 * left out.
 */
export const comparedWith = async (
  shown: ReadStore,
  built: ReadStore,
  projection: AnyProjection,
): Promise<Comparison> => {
  const reached = await Promise.all([shown, built].map((reads) => reads.checkpoint(checkpointName(projection))));
  const upTo = reached.map((checkpoint) => checkpoint?.position ?? -1n).reduce((a, b) => (a < b ? a : b));
  const compared = { same: 0, different: 0, added: 0, missing: 0 };
  for (const spec of [projection.documents, ...(projection.rows ? [projection.rows] : [])]) {
    const [before, after] = [shown.collection<Doc>(spec), built.collection<Doc>(spec)];
    for await (const entries of everyPage(after, spec)) {
      const known = await before.getMany(entries.map(({ key }) => key));
      for (const { key, doc, position } of entries) {
        const other = known.get(key);
        if (position > upTo || (other && other.position > upTo)) continue;
        if (!other) compared.added += 1;
        else if (isDeepStrictEqual(doc, other.doc)) compared.same += 1;
        else compared.different += 1;
      }
    }
    for await (const entries of everyPage(before, spec)) {
      const known = await after.getMany(entries.map(({ key }) => key));
      compared.missing += entries.filter(({ key, position }) => position <= upTo && !known.has(key)).length;
    }
  }
  return compared;
};

async function* everyPage(
  collection: ReadCollection<Doc>,
  { indexes, inWritingOrder }: AnyCollectionSpec,
): AsyncIterable<readonly Entry<Doc>[]> {
  if (inWritingOrder) {
    for (let last: Entry<Doc> | undefined; ; ) {
      const entries = await collection.writtenAfter(last ?? { position: -1n }, PAGE);
      if (entries.length > 0) yield entries;
      last = entries.at(-1);
      if (last === undefined || entries.length < PAGE) return;
    }
  }
  const [index] = Object.keys(indexes);
  if (index === undefined) throw new TypeError(`${collection.name} can be read in no order`);
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await collection.scan({ index }, { limit: PAGE, ...(cursor !== undefined && { cursor }) });
    if (page.entries.length > 0) yield page.entries;
    cursor = page.next;
  }
}
