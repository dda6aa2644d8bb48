import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { diskReader } from '../../../../src/dialects/load/disk-reader.ts';
import { findOtelcRules } from '../../../../src/dialects/otelc/find-rules.ts';
import { packageFinder } from '../../../../src/go/packages.ts';

const made: string[] = [];
afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
});

function tree(files: Readonly<Record<string, string>>): string {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'gots-otelc-rules-')));
  made.push(dir);
  for (const [name, text] of Object.entries({ 'go.mod': 'module example.com/m\n\ngo 1.24\n', ...files })) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  return dir;
}

async function found(dir: string, env: Readonly<Record<string, string>> = {}): Promise<readonly string[] | undefined> {
  const base = { ...process.env, GOWORK: 'off', OTELC_RULES: '', GOTS_OTELC: '' };
  const rules = await findOtelcRules({
    dir,
    reader: diskReader,
    env: { ...base, ...env },
    findPackages: packageFinder({ go: 'go', flags: [], env: base }),
  });
  return rules?.files.map((file) => relative(dir, file));
}

const tool = (...imports: readonly string[]) =>
  `//go:build tools\n\npackage tools\n\nimport (\n${imports.map((text) => `\t${text}\n`).join('')})\n`;

describe('rules of otelc', () => {
  test('come from OTELC_RULES first: files of any name, and folders with all below', async () => {
    const dir = tree({
      'otelc.yml': '',
      'any.yaml': '',
      'rules/a.otelc.yml': '',
      'rules/x/otelc.yaml': '',
      'rules/no.yml': '',
    });
    expect(await found(dir, { OTELC_RULES: 'any.yaml,rules' })).toEqual([
      'any.yaml',
      'rules/a.otelc.yml',
      'rules/x/otelc.yaml',
    ]);
  });

  test('or from the packages of a tool file, and the tool files of their modules, once each', async () => {
    const dir = tree({
      'go.mod':
        'module example.com/m\n\ngo 1.24\n\nrequire (\n\texample.com/a v0.0.0\n\texample.com/b v0.0.0\n)\n\nreplace (\n\texample.com/a => ./a\n\texample.com/b => ./b\n)\n',
      'otelc.yml': '',
      'otelc.tool.go': tool('_ "example.com/a"', '_ "example.com/b" // with a comment', '_ "example.com/m/own"'),
      'own/own.go': 'package own\n',
      'own/otelc.yml': '',
      'own/below/x.otelc.yml': '',
      'own/other/go.mod': 'module example.com/other\n',
      'own/other/otelc.yml': '',
      'a/go.mod': 'module example.com/a\n\ngo 1.24\n',
      'a/a.go': 'package a\n',
      'a/otel.instrumentation.go': tool('_ "example.com/b"'),
      'b/go.mod': 'module example.com/b\n\ngo 1.24\n',
      'b/b.go': 'package b\n',
      'b/otelc.yml': '',
    });
    expect(await found(dir)).toEqual(['b/otelc.yml', 'own/below/x.otelc.yml', 'own/otelc.yml']);
  });

  test('or lie beside go.mod, or in a checkout', async () => {
    const dir = tree({ 'otelc.yml': '', 'b.otelc.yml': '', 'checkout/instrumentation/x/otelc.yaml': '' });
    expect(await found(dir, { GOTS_OTELC: join(dir, 'checkout') })).toEqual(['b.otelc.yml', 'otelc.yml']);
    rmSync(join(dir, 'otelc.yml'));
    rmSync(join(dir, 'b.otelc.yml'));
    expect(await found(dir, { GOTS_OTELC: join(dir, 'checkout') })).toEqual(['checkout/instrumentation/x/otelc.yaml']);
    expect(await found(dir)).toBeUndefined();
  });

  test.each([
    [{ 'otelc.tool.go': tool(), 'otel.instrumentation.go': tool() }, 'otelc_tool_file_both'],
    [{ 'otelc.tool.go': tool('"example.com/m/x"'), 'x/x.go': 'package x\n' }, 'otelc_tool_file_import'],
    [{ 'otelc.tool.go': tool('_ "example.com/m/x"'), 'x/x.go': 'package x\n' }, 'otelc_tool_file_no_rules'],
    [{ 'otelc.tool.go': tool('_ "example.com/m/none"') }, 'otelc_tool_file_no_rules'],
  ])('%j is refused', async (files, code) => {
    await expect(found(tree(files as Record<string, string>))).rejects.toThrow(expect.objectContaining({ code }));
  });
});
