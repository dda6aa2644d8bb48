import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeSbom } from '../../../src/action/release/sbom.ts';
import { testStep } from '../../support/action-context.ts';
import { tempDir } from '../../support/temp-module.ts';

test('a bill of materials that cannot be made', async () => {
  const dir = tempDir();
  const { context } = testStep(dir, {}, {});
  mkdirSync(join(dir, 'no-program'));
  const failing = writeSbom({ ...context, folder: dir }, join(dir, 'no-program'), join(dir, 'sbom.json'));
  await expect(failing).rejects.toMatchObject({ code: 'action_release_failed' });
}, 300_000);
