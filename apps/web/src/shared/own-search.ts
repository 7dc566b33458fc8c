import { useQuery } from '@tanstack/react-query';
import { reps } from '../api/people.js';
import { useSession } from '../api/session.js';

/** Whose business a page shows, in its address: nobody in particular is everybody. */
export type Own = Readonly<{ owner?: string; team?: string }>;

const ALL: Own = {};

/**
 * What pages begin with for whoever is signed in: a rep's own business, that of a manager's team, everybody's for all
 * others. Null: not known yet. It goes into the address, as a filter like any other.
 */
export const useOwn = (): Own | null => {
  const actor = useSession().data;
  const { data, error } = useQuery({ ...reps, enabled: actor?.role === 'manager' });
  switch (actor?.role) {
    case 'rep':
      return { owner: actor.id };
    case 'manager': {
      if (data === undefined) return error ? ALL : null;
      const team = data.find(({ id }) => id === actor.id)?.teamId;
      return team ? { team } : ALL;
    }
    default:
      return ALL;
  }
};
