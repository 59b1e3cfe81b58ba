/** Three suites: `core` and `unit` (units and golden files), `browser` (a real browser on the browser host). */
import { defineConfig } from 'vitest/config';

/** Units and golden files. */
const UNIT = {
  globalSetup: ['test/built.ts'],
  setupFiles: ['test/own-data-folder.ts'],
  // All cores: by itself vitest leaves one idle, which is half of a small machine.
  maxWorkers: '100%',
  // Only what hangs: a busy machine may take ten times as long as an idle one.
  testTimeout: 120_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...UNIT,
          name: 'core',
          include: ['test/core/**/*.test.ts'],
          // What core makes holds no state of its own, so its files may share a process: half the time of loading.
          isolate: false,
        },
      },
      {
        test: {
          ...UNIT,
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/core/**', 'test/browser/**', '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.{ts,tsx}'],
          setupFiles: ['test/own-data-folder.ts'],
          // One browser at a time: two of them on a small machine time each other out.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // What is waited for comes in tenths of a second; a busy machine takes ten times as long.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
