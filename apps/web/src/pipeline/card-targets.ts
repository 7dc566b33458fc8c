import type { Card } from './board.js';

/** Where a card can go, and what else can happen to it. One object for all cards: they are memoised. */
export type Targets = Readonly<{
  stages: readonly Readonly<{ id: string; name: string }>[];
  mayWrite: (ownerId: string | null) => boolean;
  mayEnter: (from: string, to: string) => boolean;
  moveTo: (card: Card, from: string, to: string) => void;
  close: (card: Card, how: 'win' | 'lose') => void;
}>;

export type CardMenuProps = Readonly<{ card: Card; stageId: string; targets: Targets }>;
