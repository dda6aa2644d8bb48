import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { linkerSymbol } from '../../../../src/rewrite/names/linker-symbol.ts';
import { go } from '../../../support/go-command.ts';

const dir = mkdtempSync(join(tmpdir(), 'gots-symbols-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Symbols of the functions in packages compiled with these paths, as the compiler writes them. */
function compiled(paths: readonly string[], name: string): string[] {
  const file = join(dir, 'p.go');
  writeFileSync(file, `package p\n\nfunc ${name}() {}\n`);
  const compile = go(['tool', '-n', 'compile'], dir).trim();
  const objects = paths.map((path, at) => {
    const object = join(dir, `${at}.o`);
    execFileSync(compile, ['-p', path, '-o', object, file]);
    return object;
  });
  const lines = go(['tool', 'nm', ...objects], dir).split('\n');
  return objects.map((object) => {
    const line = lines.find((each) => each.startsWith(`${object}:`) && each.includes(' T ')) ?? '';
    return line.slice(line.indexOf(' T ') + 3);
  });
}

test('paths are escaped as the compiler escapes them', () => {
  const path = fc
    .array(fc.string({ unit: fc.constantFrom(...'ab.%"~+-_é/\u0001\u007f中', ' '), minLength: 1, maxLength: 8 }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((elements) => elements.join('/'));
  const paths = [
    'example.com/hooks.v1',
    'gopkg.in/yaml.v3',
    'a.b',
    'a.b/c',
    'x/é.v1',
    'vendor/golang.org/x/net.v0/hpack',
    ...fc.sample(path, { numRuns: 20, seed: 7 }),
  ];
  expect(paths.map((each) => linkerSymbol({ path: each }, 'Före'))).toEqual(compiled(paths, 'Före'));
});

test('a program is compiled as main, whatever its path', () => {
  expect(linkerSymbol({ path: 'example.com/cmd/app.v2', name: 'main' }, 'Before')).toBe('main.Before');
});
