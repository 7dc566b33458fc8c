import type { CommandRunner } from '#commands/command-runner.js';
import { productDecider } from '#products/products.contract.js';
import { type Process, processDecider } from '#sales-process/sales-process.contract.js';
import type { Deal } from './domain/deal.state.js';
import type { LineProducts } from './domain/deal-references.js';
import type { LineDraft } from './domain/deal-worth.js';

/** The process that the deal goes through, in its current version. */
export const processOf = async (runner: CommandRunner, { id, processId }: Deal): Promise<Process> => {
  const process = await runner.state(processDecider, processId);
  if (process === null) throw new Error(`Deal ${id} goes through process ${processId}, which was never defined`);
  return process;
};

/** The products that the lines name. */
export const productsOf = async (runner: CommandRunner, lines: readonly LineDraft[]): Promise<LineProducts> => {
  const ids = [...new Set(lines.map(({ productId }) => productId))];
  return new Map(await Promise.all(ids.map(async (id) => [id, await runner.state(productDecider, id)] as const)));
};
