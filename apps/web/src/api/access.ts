import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { reps, teams } from './people.js';
import { useSession } from './session.js';

const NOBODY: readonly never[] = [];

type Team = Readonly<{ id: string; parentId: string | null }>;

/** Whether a team is another one or below it; a team met twice ends the way up. */
const isWithin = (teams: readonly Team[], teamId: string | undefined, ancestorId: string | undefined): boolean => {
  const met = new Set<string>();
  let current = teamId ?? null;
  while (current !== null && !met.has(current)) {
    if (current === ancestorId) return true;
    met.add(current);
    current = teams.find(({ id }) => id === current)?.parentId ?? null;
  }
  return false;
};

/** Whether the signed-in person may write a record of this owner; null: nobody's. The server decides on each write. */
export const useMayWriteOf = (ownerId: string | null): boolean => useMayWriteWhose()(ownerId);

/** The same of any owner, the same function for as long as people and teams are the same. */
export const useMayWriteWhose = (): ((ownerId: string | null) => boolean) => {
  const actor = useSession().data;
  const isManager = actor?.role === 'manager';
  const { data: people = NOBODY } = useQuery({ ...reps, enabled: isManager });
  const { data: known = NOBODY } = useQuery({ ...teams, enabled: isManager });
  return useCallback(
    (ownerId) => {
      const teamOf = (repId: string | undefined) => people.find(({ id }) => id === repId)?.teamId;
      switch (actor?.role) {
        case 'admin':
          return true;
        case 'rep':
          return ownerId === actor.id;
        case 'manager':
          return ownerId === null || ownerId === actor.id || isWithin(known, teamOf(ownerId), teamOf(actor.id));
        default:
          return false;
      }
    },
    [actor, people, known],
  );
};
