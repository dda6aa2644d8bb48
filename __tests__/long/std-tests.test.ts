import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { campaignFolder, productKey, recorded, wanted } from '../support/campaign.ts';
import { go, plainGoEnv } from '../support/go-command.ts';
import { gots } from '../support/script.ts';
import { mergedToolchain, type StdResults, stdResults } from '../support/std-tests.ts';
import exceptions from './std-tests.exceptions.json' with { type: 'json' };

/** Those whose tests, or what they rest upon, meet code of the built-in aspects. */
const packages = [
  'net/http',
  'net/http/httptest',
  'database/sql',
  'log/slog',
  'os/signal',
  'os/exec',
  'context',
  'runtime/metrics',
  'runtime/pprof',
  'runtime',
];
/** Hooks import these, or what they rest upon does; see {@link mergedToolchain}. */
const merged = ['net/http', 'log/slog', 'context', 'os/exec', 'runtime'];

const folder = campaignFolder('std-tests');
const dir = join(folder.dir, 'module');
mkdirSync(dir, { recursive: true });
const version = go(['env', 'GOVERSION'], dir).trim();
writeFileSync(join(dir, 'go.mod'), `module example.com/std\n\ngo ${/\d+\.\d+/.exec(version)?.[0]}\n`);
const goroot = go(['env', 'GOROOT'], dir).trim();
/** A toolchain of its own for each package that is merged: what the tests of one import is no part of another's program. */
function envOf(pkg: string): NodeJS.ProcessEnv {
  return plainGoEnv({
    GOROOT: merged.includes(pkg) ? mergedToolchain(goroot, join(folder.dir, pkg.replaceAll('/', '-')), [pkg]) : goroot,
    GOWORK: 'off',
    GOCACHE: join(folder.dir, 'gocache'),
    GOTS_CACHE: join(folder.dir, 'gotscache'),
  });
}
afterAll(() => folder.remove());

const commands = { plain: ['go'], woven: [...gots, '--aspects', 'gots:otel', 'go'] };
type Side = keyof typeof commands;

function resultsOf(side: Side, pkg: string): Promise<StdResults> {
  const file = join(folder.dir, 'results', `${side}-${pkg.replaceAll('/', '-')}.json`);
  const key = side === 'plain' ? version : `${version} ${productKey()}`;
  return recorded(file, key, () => stdResults(commands[side], pkg, { cwd: dir, env: envOf(pkg) }));
}

const attempts = 4;

/** Those of the named tests that pass at one of a few attempts; many of these tests measure time. */
async function passing(side: Side, pkg: string, names: readonly string[]): Promise<ReadonlySet<string>> {
  const passed = new Set<string>();
  for (let attempt = 0; attempt < attempts; attempt++) {
    const left = names.filter((name) => !passed.has(name)).map(topLevel);
    if (left.length === 0) break;
    const flags = [`-run=^(${[...new Set(left)].join('|')})$`];
    const { results } = await stdResults(commands[side], pkg, { cwd: dir, env: envOf(pkg), flags });
    for (const name of names) if (results[name] === 'pass') passed.add(name);
  }
  return passed;
}

const topLevel = (name: string): string => name.split('/')[0] as string;

test.each(wanted(packages, (pkg) => pkg))('the tests of %s have the same results woven', async (pkg) => {
  const lists: Readonly<Record<string, Readonly<Record<string, string>>>> = exceptions;
  const known = lists[pkg] ?? {};
  const [plain, woven] = [await resultsOf('plain', pkg), await resultsOf('woven', pkg)];
  expect(Object.keys(plain.results).length, plain.general).toBeGreaterThan(0);
  const names = [...new Set([...Object.keys(plain.results), ...Object.keys(woven.results)])];
  const unequal = names.filter((name) => plain.results[name] !== woven.results[name]);
  const open = unequal.filter((name) => !known[topLevel(name)]);
  // What failed or is missing, on either side, gets another chance; so much runs at once that times are not kept.
  const [again, wovenAgain] = [await passing('plain', pkg, open), await passing('woven', pkg, open)];
  const differ = open.filter((name) => again.has(name) !== wovenAgain.has(name));
  const alike = (result: string) =>
    names.filter((name) => plain.results[name] === result && woven.results[name] === result).length;
  process.stdout.write(
    `${version} ${pkg}: ${names.length} tests; ${alike('pass')} pass and ${alike('skip')} are skipped alike, ${alike('fail')} fail alike, ` +
      `${open.length - differ.length} alike when run again, ${unequal.length - open.length} excepted, ${differ.length} differ\n`,
  );
  expect(differ.map((name) => `${name}: ${woven.outputs[name] ?? woven.general}`)).toEqual([]);
});

test('exceptions are of packages that are tested', () => {
  expect(Object.keys(exceptions).filter((pkg) => !packages.includes(pkg))).toEqual([]);
});
