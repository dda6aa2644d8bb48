import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { lineLog } from '../../../src/base/log.ts';
import { ensureHelper } from '../../../src/driver/programs/helper-program.ts';
import { converse } from '../../../src/driver/steps/oracle.ts';
import { go } from '../../support/go-command.ts';
import { tempDir } from '../../support/temp-module.ts';
import { weave } from '../../support/weave.ts';

const yaml = (inject: string, prepend: string) => `aspects:
  - id: inject
    join-point: {function: [{name: next}]}
    advice: [{inject-declarations: {imports: {strings: strings}, template: ${JSON.stringify(inject)}}}]
  - id: prepend
    join-point: {function-body: {function: [{name: next}]}}
    advice: [{prepend-statements: {template: ${JSON.stringify(prepend)}}}]
`;

const next = 'func next() int { count++; return count }\n\nvar count = 0\n';
const waits = `package demo\n\nvar first = next()\n\n${next}`;
const text = (bytes: Buffer | undefined) => bytes?.toString('utf8') ?? '';

describe('a variable that a template declares', () => {
  test('comes before all others if one of the package may wait for it', () => {
    const woven = weave(yaml('// state.\nvar state = strings.ToUpper("x")\n\nvar other = 1', '_ = state'), {
      'a.go': 'package demo\n\nvar zero = 0\n',
      'b.go': waits,
    });
    const [early, ...more] = woven.added;
    expect(more).toEqual([]);
    expect(early).toMatchObject({ name: 'gots.vars.go', first: true });
    expect(text(early?.text)).toMatch(
      /^\/\/line <gots>\/vars\.go:1:1\npackage demo; import __gots_strings "strings"\n\/\/line b\.go:8:1\n\n\/\*line aspects\.yml:4:77\*\/.*\n\/\*line aspects\.yml:4:88\*\/var state = __gots_strings\/\*line aspects\.yml:4:\d+\*\/\.ToUpper\("x"\)\n$/,
    );
    // Nobody waits for this one.
    const rest = text(woven.files[1]?.text);
    expect(rest).toContain('var other = 1');
    expect(rest).not.toContain('state =');
    expect(rest).toMatch(/import _ +"strings"/);
    expect(woven).toMatchObject({ mayMoveOrder: false, imports: ['strings'] });
  });

  test.each([
    ['no value is computed', `package demo\n\nvar first = 1\n\n${next}`],
    ['no value is computed with it', `package demo\n\nvar first = len("x")\n\n${next}`],
    ['the package has no variables', 'package demo\n\nfunc next() int { return 1 }\n'],
  ])('stays where it is declared if %s', (_, source) => {
    const woven = weave(yaml('var state = strings.ToUpper("x")', '_ = state'), { 'a.go': source });
    expect(woven).toMatchObject({ added: [], mayMoveOrder: false });
  });

  test.each([
    ['through a method', 'var first = t(0).m()\n\ntype t int\n\nfunc (t) m() int { return next() }'],
    ['through a method value', 'var first = t.m\n\ntype t int\n\nfunc (t) m() int { return next() }'],
    ['through another variable', 'var first = second\n\nvar second = func() int { return next() }'],
    ['in a list', 'var (\n\tzero, first = 0, map[string]func() int{"x": next}\n)'],
    ['as the blank one', 'var _ = next()'],
  ])('is waited for %s, from another file', (_, source) => {
    const files = { 'a.go': `package demo\n\n${source}\n`, 'b.go': `package demo\n\n${next}` };
    expect(weave(yaml('var state int', 'state++'), files).added).toMatchObject([{ first: true }]);
  });

  test('that cannot be taken out of its file makes the order be compared', () => {
    const dot = weave(yaml('var state int', 'state++'), {
      'a.go': waits.replace('var', 'import . "os"\n\nvar x = Args\n\nvar'),
    });
    expect(dot).toMatchObject({ added: [], mayMoveOrder: true });
    const embed = weave(yaml('//go:embed x\nvar state string', 'state += ""'), { 'a.go': waits });
    expect(embed).toMatchObject({ added: [], mayMoveOrder: true });
  });

  test('leaves its pragma and its positions where they are', () => {
    const inject = '//go:linkname state other.state\nvar state int\n\nfunc after() {}';
    const woven = weave(yaml(inject, 'state++'), { 'a.go': waits });
    expect(text(woven.added[0]?.text)).not.toContain('go:linkname');
    expect(text(woven.files[0]?.text)).toMatch(/^\/\/go:linkname state other\.state$/m);
    expect(text(woven.files[0]?.text)).toContain('func after() {}');
  });
});

describe('woven code that refers to a variable of the package', () => {
  const refers = (source: string) => weave(yaml('func unused() {}', 'logger++'), { 'a.go': source }).mayMoveOrder;
  const logger = 'var logger = len([]int{1})\n';

  test('may make another one wait for it', () => expect(refers(`${waits}\n${logger}`)).toBe(true));
  test('waits also for a literal, and for nothing', () => {
    expect(refers(`${waits}\nvar logger = -1\n`)).toBe(true);
    expect(refers(`${waits}\nvar logger int\n`)).toBe(true);
  });
  test('moves none where nothing calls it', () =>
    expect(refers(`package demo\n\nvar first = len("")\n\n${next}\n${logger}`)).toBe(false));
});

describe('in packages of all kinds', () => {
  let program = '';
  beforeAll(async () => {
    program = await ensureHelper('oracle', {
      go: 'go',
      goVersion: go(['env', 'GOVERSION'], '.').trim(),
      cacheDir: join(tmpdir(), `gots-test-oracle-${process.getuid?.()}`),
      sourceDir: join(import.meta.dirname, '../../../helper/oracle'),
      log: lineLog(() => {}, false),
      env: process.env,
    });
  }, 300_000);

  async function orderOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
    const dir = tempDir();
    mkdirSync(dir, { recursive: true });
    for (const [name, content] of Object.entries(files)) writeFileSync(join(dir, name), content);
    const { ask, close } = converse(
      program,
      {
        importPath: 'example.com/demo',
        lang: 'go1.24',
        goarch: 'amd64',
        files: Object.keys(files).map((name) => ({ name, path: join(dir, name) })),
        packageFiles: new Map(),
        importMap: new Map(),
      },
      () => Promise.resolve(undefined),
    );
    const [answer] = await ask([{ kind: 'order' }]);
    close();
    expect(answer?.unknown).toBeUndefined();
    return answer?.order ?? [];
  }

  /** A declaration mentions only what comes before it in this list, so that there are no cycles; files hold them in any order. */
  const declarations = fc.array(
    fc.record({
      kind: fc.constantFrom('call', 'value', 'literal', 'zero', 'function', 'method'),
      mentions: fc.array(fc.nat(), { maxLength: 3 }),
      file: fc.nat(2),
      place: fc.nat(1000),
      woven: fc.boolean(),
      refersTo: fc.option(fc.nat(), { freq: 4 }),
    }),
    { minLength: 4, maxLength: 14 },
  );

  test('the order is that of the package without weaving, or is known to be in doubt', async () => {
    await fc.assert(
      fc.asyncProperty(declarations, async (list) => {
        const made = list.map((each, i) => {
          const below = each.mentions.filter(() => i > 0).map((n) => n % i);
          const uses = below.map((n) => usage(list[n]?.kind ?? '', n));
          return { ...each, text: declaration(each.kind, i, uses) };
        });
        const files = Object.fromEntries(
          [0, 1, 2].map((file) => {
            const own = made.filter((each) => each.file === file).sort((a, b) => a.place - b.place);
            return [`${'abc'[file]}.go`, `package demo\n\n${own.map((each) => each.text).join('\n')}\n`];
          }),
        );
        const aspects = made.flatMap(({ kind, woven, refersTo }, i) => {
          if (!woven || (kind !== 'function' && kind !== 'method')) return [];
          const other = refersTo === null || i === 0 ? '' : `; ${usage(list[refersTo % i]?.kind ?? '', refersTo % i)}`;
          return [
            `  - id: d${i}\n    join-point: {function: [{name: d${i}}]}\n    advice: [{inject-declarations: {template: 'var state${i} = started${i}(); func started${i}() int { return 1 }'}}]`,
            `  - id: p${i}\n    join-point: {function-body: {function: [{name: d${i}}]}}\n    advice: [{prepend-statements: {template: 'state${i}++${other}'}}]`,
          ];
        });
        if (aspects.length === 0) return;
        const woven = weave(`aspects:\n${aspects.join('\n')}\n`, files);
        const changed = Object.fromEntries(
          woven.files.map(({ name, text: t }) => [name, text(t) || (files[name] ?? '')]),
        );
        const early = woven.added.filter(({ first }) => first).map(({ name, text: t }) => [name, text(t)] as const);
        const [before, after] = await Promise.all([
          orderOf(files),
          orderOf({ ...Object.fromEntries(early), ...changed }),
        ]);
        const own = after.filter((name) => before.includes(name));
        if (!woven.mayMoveOrder) expect(own).toEqual(before);
      }),
      { numRuns: 25 },
    );
  }, 300_000);
});

function usage(kind: string, n: number): string {
  if (kind === 'function') return `d${n}()`;
  return kind === 'method' ? `t(0).d${n}()` : `use(v${n})`;
}

function declaration(kind: string, i: number, uses: readonly string[]): string {
  const types = i === 0 ? 'type t int\n\nfunc use(int) int { return 0 }\n\n' : '';
  switch (kind) {
    case 'function':
      return `${types}func d${i}() int { ${[...uses, 'return 0'].join('; ')} }`;
    case 'method':
      return `${types}func (t) d${i}() int { ${[...uses, 'return 0'].join('; ')} }`;
    case 'zero':
      return `${types}var v${i} int`;
    case 'literal':
      return `${types}var v${i} = ${i}`;
    case 'value':
      return `${types}var v${i} = ${[...uses, 'use(0)'].join(' + ')}`;
    default:
      return `${types}var v${i} = func() int { ${[...uses, 'return 1'].join('; ')} }()`;
  }
}
