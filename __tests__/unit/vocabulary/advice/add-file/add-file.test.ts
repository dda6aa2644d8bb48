import { describe, expect, test } from 'vitest';
import type { GoFile } from '../../../../../src/rewrite/package-source.ts';
import { weave } from '../../../../support/weave.ts';

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

describe('replace-file', () => {
  const replacing = (file: string) => adding(own, file).replace('add-file', 'replace-file');
  const text = '//go:build ignore\n\npackage x\n\nimport "os"\n\nfunc f() { os.Exit(1) }\n';
  const packageFiles = () => [{ name: 'example.com/hooks/a.go', bytes: Buffer.from(text) }];

  test('compiles the other file in the place of the own one, woven like any other', () => {
    const yaml = `${replacing('a.go')}  - id: enter
    join-point: {function-body: {function: [{name: f}]}}
    advice: [{prepend-statements: {template: 'println(1)'}}]
`;
    const woven = weave(yaml, host, { packageFiles });
    const shown = woven.files[0]?.text?.toString('utf8').replace(/\/\*line .*?\*\//g, '');
    expect(shown).toContain('//line example.com/hooks/a.go:1:1\n');
    expect(shown).toContain('package demo\n\nimport "os"\n\nfunc f() {{\nprintln(1)\n}; os.Exit(1) }');
    expect([woven.imports, woven.links, woven.added]).toEqual([['os'], [], []]);
    expect(woven.files[1]?.text).toBeUndefined();
  });

  test('says that there is no such file', () => {
    const run = () => weave(replacing('c.go'), host, { packageFiles });
    expect(run).toThrow(expect.objectContaining({ code: 'replaced_file_missing' }));
  });
});
