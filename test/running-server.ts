import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Signs in to every server that is measured. */
export const TOKEN = 'bench-admin-token-0123456789';

export type Server = Readonly<{ port: number; child: ChildProcess }>;

/** Runs the script, relative to this one, on a free port with embedded stores in the folder, until it is ready. */
export const started = async (script: string, args: readonly string[], dataDir: string): Promise<Server> => {
  const { MONGODB_URI: _mongo, REDIS_URL: _redis, ...env } = process.env;
  const child = spawn(process.execPath, [fileURLToPath(new URL(script, import.meta.url)), ...args], {
    env: {
      ...env,
      ANNALS_PORT: '0',
      ANNALS_DATA_DIR: dataDir,
      ANNALS_EVENT_STORE: 'embedded',
      ANNALS_ADMIN_TOKEN: TOKEN,
      ANNALS_LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const port = /ready http:\/\/127\.0\.0\.1:(\d+)$/.exec(line)?.[1];
    if (port) return { port: Number(port), child };
  }
  throw new Error(`${script} ended before it was ready`);
};

export const stopped = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.on('exit', () => resolve());
    child.kill('SIGTERM');
  });
