import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, onceOnly } from '../api/client.js';
import { processes } from '../api/people.js';
import { useDone } from '../shared/use-done.js';
import { type Move, mayEnter } from './moves.js';

type FieldValues = Readonly<Record<string, string | number | boolean>>;

/** What a move is sent with: fields that the stage requires, or why the deal goes back. */
export type Given = Readonly<{ fields?: FieldValues; reason?: string }>;

/** `seen`: the revision that the deal must still have; undefined: whatever it has. */
const send = ({ card, to }: Move, { fields, reason }: Given, seen?: string) => {
  const header = { ...onceOnly(), ...(seen !== undefined && { 'If-Match': `"${seen}"` }) };
  const params = { path: { id: card.id }, header };
  return reason === undefined
    ? answered(api.POST('/api/deals/{id}/advance', { params, body: { to, ...(fields && { requires: fields }) } }))
    : answered(api.POST('/api/deals/{id}/move-back', { params, body: { to, reason } }));
};

/** Moves a deal, says so, and offers to take it back where its process lets deals go that way. */
export const useSendMove = (processId: string) => {
  const { t } = useTranslation('pipeline');
  const process = useQuery(processes).data?.find(({ id }) => id === processId);
  const done = useDone('deal');
  return useCallback(
    async (move: Move, given: Given, seen?: string): Promise<void> => {
      const written = await send(move, given, seen);
      const { card, from, to } = move;
      const stage = process?.stages.find(({ id }) => id === to)?.name ?? to;
      const back = { card, from: to, to: from };
      const why = given.reason === undefined ? { reason: t('undoReason') } : {};
      const undo = process && mayEnter(process, to, from) ? () => send(back, why, written.revision) : undefined;
      done(written, t('moved', { name: card.name, stage }), undo);
    },
    [process, done, t],
  );
};
