import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

// The scripts of bench/ are plain modules without types; what is used of them is declared here.
interface Work {
  readonly processes: number;
  readonly ms: Readonly<Record<string, number>>;
}
type Works = Readonly<Record<'command' | 'server', Work>>;
interface Row {
  readonly name: string;
  readonly title: string;
  readonly plainMs: number;
  readonly now: { readonly wovenMs: number; readonly work: Works };
  readonly before?: { readonly wovenMs: number; readonly work: Works };
}
const part = (file: string): Promise<unknown> =>
  import(new URL(`../../../bench/profile/${file}`, import.meta.url).href);
const { byWork } = (await part('read-profile.mjs')) as { byWork(profiles: readonly object[], dist: string): Works };
const { drawProfile } = (await part('drawing.mjs')) as { drawProfile(rows: readonly Row[]): string };
const { renderProfile } = (await part('table.mjs')) as {
  renderProfile(app: { folder: string }, rows: readonly Row[], about: string): string;
};

const works = (command: number, server: number): Works => ({
  command: { processes: 1, ms: { plan: command } },
  server: { processes: 1, ms: { parsing: server } },
});
const row: Row = {
  name: 'main',
  title: 'one line of main edited',
  plainMs: 1000,
  now: { wovenMs: 1200, work: works(60, 40) },
};
const compared: Row = { ...row, before: { wovenMs: 2000, work: works(300, 500) } };

test('a profile is summed by process and kind of work, scaled to what the process took of the processors', () => {
  const dist = mkdtempSync(join(tmpdir(), 'gots-profile-test-'));
  try {
    const frame = (functionName: string, url: string) => ({ functionName, url, lineNumber: 5, columnNumber: 2 });
    const server = {
      nodes: [
        { id: 1, callFrame: frame('run', pathToFileURL(join(dist, 'cacheprog.cjs')).href) },
        { id: 2, callFrame: frame('readFileSync', 'node:fs'), children: [5] },
        { id: 5, callFrame: frame('open', '') },
        { id: 3, callFrame: frame('(idle)', '') },
        { id: 4, callFrame: frame('(garbage collector)', '') },
      ],
      samples: [2, 3, 4, 5],
      timeDeltas: [1000, 5000, 2000, 500],
      startMs: 30,
      totalMs: 37,
    };
    const command = {
      nodes: [{ id: 1, callFrame: frame('(program)', '') }],
      samples: [1],
      timeDeltas: [40_000],
      startMs: 20,
      totalMs: 60,
    };
    expect(byWork([server, command], dist)).toEqual({
      server: { processes: 1, ms: { files: 3, 'garbage collection': 4, 'start of Node, loading': 30 } },
      command: { processes: 1, ms: { 'start of Node, loading': 60 } },
    });
  } finally {
    rmSync(dist, { recursive: true });
  }
});

test('the picture has a bar for the plain build and for each version, in one scale', () => {
  const widths = (svg: string) => [...svg.matchAll(/ width="([\d.]+)" height="18"/g)].map(([, width]) => Number(width));
  expect(widths(drawProfile([row]))).toHaveLength(1 + 3);
  const drawn = widths(drawProfile([compared]));
  expect(drawn).toHaveLength(1 + 3 + 3);
  expect(drawn[0]).toBeCloseTo(250, 0);
  expect((drawn[1] ?? 0) + (drawn[2] ?? 0) + (drawn[3] ?? 0)).toBeCloseTo(500, 0);
  expect(drawProfile([compared])).toContain('woven, before');
  expect(drawProfile([{ ...row, plainMs: 0 }])).not.toContain('>plain<');
});

test('the tables have a part for each version, and what was profiled', () => {
  const text = renderProfile({ folder: 'app' }, [compared], 'now: abc; Node v20');
  expect(text).toContain('now: abc; Node v20');
  expect(text).toMatch(
    /## Before[^#]*\| go, its tools, shims and front \| 1200 \|[^#]*## Now[^#]*\| go, its tools, shims and front \| 1100 \|/,
  );
  expect(renderProfile({ folder: 'app' }, [row], '')).not.toContain('## Now');
});
