import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type answered, ProblemError } from '../api/client.js';
import { type Deal, dealById } from '../api/deals.js';
import { useWrite } from '../shared/use-write.js';
import { seenAt } from './writes.js';

type Written = Readonly<{ id: string; revision: string; position: string }>;

type DealWrite = Readonly<{
  send: (params: ReturnType<typeof seenAt>) => Parameters<typeof answered<Written>>[0];
  /** What to say once it is done. */
  done: string;
  /** What takes it back; `before` is the deal as it was. */
  undo?: (before: Deal, written: Written) => Promise<Written>;
  onDone: () => void;
}>;

/** The revision that somebody typed against, and whether the deal has another one by now. */
const useSeen = ({ revision }: Deal) => {
  const [seen, setSeen] = useState(revision);
  return { seen, changed: seen !== revision, goOn: () => setSeen(revision) };
};

/**
 * A write against the deal as it was when the form opened. `changed`: somebody else wrote meanwhile, and nothing is sent
 * until `goOn` says that it shall be, all the same.
 */
export const useDealWrite = (deal: Deal, { send, done, undo, onDone }: DealWrite) => {
  const queries = useQueryClient();
  const { seen, changed, goOn } = useSeen(deal);
  const { queryKey } = dealById(deal.id);
  // The stream of changes may show the write before its answer is here.
  const before = useRef(deal);
  const write = useWrite<void, Written>({
    changes: 'deal',
    send: () => {
      before.current = deal;
      return send(seenAt(deal.id, seen));
    },
    done: () => done,
    undo: undo && ((written) => undo(before.current, written)),
    onDone: ({ revision }) => {
      // The next form is typed against this, also before the deal has been read again.
      queries.setQueryData<Deal>(queryKey, (known) => known && { ...known, revision });
      onDone();
    },
  });
  const isStale = write.error instanceof ProblemError && write.error.status === 412;
  useEffect(() => {
    if (isStale) void queries.invalidateQueries({ queryKey: ['deals', deal.id] });
  }, [isStale, queries, deal.id]);
  return {
    mutate: write.mutate,
    isPending: write.isPending,
    error: changed && isStale ? null : write.error,
    changed: changed && (write.isIdle || write.isError),
    goOn: () => {
      write.reset();
      goOn();
    },
  };
};
