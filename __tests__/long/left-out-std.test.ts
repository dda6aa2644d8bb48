import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJsonStream } from '../../src/go/go.ts';
import { plainGoEnv } from '../support/go-command.ts';
import { anyPointOf, pointsOf } from '../support/random-points.ts';
import { skipSubject } from '../support/skip-campaign.ts';

interface Listed {
  readonly ImportPath: string;
  readonly Dir: string;
  readonly Name: string;
  readonly GoFiles?: readonly string[];
}

const listed = parseJsonStream(
  execFileSync('go', ['list', '-e', '-json', 'std'], { env: plainGoEnv(), maxBuffer: 1 << 28 }).toString(),
) as readonly Listed[];
const names = new Map(listed.map(({ ImportPath, Name }) => [ImportPath, Name]));
const files = listed.flatMap(({ Dir, GoFiles = [] }) => GoFiles.map((name) => join(Dir, name)));
const slices = 8;

/** Each point speaks of names that the file has. */
test.each(Array.from({ length: slices }, (_, slice) => slice))(
  'what the walk leaves out of files of std holds no match, slice %i',
  (slice) => {
    let matched = 0;
    let left = 0;
    for (const [at, file] of files.entries()) {
      if (at % slices !== slice) continue;
      const subject = skipSubject(file, readFileSync(file), (path) => names.get(path));
      if (subject === undefined) continue;
      const point = fc.oneof(...Object.values(pointsOf(anyPointOf(subject.words), subject.words)));
      fc.assert(
        fc.property(point, (each) => {
          const found = subject.matches(each);
          expect(found.walked, file).toEqual(found.all);
          if (found.all.length === 0) return;
          matched++;
          left += found.left;
        }),
        { numRuns: 30, seed: at },
      );
    }
    expect(matched, 'points with a match').toBeGreaterThan(0);
    expect(left, 'left out of files with a match').toBeGreaterThan(0);
  },
);
