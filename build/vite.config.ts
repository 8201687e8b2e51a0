// How the window's page is built: for the oldest Chromium that has to run it, with relative addresses because the desktop
// serves it from trame://app/ and `serve` from http://127.0.0.1/.
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, '..');

export default defineConfig({
  root: resolve(root, 'renderer'),
  base: './',
  plugins: [react()],
  build: {
    outDir: resolve(root, 'dist/renderer'),
    emptyOutDir: true,
    target: 'chrome114',
    sourcemap: true,
    // One page for one local program: splitting it for the network's sake would only slow its start.
    chunkSizeWarningLimit: 4_000,
  },
});
