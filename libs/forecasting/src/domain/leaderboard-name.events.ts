import type { DomainEvent } from '#kernel/event.js';

/** A rep chose what leaderboards call them; null: by their own name again. */
export type LeaderboardNameChosen = DomainEvent<
  'LeaderboardNameChosen',
  Readonly<{ repId: string; name: string | null }>
>;

export type LeaderboardNameEvent = LeaderboardNameChosen;
