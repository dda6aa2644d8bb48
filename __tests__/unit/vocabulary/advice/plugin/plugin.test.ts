import { expect, test } from 'vitest';
import { aspectsOf } from '../../../../../src/dialects/plugins/read-plugin.ts';
import { definePlugin, type Plugin, type PluginEditor, type PluginMatch } from '../../../../../src/plugin/api.ts';
import { formatError, GotsError } from '../../../../../src/report/diagnostic.ts';
import { plainText } from '../../../../../src/rewrite/splice/plain-text.ts';
import { weavePackage } from '../../../../../src/weave/weave-package.ts';
import type { WovenPackage } from '../../../../../src/weave/weave-request.ts';
import { testGrammar } from '../../../../support/grammar.ts';

const grammar = await testGrammar();
const span = { file: 'plugins/x.mjs', line: 1, column: 1 };

function weave(text: string, plugin: Plugin, imports = ['x/y']): WovenPackage {
  const aspects = aspectsOf(plugin, { span, digest: 'd' }, { strict: true, warn: () => undefined });
  const request = {
    facts: { importPath: 'x/p', imports: new Set(imports), testMain: false, rootModule: 'x', goVersion: 'go1.26.8' },
    files: [{ name: 'p.go', bytes: Buffer.from(text) }],
    packageName: () => undefined,
    weaverVersion: '',
  };
  const plugins = (file: string, digest: string) => (file === span.file && digest === 'd' ? plugin : undefined);
  return weavePackage(request, aspects, { grammar, plugins });
}

function textOf(woven: WovenPackage): string {
  return plainText(woven.files[0]?.text ?? Buffer.from('(untouched)'))
    .toString('utf8')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Rewrites calls of x/y.F. */
function rewriting(rewrite: (match: PluginMatch) => void, more: Partial<Plugin> = {}): Plugin {
  return definePlugin({
    id: 'test',
    select: { 'function-call': 'x/y.F' },
    packages: ['x/z', 'x/w/z'],
    rewrite,
    ...more,
  });
}

const input = 'package p\nimport "x/y"\nfunc f(n int) { y.F(n, "a") }\n';

test.each<[string, (match: PluginMatch) => void, string]>([
  [
    'another expression',
    ({ node, edit, go }) => edit.replace(node, go`g(${node.field('Args') as never})`),
    'g(n, "a")',
  ],
  [
    'texts as literals',
    ({ node, edit, go }) => edit.replace(node, go`g(${'a"`\n'}, ${-1}, ${2n}, ${true}, ${null})`),
    'g("a\\"`\\n", (-1), 2, true, nil)',
  ],
  ['the node in its place', ({ node, edit, go }) => edit.replace(node, go`g(${node})`), 'g(y.F(n, "a"))'],
  ['a list with commas', ({ node, edit, go }) => edit.replace(node, go`g(${[1, [2, 'x'], go`h`]})`), 'g(1, 2, "x", h)'],
  [
    'a part of the node',
    ({ node, edit, go }) => edit.replace((node.field('Args') as never)[1], go`${'b'} + ${go.ident('c')}`),
    'y.F(n, "b" + c)',
  ],
])('%s', (_, rewrite, expected) => {
  const found = textOf(weave(input, rewriting(rewrite)));
  expect(found.slice(found.indexOf('func f'))).toBe(`func f(n int) { ${expected} }`);
});

test('packages are imported under names of their own', () => {
  const woven = weave(
    input,
    rewriting(({ node, edit, go }) =>
      edit.replace(node, go`${go.import('x/z', 'A')}(${go.import('x/w/z', 'B')}, ${node})`),
    ),
  );
  expect(woven.imports).toEqual(['x/w/z', 'x/z']);
  expect(textOf(woven)).toContain('{ __gots_z.A(__gots_z1.B, y.F(n, "a")) }');
});

test('statements, declarations and imports', () => {
  const plugin: Plugin = {
    id: 'test',
    select: { 'function-body': { function: [{ name: 'f' }] } },
    packages: ['x/z'],
    rewrite: ({ node, edit, go }) => {
      edit.prepend(
        node,
        go`defer ${go.ident('done')}(${(node.parent?.field('Name') as PluginMatch['node'] | undefined)?.text ?? ''})`,
      );
      edit.declare(go`func done(name string) {}`);
      edit.addImport('x/z');
    },
  };
  const woven = weave(input, plugin);
  expect(textOf(woven)).toContain('{{ defer done("f") }; y.F(n, "a") }');
  expect(textOf(woven)).toContain('func done(name string) {}');
  expect(woven.imports).toEqual(['x/z']);
});

test('what a plug-in sees of a node and of its package', () => {
  const seen: unknown[] = [];
  weave(
    input,
    rewriting(({ node, pkg }) => {
      const [first, second] = node.field('Args') as never as PluginMatch['node'][];
      seen.push(node.kind, node.text, node.position, (node.field('Fun') as PluginMatch['node']).symbol);
      seen.push(
        first?.symbol,
        second?.field('Kind'),
        second?.parent === node,
        node.field('Nothing'),
        node.parent?.kind,
        pkg,
      );
    }),
  );
  expect(seen).toEqual([
    'CallExpr',
    'y.F(n, "a")',
    { file: 'p.go', line: 3, column: 17 },
    { path: 'x/y', name: 'F' },
    { path: undefined, name: 'n' },
    'STRING',
    true,
    undefined,
    'ExprStmt',
    { importPath: 'x/p', name: '', imports: ['x/y'], testMain: false, goVersion: 'go1.26.8' },
  ]);
});

test('a plug-in that does nothing changes nothing', () => {
  expect(
    textOf(
      weave(
        input,
        rewriting(() => undefined),
      ),
    ),
  ).toBe('(untouched)');
});

let kept: PluginEditor | undefined;

test.each<[string, (match: PluginMatch) => void, string]>([
  [
    'throws',
    () => {
      throw new Error('boom');
    },
    'the plug-in "test" failed in rewrite: boom (plugin_failed)',
  ],
  ['is asynchronous', (async () => undefined) as never, 'it is asynchronous; weaving waits for nothing'],
  [
    'puts texts together',
    ({ node, edit, go }) => edit.replace(node, (go as never as (text: string) => never)('f()')),
    'write go`…`, not go(…)',
  ],
  ['makes code by hand', ({ node, edit }) => edit.replace(node, { kind: 'code' }), 'a piece of Go is needed'],
  [
    'imports what it does not name',
    ({ node, edit, go }) => edit.replace(node, go`${go.import('os', 'Exit')}(1)`),
    'the package "os" is not among the plug-in\'s "packages"',
  ],
  ['names no identifier', ({ go }) => void go.ident('a b'), '"a b" is not an identifier'],
  [
    'changes what is around the node',
    ({ node, edit, go }) => edit.replace(node.parent?.parent as never, go`x`),
    'only the node that matched',
  ],
  [
    'replaces a statement',
    ({ node, edit, go }) => edit.prepend(node, go`x()`),
    'statements can be put at the top of a block, not of a CallExpr',
  ],
  ['writes what is no Go', ({ node, edit, go }) => edit.replace(node, go`if x {}`), '(template_broken_go)'],
  ['uses a node twice', ({ node, edit, go }) => edit.replace(node, go`g(${node}, ${node})`), '(template_node_twice)'],
  ['writes a number that Go lacks', ({ go }) => void go`${Number.NaN}`, 'NaN has no literal in Go'],
  ['writes an object', ({ go }) => void go`${{} as never}`, 'a object cannot stand in a piece of Go'],
])('a plug-in that %s fails, with its name and place', (_, rewrite, message) => {
  let shown = '';
  try {
    weave(input, rewriting(rewrite));
  } catch (error) {
    if (!(error instanceof GotsError)) throw error;
    shown = formatError(error);
  }
  expect(shown).toMatch(/^plugins\/x\.mjs:1:\d+: /);
  expect(shown).toContain(message);
});

test('an editor is of no use behind its match', () => {
  const plugin = rewriting(({ node, edit, go }) => {
    if (kept === undefined) kept = edit;
    else kept.replace(node, go`x`);
  });
  weave(input, plugin);
  expect(() => weave(input, plugin)).toThrow('edits belong into the call of rewrite');
});

const ofPackages = (more: Partial<Plugin>): Plugin => ({ id: 'test', select: { 'import-path': 'x/p' }, ...more });

test('files are added and replaced', () => {
  const woven = weave(
    input,
    ofPackages({
      packages: ['x/z'],
      extraFiles: ({ importPath }) => [
        { name: 'more.go', text: `package p\n\nimport "x/z"\n\nvar Path = z.P("${importPath}")\n` },
      ],
      replaceSource: (_, { name, text }) => (name === 'p.go' ? text.replace('"a"', '"b"') : undefined),
    }),
  );
  expect(woven.added.map(({ name }) => name)).toEqual(['gots.more.go']);
  expect(woven.added[0]?.text.toString()).toContain('var Path = z.P("x/p")');
  expect(woven.files[0]?.text?.toString()).toContain('y.F(n, "b")');
  expect(woven.imports).toEqual(['x/z']);
  expect(woven.matches.map(({ aspect, what }) => `${aspect}: ${what}`)).toEqual(['test: import-path package']);
});

test.each<[Partial<Plugin>, string]>([
  [{ extraFiles: () => [{ name: '../x.go', text: 'package p' }] }, 'it must return a list of { name: "x.go", text }'],
  [{ extraFiles: () => [{ name: 'x.go', text: 'package' }] }, 'x.go is not Go'],
  [{ extraFiles: () => [{ name: 'x.go', text: 'package p; import _ "os"' }] }, 'the package "os" is not among'],
  [{ replaceSource: () => 1 as never }, 'p.go must be a text'],
  [{ select: { 'function-call': 'x/y.F' }, extraFiles: () => [] }, 'its "select" depends on more than the package'],
])('%j', (plugin, message) => {
  expect(() => weave(input, ofPackages(plugin))).toThrow(message);
});

test('a plug-in of packages cannot select nodes', () => {
  const plugin = ofPackages({ select: { 'function-call': 'x/y.F' }, extraFiles: () => [] });
  expect(() => weave(input, plugin)).toThrow(expect.objectContaining({ code: 'plugin_of_nodes' }));
});

test('without its code, a plug-in that matches is an error', () => {
  const aspects = aspectsOf(
    rewriting(() => undefined),
    { span, digest: 'other' },
    { strict: true, warn: () => undefined },
  );
  const request = {
    facts: { importPath: 'x/p', imports: new Set(['x/y']), testMain: false },
    files: [{ name: 'p.go', bytes: Buffer.from(input) }],
    packageName: () => undefined,
    weaverVersion: '',
  };
  expect(() => weavePackage(request, aspects, { grammar })).toThrow(
    'the plug-in plugins/x.mjs has changed since the build began',
  );
});
