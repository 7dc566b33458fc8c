import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { JobStatus } from '#jobs/jobs.js';
import type { JobsProcess } from './jobs-process.js';

/**
 * Runs the process to its end and gives the status that it saw at last; null when it was killed, be it by itself or
 * because it said `killAt`.
 */
export const runJobsProcess = (settings: JobsProcess, killAt?: string): Promise<JobStatus | null> =>
  new Promise((resolve, reject) => {
    const script = fileURLToPath(import.meta.resolve('#test/faults/jobs-process.js'));
    const child = spawn(process.execPath, [script, JSON.stringify(settings)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let complained = '';
    child.stderr.on('data', (chunk) => {
      complained += chunk;
    });
    child.stdout.on('data', (chunk) => {
      said += chunk;
      if (killAt !== undefined && said.includes(`${killAt}\n`)) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(null);
      else if (code === 0) resolve(JSON.parse(said.trim().split('\n').at(-1) ?? ''));
      else reject(new Error(`Exit status ${code}: ${complained}`));
    });
  });

export const stepsUpTo = (steps: number): string =>
  Array.from({ length: steps }, (_, index) => `step ${index + 1}\n`).join('');
