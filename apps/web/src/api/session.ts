import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, ProblemError } from './client.js';
import { setSessionEnded } from './session-end.js';

/** Who is signed in; null: nobody. */
export const session = queryOptions({
  queryKey: ['session'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async () => {
    try {
      return await answered(api.GET('/api/session'));
    } catch (error) {
      if (error instanceof ProblemError && error.status === 401) return null;
      throw error;
    }
  },
});

export const useSession = () => useQuery(session);

/** Whether the signed-in person may change anything at all; the server decides on each write. */
export const useMayWrite = (): boolean => {
  const role = useSession().data?.role;
  return role === 'admin' || role === 'manager' || role === 'rep';
};

type Role = NonNullable<Awaited<ReturnType<NonNullable<(typeof session)['queryFn']>>>>['role'];

/** Whether the signed-in person has one of these roles; an administrator has all. */
export const useHasRole = (...roles: readonly Role[]): boolean => {
  const role = useSession().data?.role;
  return role === 'admin' || (role !== undefined && roles.includes(role));
};

export const useSignIn = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (token: string) => answered(api.POST('/api/session', { body: { token } })),
    onSuccess: (actor) => {
      queries.setQueryData(session.queryKey, actor);
      setSessionEnded(false);
      // What was asked in vain meanwhile is asked again, and by what this person may see.
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== session.queryKey[0] });
    },
  });
};

export const useSignOut = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answered(api.DELETE('/api/session')),
    onSuccess: () => {
      queries.clear();
      setSessionEnded(false);
      queries.setQueryData(session.queryKey, null);
    },
  });
};
