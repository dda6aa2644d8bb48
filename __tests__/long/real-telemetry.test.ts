import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OtlpRequest, OtlpSpan } from '../../src/otlp/otlp-json.ts';
import { startSink } from '../../src/otlp/sink.ts';
import { expectConventional } from '../support/conventions.ts';
import { freePort } from '../support/free-port.ts';
import { plainGoEnv } from '../support/go-command.ts';
import { realPrograms, serve, testResults } from '../support/real-programs.ts';
import { type RunResult, run } from '../support/run.ts';
import { product } from '../support/script.ts';

// Programs of others, woven with the built-in set: what they answer, what they send, and what their own tests say.
//   GOTS_LONG=1 npx vitest run --project long __tests__/long/real-telemetry.test.ts
// GOTS_TEST_REAL names a folder that keeps sources and caches for the next run; -t caddy runs one program.

interface Place {
  readonly dir: string;
  readonly target: string;
}
interface Program {
  readonly name: string;
  readonly module: string;
  readonly cgo?: boolean;
}
interface Compared {
  readonly changed: readonly string[];
  readonly raised: readonly string[];
}
// The scripts are plain modules without types; what is used of them is declared here.
const script = (file: string): Promise<unknown> => import(new URL(`../../scripts/real/${file}`, import.meta.url).href);
const { prepare } = (await script('prepare.mjs')) as {
  prepare(program: Program, sources: string, env: NodeJS.ProcessEnv): Promise<Place>;
};
const { programs } = (await script('programs.mjs')) as { programs: readonly Program[] };
const { compareVersions, readVersions } = (await script('versions.mjs')) as {
  compareVersions(
    plain: ReadonlyMap<string, string>,
    woven: ReadonlyMap<string, string>,
    said: readonly string[],
  ): Compared;
  readVersions(text: string): Map<string, string>;
};

const kept = process.env['GOTS_TEST_REAL'];
const work = kept ?? mkdtempSync(join(tmpdir(), 'gots-real-'));
const env = plainGoEnv({
  CGO_ENABLED: '0',
  GOFLAGS: '-buildvcs=false',
  GOTOOLCHAIN: 'local',
  GOTS_CACHE: join(work, 'gots-cache'),
});
const sources = join(work, 'src');
mkdirSync(sources, { recursive: true });
afterAll(() => {
  if (!kept) rmSync(work, { recursive: true, force: true });
});

const server = 2;

describe.each(realPrograms)('$name', ({ name, start, ready, path, packages }) => {
  const program = programs.find((each) => each.name === name);
  const folder = join(work, 'out', name);
  let place: Place;

  const go = (args: readonly string[]) => run(['go', ...args], { ...env, PWD: place.dir }, { cwd: place.dir });
  const gots = (args: readonly string[]) =>
    run(
      [process.execPath, join(product, 'dist', 'cli.mjs'), '--aspects', 'gots:otel', 'go', ...args],
      { ...env, PWD: place.dir },
      { cwd: place.dir },
    );
  const succeeds = ({ status, stdout, stderr }: RunResult) => {
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
    return stdout;
  };

  beforeAll(async () => {
    if (!program) throw new Error(`scripts/real/programs.mjs has no ${name}`);
    mkdirSync(folder, { recursive: true });
    place = await prepare(program, sources, env);
  });

  test('has its modules at its own versions', async () => {
    const woven = await gots(['list', '-m', 'all']);
    const said = woven.stderr.split('\n').filter((line) => line.startsWith('gots:'));
    const plain = readVersions(succeeds(await go(['list', '-m', 'all'])));
    const { changed, raised } = compareVersions(plain, readVersions(succeeds(woven)), said);
    expect({ changed, raised }).toEqual({ changed: [], raised: [] });
  });

  test('serves woven as it does plain, and each request has one server span', async () => {
    succeeds(await go(['build', '-o', join(folder, 'plain'), place.target]));
    succeeds(await gots(['build', '-o', join(folder, 'woven'), place.target]));
    const requests: OtlpRequest[] = [];
    const sink = await startSink({ host: '127.0.0.1', onRequest: (_, request) => void requests.push(request) });
    const asked = 3;
    const served = async (which: 'plain' | 'woven') => {
      const home = mkdtempSync(join(folder, `${which}-`));
      const port = await freePort();
      const argv = [join(folder, which), ...start(home, port, sink.urls.http)];
      const variables = { PATH: env['PATH'], HOME: home, OTEL_EXPORTER_OTLP_ENDPOINT: sink.urls.http };
      const { status, ended, said } = await serve(
        argv,
        port,
        { ready, path, times: asked },
        { cwd: home, env: variables },
      );
      rmSync(home, { recursive: true, force: true });
      expect(said).not.toMatch(/^gots: .*panicked/m);
      return { status, ended };
    };
    const plain = await served('plain');
    // What it sends without gots is its own.
    const before = requests.splice(0).flatMap(spansOf).length;
    const woven = await served('woven');
    await sink.close();
    expect(woven).toEqual(plain);
    expect(woven.status).toBe(200);
    const spans = requests.flatMap(spansOf);
    expect(spans.length).toBeGreaterThan(before);
    const [asPath] = path.split('?');
    const ours = spans.filter(({ kind, attributes }) => kind === server && textOf(attributes, 'url.path') === asPath);
    expect(ours).toHaveLength(asked);
    // No other server span in the same trace: a program's own takes the place of the hook's.
    const traces = ours.map(({ traceId }) => spans.filter((each) => each.traceId === traceId && each.kind === server));
    expect(traces.map(({ length }) => length)).toEqual(ours.map(() => 1));
    expectConventional(requests);
  });

  test('its own tests give the same results', async () => {
    const args = ['test', '-count=1', '-json', ...packages];
    const [asPlain, asWoven] = [await go(args), await gots(args)];
    const [plain, woven] = [testResults(asPlain.stdout), testResults(asWoven.stdout)];
    // What gots or go refuses has no results.
    expect(woven.size, asWoven.stderr).toBeGreaterThan(0);
    expect([...plain.values()].filter((result) => result === 'pass').length).toBeGreaterThan(10);
    const differing = [...new Set([...plain.keys(), ...woven.keys()])].filter(
      (key) => plain.get(key) !== woven.get(key),
    );
    expect(differing.map((key) => `${key}: plain ${plain.get(key)}, woven ${woven.get(key)}`)).toEqual([]);
  });
});

function spansOf({ resourceSpans }: OtlpRequest): OtlpSpan[] {
  return (resourceSpans ?? []).flatMap(({ scopeSpans }) => (scopeSpans ?? []).flatMap(({ spans }) => spans ?? []));
}

function textOf(attributes: OtlpSpan['attributes'], name: string): string | undefined {
  return attributes?.find(({ key }) => key === name)?.value?.stringValue;
}
