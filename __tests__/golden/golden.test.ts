import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { checkCodeTemplate } from '../../src/aspects/check-template.ts';
import { loadAspects } from '../../src/dialects/load/load.ts';
import { goFilesIn } from '../../src/driver/injected/package-files.ts';
import { runGo } from '../../src/go/go.ts';
import { importTable } from '../../src/lang/names/imports.ts';
import type { PackageFacts } from '../../src/lang/names/package-facts.ts';
import type { CallShape } from '../../src/lang/names/type-oracle.ts';
import { sourceFile } from '../../src/lang/syntax/source.ts';
import type { Plugin } from '../../src/plugin/api.ts';
import type { GoFile } from '../../src/rewrite/package-source.ts';
import { adviceKinds } from '../../src/vocabulary/advice.ts';
import { weavePackage } from '../../src/weave/weave-package.ts';
import type { WovenPackage } from '../../src/weave/weave-request.ts';
import { testGrammar } from '../support/grammar.ts';

/**
 * Each folder is a case: aspects.yml, or rules of otelc in otelc.yml, and input.go are woven as package example.com/golden/<folder>; the result must be
 * expected.go, and what the package needs besides (imports, links, language level) and where it matched expected.json.
 * UPDATE=1 writes both anew. case.json, where there is one, changes the facts; plugin.mjs is a plug-in. Every expected.go is compiled.
 */
interface CaseInfo {
  readonly importPath?: string;
  readonly rootModule?: string;
  readonly testMain?: boolean;
  /** Declared name of the package. */
  readonly name?: string;
  readonly goVersion?: string;
  readonly module?: PackageFacts['module'];
  /** False: needs what only a real build makes. */
  readonly compile?: boolean;
  /** Orchestrion's own two aspects come first. */
  readonly builtIns?: boolean;
  /** What the type checker says of every call behind go and defer. */
  readonly callShape?: CallShape;
}

const here = dirname(fileURLToPath(import.meta.url));
const cases = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();
const update = process.env['UPDATE'] === '1';
const grammar = await testGrammar();
const module = mkdtempSync(join(tmpdir(), 'gots-golden-'));
afterAll(() => rmSync(module, { recursive: true, force: true }));

function info(name: string): CaseInfo {
  const file = join(here, name, 'case.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as CaseInfo) : {};
}

/** What plugin.mjs of a case exports. */
async function pluginOf(name: string): Promise<Plugin | undefined> {
  const file = join(here, name, 'plugin.mjs');
  if (!existsSync(file)) return undefined;
  const module = (await import(pathToFileURL(file).href)) as { readonly plugin: Plugin };
  return module.plugin;
}

async function weave(name: string): Promise<WovenPackage> {
  const plugin = await pluginOf(name);
  const {
    builtIns,
    importPath = `example.com/golden/${name}`,
    rootModule = 'example.com/golden',
    testMain = false,
    name: packageName,
    goVersion,
    module: ofModule,
    callShape,
  } = info(name);
  const { aspects } = loadAspects({
    entries: [existsSync(join(here, name, 'otelc.yml')) ? 'otelc.yml' : 'aspects.yml'],
    root: join(here, name),
    reader: {
      read: (path) => (existsSync(path) ? readFileSync(path) : undefined),
      isDirectory: () => false,
      list: () => [],
    },
    builtInSet: () => undefined,
    checkTemplate: checkCodeTemplate,
    builtIns: builtIns ? ['orchestrion'] : [],
    plugin: () => plugin,
  });
  const bytes = readFileSync(join(here, name, 'input.go'));
  const tree = grammar.parse(sourceFile('input.go', bytes));
  const imports = new Set(importTable(tree, () => undefined).specs.map((spec) => spec.path));
  const request = {
    facts: { importPath, imports, testMain, rootModule, name: packageName, goVersion, module: ofModule },
    files: [{ name: 'input.go', bytes }],
    packageName: () => undefined,
    packageFiles: (path: string) => packageFiles(join(here, name), path),
    weaverVersion: 'v1.2.3',
  };
  const unknown = () => ({ unknown: 'the case does not say' });
  const others = { typeOf: unknown, implementsInterface: unknown, packageOf: unknown };
  const oracle = callShape && { ...others, callShape: () => callShape };
  return weavePackage(request, aspects, { grammar, oracle, plugins: () => plugin });
}

/** The folder `hooks` of a case is the package example.com/golden/<case>/hooks. */
function packageFiles(folder: string, path: string): readonly GoFile[] | undefined {
  const found = join(folder, 'hooks');
  return path.endsWith('/hooks') && existsSync(found) ? goFilesIn(found, path) : undefined;
}

function sideOutputs({ imports, links, lang, matches }: WovenPackage): string {
  const places = matches.map(({ aspect, what, at }) => `${aspect}: ${what} at ${at.file}:${at.line}:${at.column}`);
  return `${JSON.stringify({ imports, links, lang, matches: places }, undefined, 2)}\n`;
}

function check(file: string, actual: Buffer): void {
  if (update) writeFileSync(file, actual);
  expect(actual.toString('utf8')).toBe(readFileSync(file, 'utf8'));
}

describe('golden cases', () => {
  test.each(cases)('%s', async (name) => {
    const woven = await weave(name);
    const text = woven.files[0]?.text ?? readFileSync(join(here, name, 'input.go'));
    check(join(here, name, 'expected.go'), text);
    for (const added of woven.added) check(join(here, name, `expected.${added.name}`), added.text);
    check(join(here, name, 'expected.json'), Buffer.from(sideOutputs(woven)));
  });
});

test.each(Object.keys(adviceKinds))('%s has a case of its name that it changes', async (kind) => {
  expect(cases).toContain(kind);
  const { files, added } = await weave(kind);
  expect(files.some(({ text }) => text !== undefined) || added.length > 0).toBe(true);
});

test('every expected.go compiles', async () => {
  const compiled = cases.filter((name) => info(name).compile !== false);
  for (const name of compiled) {
    mkdirSync(join(module, name), { recursive: true });
    writeFileSync(join(module, name, 'input.go'), readFileSync(join(here, name, 'expected.go')));
    for (const file of readdirSync(join(here, name)).filter((each) => /^expected\.gots\..*\.go$/.test(each))) {
      writeFileSync(join(module, name, file.slice('expected.'.length)), readFileSync(join(here, name, file)));
    }
    if (existsSync(join(here, name, 'hooks')))
      cpSync(join(here, name, 'hooks'), join(module, name, 'hooks'), { recursive: true });
  }
  writeFileSync(join(module, 'go.mod'), 'module example.com/golden\n\ngo 1.24\n');
  const env = { ...process.env, GOFLAGS: '', GOWORK: 'off', GO111MODULE: 'on' };
  const result = await runGo(['build', '-p', '2', './...'], { go: 'go', cwd: module, env });
  expect(result.stderr).toBe('');
  expect(result.exitCode).toBe(0);
});
