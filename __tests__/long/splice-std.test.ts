import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildGoProgram, goRoot } from '../support/go-program.ts';
import { oddFiles, type SpliceCase, spliceCampaign } from '../support/splice-campaign.ts';
import { tempDir } from '../support/temp-module.ts';

test.each([10, 100, 1000])(
  'tokens of the standard library keep text and position, one edit in some %i tokens',
  (size) => {
    const dir = tempDir();
    const program = buildGoProgram('go-tokens', dir);
    const src = join(goRoot(dir), 'src');
    const files = readdirSync(src, { withFileTypes: true, recursive: true })
      .filter(
        (entry) =>
          entry.isFile() && entry.name.endsWith('.go') && !/cmd|testdata/.test(entry.parentPath.slice(src.length)),
      )
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    let count = 0;
    const failures: string[] = [];
    for (let from = 0; from < files.length; from += 50) {
      const cases = files
        .slice(from, from + 50)
        .map((name, i): SpliceCase => ({ name, bytes: readFileSync(name), seed: from + i }));
      count += cases.length;
      failures.push(...spliceCampaign(program, dir, cases, size));
    }
    expect(failures).toEqual([]);
    expect(count).toBeGreaterThan(3000);
  },
);

test('tokens of 10,000 generated files keep text and position', () => {
  const dir = tempDir();
  const program = buildGoProgram('go-tokens', dir);
  const failures: string[] = [];
  for (let seed = 1; seed <= 20; seed++) failures.push(...spliceCampaign(program, dir, oddFiles(500, seed), 5));
  expect(failures).toEqual([]);
});
