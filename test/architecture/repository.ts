import { cpSync, existsSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json, seen from dist/test/architecture. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

const SOURCE_FOLDERS = ['apps', 'libs', 'test'];
const NOT_OURS = /(^|\/)(node_modules|dist|planted)(\/|$)/;

/** The TypeScript sources below `base`, as sorted paths relative to it. */
export const sourcesOf = (base: string): readonly string[] =>
  SOURCE_FOLDERS.filter((folder) => existsSync(join(base, folder)))
    .flatMap((folder) =>
      readdirSync(join(base, folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
    )
    .filter((path) => /\.tsx?$/.test(path) && !NOT_OURS.test(path))
    .sort();

/**
 * A repository of its own in a temporary folder: the real settings of every tool, and for sources those planted under
 * `rule`. The caller removes it.
 */
export const plant = (rule: string): string => {
  const base = mkdtempSync(join(tmpdir(), `annals-planted-${rule}-`));
  for (const settings of [
    'package.json',
    'tsconfig.json',
    'tsconfig.domain.json',
    '.dependency-cruiser.cjs',
    'knip.json',
  ]) {
    cpSync(join(root, settings), join(base, settings));
  }
  symlinkSync(join(root, 'node_modules'), join(base, 'node_modules'));
  cpSync(join(root, 'test/architecture/planted', rule), base, { recursive: true });
  return base;
};
