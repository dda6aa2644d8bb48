import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PlanAnswers } from '../../../../src/driver/plan/plan-answers.ts';
import { tempDir } from '../../../support/temp-module.ts';

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A question whose answer holds for a file, a folder of Go files and a fixed folder; how often go was asked it. */
async function setUp() {
  const dir = tempDir();
  const [file, folder, fixed] = ['go.mod', 'hooks', 'fixed'].map((name) => join(dir, name)) as [string, string, string];
  writeFileSync(file, 'module m\n');
  for (const each of [folder, fixed]) mkdirSync(each);
  writeFileSync(join(folder, 'h.go'), 'package h\n');
  // What changed a moment ago is not believed to be what go read.
  await sleep(50);
  let asked = 0;
  const run = async (question = ['q'], code = 'code') => {
    const answers = new PlanAnswers(join(dir, 'answers.json'), code);
    const value = await answers.recall(question, () => {
      asked++;
      return Promise.resolve({ value: { n: asked }, files: [file, folder, join(dir, 'absent')], folders: [fixed] });
    });
    answers.save();
    return value;
  };
  return { dir, file, folder, fixed, run, asked: () => asked };
}

test('an answer is remembered while what decides it is the same', async () => {
  const { run, asked, folder } = await setUp();
  expect(await run()).toEqual({ n: 1 });
  writeFileSync(join(folder, 'README.md'), 'no Go file');
  expect(await run()).toEqual({ n: 1 });
  expect(asked()).toBe(1);
});

test.each<[string, (place: { dir: string; file: string; folder: string; fixed: string }) => void]>([
  ['a file changes', ({ file }) => writeFileSync(file, 'module n\n')],
  ['a file appears', ({ dir }) => writeFileSync(join(dir, 'absent'), '')],
  ['a file goes', ({ file }) => rmSync(file)],
  ['a Go file of a folder changes', ({ folder }) => writeFileSync(join(folder, 'h.go'), 'package h // more\n')],
  ['a Go file of a folder has another time', ({ folder }) => utimesSync(join(folder, 'h.go'), 1, 1)],
  ['a Go file appears in a folder', ({ folder }) => writeFileSync(join(folder, 'i.go'), 'package h\n')],
  ['a fixed folder is gone', ({ fixed }) => rmSync(fixed, { recursive: true })],
])('go is asked again when %s', async (_, change) => {
  const place = await setUp();
  await place.run();
  change(place);
  expect(await place.run()).toEqual({ n: 2 });
});

test('go is asked another question, and by another weaver the same', async () => {
  const { run } = await setUp();
  await run();
  expect(await run(['other'])).toEqual({ n: 2 });
  expect(await run(['other'], 'other code')).toEqual({ n: 3 });
});

test('an answer from files that change meanwhile, and one that no file decides, are not remembered', async () => {
  const { dir, file } = await setUp();
  const answers = new PlanAnswers(join(dir, 'answers.json'), 'code');
  const ask = (files: readonly string[] | undefined) => () => {
    writeFileSync(file, `module m // ${Date.now()}\n`);
    return Promise.resolve({ value: 1, files, folders: [] });
  };
  await answers.recall(['moves'], ask([file]));
  await answers.recall(['none'], ask(undefined));
  let asked = 0;
  for (const question of ['moves', 'none']) {
    await answers.recall([question], () => {
      asked++;
      return Promise.resolve({ value: 2, files: undefined, folders: [] });
    });
  }
  expect(asked).toBe(2);
});
