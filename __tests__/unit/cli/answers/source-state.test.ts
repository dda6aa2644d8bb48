import { mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { sourceState } from '../../../../src/cli/answers/source-state.ts';
import { tempModule } from '../../../support/temp-module.ts';

let root: string;
const at = (name: string): string => join(root, name);
const write = (name: string, text: string): void => {
  mkdirSync(dirname(at(name)), { recursive: true });
  writeFileSync(at(name), text);
};
/** Of the module, and of a folder of another one. */
const state = (beforeMs?: number) => sourceState({ trees: [at('app')], folders: [at('lib/used')] }, beforeMs);

beforeEach(() => {
  root = tempModule({
    'app/go.mod': 'module m\n',
    'app/main.go': 'package main\n',
    'app/a/a.go': 'package a\n',
    'app/a/a_amd64.s': '',
    'app/a/testdata/x.go': 'package x\n',
    'app/.git/x.go': 'package x\n',
    'app/nested/go.mod': 'module n\n',
    'app/nested/deep/x.go': 'package x\n',
    'lib/used/u.go': 'package u\n',
    'lib/used/below/b.go': 'package b\n',
  });
});

test.each<[string, () => void]>([
  [
    'a text of the same size, with the old time of last change',
    () => {
      const { atime, mtime } = statSync(at('app/main.go'));
      writeFileSync(at('app/main.go'), 'package mine\n');
      utimesSync(at('app/main.go'), atime, mtime);
    },
  ],
  ['a file more', () => write('app/a/b.go', 'package a\n')],
  ['a file less', () => rmSync(at('app/a/a.go'))],
  ['another name', () => renameSync(at('app/a/a.go'), at('app/a/a_test.go'))],
  ['assembly', () => write('app/a/a_amd64.s', '// x\n')],
  ['a package more', () => write('app/b/b.go', 'package b\n')],
  ['an aspect file', () => write('app/gots.yml', 'aspects: []\n')],
  ['the module of a folder is gone', () => rmSync(at('app/nested/go.mod'))],
  ['a folder is a module', () => write('app/a/go.mod', 'module a\n')],
  ['a folder beside the module', () => write('lib/used/u.go', 'package v\n')],
  ['the folder is gone', () => rmSync(at('app'), { recursive: true })],
])('%s is another state', (_, change) => {
  const before = state();
  expect(state()).toBe(before);
  change();
  expect(state()).not.toBe(before);
});

test.each<[string, () => void]>([
  ['a program that was built', () => write('app/server', 'ELF')],
  ['what go passes over', () => write('app/a/testdata/y.go', 'package y\n')],
  ['what begins with a dot', () => write('app/.git/HEAD', 'x')],
  ['another module', () => write('app/nested/deep/y.go', 'package y\n')],
  ['what lies below a folder alone', () => write('lib/used/below/c.go', 'package c\n')],
])('%s makes no difference', (_, change) => {
  const before = state();
  change();
  expect(state()).toBe(before);
});

test('a state tells of later changes only if nothing has changed since a moment before reading began', () => {
  const minuteMs = 60_000;
  expect(state(Date.now() + minuteMs)).toBe(state());
  expect(state(Date.now() - minuteMs)).toBeUndefined();
});
