import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { demoStatus } from '../api/imports.js';
import { useSession } from '../api/session.js';

/** How far the demo is, for those who can make it; once it is there, every page reads anew. */
export const useDemo = () => {
  const queries = useQueryClient();
  const isAdmin = useSession().data?.role === 'admin';
  const { data: demo } = useQuery({ ...demoStatus, enabled: isAdmin });
  const state = demo?.state;
  const before = useRef(state);
  useEffect(() => {
    // All that pages read before was empty.
    if (before.current === 'making' && state === 'completed') {
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'demo' });
    }
    before.current = state;
  }, [state, queries]);
  return demo;
};
