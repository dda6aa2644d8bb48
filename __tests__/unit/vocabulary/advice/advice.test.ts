import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { adviceKinds, adviceWords, kindOfAdvice } from '../../../../src/vocabulary/advice.ts';
import type { AdviceKind, AnyAdvice } from '../../../../src/vocabulary/advice-kind.ts';
import { advice as samples } from '../../../support/key-samples.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', '..', 'src', 'vocabulary', 'advice');

test('every folder is a kind, and every kind has a folder of its name', () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual(Object.keys(adviceKinds).sort());
});

test('every kind but plug-ins has one key in YAML, which is its name', () => {
  expect(Object.keys(adviceWords)).toEqual(Object.keys(adviceKinds).filter((kind) => kind !== 'plugin'));
  for (const [kind, { words }] of Object.entries(adviceKinds)) {
    expect(Object.keys(words)).toEqual(kind === 'plugin' ? [] : [kind]);
  }
});

test('every kind changes nodes or packages, and says when', () => {
  for (const sample of Object.values(samples).flat()) {
    const { onNode, onPackage } = kindOfAdvice(sample.advice);
    const when = onPackage?.when(sample.advice) ?? 'never';
    expect(when === 'always' || onNode !== undefined, sample.advice.kind).toBe(true);
  }
});

test('TypeScript refuses a kind that does not say what it reads', () => {
  // @ts-expect-error: `reads` is missing
  const incomplete: AdviceKind<AnyAdvice> = {
    words: {},
    templates: () => [],
    injects: () => [],
    onNode: undefined,
    onPackage: undefined,
  };
  expect(incomplete.reads).toBeUndefined();
});
