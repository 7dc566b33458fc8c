import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FolderPreview, Preview } from './preview.js';

/** Beside the uploaded files, and forgotten with them or before. */
const FILE = 'preview.json';

/** Keeps the ids of the customers who are there without their names: an erasure would not reach a file. */
export const keepPreview = (folder: string, preview: Preview | FolderPreview): Promise<void> =>
  writeFile(join(folder, FILE), JSON.stringify(withNames(preview, () => '')));

/** What the upload answered, with the names that customers have now; null when it is not there any more. */
export const readPreview = async (
  folder: string,
  customers: () => Promise<(id: string) => Readonly<{ name: string }> | null>,
): Promise<Preview | FolderPreview | null> => {
  const kept = await readFile(join(folder, FILE), 'utf8').catch(() => null);
  if (kept === null) return null;
  const customerOf = await customers();
  return withNames(JSON.parse(kept) as Preview | FolderPreview, (id) => customerOf(id)?.name ?? id);
};

export const forgetPreview = (folder: string): Promise<void> => rm(join(folder, FILE), { force: true });

const withNames = <P extends Preview | FolderPreview>(preview: P, nameOf: (id: string) => string): P => {
  if (preview.duplicates === null) return preview;
  const first = preview.duplicates.first.map((row) => ({
    ...row,
    alike: row.alike.map((one) => (one.line === null ? { ...one, name: nameOf(one.id) } : one)),
  }));
  return { ...preview, duplicates: { ...preview.duplicates, first } };
};
