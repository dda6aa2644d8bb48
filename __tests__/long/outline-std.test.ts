import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { parseJsonStream } from '../../src/go/go.ts';
import type { Grammar } from '../../src/lang/syntax/grammar.ts';
import { aspectsForPackage } from '../../src/weave/1-select/package.ts';
import { weavePackage } from '../../src/weave/weave-package.ts';
import { plainGoEnv } from '../support/go-command.ts';
import { testGrammar } from '../support/grammar.ts';
import { aspectsOf } from '../support/weave.ts';

/** While it is set, the walk leaves nothing out. */
const walk = vi.hoisted(() => ({ isWhole: false }));
vi.mock(import('../../src/vocabulary/ask.ts'), async (original) => {
  const ask = await original();
  return { ...ask, reachOfPart: (point, at) => (walk.isWhole ? 'maybe' : ask.reachOfPart(point, at)) };
});
afterEach(() => {
  walk.isWhole = false;
});

interface Listed {
  readonly ImportPath: string;
  readonly Dir: string;
  readonly Name: string;
  readonly GoFiles?: readonly string[];
  readonly Imports?: readonly string[];
}

const listed = parseJsonStream(
  execFileSync('go', ['list', '-e', '-json', 'std'], { env: plainGoEnv(), maxBuffer: 1 << 28 }).toString(),
) as readonly Listed[];
const names = new Map(listed.map(({ ImportPath, Name }) => [ImportPath, Name]));

/** The sets of bench/weave.mjs. */
test.each(['structs', 'names', 'calls', 'signatures', 'bodies'])(
  '%s: with functions and bodies left out, std is woven as from whole trees that are walked whole',
  async (set) => {
    const file = fileURLToPath(new URL(`../../bench/weave/${set}.yml`, import.meta.url));
    const aspects = aspectsOf(readFileSync(file, 'utf8'));
    const grammar = await testGrammar();
    const whole: Grammar = { parse: grammar.parse, outline: grammar.parse };
    let woven = 0;
    for (const { ImportPath, Dir, Name, GoFiles = [], Imports = [] } of listed) {
      const facts = { importPath: ImportPath, imports: new Set(Imports), testMain: false, name: Name };
      const live = aspectsForPackage(aspects, facts);
      if (live.length === 0) continue;
      const request = {
        facts,
        files: GoFiles.map((name) => ({ name: `${ImportPath}/${name}`, bytes: readFileSync(join(Dir, name)) })),
        packageName: (path: string) => names.get(path),
        weaverVersion: '',
      };
      walk.isWhole = false;
      const found = weavePackage(request, live, { grammar });
      walk.isWhole = true;
      const expected = weavePackage(request, live, { grammar: whole });
      const same = Buffer.from(JSON.stringify(found)).equals(Buffer.from(JSON.stringify(expected)));
      expect(same, ImportPath).toBe(true);
      woven += found.files.filter(({ text }) => text !== undefined).length;
    }
    expect(woven).toBeGreaterThan(0);
  },
);
