import { describe, expect, test } from 'vitest';
import type { GoFile } from '../../../src/weave/weave-request.ts';
import { weave } from '../../support/weave.ts';

const files: readonly GoFile[] = [
  { name: 'example.com/hooks/extra.go', bytes: Buffer.from('//go:build ignore\n\npackage x\n\nfunc extra() {}\n') },
  { name: 'example.com/hooks/broken.go', bytes: Buffer.from('package x\n\nfunc {\n') },
];
const packageFiles = (path: string) => (path === 'example.com/hooks' ? files : undefined);
const host = { 'a.go': 'package demo\n', 'b.go': 'package demo\n' };

function adding(point: string, file: string, path = 'example.com/hooks'): string {
  return `aspects:
  - id: add
    join-point: ${point}
    advice:
      - add-file: {path: ${path}, file: ${file}}
`;
}

const own = '{import-path: example.com/demo}';

describe('add-file', () => {
  test('adds the file once, under the name of the package and without its constraint', () => {
    const woven = weave(adding(own, 'extra.go'), host, { packageFiles });
    expect(woven.added.map(({ name, text }) => [name, text.toString('utf8')])).toEqual([
      ['gots.extra.go', '//line example.com/hooks/extra.go:1:1\n\n\npackage demo\n\nfunc extra() {}\n'],
    ]);
    expect(woven.links).toEqual(['example.com/hooks']);
    expect(woven.files.every((file) => file.text === undefined)).toBe(true);
  });

  test('adds it where a node of some file matches, and not otherwise', () => {
    const point = '{function: [{name: f}]}';
    expect(weave(adding(point, 'extra.go'), host, { packageFiles }).added).toEqual([]);
    const twice = { 'a.go': 'package demo\n\nfunc f() {}\n', 'b.go': 'package demo\n\nfunc (T) f() {}\n' };
    expect(weave(adding(point, 'extra.go'), twice, { packageFiles }).added).toHaveLength(1);
  });

  test('says which file or package is not there, and what does not parse', () => {
    const run = (file: string, path?: string) => () => weave(adding(own, file, path), host, { packageFiles });
    expect(run('extras.go')).toThrow(expect.objectContaining({ code: 'aspect_file_of_package' }));
    expect(run('extra.go', 'example.com/none')).toThrow(expect.objectContaining({ code: 'aspect_package_missing' }));
    expect(run('broken.go')).toThrow(expect.objectContaining({ code: 'added_file_syntax' }));
  });
});
