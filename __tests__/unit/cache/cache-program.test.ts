import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lineLog } from '../../../src/base/log.ts';
import { ProgramCache } from '../../../src/cache/cache-program.ts';
import { tempDir } from '../../support/temp-module.ts';
import { putText, textOf } from './conformance.ts';

const warnings: string[] = [];
const log = lineLog((line) => warnings.push(line), false);

/** A GOCACHEPROG of these lines of JavaScript, which may `answer`. */
function program(script: string): Promise<ProgramCache> {
  const file = join(tempDir(), 'program.mjs');
  writeFileSync(file, `const answer = (a) => process.stdout.write(JSON.stringify(a) + '\\n');\n${script}`);
  return ProgramCache.start([process.execPath, file], log);
}

test('a program that is not there, or ends before its first message', async () => {
  await expect(ProgramCache.start([join(tempDir(), 'none')], log)).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(program('')).rejects.toThrow('GOCACHEPROG ended before its first message');
});

test('what a program cannot do is a miss, and a put that is refused', async () => {
  const cache = await program(`answer({ ID: 0, KnownCommands: ['close'] }); process.stdin.resume();
    process.stdin.on('data', (d) => answer({ ID: JSON.parse(d).ID }))`);
  warnings.length = 0;
  expect(await textOf(cache, 'a')).toBeUndefined();
  expect(warnings).toEqual(['gots: cache: GOCACHEPROG: GOCACHEPROG cannot get\n']);
  await expect(putText(cache, 'a', 'text')).rejects.toThrow('GOCACHEPROG cannot put');
  await cache.close();
});

test('a program that ends in the middle answers all questions, those that come later as well', async () => {
  const cache = await program(`answer({ ID: 0, KnownCommands: ['get', 'put', 'close'] });
    process.stdin.once('data', () => process.exit(1))`);
  expect(await Promise.all([textOf(cache, 'a'), textOf(cache, 'b')])).toEqual([undefined, undefined]);
  await expect(putText(cache, 'a', 'x'.repeat(1 << 20))).rejects.toThrow('GOCACHEPROG ended');
  await cache.close();
});

test('an object whose file is gone is a miss', async () => {
  const cache = await program(`answer({ ID: 0, KnownCommands: ['get'] });
    process.stdin.on('data', (d) => answer({ ID: JSON.parse(d).ID, OutputID: 'AA==', Size: 1, DiskPath: '/nowhere' }))`);
  expect(await cache.get('0'.repeat(64))).toBeUndefined();
  await cache.close();
});
