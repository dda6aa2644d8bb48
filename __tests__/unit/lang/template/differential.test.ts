import { beforeAll, describe, expect, test } from 'vitest';
import { encodeRune, toBytes } from '../../../../src/lang/text/bytes.ts';
import { data, templates } from './corpus.ts';
import { type Answer, answerHere, askGo, type Case, type Spec } from './go-oracle.ts';
import { randomFormats, randomTemplates } from './random-cases.ts';

const groups: Readonly<Record<string, readonly Case[]>> = {
  templates: templates.map((text) => ({ Text: toBytes(text), Data: data })),
  'every character': everyCharacter(),
  'random templates': randomTemplates(3000),
  'random formats': randomFormats(4000),
};

describe('agrees with text/template and fmt of Go 1.26', () => {
  const answers = new Map<Case, Answer>();

  beforeAll(() => {
    const cases = Object.values(groups).flat();
    askGo(cases).forEach((answer, i) => {
      answers.set(cases[i] as Case, answer);
    });
  }, 300_000);

  test.each(Object.entries(groups))('%s', (_, cases) => {
    const differences = cases
      .map((c) => ({ here: show(c, answerHere(c)), go: show(c, answers.get(c)) }))
      .filter(({ here, go }) => JSON.stringify(here) !== JSON.stringify(go));
    expect(differences.map(({ here }) => here)).toEqual(differences.map(({ go }) => go));
    expect(cases.length).toBeGreaterThan(500);
  });
});

/** Each code point in `%q`, many to a case. */
function everyCharacter(): readonly Case[] {
  const step = 0x800;
  return Array.from({ length: 0x110000 / step }, (_, i): Case => {
    const all = Array.from({ length: step }, (_, j) => encodeRune(i * step + j)).join('');
    const text: Spec = { T: 'string', S: all };
    return { Text: '%q', Data: { T: '[]interface {}', L: [text] }, Printf: true };
  });
}

/** Templates may print functions, and so addresses; formats are never given any. */
function show(c: Case, answer: Answer | undefined): object {
  if (c.Printf) return { ...c, ...answer };
  const plain = (text: string | undefined): string | undefined => text?.replace(/\b0x[0-9a-f]{6,10}\b/g, '0xADDRESS');
  return { Text: c.Text, Out: plain(answer?.Out), Err: plain(answer?.Err) };
}
