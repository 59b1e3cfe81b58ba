/** Two suites: `unit` (units and golden files) and `browser` (a real browser on the browser host). */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**', '**/node_modules/**'],
          globalSetup: ['test/built.ts'],
          setupFiles: ['test/own-data-folder.ts'],
          // Only what hangs: a busy machine may take ten times as long as an idle one.
          testTimeout: 120_000,
          hookTimeout: 120_000,
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
