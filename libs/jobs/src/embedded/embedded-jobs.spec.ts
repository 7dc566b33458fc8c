import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jobsContract } from '#test/contract/jobs.contract.js';
import { openEmbeddedJobs } from './embedded-jobs.js';

jobsContract('embedded', { shared: false }, async () => {
  const directory = mkdtempSync(join(tmpdir(), 'annals-jobs-'));
  return {
    open: (options) => openEmbeddedJobs({ ...options, directory, retryDelayMs: 20 }),
    dispose: async () => rmSync(directory, { recursive: true }),
  };
});
