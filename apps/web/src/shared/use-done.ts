import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { wroteAt } from '../api/latest-write.js';
import type { Kind } from '../api/live-changes.js';
import { notify } from './notify.js';
import { useRefusal } from './use-refusal.js';

export type Written = Readonly<{ id: string; position: string }>;

/** Says that something was written, and has the page show it; `undo`: what takes it back, offered beside it. */
type Done = (written: Written, message: string, undo?: () => Promise<Written>) => void;

/** `changes`: what reads again at once; everybody else's pages do by the stream of changes. */
export const useDone = (changes: Kind): Done => {
  const { t } = useTranslation();
  const say = useRefusal();
  const queries = useQueryClient();
  return useCallback(
    ({ position }, message, undo) => {
      const show = (at: string) => {
        wroteAt(at);
        void queries.invalidateQueries({
          predicate: ({ meta }) => ((meta?.changesWith as readonly Kind[] | undefined) ?? []).includes(changes),
        });
      };
      const takeBack = async (ask: () => Promise<Written>) => {
        try {
          show((await ask()).position);
          await notify({ message: t('undone') });
        } catch (error) {
          await notify({ refusal: true, title: t('notUndone'), message: say(error as Error) });
        }
      };
      show(position);
      void notify({ message, ...(undo && { offer: { label: t('undo'), run: () => void takeBack(undo) } }) });
    },
    [changes, queries, t, say],
  );
};
