import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openPlatform } from '#composition/platform.js';
import { readSettings } from '#config/settings.js';
import { verifyLog } from '#tamper-evidence/verify-log.js';
import { MAIN, started, stopped, TOKEN } from '../running-server.js';

/** Events a second. `peak`: the most memory that the server had meanwhile, in MiB. */
export type BigLog = Readonly<{ caughtUp: number; bare: number; peak: number; verified: number }>;

const LOOK_MS = 250;

/**
 * What is done with all events of a data folder: the server, from its start, folds all read models from nothing and seals
 * the log beside that; a bare loop folds and writes the same alone; then the log is verified on one core.
 */
export const benchBigLog = async (data: string, events: number): Promise<BigLog> => {
  rmSync(join(data, 'read-models'), { recursive: true, force: true });
  const began = performance.now();
  const server = await started(MAIN, ['start'], data);
  let peak = 0;
  try {
    const get = async (path: string): Promise<Response> =>
      fetch(`http://127.0.0.1:${server.port}/api/${path}`, { headers: { authorization: `Bearer ${TOKEN}` } });
    for (let isBehind = true; isBehind; ) {
      await sleep(LOOK_MS);
      const memory = /^process_resident_memory_bytes (\S+)$/m.exec(await (await get('metrics')).text())?.[1];
      peak = Math.max(peak, Number(memory) / 2 ** 20);
      const { items } = (await (await get('projections')).json()) as { items: readonly { state: string }[] };
      isBehind = items.some(({ state }) => state !== 'upToDate');
    }
    const caughtUp = (events * 1000) / (performance.now() - began);
    await sealed(get);
    await stopped(server.child);
    return { caughtUp, bare: await bareAlone(join(data, 'log')), peak, verified: await verified(data, events) };
  } finally {
    await stopped(server.child);
  }
};

const sealed = async (get: (path: string) => Promise<Response>): Promise<void> => {
  for (;;) {
    const { head, sealed } = (await (await get('audit/verify')).json()) as {
      head: string;
      sealed: { position: string } | null;
    };
    if (sealed?.position === head) return;
    await sleep(LOOK_MS);
  }
};

/** In a process of its own: it keeps all documents in memory. */
const bareAlone = async (log: string): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), 'annals-bench-bare-'));
  try {
    const script = fileURLToPath(new URL('./run-bare.js', import.meta.url));
    const child = spawn(process.execPath, ['--max-old-space-size=8192', script, log, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    for await (const chunk of child.stdout) printed += chunk;
    return Number(printed);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const verified = async (data: string, events: number): Promise<number> => {
  const settings = readSettings({ ANNALS_DATA_DIR: data });
  const platform = await openPlatform(settings, () => undefined);
  try {
    const { log, seals, auditKeys: keys } = platform;
    const began = performance.now();
    const { valid } = await verifyLog({ events: log, seals, keys, now: Date.now() });
    if (!valid) throw new Error('The log does not hold');
    return (events * 1000) / (performance.now() - began);
  } finally {
    await platform.close();
  }
};
