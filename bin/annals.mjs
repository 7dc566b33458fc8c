#!/usr/bin/env node
// The `annals` command inside a checkout: builds what is missing or out of date, then runs the CLI.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const main = join(root, 'dist/apps/cli/src/main.js');

const modified = (path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** When anything that the build reads last changed; a folder changes when a file in it goes away. 0 without sources. */
const sourcesModified = () => {
  const folders = ['apps', 'libs'].filter((folder) => existsSync(join(root, folder)));
  if (folders.length === 0) return 0;
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .map((path) => join(folder, path))
      .filter((path) => !path.startsWith(join('apps', 'web')) && (path.endsWith('.ts') || !path.includes('.'))),
  );
  return Math.max(...[...paths, 'package.json', 'nest-cli.json', '.swcrc'].map(modified));
};

const build = () => {
  process.stderr.write('annals: building ...\n');
  const nest = createRequire(import.meta.url).resolve('@nestjs/cli/bin/nest.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [nest, 'build'], { cwd: root, encoding: 'utf8' });
  if (status === 0) return;
  rmSync(main, { force: true });
  process.stderr.write(`${stdout}${stderr}annals: the build failed\n`);
  process.exit(1);
};

// Every build writes every file, so the age of one tells the age of all.
if (!existsSync(main) || statSync(main).mtimeMs < sourcesModified()) build();

await import(new URL('../dist/apps/cli/src/main.js', import.meta.url));
