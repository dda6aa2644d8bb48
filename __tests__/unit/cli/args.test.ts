import { expect, test } from 'vitest';
import { readCommandLine } from '../../../src/cli/args.ts';
import { GotsError } from '../../../src/report/diagnostic.ts';

test.each([
  [['go', 'build', '-o', 'x'], { command: 'go', aspectFiles: [], rest: ['build', '-o', 'x'] }],
  [
    ['--aspects', 'a.yml', '--aspects=b.yml', 'go', 'test'],
    { command: 'go', aspectFiles: ['a.yml', 'b.yml'], rest: ['test'] },
  ],
  [['go', '--aspects', 'a.yml'], { command: 'go', aspectFiles: [], rest: ['--aspects', 'a.yml'] }],
  [[], { command: 'help', aspectFiles: [], rest: [] }],
  [['--version'], { command: 'version', aspectFiles: [], rest: [] }],
])('%j', (argv, wanted) => expect(readCommandLine(argv)).toEqual(wanted));

test.each([[['--aspect', 'x', 'go']], [['--aspects']]])('%j is refused', (argv) => {
  expect(() => readCommandLine(argv)).toThrow(GotsError);
});
