import { describe, expect, test } from 'vitest';

// The scripts are plain modules without types; what is used of them is declared here.
type Numbers = Readonly<Record<string, number>>;
const part = (file: string): Promise<unknown> =>
  import(new URL(`../../../../scripts/speed/${file}`, import.meta.url).href);
const { countTraces } = (await part('trace.mjs')) as {
  countTraces(traces: ReadonlyMap<number, string>, partOf: (argv: string) => string | undefined): Map<string, Numbers>;
};
const { boundsFor, compare, lowest, printBounds } = (await part('bounds.mjs')) as {
  boundsFor(counts: Numbers): Numbers;
  compare(counts: Numbers, bounds: Numbers): string[];
  lowest(measurements: readonly Numbers[]): Numbers;
  printBounds(bounds: Numbers): string;
};

const partOf = (argv: string) => /\/(ours\w*)"/.exec(argv)?.[1];
const execOf = (program: string) => `execve("/bin/${program}", ["${program}"], 0x7ffe /* 9 vars */) = 0`;

describe('counts of system calls', () => {
  test.each([
    [
      'a program of ours',
      [execOf('ours'), 'openat(AT_FDCWD, "a", O_RDONLY) = 3', 'read(3, "x = 1", 9) = 5'],
      { calls: 3, opened: 1, read: 5 },
    ],
    [
      'what could not be opened',
      [execOf('ours'), 'openat(AT_FDCWD, "a", O_RDONLY) = -1 ENOENT (No such file)'],
      { calls: 2, opened: 0 },
    ],
    [
      'a file that is looked at',
      [execOf('ours'), 'newfstatat(AT_FDCWD, "a", {st_mode=S_IFREG|0644, ...}, 0) = 0'],
      { calls: 2, stated: 1 },
    ],
    [
      'a call in two lines',
      [execOf('ours'), 'read(3,  <unfinished ...>', '<... read resumed>"ab", 9) = 2'],
      { calls: 2, read: 2 },
    ],
    ['signals', [execOf('ours'), '--- SIGURG {si_signo=SIGURG} ---', '+++ exited with 0 +++'], { calls: 1 }],
  ])('of %s', (_, lines, expected) => {
    const counts = countTraces(new Map([[1, lines.join('\n')]]), partOf);
    expect(counts.get('ours')).toMatchObject({ processes: 1, ...expected });
  });

  test('of a program that another becomes end there', () => {
    const lines = [execOf('ours'), 'read(3, "", 9) = 0', execOf('compile'), 'read(3, "", 9) = 0'];
    expect(countTraces(new Map([[1, lines.join('\n')]]), partOf).get('ours')).toMatchObject({ calls: 2 });
  });

  test('of threads belong to the program that started them', () => {
    const traces = new Map([
      [7, 'openat(AT_FDCWD, "a", O_RDONLY) = 3'],
      [8, 'openat(AT_FDCWD, "b", O_RDONLY) = 3'],
      [
        1,
        [
          execOf('go'),
          'clone3({flags=CLONE_VM|CLONE_THREAD, exit_signal=0} => {parent_tid=[8]}, 88) = 8',
          'vfork() = 2',
        ].join('\n'),
      ],
      [2, [execOf('ours'), 'clone(child_stack=0x7f, flags=CLONE_VM|CLONE_THREAD, parent_tid=[7]) = 7'].join('\n')],
    ]);
    expect(countTraces(traces, partOf).get('ours')).toMatchObject({ processes: 1, opened: 1, calls: 3 });
  });
});

describe('bounds', () => {
  const counts = {
    'x: processes of the shim': 3,
    'x: system calls of the shim': 1000,
    'x: files opened by the shim': 0,
  };

  test('leave calls a little room, and processes none', () => {
    expect(boundsFor(counts)).toEqual({ ...counts, 'x: system calls of the shim': 1150 });
  });

  test.each([
    [{ a: 5 }, { a: 5 }, []],
    [{ a: 6 }, { a: 5 }, ['a: 6, 20 % above the bound of 5']],
    [{ a: 1 }, { a: 0 }, ['a: 1, none is allowed']],
    [{ a: 1 }, {}, ['a: 1 has no bound']],
    [{}, { a: 1 }, ['a: its bound belongs to nothing that is counted']],
  ])('%j against %j', (measured, bounds, problems) => {
    expect(compare(measured, bounds)).toEqual(problems);
  });

  test('of several measurements the lowest counts, since chance only adds', () => {
    expect(
      lowest([
        { a: 3, b: 1 },
        { a: 2, b: 4 },
      ]),
    ).toEqual({ a: 2, b: 1 });
  });

  test('are written a line each', () => {
    expect(printBounds({ a: 1, b: 2 })).toBe('{\n  "a": 1,\n  "b": 2\n}\n');
  });
});
