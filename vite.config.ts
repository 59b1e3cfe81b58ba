/** Builds the page (renderer/) into dist/renderer; both hosts serve it from there. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'renderer',
  base: '/',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome120',
    // Inlined assets would be data URLs, which the page's content policy does not allow.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Served from this machine: what counts is parsing, and that is measured by npm run bench:editor.
    chunkSizeWarningLimit: 1500,
  },
});
