import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withCaches } from '../../../../src/action/cache/in-action.ts';
import { outputsIn, testStep } from '../../../support/action-context.ts';
import { tempDir } from '../../../support/temp-module.ts';

test('cache: off restores nothing, says why, and that is what the outputs tell', async () => {
  const dir = tempDir();
  mkdirSync(join(dir, 'temp'));
  writeFileSync(join(dir, 'go.mod'), 'module example.com/hello\n\ngo 1.24\n');
  const step = testStep(dir, { cache: 'off' }, { RUNNER_TEMP: join(dir, 'temp') });
  const cached = await withCaches(step.context);
  expect(cached.shared).toBeUndefined();
  expect(outputsIn(join(dir, 'output'))).toEqual({ 'cache-hit': 'none', 'cache-key': '' });
  expect(step.output()).toContain('the input `cache` is `off`');
});
