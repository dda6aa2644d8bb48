import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildOptions, commandNames, commandTable } from '../../../src/cli/command-table.ts';
import { parseAction, parseOptions } from '../../../src/cli/read-options.ts';
import { commandHelp, commandsPage, helpText, usageOf } from '../../../src/cli/usage.ts';

const root = join(import.meta.dirname, '../../..');

test.each([
  [['--json', '-deps', './a', '--test', './b'], ['json', 'deps', 'test'], ['./a', './b'], []],
  [
    ['-tags', 'a b', '-race=false', '--mod=mod', '-asan', '.'],
    [],
    ['.'],
    ['-tags=a b', '-race=false', '-mod=mod', '-asan'],
  ],
  [['-overlay=', '-tags', '-x', '-modfile', '--json'], [], [], ['-overlay=', '-tags=-x', '-modfile=--json']],
  [[], [], [], []],
])('gots diff %j', (words, switches, operands, flags) => {
  const { has, ...read } = parseOptions('diff', words);
  expect((['json', 'deps', 'test'] as const).filter(has)).toEqual(switches);
  expect(read).toMatchObject({ operands, flags });
});

test('of an option that is given twice the last value counts, and all are kept', () => {
  const read = parseOptions('report', ['-o', 'a', '--o=b', '--from', 'x', '--from=y=z']);
  expect([read.value('o'), read.values('from'), read.value('sources')]).toEqual(['b', ['x', 'y=z'], undefined]);
});

test('an option may stand for another one with a value, and have a second name', () => {
  expect(parseOptions('lint', ['--format=github', '--json']).value('format')).toBe('json');
  expect(parseOptions('lint', ['--json', '--format', 'github']).value('format')).toBe('github');
  expect(parseOptions('explain', ['-v', 'x.go:1']).has('verbose')).toBe(true);
});

describe('words that are refused', () => {
  const diff =
    'gots diff [--json] [--deps] [--test] [-tags LIST] [-mod MODE] [-modfile FILE] [-overlay FILE] [-race|-msan|-asan] [PACKAGE…]';
  test.each([
    ['diff', ['--nonsense'], 'unknown option "--nonsense" of gots diff', diff],
    ['diff', ['-jsn'], 'unknown option "-jsn" of gots diff', `did you mean "--json"? ${diff}`],
    ['diff', ['--taggs=x'], 'unknown option "--taggs=x" of gots diff', `did you mean "--tags"? ${diff}`],
    ['diff', ['--json=1'], 'unknown option "--json=1" of gots diff', `did you mean "--json"? ${diff}`],
    ['diff', ['--', '.'], 'unknown option "--" of gots diff', diff],
    ['diff', ['-'], 'unknown option "-" of gots diff', diff],
    ['diff', ['.', '-overlay'], '-overlay needs a value', diff],
    ['weave', ['--nope', 'x.go'], 'unknown option "--nope"', usageOf('weave')],
    ['env', ['more'], 'unknown argument "more" of gots env', 'gots env [--format sh|json|github]'],
    [
      'env',
      ['--formt', 'sh'],
      'unknown argument "--formt" of gots env',
      'did you mean "--format"? gots env [--format sh|json|github]',
    ],
  ] as const)('gots %s %j', (command, words, message, hint) => {
    expect(() => parseOptions(command, words)).toThrow(expect.objectContaining({ code: 'cli_usage', message, hint }));
  });

  test('an action has options of its own', () => {
    const hint = usageOf('cache');
    expect(hint).toMatch(
      /^gots cache stat \[--json\] \| trim \[--days N\] \| clean \| remote stat \[--format text\|json\] \[--json\]/,
    );
    expect(parseAction('trim', ['--days', '-7']).value('days')).toBe('-7');
    expect(parseAction('trim', ['--days']).value('days')).toBe('');
    const refused = (message: string) => expect.objectContaining({ code: 'cli_usage', message, hint });
    expect(() => parseAction('clean', ['--json'])).toThrow(refused('unknown argument "--json" of gots cache'));
    expect(() => parseAction('stat', ['--json', 'more'])).toThrow(refused('unknown argument "more" of gots cache'));
  });
});

describe('help', () => {
  test('lists every command and every option that is declared', () => {
    for (const name of commandNames) {
      const { options, ...row } = commandTable[name];
      const actions =
        'actions' in row ? Object.values(row.actions).flatMap((action) => Object.keys(action.options)) : [];
      const help = commandHelp(name);
      for (const option of [
        ...Object.keys(options),
        ...actions,
        ...('isBuild' in row ? Object.keys(buildOptions) : []),
      ])
        expect(help, `${name} ${option}`).toMatch(new RegExp(`^ +--?${option}\\b`, 'm'));
      if (name !== 'help') expect(helpText()).toMatch(new RegExp(`^  gots (\\[--aspects FILE\\]… )?${name}\\b`, 'm'));
    }
  });

  test('no line is too long for a wide terminal', () => {
    expect(
      helpText()
        .split('\n')
        .filter((line) => line.length > 140),
    ).toEqual([]);
  });

  test('docs/commands.md is up to date (npm run reference)', () => {
    expect(readFileSync(join(root, 'docs', 'commands.md'), 'utf8')).toBe(commandsPage());
  });
});
