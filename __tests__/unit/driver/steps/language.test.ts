import { expect, test } from 'vitest';
import { languageFlags } from '../../../../src/driver/steps/language.ts';
import { parseCompile } from '../../../../src/toolexec/argv.ts';

const loops = Buffer.from('package p\n\nfunc f() {\n\tfor i := 0; i < 3; i++ {\n\t}\n}\n');
const none = Buffer.from('package p\n\nfunc f() {\n\tfor {\n\t}\n}\n');

function wordsOf(flags: readonly string[], lang = '', text = loops, original = text): string[] {
  const command = parseCompile(['-o', 'x.a', '-p', 'p', ...flags, 'a.go']);
  const sources = { path: 'example.com/p', lang, texts: [text], originals: () => [original] };
  return languageFlags(command, sources).map(({ name, value }) => `${name}=${value}`);
}

test('compilers that mistake woven loops are told to leave them alone', () => {
  for (const version of ['go1.24.11', 'go1.25.5']) {
    expect(wordsOf(['-lang=go1.21', `-goversion=${version}`])).toContain('d=loopvarhash=qn');
    expect(wordsOf(['-lang=go1.21', `-goversion=${version}`], '', none)).not.toContain('d=loopvarhash=qn');
    expect(wordsOf(['-lang=go1.22', `-goversion=${version}`])).not.toContain('d=loopvarhash=qn');
    expect(wordsOf([`-goversion=${version}`])).not.toContain('d=loopvarhash=qn');
  }
  expect(wordsOf(['-lang=go1.21', '-goversion=go1.26.8'])).not.toContain('d=loopvarhash=qn');
});

test('a template’s language level is taken, and leaves loops as they are', () => {
  expect(wordsOf(['-lang=go1.18', '-goversion=go1.26.8'], 'go1.21')).toEqual(expect.arrayContaining(['lang=go1.21']));
  expect(wordsOf(['-lang=go1.18', '-goversion=go1.26.8'], 'go1.21')).not.toContain('d=loopvarhash=qn');
  const raised = wordsOf(['-lang=go1.18', '-goversion=go1.26.8'], 'go1.23');
  expect(raised).toEqual(expect.arrayContaining(['lang=go1.23', 'd=loopvarhash=qn']));
  expect(wordsOf(['-lang=go1.24', '-goversion=go1.26.8'], 'go1.23')).toContain('lang=go1.24');
});

test('files of two versions in one package are refused where they cannot be told apart', () => {
  const newer = Buffer.from('//go:build linux && go1.22\n\npackage p\n');
  const flags = ['-lang=go1.21', '-goversion=go1.25.5'];
  expect(() => wordsOf(flags, '', loops, newer)).toThrow(expect.objectContaining({ code: 'build_loop_semantics' }));
  expect(wordsOf(['-lang=go1.21', '-goversion=go1.27.0'], '', loops, newer)).toContain('lang=go1.21');
});
