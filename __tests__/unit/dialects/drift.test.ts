import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'gots-drift-test-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function drift(files: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  const run = spawnSync(process.execPath, ['scripts/drift.mjs', '--checkout', dir], { cwd: root, encoding: 'utf8' });
  const found = run.stdout.split('\n').filter((line) => line.startsWith(`${dir}: `));
  return { status: run.status, found: found.map((line) => line.slice(dir.length + 2)), table: run.stdout };
}

const loongsuite = {
  'go.mod': 'module github.com/alibaba/loongsuite-go\n',
  'tool/rules/base.go': 'package rules\n\ntype R struct {\n\tPath string `json:"Path,omitempty"`\n}\n',
  'tool/rules/raw_rule.go': 'package rules\n\ntype Raw struct {\n\tRecv string `json:"recv"`\n}\n',
  'tool/config/config.go': 'package config\n\ntype BuildConfig struct {\n\tPkgPath string\n\tVerbose bool\n}\n',
  'pkg/api/api.go': 'package api\n\ntype CallContext interface {\n\tGetParam(idx int) interface{}\n}\n',
  'tool/data/rules/base.json': '[{"ImportPath": "p", "StructType": "T", "FieldName": "f", "FieldType": "int"}]',
};

test('a checkout without anything new', () => {
  const { status, found, table } = drift(loongsuite);
  expect(found).toEqual([]);
  expect(status).toBe(0);
  expect(table).toContain(
    '| github.com/alibaba/loongsuite-go | variables | 2 | 0 | OTELTOOL_VERBOSE (logging of the tool) |',
  );
});

test('new keys, variables, methods, and rule files with problems are said with their places', () => {
  const { status, found } = drift({
    ...loongsuite,
    'tool/rules/base.go': `${loongsuite['tool/rules/base.go']}\ntype N struct {\n\tGlob string \`json:"Glob"\`\n}\n`,
    'tool/config/config.go': 'package config\n\ntype BuildConfig struct {\n\tDryRun bool\n}\n',
    'pkg/api/api.go': 'package api\n\ntype CallContext interface {\n\tGetStack() []string\n\tAbort()\n}\n',
    'tool/data/rules/new.json': '[{"ImportPath": "p"}]',
  });
  expect(found).toEqual([
    'keys of rules: Glob (tool/rules/base.go:8)',
    'methods of CallContext: GetStack (pkg/api/api.go:4)',
    'methods of CallContext: Abort (pkg/api/api.go:5)',
    'variables: OTELTOOL_DRY_RUN (tool/config/config.go:4)',
    'tool/data/rules/new.json:1: this rule has none of "StructType", "Function" and "FileName" (rule_no_kind)',
  ]);
  expect(status).toBe(1);
});

test('sources that have moved are said too, since nothing was compared then', () => {
  const { found, status } = drift({
    'go.mod': 'module github.com/DataDog/orchestrion\n',
    'internal/injector/config/schema.json': '{"properties": {"aspects": {"items": {}}, "next": {}}}',
  });
  expect(found).toContain('join points: found none in the checkout');
  expect(found).toContain('keys of orchestrion.yml: next (internal/injector/config/schema.json)');
  expect(status).toBe(1);
});
