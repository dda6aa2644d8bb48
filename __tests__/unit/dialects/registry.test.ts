import { describe, expect, test } from 'vitest';
import { configurationFiles, dialectFacts, dialectNamed, isConfiguration } from '../../../src/dialects/facts.ts';
import { dialects } from '../../../src/dialects/registry.ts';
import { GotsError } from '../../../src/report/diagnostic.ts';
import type { DialectName } from '../../../src/vocabulary/aspect.ts';

const names = Object.keys(dialects) as DialectName[];

/** Texts that are wrong in one dialect at least, by the name of their file. */
const wrong: Readonly<Record<DialectName, readonly (readonly [string, string])[]>> = {
  gots: [
    ['gots.yml', 'aspects: ['],
    ['gots.yml', 'aspects: 3'],
    ['gots.yml', 'aspects: [{}]'],
    ['gots.yml', 'aspect: []'],
    ['gots.yml', 'aspects: [{join-point: {none: x}, advice: [{none: x}]}]'],
  ],
  orchestrion: [
    ['orchestrion.yml', '- 1'],
    ['orchestrion.yml', 'extends: {}'],
    ['orchestrion.yml', 'aspects: [{join-point: {all-of: 1}, advice: []}]'],
    ['orchestrion.tool.go', 'import "fmt"'],
  ],
  otelc: [
    ['otelc.yml', 'r: ['],
    ['otelc.yml', 'r: {}'],
    ['otelc.yml', 'r: {target: main, where: {func: F}, do: []}'],
    ['otelc.yml', 'r: {target: main, raw: "{{", func: F}'],
    ['otelc.yml', 'r: {target: main, where: {file: {}, func: F}, do: [{inject_hooks: {before: B, path: p}}]}'],
  ],
  loongsuite: [
    ['r.json', '['],
    ['r.json', '{}'],
    ['r.json', '[{}]'],
    ['r.json', '[{"ImportPath": 1}]'],
    ['r.json', '[{"ImportPath": "p", "Function": "(", "OnEnter": "x", "Path": "p"}]'],
  ],
};

describe.each(names)('%s', (name) => {
  const dialect = dialects[name];

  test('is known by the same facts with and without its readers', () => {
    expect(dialect).toMatchObject(dialectFacts[name]);
    expect(dialect.name).toBe(name);
  });

  test.each(wrong[name])('errors in %s have its codes: %s', (display, text) => {
    const codes: string[] = [];
    const ctx = {
      strict: false,
      warn: () => undefined,
      checkTemplate: (source: string) => (source === '{{' ? { message: 'unclosed action', offset: 0 } : undefined),
    };
    try {
      dialect.parse({ display, bytes: Buffer.from(text) }, ctx);
    } catch (error) {
      if (!(error instanceof GotsError)) throw error;
      expect(error.span?.file).toBe(display);
      codes.push(error.code);
    }
    expect(codes).toHaveLength(1);
    expect(dialect.errors.some((prefix) => codes[0]?.startsWith(prefix))).toBe(true);
  });
});

test.each([
  ['gots.yml', 'gots', true],
  ['orchestrion.yml', 'orchestrion', true],
  ['orchestrion.tool.go', 'orchestrion', true],
  ['otelc.yml', 'otelc', true],
  ['a.b.otelc.yaml', 'otelc', true],
  ['otelc.tool.go', undefined, true],
  ['otel.instrumentation.go', undefined, true],
  ['http.json', 'loongsuite', false],
  ['http.orchestrion.yml', undefined, false],
  ['myotelc.yml', undefined, false],
  ['go.mod', undefined, false],
] as const)('the name %s', (name, dialect, configures) => {
  expect(dialectNamed(name)).toBe(dialect);
  expect(isConfiguration(name)).toBe(configures);
});

test('no file configures a module in two dialects', () => {
  expect(new Set(configurationFiles).size).toBe(configurationFiles.length);
});
