import { expect, test } from 'vitest';
import { disk } from '../../../../../src/base/file-view.ts';
import { knownPackages } from '../../../../../src/cli/commands/lint/known-packages.ts';
import { lintConstants } from '../../../../../src/lint/lint-constants.ts';
import { lintPackages, mentionedPaths } from '../../../../../src/lint/lint-packages.ts';
import { plainGoEnv } from '../../../../support/go-command.ts';
import { testGrammar } from '../../../../support/grammar.ts';
import { tempModule } from '../../../../support/temp-module.ts';
import { gots, orchestrion, withPoint } from '../../../aspects/helpers.ts';

const files = {
  'go.mod': 'module m\n\ngo 1.24\n',
  'p/a.go': 'package p\n\n// Serve and T are elsewhere.\ntype U struct{}\n',
  'p/b.go': 'package p\n\ntype (\n\tT struct{}\n)\n',
  'p/c.go': 'package p\n\nfunc (t *T) Serve() {}\n',
  'p/d.go': 'package p\n\nfunc Other() {}\n\nvar Limit = 1\n',
  'p/d_plan9.go': 'package p\n\nconst Plan = 1\n',
};

/** Packages of the module, and the files that were parsed to know them. */
async function setUp(aspects: Parameters<typeof mentionedPaths>[0]) {
  const cwd = tempModule(files);
  const parsed: string[] = [];
  const grammar = await testGrammar();
  const counting: typeof grammar = {
    ...grammar,
    parse: (source) => {
      parsed.push(source.name.slice(cwd.length + 1));
      return grammar.parse(source);
    },
  };
  const go = { go: 'go', cwd, env: plainGoEnv() };
  const known = await knownPackages(mentionedPaths(aspects), go, { grammar: counting, view: disk });
  return { known, grammar, parsed };
}

test.each([
  ['function: [{receiver: "*m/p.T"}, {name: Serve}]', ['p/b.go', 'p/c.go']],
  ['struct-literal: {type: m/p.T}', ['p/b.go']],
  ['function-call: m/p.Other', ['p/d.go']],
  ['declaration-of: m/p.Plan', ['p/d_plan9.go']],
  ['import-path: m/p', []],
])('%s: only the files that declare it are parsed', async (point, declaring) => {
  const { aspects } = orchestrion(withPoint(point));
  const { known, parsed } = await setUp(aspects);
  expect(lintPackages(aspects, known)).toEqual([]);
  expect(parsed.sort()).toEqual(declaring);
});

test('all files are parsed once for what none of them declares', async () => {
  const { aspects } = orchestrion(withPoint('declaration-of: m/p.Othr'));
  const { known, parsed } = await setUp(aspects);
  expect(lintPackages(aspects, known)).toMatchObject([{ code: 'aspect_symbol_absent', hint: /Other/ }]);
  expect(parsed.sort()).toEqual(['p/a.go', 'p/b.go', 'p/c.go', 'p/d.go', 'p/d_plan9.go']);
});

test('a constant of another platform is found, a variable is none', async () => {
  const read = (name: string) =>
    gots(`aspects: [{id: x, join-point: {declaration-of: m/p.${name}}, advice: [assign-value: {template: 'f()'}]}]`)
      .aspects;
  for (const [name, errors] of [
    ['Plan', 1],
    ['Limit', 0],
  ] as const) {
    const { known, grammar } = await setUp(read(name));
    expect(lintConstants(read(name), { known, grammar })).toHaveLength(errors);
  }
});
