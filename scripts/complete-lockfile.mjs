// Adds to package-lock.json the optional packages for other platforms that npm left out because its registry does not
// carry them. Without them `npm ci` of npm 11 refuses the lock file, also where they are not wanted.
// usage, in the folder of package-lock.json, after npm install: node complete-lockfile.mjs [--check]
// With --check it writes nothing, and exits 1 when there is something to add.
import { readFileSync, writeFileSync } from 'node:fs';

const OS = /[-/](android|darwin|freebsd|linux|openharmony|win32)\b/;
const CPU = /-(arm64|x64|arm|ia32|ppc64|s390x|riscv64)\b/;

const FILE = 'package-lock.json';
const lock = JSON.parse(readFileSync(FILE, 'utf8'));

/** Whether `name` is found from the package at `from`, looking upwards as Node does. */
const isLocked = (name, from) => {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (`${folder}${folder && '/'}node_modules/${name}` in lock.packages) return true;
    if (folder === '') return false;
  }
};

const missing = Object.entries(lock.packages).flatMap(([from, { dev, optionalDependencies = {} }]) =>
  Object.entries(optionalDependencies)
    .filter(([name]) => !isLocked(name, from))
    .map(([name, version]) => ({ name, version, dev })),
);

const add = ({ name, version, dev }) => {
  const os = OS.exec(name)?.[1];
  const cpu = CPU.exec(name)?.[1];
  if (!/^\d+\.\d+\.\d+$/.test(version) || os === undefined || cpu === undefined) {
    throw new Error(`${name}@${version} is not a package of one version for one platform: lock it by hand`);
  }
  lock.packages[`node_modules/${name}`] = {
    version,
    cpu: [cpu],
    ...(dev && { dev }),
    ...(os === 'linux' && { libc: [/musl/.test(name) ? 'musl' : 'glibc'] }),
    optional: true,
    os: [os],
  };
};

if (process.argv.includes('--check')) {
  for (const { name, version } of missing) process.stderr.write(`not in ${FILE}: ${name}@${version}\n`);
  process.exit(missing.length === 0 ? 0 : 1);
}
missing.forEach(add);
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${missing.length} packages added to ${FILE}\n`);
