import type { CommandRunner } from '#commands/command-runner.js';
import { customerDecider } from '../domain/customer.state.js';

/**
 * The customer that this one is now, where merges lead from it. Within one process they never lead back; two processes that
 * merge customers into each other in the same instant can make a circle, and the way ends where it would begin anew.
 */
export const survivorOf = async (runner: CommandRunner, customerId: string): Promise<string> => {
  const passed = new Set<string>();
  for (let id = customerId; ; ) {
    passed.add(id);
    const next = (await runner.state(customerDecider, id))?.mergedInto;
    if (next === undefined || passed.has(next)) return id;
    id = next;
  }
};
