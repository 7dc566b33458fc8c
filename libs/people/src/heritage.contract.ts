import { v5 as uuidv5 } from 'uuid';
import type { CommandContext } from '#commands/command-context.js';
import type { Answer, CommandRunner } from '#commands/command-runner.js';
import { ANNALS_NAMESPACE } from '#commands/idempotency-keys.js';
import type { Settings } from '#config/settings.js';
import type { DomainEvent } from '#kernel/event.js';
import type { Instant } from '#kernel/instant.js';
import { type AnyProjection, type Projection, recordIdOf } from '#projections/projection.js';
import type { ReadModels } from '#projections/read-models.js';
import type { ReadStore } from '#read-store/read-store.js';
import type * as distribution from './domain/distribute.js';

export type Heritable = distribution.Heritable;

export type HeritageKind = 'customers' | 'deals' | 'tasks';

/** A record that a departure gave to a successor. */
export type Handover = Readonly<{
  departureId: string;
  id: string;
  from: string | null;
  to: string | null;
  at: Instant;
  recordedAt: Instant;
}>;

/** What a capability reads to tell what a rep owns. */
export type HeritageSources = Readonly<{ reads: ReadStore; readModels: ReadModels; settings: Settings }>;

/**
 * A kind of record that reps own and leave behind. The capability that keeps these records says so; people knows none
 * of them.
 */
export type Heritage = Readonly<{
  kind: HeritageKind;
  /** The read model that `owned` reads. */
  owners: AnyProjection;
  /** Which records were handed over, and to whom; made by `handoversOf`. */
  handovers: Projection<DomainEvent, Handover>;
  /** What the rep owns now and a successor must take: open deals, not those won. */
  owned: (sources: HeritageSources, repId: string) => Promise<readonly Heritable[]>;
  /** What records that were handed over weigh now, by the measure of `owned`. Left out: each weighs the same. */
  weigh?: (sources: HeritageSources, ids: readonly string[]) => Promise<readonly Heritable[]>;
  /** Gives the record to `to`, unless it has changed hands or closed meanwhile: then nothing happens. */
  reassign: (
    runner: CommandRunner,
    item: Readonly<{ id: string; from: string; to: string }>,
    context: CommandContext,
  ) => Promise<Answer<string>>;
}>;

export const HERITAGES = Symbol('Heritages');

/** The command that hands over one record in a departure: always the same, so that it takes effect once. */
export const handoverCommandId = (departureId: string, kind: HeritageKind, id: string): string =>
  uuidv5(`handover ${departureId} ${kind} ${id}`, ANNALS_NAMESPACE);

/** The read model of the records that departures handed over: told by their command ids from any other reassignment. */
export const handoversOf = <E extends DomainEvent<string, Readonly<{ from: string | null; to: string | null }>>>(
  kind: HeritageKind,
  category: string,
  reassigned: E['type'],
): Projection<E, Handover> => ({
  name: `handed-over-${kind}`,
  version: 1,
  types: [reassigned],
  documents: {
    name: `handed_over_${kind}_v1`,
    columns: { departureId: 'text', id: 'text' },
    indexes: { byDeparture: ['departureId', 'id'] },
  },
  keyOf: (event) => {
    const { causationId: departureId, commandId } = event.meta;
    const id = recordIdOf(event, category);
    return departureId !== undefined && commandId === handoverCommandId(departureId, kind, id)
      ? `${departureId}~${id}`
      : null;
  },
  evolve: (_handover, event) => {
    const { causationId: departureId = '', at, recordedAt } = event.meta;
    const { from, to } = event.data;
    return { doc: { departureId, id: recordIdOf(event, category), from, to, at, recordedAt } };
  },
});
