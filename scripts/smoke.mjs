// Starts the program with a given Node.js binary on a free port and an empty data folder, and asks for its health.
// usage: node scripts/smoke.mjs NODE_BINARY
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const START_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 15_000;

const binary = process.argv[2];
if (binary === undefined) {
  process.stderr.write('usage: node scripts/smoke.mjs NODE_BINARY\n');
  process.exit(2);
}

/** The URL of the line `annals ready URL`. @throws when the program ends or stays silent instead */
const readyUrl = async (server, ended) => {
  const ready = new Promise((resolve) => {
    createInterface({ input: server.stdout }).on('line', (line) => {
      const url = /^annals ready (http:\/\/\S+)$/.exec(line)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
  const first = await Promise.race([ready, ended, sleep(START_WITHIN_MS, null, { ref: false })]);
  if (typeof first === 'string') return first;
  throw new Error(first === null ? `not ready within ${START_WITHIN_MS} ms` : `ended before it was ready: ${first[0]}`);
};

const smoke = async (dataDir) => {
  const { MONGODB_URI, REDIS_URL, ...env } = process.env;
  const server = spawn(binary, [fileURLToPath(new URL('../bin/annals.mjs', import.meta.url)), 'start'], {
    env: { ...env, ANNALS_PORT: '0', ANNALS_DATA_DIR: dataDir, ANNALS_EVENT_STORE: 'embedded' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => {
    server.on('error', (error) => resolve([error.message]));
    server.on('exit', (code, signal) => resolve([signal ?? `exit status ${code}`]));
  });
  try {
    const url = await readyUrl(server, ended);
    const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(10_000) });
    const health = await response.json();
    if (response.status !== 200 || health.status !== 'ok') {
      throw new Error(`GET /api/health: ${response.status} ${JSON.stringify(health)}`);
    }
    server.kill('SIGTERM');
    const how = await Promise.race([ended, sleep(STOP_WITHIN_MS, null, { ref: false })]);
    if (how === null) throw new Error(`still running ${STOP_WITHIN_MS} ms after SIGTERM`);
    return health;
  } finally {
    server.kill('SIGKILL');
    await ended;
  }
};

const dataDir = mkdtempSync(join(tmpdir(), 'annals-smoke-'));
try {
  const health = await smoke(dataDir);
  process.stdout.write(`smoke test passed: ${JSON.stringify(health)}\n`);
} catch (error) {
  process.stderr.write(`smoke test failed: ${error.message}\n`);
  process.exitCode = 1;
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
