import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';
import { jobsContract } from '#test/contract/jobs.contract.js';
import { JobsUnavailable } from '../jobs.js';
import { openRedisJobs } from './redis-jobs.js';

const url = process.env.REDIS_URL;

describe.skipIf(!url)('on a real Redis', () => {
  jobsContract('Redis', { shared: true }, async () => {
    const prefix = `annals-test-${randomUUID()}`;
    return {
      open: (options) => openRedisJobs({ ...options, url: url ?? '', prefix, retryDelayMs: 20 }),
      dispose: async () => {
        const redis = new Redis(url ?? '');
        const keys = await redis.keys(`${prefix}:*`);
        if (keys.length > 0) await redis.del(...keys);
        await redis.quit();
      },
    };
  });
});

describe('Redis out of reach', () => {
  it('is reported when opening, after as long as it was given', async () => {
    const errors: Error[] = [];
    const from = Date.now();
    // The discard port: nobody listens there.
    const opening = openRedisJobs({
      url: 'redis://127.0.0.1:9',
      timeoutMs: 300,
      onError: (error) => errors.push(error),
    });
    await expect(opening).rejects.toThrow(JobsUnavailable);
    expect(Date.now() - from).toBeLessThan(3000);
    expect(errors.length).toBeGreaterThan(0);
  });
});
