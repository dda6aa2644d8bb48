import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sumsOfMember } from '../../../src/gomod/sums.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'gots-sums-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('a member has no sum of files that only go.work.sum vouches for', () => {
  const file = join(dir, 'go.work');
  const ofWork = [
    'example.com/hooked v1.0.0 h1:a=',
    'example.com/other v1.0.0 h1:b=',
    'example.com/other v1.0.0/go.mod h1:c=',
  ];
  const others = ['example.com/member v1.0.0 h1:d='];
  const provider = {
    path: 'example.com/was',
    version: 'v0.9.0',
    replace: { path: 'example.com/hooked', version: 'v1.0.0' },
  };
  const lines = (text: string): string[] => text.trim().split('\n');
  const text = `${[...ofWork, ...others].join('\n')}\n`;
  expect(lines(sumsOfMember(text, { file }, [provider]))).toEqual([...ofWork, ...others].sort());
  writeFileSync(`${file}.sum`, ofWork.join('\n'));
  expect(lines(sumsOfMember(text, { file }, [provider]))).toEqual([
    'example.com/hooked v1.0.0 h1:a=',
    'example.com/member v1.0.0 h1:d=',
    'example.com/other v1.0.0/go.mod h1:c=',
  ]);
});
