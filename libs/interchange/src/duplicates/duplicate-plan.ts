import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KnownCustomers } from '#customers/likely-duplicates/customer-duplicates.contract.js';
import type { AnnalsFiles } from '../annals/annals-files.js';
import { eachDuplicate, sameAs } from './duplicate-rows.js';

/** The id of each row of customers that is somebody's duplicate, and whose. */
export type DuplicatePlan = ReadonlyMap<string, string>;

const FILE = 'duplicates.json';

/**
 * Who is whose duplicate in a folder of files, made once and kept beside them: an import that is run again after a crash
 * finds its own customers there, and must not take them for those of others.
 */
export const duplicatePlan = async (
  folder: string,
  files: AnnalsFiles,
  customers: () => Promise<KnownCustomers>,
): Promise<DuplicatePlan> => {
  const path = join(folder, FILE);
  const kept = await readFile(path, 'utf8').catch(() => null);
  if (kept !== null) return new Map(JSON.parse(kept) as readonly [string, string][]);
  const plan = new Map<string, string>();
  const rows = () => files.rows('customers');
  await eachDuplicate(rows, await customers(), (row) => {
    const same = sameAs(row);
    // Of three that are one, all go to the one who is there.
    if (same !== null) plan.set(row.id, plan.get(same) ?? same);
  });
  await writeFile(`${path}.part`, JSON.stringify([...plan]));
  await rename(`${path}.part`, path);
  return plan;
};
