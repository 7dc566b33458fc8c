import { defineConfig } from 'vitest/config';

// The tests run from dist/: what is tested is what ships, worker threads and child processes included.
export default defineConfig({
  test: {
    include: ['dist/**/*.spec.js'],
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default', './scripts/counts-reporter.mjs'],
  },
});
