import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';

// The scripts of bench/ are plain modules without types; what is used of them is declared here.
interface Sample {
  readonly phase: string;
  readonly tool: string;
  readonly ms: number;
  readonly cpuMs?: number;
  readonly compiles: number;
  readonly sampledBytes?: number;
  readonly reportedBytes?: number;
}
interface Options {
  readonly runs: number;
  readonly runsOf: (tool: string, phase: string) => number;
  readonly samples: string | undefined;
  readonly reported: readonly string[];
  readonly apps: readonly string[];
  readonly phases: readonly { readonly name: string }[];
  readonly tools: readonly string[];
  readonly write: boolean;
}
const bench = (file: string): Promise<unknown> => import(new URL(`../../../bench/${file}`, import.meta.url).href);
const { parseOptions } = (await bench('options.mjs')) as { parseOptions(argv: readonly string[]): Options };
const { median, spread } = (await bench('numbers.mjs')) as {
  median(values: readonly number[]): number | undefined;
  spread(values: readonly number[], usual?: number): string;
};
const { replaceNumber } = (await bench('project.mjs')) as {
  replaceNumber(text: string, pattern: RegExp, number: number): string;
};
const { actionEntries, countCompiles } = (await bench('compiles.mjs')) as {
  actionEntries(folders: readonly string[]): Set<string>;
  countCompiles(before: Set<string>, folders: readonly string[]): number;
};
const { renderResults } = (await bench('report.mjs')) as {
  renderResults(results: {
    apps: readonly { title: string; samples: readonly Sample[] }[];
    facts: readonly string[][];
    shim: unknown;
  }): string;
};
const { measure } = (await bench('measure.mjs')) as {
  measure(
    command: readonly string[],
    options: { cwd: string; env: NodeJS.ProcessEnv; watch?: RegExp },
  ): Promise<{ ms: number; cpuMs: number | undefined; peakBytes: number | undefined }>;
};

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('options', () => {
  test('defaults: everything, five times, written down', () => {
    const { runs, apps, phases, tools, write } = parseOptions([]);
    expect({ runs, apps, phases: phases.length, tools, write }).toEqual({
      runs: 5,
      apps: ['own', 'injected'],
      phases: 13,
      tools: ['plain', 'gots', 'orchestrion'],
      write: true,
    });
  });

  test('--quick is one run of the short phases and writes nothing; --phases keeps the order of the phases', () => {
    const quick = parseOptions(['--quick']);
    expect([quick.runs, quick.write, quick.phases.map((p) => p.name)]).toEqual([
      1,
      false,
      ['unchanged', 'main', 'aspect-main'],
    ]);
    expect(parseOptions(['--phases', 'main,cold']).phases.map((p) => p.name)).toEqual(['cold', 'main']);
  });

  test.each([
    [['--tools', 'plain,otel']],
    [['--phases', 'warm']],
    [['--apps', 'other']],
    [['--runs', '0']],
    [['--runs', '1.5']],
    [['--fast']],
    [['--runs-of', 'orchestrion']],
    [['--runs-of', 'otel=2']],
    [['--runs-of', 'gots/warm=2']],
    [['--report']],
    [['samples.json']],
  ])('refuses %j', (argv) => {
    expect(() => parseOptions(argv)).toThrow();
  });
});

describe('counts of runs', () => {
  test('--runs-of gives a tool, or one of its phases, another count than --runs', () => {
    const { runsOf } = parseOptions(['--runs', '3', '--runs-of', 'orchestrion=2, orchestrion/first=0']);
    expect([runsOf('gots', 'first'), runsOf('orchestrion', 'main'), runsOf('orchestrion', 'first')]).toEqual([3, 2, 0]);
  });

  test('--report takes files', () => {
    expect(parseOptions(['--report', 'a.json', 'b.json']).reported).toEqual(['a.json', 'b.json']);
    expect(parseOptions(['--samples', 'a.json']).samples).toBe('a.json');
  });
});

describe('figures', () => {
  test('median of odd, even and no values', () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([])]).toEqual([2, 2.5, undefined]);
  });

  test('spread has a range when there is more than one value', () => {
    expect([spread([1234]), spread([12_340, 9_870, 11_000])]).toEqual(['1.23 s', '11.0 s (9.87–12.3)']);
    expect([spread([1000, 2000], 5), spread([1000], 5)]).toEqual(['1.50 s (1.00–2.00, 2 runs)', '1.00 s (1 run)']);
  });
});

describe('edits', () => {
  test('replace the number alone, and refuse to change nothing', () => {
    const pattern = /^(const revision = )\d+($)/m;
    expect(replaceNumber('// 1\nconst revision = 1\n', pattern, 12)).toBe('// 1\nconst revision = 12\n');
    expect(() => replaceNumber('const revision = 12\n', pattern, 12)).toThrow(/changes nothing/);
    expect(() => replaceNumber('var revision = 1\n', pattern, 12)).toThrow(/changes nothing/);
  });
});

describe('compiles', () => {
  test('counts new actions whose output is an archive, also in a sub-folder, and nothing else', () => {
    const cache = mkdtempSync(join(tmpdir(), 'gots-bench-test-'));
    folders.push(cache);
    put(cache, 'old', '!<arch>\nold');
    const before = actionEntries([cache, join(cache, 'none')]);
    put(cache, 'new', '!<arch>\nold'); // same output as before: compiled all the same
    put(cache, 'stdout', 'a warning');
    put(join(cache, 'v1'), 'woven', '!<arch>\nwoven');
    expect(countCompiles(before, [cache, join(cache, 'none')])).toBe(2);
  });
});

/** Writes an action and its output as GOCACHE lays them out. */
function put(cache: string, action: string, output: string): void {
  const [a, d] = [action, output].map((text) => createHash('sha256').update(text).digest('hex')) as [string, string];
  for (const id of [a, d]) mkdirSync(join(cache, id.slice(0, 2)), { recursive: true });
  writeFileSync(join(cache, a.slice(0, 2), `${a}-a`), `v1 ${a} ${d} ${String(output.length).padStart(20)} 1\n`);
  writeFileSync(join(cache, d.slice(0, 2), `${d}-d`), output);
}

describe('measure', () => {
  const env = process.env;
  const script = 'const b = Buffer.alloc(64e6, 1); setTimeout(() => b.length, 700)';

  test('sees the peak memory of a process it watches, where the kernel tells', async () => {
    const { peakBytes } = await measure([process.execPath, '-e', script, 'watch-me'], {
      cwd: tmpdir(),
      env,
      watch: /setTimeout.* watch-me/,
    });
    if (process.platform === 'linux') expect(peakBytes).toBeGreaterThan(64e6);
    else expect(peakBytes).toBeUndefined();
  });

  test('counts the processor time of the command, where the kernel tells', async () => {
    const busy = 'for (const end = Date.now() + 300; Date.now() < end; );';
    const { cpuMs } = await measure([process.execPath, '-e', busy], { cwd: tmpdir(), env });
    if (process.platform === 'linux') expect(cpuMs).toBeGreaterThan(0);
    else expect(cpuMs).toBeUndefined();
  });

  test('a failing command is an error with its output', async () => {
    const failing = [process.execPath, '-e', 'console.error("broken"); process.exit(3)'];
    await expect(measure(failing, { cwd: tmpdir(), env })).rejects.toThrow(/exit 3\nbroken/);
  });
});

describe('results', () => {
  const shim = { calls: 200, directMs: 2, shimMs: 4.5 };
  const sample = (phase: string, tool: string, ms: number, extra: object = {}): Sample => ({
    phase,
    tool,
    ms,
    compiles: 1,
    ...extra,
  });

  test('tables, ratios to plain, and limits met and not', () => {
    const samples = [
      sample('unchanged', 'plain', 200, { cpuMs: 0 }),
      sample('unchanged', 'gots', 280, { cpuMs: 90 }),
      sample('main', 'plain', 1000, { cpuMs: 1500 }),
      sample('main', 'gots', 1100, { cpuMs: 1800, reportedBytes: 150e6, sampledBytes: 140e6 }),
      sample('main', 'orchestrion', 2000, { cpuMs: 3000 }),
      sample('aspect-main', 'plain', 1000),
      sample('aspect-main', 'gots', 1300),
      sample('aspect-main', 'orchestrion', 50_000),
    ];
    const text = renderResults({ apps: [{ title: 'Sample', samples }], facts: [['runs', '1']], shim });
    expect(text).toContain('## Sample');
    expect(text).toContain('| one line of main edited | 1.00 s | 1.10 s | 2.00 s | 1.10 | 2.00 |');
    expect(text).toContain('| one line of main edited | 1.50 s | 1.80 s | 3.00 s | 1.20 | 2.00 |');
    expect(text).toContain('| nothing changed | ≤ plain + 0.1 s | 0.30 s | 0.28 s | met |');
    expect(text).toContain("| main's aspect edited | ≤ 1.1 × a hand edit | 1.10 s | 1.30 s | **not met** |");
    expect(text).toContain("| main's aspect edited | ≤ Orchestrion | 50.0 s | 1.30 s | met |");
    expect(text).toContain('| memory of the cache program | ≤ 120 MB | 120 MB | 150 MB | **not met** |');
    expect(text).toContain('2.50 ms a call');
    expect(text).not.toContain('NaN');
    expect(text).not.toContain('cold');
  });

  test('without gots there is no limit to compare with', () => {
    const apps = [{ title: 'Sample', samples: [sample('main', 'plain', 1000)] }];
    expect(renderResults({ apps, facts: [], shim: undefined })).toContain('Nothing to compare in this run.');
  });
});
