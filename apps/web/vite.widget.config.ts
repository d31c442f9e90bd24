import { defineConfig } from 'vite';

// The script for other sites, apart from the page: one file without imports, under a name that never changes.
export default defineConfig({
  publicDir: false,
  build: {
    target: 'es2022',
    emptyOutDir: false,
    lib: { entry: 'src/widget/widget.ts', formats: ['iife'], name: 'RapportWidget', fileName: () => 'widget.js' },
  },
});
