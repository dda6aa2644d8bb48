import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

// The scripts of bench/ are plain modules without types; what is used of them is declared here.
interface Sample {
  readonly kase: string;
  readonly variant: string;
  readonly requests: number;
  readonly elapsed: number;
  readonly p99: number;
  readonly allocations: number;
  readonly bytes: number;
  readonly cpuNanoseconds: number;
}
const { caseTable, packagesOf, programTable } = (await import(
  new URL('../../../bench/runtime/report.mjs', import.meta.url).href
)) as {
  caseTable(samples: readonly Sample[], kase: string, variants: readonly string[]): string;
  packagesOf(symbols: string): Set<string>;
  programTable(programs: readonly { name: string; bytes: number; packages: Set<string> }[]): string;
};

const { parseOptions } = (await import(new URL('../../../bench/runtime/options.mjs', import.meta.url).href)) as {
  parseOptions(argv: readonly string[]): {
    readonly rounds: number;
    readonly requests: number;
    readonly variants: readonly { readonly name: string }[];
    readonly cases: readonly string[];
    readonly write: boolean;
  };
};

describe('its command line', () => {
  test('asks for everything, unless it names something', () => {
    const all = parseOptions([]);
    expect([all.rounds, all.requests, all.write]).toEqual([5, 20_000, false]);
    expect(all.cases).toEqual(['handler', 'sqlite', 'goroutine', 'slog']);
    expect(all.variants.map(({ name }) => name)).toContain('gots, OTLP');
    const some = parseOptions(['--variants', 'gots, OTLP; plain', '--cases', 'slog', '--rounds', '1', '--write']);
    expect(some).toMatchObject({ rounds: 1, cases: ['slog'], write: true });
    expect(some.variants.map(({ name }) => name)).toEqual(['plain', 'gots, OTLP']);
  });

  test.each([
    [['--fast'], /^Unknown option '--fast' \(node bench.*\)$/],
    [['handler'], /^Unexpected argument 'handler'.* \(node bench.*\)$/],
    [['--rounds'], /^Option '--rounds <value>' argument missing \(node bench.*\)$/],
    [['--rounds', '0'], /^--rounds 0: want a whole number of 1 or more$/],
    [['--requests', 'many'], /^--requests many: want a whole number of 8 or more$/],
    [['--cases', 'handler,warm'], /^--cases: unknown warm; known are handler, sqlite, goroutine, slog$/],
    [['--variants', 'plain,gots'], /^--variants: unknown plain,gots; known are plain; gots, disabled; /],
  ])('refuses %j with one line', (argv, line) => {
    expect(() => parseOptions(argv)).toThrow(line);
  });

  test('ends the program with that line, and without a stack', () => {
    const script = join(import.meta.dirname, '..', '..', '..', 'bench', 'runtime', 'run.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--fast'], { encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^bench\/runtime: Unknown option '--fast' \(.*\)\n$/);
  });
});

describe('the benchmark of telemetry at run time', () => {
  test('gives medians for each request', () => {
    const sample = (variant: string, elapsed: number): Sample => ({
      kase: 'handler',
      variant,
      requests: 100,
      elapsed,
      p99: 2e6,
      allocations: 1650,
      bytes: 12_345,
      cpuNanoseconds: 2_400_000,
    });
    const samples = [sample('b', 1e9), sample('a', 4e9), sample('a', 1e9), sample('a', 2e9)];
    expect(caseTable([...samples, { ...sample('a', 9e9), kase: 'other' }], 'handler', ['a', 'b', 'c'])).toBe(
      `|  | requests/s | p99 ms | allocations/request | bytes/request | CPU µs/request |
| --- | ---: | ---: | ---: | ---: | ---: |
| a | 50 | 2.00 | 16.5 | 123 | 24.0 |
| b | 100 | 2.00 | 16.5 | 123 | 24.0 |`,
    );
  });

  test('finds the packages that have code in a program', () => {
    const symbols = `
  5a1c00 T main.main
  5a1c80 T net/http.(*Server).Serve
  5a1d00 T golang.org/x/net/http2.(*Framer).WriteData
  5a1d80 t modernc.org/sqlite/lib.Xsqlite3_open
  5a1e00 T github.com/gots-dev/gots/aspects/rt/meter.(*Histogram[go.shape.struct { net/http.x.y/z.T }]).Record
  5a1e80 T gopkg.in/yaml%2ev3.Unmarshal
  5a1f00 T github.com/gots-dev/gots/aspects/rt/meter.init.0
  71c000 D github.com/only/data.Value
         U github.com/only/undefined.F
  5a2000 T vendor/golang.org/x/net/idna.ToASCII
  5a2080 T type:.eq.github.com/a/b.T`;
    expect([...packagesOf(symbols)].sort()).toEqual([
      'github.com/gots-dev/gots/aspects/rt/meter',
      'golang.org/x/net/http2',
      'gopkg.in/yaml.v3',
      'modernc.org/sqlite/lib',
    ]);
  });

  test('compares programs with the plain one', () => {
    const plain = { name: 'plain', bytes: 1e6, packages: new Set(['a.b/c']) };
    const other = { name: 'other', bytes: 3.5e6, packages: new Set(['a.b/c', 'd.e/f']) };
    expect(programTable([plain, other])).toContain('| other | 3.50 MB | 2.50 MB | 2 | 1 |');
    expect(programTable([other])).toContain('| other | 3.50 MB | – | 2 | – |');
  });
});
