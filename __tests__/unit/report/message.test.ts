import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { GotsError } from '../../../src/report/diagnostic.ts';
import { diagnostic, failure } from '../../../src/report/message.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const text = {
  code: 'area_what',
  message: 'the key "%key%" of %file% has %count% values',
  hint: 'remove "%key%"',
} as const;

test('values are filled in as they are, each as often as it is named', () => {
  expect(diagnostic(text, { key: '%file% $& %', file: 'a.yml', count: 2 })).toEqual({
    code: 'area_what',
    message: 'the key "%file% $& %" of a.yml has 2 values',
    hint: 'remove "%file% $& %"',
  });
});

test('an error carries its place, its cause and its family', () => {
  const span = { file: 'gots.yml', line: 3, column: 5 };
  const cause = new Error('why');
  const bug = { code: 'area_bug', message: 'no %name%', family: 'bug' } as const;
  const error = failure(bug, { name: 'x' }, { span, cause });
  expect(error).toBeInstanceOf(GotsError);
  expect(error).toMatchObject({ code: 'area_bug', message: 'no x', hint: undefined, span, cause, family: 'bug' });
});

test('texts and docs/errors.md are made from the messages', () => {
  const run = spawnSync(process.execPath, ['scripts/errors.mjs', '--check'], { cwd: root, encoding: 'utf8' });
  expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: '' });
});

test('each text is used by a function of report/codes', () => {
  const topics = readdirSync(`${root}/src/report/texts`);
  const unused = topics.flatMap((topic) => {
    const keys = readFileSync(`${root}/src/report/texts/${topic}`, 'utf8').matchAll(/^ {2}([a-z_]+): \{$/gm);
    const code = readFileSync(`${root}/src/report/codes/${topic}`, 'utf8');
    const isUsed = (key: string) => new RegExp(`\\btexts\\.${key}\\b`).test(code) || /_build_failed$/.test(key);
    return [...keys].map(([, key]) => key as string).filter((key) => !isUsed(key));
  });
  expect(topics.length).toBeGreaterThan(10);
  expect(unused).toEqual([]);
});
