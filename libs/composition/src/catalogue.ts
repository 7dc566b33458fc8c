import type { AnyDecider } from '#commands/event-registry.js';
import { repDecider, teamDecider } from '#people/people.contract.js';
import { repVersions, teamVersions } from '#people/people-directory/people-directory.projections.js';
import type { AnyProjection } from '#projections/projection.js';

/** Every kind of record, and with it every event type of the log. */
export const deciders: readonly AnyDecider[] = [teamDecider, repDecider];

/** Every read model. */
export const projections: readonly AnyProjection[] = [teamVersions, repVersions];
