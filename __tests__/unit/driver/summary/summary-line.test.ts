import { describe, expect, test } from 'vitest';
import { summaryLine } from '../../../../src/driver/summary/summary-line.ts';
import { driverParts, weavingProcess } from '../../../support/driver.ts';

const match = (line: number) => ({
  ...{ aspect: 'a', aspectSpan: { file: 'gots.yml', line, column: 3 }, what: 'function FuncDecl' },
  at: { file: 'a.go', line: 1, column: 1 },
});
const woven = (importPath: string, more = {}) => ({
  ...{ importPath, fromCache: false, matches: [match(1)], asked: true, ...more },
});

/** Packages of a program whose archives lie in the weave cache, by import path what is known to match in them. */
function setUp(
  kept: Readonly<Record<string, readonly number[] | undefined>>,
  entries: readonly object[],
  compiled = 1,
) {
  const { plan, tally } = driverParts();
  tally.stats.compiled = compiled;
  const file = (path: string) => `${plan.cacheDir}/${path}`;
  const packages = new Map([...Object.keys(kept).map((path) => [path, file(path)] as const), ['fmt', '/go/fmt.a']]);
  const known = Object.entries(kept).filter(([, lines]) => lines);
  const actions = new Map(known.map(([path]) => [file(path), path]));
  return {
    plan,
    tally: { stats: tally.stats, wovenPackages: () => entries as ReturnType<typeof tally.wovenPackages> },
    programs: { isEmpty: false, packages, modules: new Map<string, string>() },
    lastBuild: { wovenActions: () => actions },
    policy: { matchesIn: (action: string) => Promise.resolve(kept[action]?.map(match)) },
  };
}

describe('the line counts', () => {
  test('compiled packages, and those of the program that lie in the cache', async () => {
    const context = setUp({ a: [9, 9, 9], b: [2, 3], c: [], d: undefined }, [woven('a'), woven('a [a.test]')]);
    expect(await summaryLine(context, weavingProcess())).toBe(
      'gots: 3 aspects at 3 places in 2 packages (1 from the cache), and 1 more from the cache; modules added: none',
    );
  });

  test('no package that only injected code needs', async () => {
    const context = setUp({}, [woven('a', { asked: false }), woven('b')]);
    expect(await summaryLine(context, weavingProcess())).toBe(
      'gots: 1 aspect at 1 place in 1 package; modules added: none',
    );
  });

  test('what was compiled, where nothing was linked', async () => {
    const context = setUp({}, [woven('a')]);
    const programs = { ...context.programs, isEmpty: true, packages: new Map<string, string>() };
    expect(await summaryLine({ ...context, programs }, weavingProcess())).toBe(
      'gots: 1 aspect at 1 place in 1 package that this build compiled; modules added: none',
    );
  });
});

describe('there is a line', () => {
  const empty = { isEmpty: true, packages: new Map<string, string>(), modules: new Map<string, string>() };
  test.each(['build', 'install', 'test'])('of go %s', async (command) => {
    expect(await summaryLine(setUp({}, []), weavingProcess([command]))).toBeDefined();
  });

  test.each(['run', 'vet', 'list', 'env'])('none of go %s', async (command) => {
    expect(await summaryLine(setUp({}, []), weavingProcess([command]))).toBeUndefined();
  });

  test('none of a go command that does not weave', async () => {
    expect(await summaryLine(setUp({}, []), { ...weavingProcess(), mode: 'plain' })).toBeUndefined();
  });

  test('none where nothing was compiled or linked', async () => {
    expect(await summaryLine({ ...setUp({}, [], 0), programs: empty }, weavingProcess())).toBeUndefined();
    expect(await summaryLine({ ...setUp({}, [], 1), programs: empty }, weavingProcess())).toBeDefined();
    expect(await summaryLine(setUp({}, [], 0), weavingProcess())).toBeDefined();
  });
});
