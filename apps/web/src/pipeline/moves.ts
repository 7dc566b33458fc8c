import type { Card, Stage } from './board.js';

/** A card on its way: shown where it goes until the server has said yes or no. */
export type Move = Readonly<{ card: Card; from: string; to: string }>;

/** The board with the moves that are under way. Counts and sums stay the server's: they follow with its answer. */
export const withMoves = (stages: readonly Stage[], moves: readonly Move[]): readonly Stage[] => {
  if (moves.length === 0) return stages;
  const moving = new Set(moves.map(({ card }) => card.id));
  return stages.map((stage) => {
    const arriving = moves.filter(({ to }) => to === stage.id).map(({ card }) => card);
    const cards = stage.cards ?? [];
    if (arriving.length === 0 && !cards.some(({ id }) => moving.has(id))) return stage;
    return { ...stage, cards: [...arriving, ...cards.filter(({ id }) => !moving.has(id))].sort(byAmount) };
  });
};

const byAmount = (a: Card, b: Card): number => b.amount.amount - a.amount.amount;

type Order = Readonly<{
  stages: readonly Readonly<{ id: string }>[];
  rules: Readonly<{ allowSkip: boolean; allowBack: boolean }>;
}>;

/** Whether the process lets deals of a stage into another one; from one that it no longer has, into any. */
export const mayEnter = ({ stages, rules }: Order, from: string, to: string): boolean => {
  const [place, target] = [from, to].map((stageId) => stages.findIndex(({ id }) => id === stageId)) as [number, number];
  if (target === -1) return false;
  if (place === -1) return true;
  return target < place ? rules.allowBack : target === place + 1 || rules.allowSkip;
};

/** Which way a deal goes in the order of the stages; a stage that the process no longer has lies before all others. */
export const isForward = (stages: readonly Readonly<{ id: string }>[], from: string, to: string): boolean => {
  const place = (stageId: string) => stages.findIndex(({ id }) => id === stageId);
  return place(to) > place(from);
};
