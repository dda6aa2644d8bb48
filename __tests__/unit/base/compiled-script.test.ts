import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { beforeEach, expect, test } from 'vitest';
import { runCompiled } from '../../../src/base/compiled-script.ts';
import { writeSealedBytes } from '../../../src/base/sealed.ts';
import { tempDir } from '../../support/temp-module.ts';

const source = 'exports.answer = () => 41 + 1; exports.name = require("./beside.cjs").name;';

let dir = '';
let file = '';
let code = '';

beforeEach(() => {
  dir = tempDir();
  file = join(dir, 'script.cjs');
  code = join(dir, 'cache', 'code');
  writeFileSync(file, source);
  writeFileSync(join(dir, 'beside.cjs'), 'exports.name = "beside";');
});

interface Answers {
  answer(): number;
  readonly name: string;
}

/** Runs it, keeps its code, and says whether that was still to be done. */
function run(from: string = file, to: string | undefined = code): { answer: number; name: string; keeps: boolean } {
  const { exports, keep } = runCompiled(from, to);
  const { answer, name } = exports as Answers;
  const result = { answer: answer(), name, keeps: keep !== undefined };
  keep?.();
  return result;
}

const first = { answer: 42, name: 'beside', keeps: true };
const later = { answer: 42, name: 'beside', keeps: false };
const keptFile = (): string => join(code, readdirSync(code)[0] ?? '');

test('compiled code is kept once, for its owner only', () => {
  expect(run()).toEqual(first);
  expect(readdirSync(code)).toHaveLength(1);
  expect(statSync(code).mode & 0o777).toBe(0o700);
  expect(statSync(keptFile()).mode & 0o777).toBe(0o600);
  expect(run()).toEqual(later);
});

test('another content has code of its own, also if it is as long', () => {
  run();
  writeFileSync(file, source.replace('41', '10'));
  expect(run()).toEqual({ ...first, answer: 11 });
  expect(readdirSync(code)).toHaveLength(2);
  writeFileSync(file, source);
  expect(run()).toEqual(later);
});

test('kept code of another content under the name of this one is not run', () => {
  const other = join(dir, 'other.cjs');
  writeFileSync(other, source.replace('41', '10'));
  run();
  const name = keptFile();
  renameSync(name, `${dir}/of-script`);
  run(other);
  renameSync(keptFile(), name);
  expect(run()).toEqual(first);
});

test('code that V8 made under other flags is not found', () => {
  run();
  setFlagsFromString('--stack-size=1000');
  try {
    expect(run()).toEqual(first);
  } finally {
    setFlagsFromString('--stack-size=984');
  }
  expect(readdirSync(code)).toHaveLength(2);
});

const damages: Record<string, (bytes: Buffer) => Buffer> = {
  'that was cut off': (bytes) => bytes.subarray(0, bytes.length >> 1),
  'that is empty': () => Buffer.alloc(0),
  'with another byte': (bytes) => {
    const other = Buffer.from(bytes);
    other[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1;
    return other;
  },
  'with one byte more': (bytes) => Buffer.concat([bytes, Buffer.from('x')]),
  'of no seal': (bytes) => bytes.subarray(bytes.indexOf('\n') + 1),
};

test.each(Object.entries(damages))('code %s is made again', (_, damage) => {
  run();
  writeFileSync(keptFile(), damage(readFileSync(keptFile())));
  expect(run()).toEqual(first);
  expect(run()).toEqual(later);
});

test('code that V8 refuses is made again', () => {
  run();
  writeSealedBytes(keptFile(), `compiled code ${basename(keptFile())}`, Buffer.from('no code of V8'));
  // V8 knows the script by its path, and would not look at kept code.
  const copy = join(dir, 'copy', 'script.cjs');
  mkdirSync(join(dir, 'copy'));
  for (const name of ['script.cjs', 'beside.cjs'])
    writeFileSync(join(dir, 'copy', name), readFileSync(join(dir, name)));
  expect(run(copy)).toEqual(first);
  expect(readdirSync(code)).toHaveLength(1);
  expect(run(copy)).toEqual(later);
});

test('code that others may have written is made again', () => {
  run();
  chmodSync(keptFile(), 0o620);
  expect(run()).toEqual(first);
  expect(run()).toEqual(later);
});

const folders: Record<string, () => void> = {
  'that others may write to': () => {
    mkdirSync(code, { recursive: true });
    chmodSync(code, 0o770);
  },
  'that is a link': () => {
    mkdirSync(join(dir, 'cache'));
    symlinkSync(tempDir(), code);
  },
  'that is a file': () => {
    mkdirSync(join(dir, 'cache'));
    writeFileSync(code, '');
  },
};

test.each(Object.entries(folders))('a folder %s is not used', (_, make) => {
  make();
  expect(run()).toEqual({ ...first, keeps: false });
  expect(run(file, undefined)).toEqual({ ...first, keeps: false });
});

test('the script imports modules by their URLs', async () => {
  writeFileSync(file, 'exports.load = (url) => importModule(url);');
  writeFileSync(join(dir, 'module.mjs'), 'export const value = 7;');
  for (let n = 0; n < 2; n++) {
    const { exports, keep } = runCompiled(file, code);
    keep?.();
    expect(keep === undefined).toBe(n === 1);
    expect(
      await (exports as { load(url: string): Promise<unknown> }).load(pathToFileURL(join(dir, 'module.mjs')).href),
    ).toMatchObject({ value: 7 });
  }
});
