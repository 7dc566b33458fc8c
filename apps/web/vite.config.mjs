import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** Writes each text file compressed beside itself, so that the server has no compressing to do. */
const compress = () => ({
  name: 'compress',
  apply: 'build',
  writeBundle: ({ dir }) => {
    for (const name of readdirSync(dir, { recursive: true })) {
      if (!/\.(js|css|html|svg)$/.test(name)) continue;
      const text = readFileSync(join(dir, name));
      writeFileSync(join(dir, `${name}.gz`), gzipSync(text, { level: 9 }));
      writeFileSync(join(dir, `${name}.br`), brotliCompressSync(text, BROTLI));
    }
  },
});

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), compress()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Every browser since the spring of 2024: `light-dark()` stays as it is written.
    target: ['chrome123', 'edge123', 'firefox125', 'safari17.5'],
    modulePreload: { polyfill: false },
    // Assets as files of their own: the content security policy allows no inline ones.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  // `npx vite apps/web` beside a running server: pages reload as they are edited.
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
