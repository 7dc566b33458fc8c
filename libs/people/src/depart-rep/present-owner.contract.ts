import type { CommandRunner } from '#commands/command-runner.js';
import { repDecider } from '../domain/rep.state.js';
import { presentSuccessors } from './successors.js';

/**
 * Whose a record is that was meant for `ownerId`: theirs while they are here; else of the present successor with the
 * largest share, of equal ones the first by id; null, nobody's, when there is none.
 */
export const presentOwner = async (runner: CommandRunner, ownerId: string | null): Promise<string | null> => {
  const departure = ownerId === null ? null : ((await runner.state(repDecider, ownerId))?.departure ?? null);
  if (departure === null) return ownerId;
  const successors = await presentSuccessors(runner, departure.successors);
  const [first] = successors.toSorted((a, b) => b.share - a.share || (a.ownerId < b.ownerId ? -1 : 1));
  return first?.ownerId ?? null;
};
