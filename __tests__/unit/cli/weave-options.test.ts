import { expect, test } from 'vitest';
import { readOptions } from '../../../src/cli/commands/weave.ts';

const read = (...rest: string[]) => readOptions({ command: 'weave', aspectFiles: [], rest });

test('options may stand anywhere, with the value attached or behind', () => {
  expect(read('--json', '--aspects', 'a.yml', 'x.go', '-o=out', '--import-path=p', '--aspects=b.yml', 'y.go')).toEqual({
    json: true,
    aspectFiles: ['a.yml', 'b.yml'],
    importPath: 'p',
    rootModule: undefined,
    outDir: 'out',
    files: ['x.go', 'y.go'],
    flags: [],
  });
});

test('aspect files given in front of the command come first', () => {
  const line = { command: 'weave', aspectFiles: ['first.yml'], rest: ['--aspects', 'second.yml', 'x.go'] };
  expect(readOptions(line).aspectFiles).toEqual(['first.yml', 'second.yml']);
});

test.each([
  [[], 'no file to weave'],
  [['--nope', 'x.go'], 'unknown option "--nope"'],
  [['x.go', '-o'], '-o needs a value'],
])('%j', (rest, message) => {
  expect(() => read(...rest)).toThrowError(expect.objectContaining({ code: 'cli_usage', message }));
});
