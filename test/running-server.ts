import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { embeddedEnvironment } from './embedded-environment.js';

/** Signs in to every such server as an admin. */
export const TOKEN = 'bench-admin-token-0123456789';

/** The program itself. */
export const MAIN = new URL('../apps/cli/src/main.js', import.meta.url);

export type Server = Readonly<{ port: number; child: ChildProcess }>;

/** Runs the script in a process of its own, on a free port with embedded stores in the folder, until it is ready. */
export const started = (script: URL, args: readonly string[], dataDir: string): Promise<Server> => {
  const child = spawn(process.execPath, [fileURLToPath(script), ...args], {
    env: {
      ...embeddedEnvironment(dataDir),
      ANNALS_PORT: '0',
      ANNALS_ADMIN_TOKEN: TOKEN,
      ANNALS_LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${script.pathname} ended with ${code} before it was ready`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const port = /ready http:\/\/127\.0\.0\.1:(\d+)$/.exec(line)?.[1];
      if (port !== undefined) resolve({ port: Number(port), child });
    });
  });
};

/** Sends the signal, unless the process has ended, and waits for its end. */
export const stopped = (child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.on('exit', () => resolve());
    child.kill(signal);
  });
