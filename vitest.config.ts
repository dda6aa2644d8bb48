import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** What a page shows at last is waited for longer than the second that vitest gives: browsers share the processors with builds. */
const patient = { expect: { poll: { timeout: 15_000 } } };

/** These run the built `dist/` against real go commands, so they get minutes, not seconds. */
const wholeBuilds = {
  ...patient,
  globalSetup: ['__tests__/support/warm-cache.ts'],
  testTimeout: 600_000,
  hookTimeout: 600_000,
};
const quick = '__tests__/script/quick.test.ts';

/** `npm test` runs unit, golden and quick; `.ci/run` then script and action. */
export default defineConfig({
  test: {
    // Scripts wait for one process at a time for half of their time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: process.env['GOTS_TEST_JSON']
      ? ['default', ['json', { outputFile: process.env['GOTS_TEST_JSON'] }]]
      : ['default'],
    projects: [
      { test: { name: 'unit', include: ['__tests__/unit/**/*.test.ts'], testTimeout: 60_000, ...patient } },
      { test: { name: 'golden', include: ['__tests__/golden/**/*.test.ts'], testTimeout: 120_000 } },
      { test: { name: 'quick', include: [quick], ...wholeBuilds } },
      { test: { name: 'script', include: ['__tests__/script/**/*.test.ts'], exclude: [quick], ...wholeBuilds } },
      // Needs some minutes for a collector of 700 packages, if it was not built before.
      {
        test: {
          name: 'collector',
          include: ['__tests__/collector/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 1_200_000,
        },
      },
      // Whole workflows, with act: their programs, emulators and packages are those of a Linux runner.
      ...(process.platform === 'linux'
        ? [{ test: { name: 'action', include: ['__tests__/action/**/*.test.ts'], ...wholeBuilds } }]
        : []),
      ...(process.env['GOTS_LONG']
        ? [
            {
              test: {
                name: 'long',
                include: ['__tests__/long/**/*.test.ts'],
                testTimeout: 3_600_000,
                hookTimeout: 600_000,
                fileParallelism: false,
              },
            },
          ]
        : []),
    ],
  },
});
