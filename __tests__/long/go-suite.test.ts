import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { campaignFolder, productKey, recorded, wanted } from '../support/campaign.ts';
import { go, plainGoEnv } from '../support/go-command.ts';
import { type SuiteVariant, suiteVariants } from '../support/go-suite/suite-aspects.ts';
import { buildSuite, inParallel, programFolder, runProgram } from '../support/go-suite/suite-build.ts';
import { type SuiteAction, type SuiteFile, suiteFiles } from '../support/go-suite/suite-files.ts';
import { type SuiteModule, writeSuiteModule } from '../support/go-suite/suite-module.ts';
import exceptions from './go-suite.exceptions.json' with { type: 'json' };

/** Programs per go command. */
const batchSize = 60;
const folder = campaignFolder('go-suite');
const env = plainGoEnv({
  GOCACHE: join(folder.dir, 'gocache'),
  GOTS_CACHE: join(folder.dir, 'gotscache'),
  GOWORK: 'off',
});
const version = go(['env', 'GOVERSION'], folder.dir).trim();
const goroot = go(['env', 'GOROOT'], folder.dir).trim();
const missing = suiteFiles(goroot, 'run').length === 0;
const key = `${version} ${productKey()}`;
afterAll(() => folder.remove());

/** How a program fared; plain ones run twice, so that those which print something else each time are known. */
interface Fared {
  readonly build?: string;
  readonly status?: number | string;
  readonly output?: string;
  readonly steady?: boolean;
  /** The program holds code of the package that aspects refer to. */
  readonly woven?: boolean;
}
type Batch = Readonly<Record<string, Fared>>;

const batches = (action: SuiteAction): SuiteFile[][] => {
  const files = wanted(suiteFiles(goroot, action), ({ path }) => path);
  return Array.from({ length: Math.ceil(files.length / batchSize) }, (_, at) =>
    files.slice(at * batchSize, (at + 1) * batchSize),
  );
};

const prepared = new Map<string, Promise<SuiteModule>>();
function prepare(action: SuiteAction, files: readonly SuiteFile[]): Promise<SuiteModule> {
  const name = nameOf(files);
  const found = prepared.get(name) ?? writeSuiteModule(join(folder.dir, action, name), files, env);
  prepared.set(name, found);
  return found;
}

/** A batch is known by its files, whatever others are chosen beside it. */
function nameOf(files: readonly SuiteFile[]): string {
  const all = files.map(({ path }) => path).join('\n');
  return createHash('sha256').update(all).digest('hex').slice(0, 12);
}

function resultsOf(action: SuiteAction, variant: SuiteVariant | 'plain', files: readonly SuiteFile[]): Promise<Batch> {
  const file = join(folder.dir, 'results', `${action}-${variant}-${nameOf(files)}.json`);
  const work = { run: runBatch, errorcheck: compileBatch }[action];
  return recorded(file, variant === 'plain' ? version : key, async () => work(await prepare(action, files), variant));
}

async function runBatch(module: SuiteModule, variant: SuiteVariant | 'plain'): Promise<Batch> {
  const out = programFolder(module);
  const built = await buildSuite(module, variant, { out, flags: ['-ldflags=-s -w'], env });
  const fared: Record<string, Fared> = {};
  await inParallel(module.programs, 2, async ({ file, importPath, dir }) => {
    const program = join(out, file.name);
    if (!existsSync(program)) {
      if (built.status === 0) throw new Error(`a build that succeeded has not made ${program}`);
      fared[file.path] = { build: built.messages.get(importPath) ?? (built.general || 'not built') };
      return;
    }
    const woven = readFileSync(program).includes('example.com/suite/woven.');
    const runs = [await runProgram(program, dir, folder.dir)];
    if (variant === 'plain') runs.push(await runProgram(program, dir, folder.dir));
    const outputs = runs.map(({ stdout, stderr }) => `${digest(stdout)}\n--- stderr\n${digest(stderr)}`);
    fared[file.path] = {
      status: runs[0]?.status ?? -1,
      output: outputs[0] ?? '',
      steady: new Set(outputs).size === 1,
      woven,
    };
  });
  return fared;
}

async function compileBatch(module: SuiteModule, variant: SuiteVariant | 'plain'): Promise<Batch> {
  const { messages, general } = await buildSuite(module, variant, { out: '', flags: ['-gcflags=-e'], env });
  const fared = module.programs.map(({ file, importPath }) => [file.path, { build: messages.get(importPath) ?? '' }]);
  return { ...Object.fromEntries(fared), ...(general === '' ? {} : { 'the build': { build: general } }) };
}

/** Without the time of day; long outputs are kept as their hash. */
function digest(output: string): string {
  const text = output.replace(/\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d/g, 'TIME');
  if (text.length < 4000) return text;
  return `${text.slice(0, 1000)}… ${text.length} ${createHash('sha256').update(text).digest('hex')}`;
}

/** How a woven program differs from the plain one; undefined if it does not. */
function difference(plain: Fared, woven: Fared | undefined): string | undefined {
  if (woven === undefined) return 'no result';
  if (plain.build !== woven.build) return `compiler: ${plain.build ?? 'well'}\nwoven: ${woven.build ?? 'well'}`;
  if (plain.status !== woven.status) return `exit code ${plain.status}, woven ${woven.status}\n${woven.output}`;
  return plain.steady !== false && plain.output !== woven.output
    ? `output: ${plain.output}\nwoven: ${woven.output}`
    : undefined;
}

/** Compares all batches; prints a line of figures. What differs and is no exception is returned. */
async function compare(action: SuiteAction, variant: SuiteVariant): Promise<Record<string, string>> {
  const known = exceptionsOf(action, variant);
  const found: Record<string, string> = {};
  const count = { alike: 0, excepted: 0, unbuilt: 0, unsteady: 0, differ: 0, woven: 0 };
  const stale: string[] = [];
  for (const files of batches(action)) {
    const plain = await resultsOf(action, 'plain', files);
    const woven = await resultsOf(action, variant, files);
    for (const [path, fared] of Object.entries({ ...woven, ...plain })) {
      // What plain go does not link as a program of its own says nothing.
      if (action === 'run' && fared.build !== undefined && plain[path]?.build !== undefined) {
        count.unbuilt++;
        continue;
      }
      const problem = difference(plain[path] ?? {}, woven[path]);
      if (fared.steady === false) count.unsteady++;
      if (woven[path]?.woven) count.woven++;
      if (problem === undefined) {
        count.alike++;
        if (known[path]) stale.push(path);
      } else if (known[path]) count.excepted++;
      else {
        count.differ++;
        found[path] = problem;
      }
    }
  }
  process.stdout.write(
    `${version} test/ // ${action}, ${variant}: ${count.alike} alike, ${count.differ} differ, ${count.excepted} excepted, ` +
      `${count.unbuilt} not built by plain go; ${count.woven} programs hold woven code, ${count.unsteady} are compared by exit code only` +
      `${stale.length > 0 ? `; no exceptions any more: ${stale.join(' ')}` : ''}\n`,
  );
  return found;
}

/** Path → reason. */
function exceptionsOf(action: SuiteAction, variant: SuiteVariant): Readonly<Record<string, string>> {
  const lists: Readonly<Record<string, Readonly<Record<string, string>>>> = exceptions;
  return { ...lists[action], ...lists[`${action} ${variant}`] };
}

describe.skipIf(missing)('programs of Go’s test folder do woven what they do plain', () => {
  test.each(suiteVariants)('%s', async (variant) => expect(await compare('run', variant)).toEqual({}));
});

describe.skipIf(missing)('files of Go’s test folder with mistakes get the same messages woven', () => {
  // A wrapped call stands in the messages as it is compiled, so only these.
  test.each(['statements', 'hooks'] as const)('%s', async (variant) =>
    expect(await compare('errorcheck', variant)).toEqual({}),
  );
});

test('exceptions name files that there are', () => {
  const names = Object.values(exceptions as Record<string, Record<string, string>>).flatMap((list) =>
    Object.keys(list),
  );
  expect(missing ? [] : names.filter((name) => !existsSync(join(goroot, 'test', name)))).toEqual([]);
});
