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
];
/** Hooks import these, see {@link mergedToolchain}. */
const merged = ['net/http', 'log/slog', 'context'];

const folder = campaignFolder('std-tests');
const dir = join(folder.dir, 'module');
mkdirSync(dir, { recursive: true });
const version = go(['env', 'GOVERSION'], dir).trim();
writeFileSync(join(dir, 'go.mod'), `module example.com/std\n\ngo ${/\d+\.\d+/.exec(version)?.[0]}\n`);
const goroot = mergedToolchain(go(['env', 'GOROOT'], dir).trim(), folder.dir, merged);
const env = plainGoEnv({
  GOROOT: goroot,
  GOWORK: 'off',
  GOCACHE: join(folder.dir, 'gocache'),
  GOTS_CACHE: join(folder.dir, 'gotscache'),
});
afterAll(() => folder.remove());

const commands = { plain: ['go'], woven: [...gots, '--aspects', 'gots:otel', 'go'] };
type Side = keyof typeof commands;

function resultsOf(side: Side, pkg: string): Promise<StdResults> {
  const file = join(folder.dir, 'results', `${side}-${pkg.replaceAll('/', '-')}.json`);
  const key = side === 'plain' ? version : `${version} ${productKey()}`;
  return recorded(file, key, () => stdResults(commands[side], pkg, { cwd: dir, env }));
}

const attempts = 4;

/** Whether a test passes at one of a few attempts; many of these tests measure time. */
async function passes(side: Side, pkg: string, name: string): Promise<boolean> {
  const run = `-run=^${(name.split('/')[0] as string).replace(/[^\w]/g, '.')}$`;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const { results } = await stdResults(commands[side], pkg, { cwd: dir, env, flags: [run] });
    if (results[name] === 'pass') return true;
  }
  return false;
}

test.each(wanted(packages, (pkg) => pkg))('the tests of %s have the same results woven', async (pkg) => {
  const lists: Readonly<Record<string, Readonly<Record<string, string>>>> = exceptions;
  const known = lists[pkg] ?? {};
  const [plain, woven] = [await resultsOf('plain', pkg), await resultsOf('woven', pkg)];
  expect(Object.keys(plain.results).length, plain.general).toBeGreaterThan(0);
  const names = [...new Set([...Object.keys(plain.results), ...Object.keys(woven.results)])];
  const count = { pass: 0, skip: 0, fail: 0, again: 0, excepted: 0 };
  const differ: Record<string, string> = {};
  for (const name of names) {
    const [a, b] = [plain.results[name], woven.results[name]];
    if (a !== undefined && a === b) count[a]++;
    else if (known[name.split('/')[0] as string]) count.excepted++;
    // What failed or is missing, on either side, gets another chance; so much runs at once that times are not kept.
    else if ((await passes('woven', pkg, name)) === (await passes('plain', pkg, name))) count.again++;
    else differ[name] = `plain ${a}, woven ${b}\n${woven.outputs[name] ?? woven.general}`;
  }
  process.stdout.write(
    `${version} ${pkg}: ${names.length} tests; ${count.pass} pass and ${count.skip} are skipped alike, ${count.fail} fail alike, ` +
      `${count.again} alike when run again, ${count.excepted} excepted, ${Object.keys(differ).length} differ\n`,
  );
  expect(differ).toEqual({});
});

test('exceptions are of packages that are tested', () => {
  expect(Object.keys(exceptions).filter((pkg) => !packages.includes(pkg))).toEqual([]);
});
