import { instantOf, millisecondsOf } from '#kernel/instant.js';
import type { DealCorrected } from '../domain/deal.events.js';
import { asCorrected, type Correctable } from '../domain/deal-correction.js';
import { isCurrent, type Span, withCorrection } from './spans.js';
import { statesOf, type VersionChain, withVersion } from './version-chain.js';

/**
 * The versions of a deal and when they held, after a correction that was recorded at `recordedAt`, in milliseconds since
 * 1970. A corrected version is still what its event began.
 */
export const correctedVersions = <V extends Correctable & Readonly<{ revision: number }>>(
  before: VersionChain<V>,
  spans: readonly Span<number>[],
  data: DealCorrected['data'],
  revision: number,
  recordedAt: number,
): Readonly<{ versions: VersionChain<V>; spans: readonly Span<number>[] }> => {
  const states = statesOf(before);
  let versions = before;
  const keep = (version: V): number => {
    versions = withVersion(versions, version);
    return versions.before.length;
  };
  const corrected = withCorrection(spans, millisecondsOf(data.effectiveAt), recordedAt, (place, validFrom, begins) => {
    const version = states[place] as V;
    const after = asCorrected(version, data, instantOf(validFrom));
    return after === version ? place : keep(begins ? { ...after, revision } : after);
  });
  // The chain ends with what the deal is now, also when that was right.
  const ending = corrected.map((span) =>
    isCurrent(span) && span.state < states.length ? { ...span, state: keep(states[span.state] as V) } : span,
  );
  return { versions, spans: ending };
};
