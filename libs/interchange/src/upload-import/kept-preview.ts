import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FolderPreview, Preview } from './preview.js';

/** Beside the uploaded files, and forgotten with them. */
const FILE = 'preview.json';

export const keepPreview = (folder: string, preview: Preview | FolderPreview): Promise<void> =>
  writeFile(join(folder, FILE), JSON.stringify(preview));

/** What the upload answered; null when it is not there any more. */
export const readPreview = async (folder: string): Promise<Preview | FolderPreview | null> => {
  try {
    return JSON.parse(await readFile(join(folder, FILE), 'utf8')) as Preview | FolderPreview;
  } catch {
    return null;
  }
};
