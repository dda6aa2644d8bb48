import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plainGoEnv } from '../support/go-command.ts';
import { run } from '../support/run.ts';

const official = join(import.meta.dirname, '..', '..', 'aspects', 'e2e', 'official');

// The module has the official SDK and exporters, grpc-go and Debian's Prometheus, which is downloaded if it is not installed.
test('what is measured, sent and fetched is what the official SDK measures, sends and offers', async () => {
  const tests = await run(['go', 'test', './...'], plainGoEnv({ PWD: official }), { cwd: official });
  expect(tests, tests.stdout + tests.stderr).toMatchObject({ status: 0 });
});
