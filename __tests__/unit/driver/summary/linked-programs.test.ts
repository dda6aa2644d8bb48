import { expect, test } from 'vitest';
import { LinkedPrograms } from '../../../../src/driver/summary/linked-programs.ts';
import { parseImportcfg } from '../../../../src/toolexec/importcfg.ts';

const mark = 'm'.repeat(16);
const modinfo = (body: string): string => `modinfo ${JSON.stringify(`${mark}${body}${mark}`)}\n`;

test('packages and modules of several programs come together', () => {
  const programs = new LinkedPrograms();
  expect(programs.isEmpty).toBe(true);
  programs.note(
    parseImportcfg(
      `packagefile a=/a.a\n${modinfo('path\ta\nmod\ta\t(devel)\t\ndep\tb\tv1.0.0\th1:x=\ndep\tc\tv2.0.0\n=>\t./c\t\t\nbuild\tdep\tv\n')}`,
    ),
  );
  programs.note(parseImportcfg('packagefile d=/d.a\n'));
  programs.note(parseImportcfg(`packagefile e=/e.a\n${modinfo('')}`));
  expect(programs.isEmpty).toBe(false);
  expect([...programs.packages]).toEqual([
    ['a', '/a.a'],
    ['d', '/d.a'],
    ['e', '/e.a'],
  ]);
  expect([...programs.modules]).toEqual([
    ['b', 'v1.0.0'],
    ['c', 'v2.0.0'],
  ]);
});

test.each(['"short"', 'no string', '""'])('module information that cannot be read names no modules: %s', (quoted) => {
  const programs = new LinkedPrograms();
  programs.note(parseImportcfg(`packagefile a=/a.a\nmodinfo ${quoted}\n`));
  expect([...programs.packages.keys()]).toEqual(['a']);
  expect([...programs.modules]).toEqual([]);
});
