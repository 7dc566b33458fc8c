import type { Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mustBe } from '../access.contract.js';
import { type RecordDeparture, type RecordDepartureRefusal, recordDeparture } from '../domain/depart-rep.js';
import type { RepDeparted } from '../domain/rep.events.js';
import type { Rep } from '../domain/rep.state.js';
import { departureIdOf } from './departure-id.js';

/** A departure of the past, as an import tells it: the handover is part of the history, and no job follows. */
export const decideRecordDeparture =
  (
    fields: Omit<RecordDeparture, 'repId' | 'departureId'>,
    actor: Actor,
  ): Decision<Rep, RepDeparted, RecordDepartureRefusal | 'NotAllowed'> =>
  (rep, { id }) =>
    mustBe(actor) ?? recordDeparture({ ...fields, repId: id, departureId: departureIdOf(id) }, rep);
