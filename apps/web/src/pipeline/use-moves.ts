import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/client.js';
import { notify } from '../shared/notify.js';
import { useRefusal } from '../shared/use-refusal.js';
import type { Move } from './moves.js';
import { type Given, useSendMove } from './use-send-move.js';

/** What a move still needs before it can be sent, or be sent again. */
export type Needed = Readonly<{ move: Move; what: 'fields' | 'reason' }>;

export type Moves = Readonly<{
  underWay: readonly Move[];
  /** The move that waits for a form; null: none. */
  needed: Needed | null;
  move: (move: Move, forward: boolean) => void;
  /** Sends the waiting move with what its form says. */
  supply: (given: Given) => Promise<void>;
  giveUp: () => void;
}>;

/** Moves cards at once, and puts a card back when the server refuses, saying why. */
export const useMoves = (processId: string): Moves => {
  const { t } = useTranslation('pipeline');
  const say = useRefusal();
  const queries = useQueryClient();
  const sendMove = useSendMove(processId);
  const [underWay, setUnderWay] = useState<readonly Move[]>([]);
  const [needed, setNeeded] = useState<Needed | null>(null);

  const attempt = useCallback(
    async (move: Move, given: Given) => {
      setUnderWay((moves) => [...moves, move]);
      try {
        await sendMove(move, given);
        // The board is being read again already: the card stays where it goes until that is here.
        await queries.invalidateQueries({ queryKey: ['board'] }, { cancelRefetch: false });
      } finally {
        setUnderWay((moves) => moves.filter((other) => other !== move));
      }
    },
    [queries, sendMove],
  );

  const move = useCallback(
    (asked: Move, forward: boolean) => {
      if (!forward) return setNeeded({ move: asked, what: 'reason' });
      attempt(asked, {}).catch((error: unknown) => {
        // The form that asks for it says enough.
        if (error instanceof ProblemError && error.code === 'RequiredFieldMissing') {
          return setNeeded({ move: asked, what: 'fields' });
        }
        void notify({ refusal: true, title: t('refused', { name: asked.card.name }), message: say(error as Error) });
      });
    },
    [attempt, t, say],
  );

  const supply = useCallback(
    async (given: Given) => {
      if (needed === null) return;
      await attempt(needed.move, given);
      setNeeded(null);
    },
    [attempt, needed],
  );
  const giveUp = useCallback(() => setNeeded(null), []);
  return { underWay, needed, move, supply, giveUp };
};
