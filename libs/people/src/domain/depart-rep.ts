import { type AssignableRefusal, unassignable } from '#kernel/assignable.js';
import type { CalendarDate } from '#kernel/instant.js';
import { sameJson } from '#kernel/json.js';
import { type Outcome, type Rejected, reject } from '#kernel/outcome.js';
import type { RepDeparted, Successor } from './rep.events.js';
import type { Rep } from './rep.state.js';

export type DepartRep = Readonly<{
  repId: string;
  /** Names this departure: the same one again changes nothing. */
  departureId: string;
  on: CalendarDate;
  /** Without shares (all 1) the successors take equal parts. */
  successors: readonly Readonly<{ ownerId: string; share?: number }>[];
  reason: string | null;
}>;

type SuccessorRefusal =
  | 'SuccessorMissing'
  | 'SuccessorIsLeaver'
  | 'SuccessorRepeated'
  | 'SuccessorShareNotPositive'
  | AssignableRefusal;
export type DepartRepRefusal = 'RepAlreadyDeparted' | SuccessorRefusal;

/** `colleagues` are the reps that the successors name, as far as they exist. */
export const departRep = (
  { repId, departureId, on, successors: named, reason }: DepartRep,
  rep: Rep,
  colleagues: readonly Rep[],
): Outcome<RepDeparted, DepartRepRefusal> => {
  const successors = named.map(({ ownerId, share }) => ({ ownerId, share: share ?? 1 }));
  const departed = { repId, departureId, on, successors, reason };
  if (rep.departure !== null) return repeated(departed, rep, rep.departure);
  return unfitSuccessor(repId, successors, colleagues) ?? [{ type: 'RepDeparted', data: departed }];
};

export type RecordDeparture = Omit<DepartRep, 'successors'>;
export type RecordDepartureRefusal = 'RepAlreadyDeparted';

/**
 * For a departure of the past, whose handover is already part of the history that is being imported: nothing is left to
 * hand over, so it names no successors.
 */
export const recordDeparture = (
  { repId, departureId, on, reason }: RecordDeparture,
  rep: Rep,
): Outcome<RepDeparted, RecordDepartureRefusal> => {
  const departed = { repId, departureId, on, successors: [], reason };
  if (rep.departure !== null) return repeated(departed, rep, rep.departure);
  return [{ type: 'RepDeparted', data: departed }];
};

const repeated = (
  { repId: _repId, ...departed }: RepDeparted['data'],
  rep: Rep,
  { at: _at, handover: _handover, ...known }: NonNullable<Rep['departure']>,
): readonly never[] | Rejected<'RepAlreadyDeparted'> =>
  sameJson(known, departed) ? [] : reject('RepAlreadyDeparted', `${rep.name} left on ${known.on}`);

/** Null when all of them can take over. `colleagues` as of `departRep`. */
export const unfitSuccessor = (
  leaverId: string,
  successors: readonly Successor[],
  colleagues: readonly Rep[],
): Rejected<SuccessorRefusal> | null => {
  if (successors.length === 0) return reject('SuccessorMissing', 'A departure names at least one successor');
  const seen = new Set<string>();
  for (const { ownerId, share } of successors) {
    if (ownerId === leaverId) return reject('SuccessorIsLeaver', `${leaverId} cannot succeed themselves`);
    if (seen.has(ownerId)) return reject('SuccessorRepeated', `${ownerId} is named twice`);
    seen.add(ownerId);
    if (!(share > 0 && Number.isFinite(share))) {
      return reject('SuccessorShareNotPositive', `The share of ${ownerId} is ${share}; it must be above 0`);
    }
    const unfit = unassignable(ownerId, colleagues.find(({ repId }) => repId === ownerId) ?? null);
    if (unfit !== null) return unfit;
  }
  return null;
};
