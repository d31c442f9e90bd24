import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['apps/**/*.test.ts', 'packages/**/*.test.ts', 'bench/**/*.test.ts', 'scripts/**/*.test.ts'],
    globalSetup: ['packages/dev-env/src/vitest-setup.ts'],
    // An embedded database takes half a gigabyte and blocks its process: two workers fit the smallest machine.
    pool: 'forks',
    maxWorkers: 2,
    // They end what hangs and say nothing of speed: a busy machine takes ten times a quiet one's time.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
