#!/usr/bin/env node
// The `annals` command inside a checkout: builds what is missing or out of date, then runs the CLI.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const main = join(root, 'dist/apps/cli/src/main.js');
const dashboard = join(root, 'apps/web/dist/index.html');
const web = join('apps', 'web');

const modified = (path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Every source below the folders; a folder counts too, as it changes when a file in it goes away. Empty without sources. */
const sourcesIn = (folders) =>
  folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true })
        .map((path) => join(folder, path))
        .filter((path) => /\.(tsx?|css)$/.test(path) || !path.includes('.')),
    );

const serverSources = () => sourcesIn(['apps', 'libs']).filter((path) => !path.startsWith(web));
const dashboardSources = () => sourcesIn([join(web, 'src'), join(web, 'public'), join('libs', 'api-client')]);

/** Whether a built file is missing, or older than what it was built from. A build writes every file: one tells for all. */
const isOutdated = (built, sources, settings) =>
  sources.length > 0 &&
  (!existsSync(built) || statSync(built).mtimeMs < Math.max(...[...sources, ...settings].map(modified)));

const builds = [
  {
    built: main,
    needed: () => isOutdated(main, serverSources(), ['package.json', 'nest-cli.json', '.swcrc']),
    tool: ['@nestjs/cli/bin/nest.js', 'build'],
  },
  {
    built: dashboard,
    needed: () =>
      process.argv[2] === 'start' &&
      isOutdated(dashboard, dashboardSources(), [
        'package.json',
        join(web, 'vite.config.mjs'),
        join(web, 'index.html'),
      ]),
    tool: [join(root, 'node_modules/vite/bin/vite.js'), 'build', web],
  },
];

const build = ({ built, tool: [program, ...args] }) =>
  new Promise((resolve) => {
    const path = createRequire(import.meta.url).resolve(program);
    const child = spawn(process.execPath, [path, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = [];
    child.stdout.on('data', (text) => said.push(text));
    child.stderr.on('data', (text) => said.push(text));
    child.on('close', (status) => {
      if (status === 0) return resolve();
      rmSync(built, { force: true });
      process.stderr.write(`${Buffer.concat(said)}annals: the build failed\n`);
      process.exit(1);
    });
  });

const needed = builds.filter((part) => part.needed());
if (needed.length > 0) {
  process.stderr.write('annals: building ...\n');
  await Promise.all(needed.map(build));
}

await import(new URL('../dist/apps/cli/src/main.js', import.meta.url));
