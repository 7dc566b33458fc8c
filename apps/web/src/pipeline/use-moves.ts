import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, onceOnly, ProblemError } from '../api/client.js';
import { wroteAt } from '../api/latest-write.js';
import { notify } from '../shared/notify.js';
import { useRefusal } from '../shared/use-refusal.js';
import type { Move } from './moves.js';

export type FieldValues = Readonly<Record<string, string | number | boolean>>;

/** What a move still needs before it can be sent, or be sent again. */
export type Needed = Readonly<{ move: Move; what: 'fields' | 'reason' }>;

export type Moves = Readonly<{
  underWay: readonly Move[];
  /** The move that waits for a form; null: none. */
  needed: Needed | null;
  move: (move: Move, forward: boolean) => void;
  /** Sends the waiting move with what its form says. */
  supply: (given: Readonly<{ fields?: FieldValues; reason?: string }>) => Promise<void>;
  giveUp: () => void;
}>;

const send = ({ card, to }: Move, { fields, reason }: Readonly<{ fields?: FieldValues; reason?: string }>) => {
  const params = { path: { id: card.id }, header: onceOnly() };
  return reason === undefined
    ? answered(api.POST('/api/deals/{id}/advance', { params, body: { to, ...(fields && { requires: fields }) } }))
    : answered(api.POST('/api/deals/{id}/move-back', { params, body: { to, reason } }));
};

/** Moves cards at once, and puts a card back when the server refuses, saying why. */
export const useMoves = (): Moves => {
  const { t } = useTranslation('pipeline');
  const say = useRefusal();
  const queries = useQueryClient();
  const [underWay, setUnderWay] = useState<readonly Move[]>([]);
  const [needed, setNeeded] = useState<Needed | null>(null);

  const attempt = useCallback(
    async (move: Move, given: Readonly<{ fields?: FieldValues; reason?: string }>) => {
      setUnderWay((moves) => [...moves, move]);
      try {
        const { position } = await send(move, given);
        wroteAt(position);
        await queries.invalidateQueries({ queryKey: ['board'] });
      } finally {
        setUnderWay((moves) => moves.filter((other) => other !== move));
      }
    },
    [queries],
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
    async (given: Readonly<{ fields?: FieldValues; reason?: string }>) => {
      if (needed === null) return;
      await attempt(needed.move, given);
      setNeeded(null);
    },
    [attempt, needed],
  );
  const giveUp = useCallback(() => setNeeded(null), []);
  return { underWay, needed, move, supply, giveUp };
};
