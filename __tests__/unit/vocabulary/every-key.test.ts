import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { gotsSchema } from '../../../src/vocabulary/reference/json-schema.ts';

const root = join(import.meta.dirname, '../../..');

/** The parts of JSON Schema that gots.schema.json uses. */
interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

const top = gotsSchema() as unknown as Schema & { readonly definitions: Readonly<Record<string, Schema>> };

function alternatives(schema: Schema): readonly Schema[] {
  const referred =
    schema.$ref === undefined ? [] : [top.definitions[schema.$ref.replace('#/definitions/', '')] as Schema];
  const below = [...referred, ...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return [schema, ...below.flatMap(alternatives)];
}

/** Every object of the schema with its keys, by the schema itself. */
const declared = new Map<Schema, { readonly path: string; readonly unused: Set<string> }>();

function declare(schema: Schema, path: string): void {
  for (const each of alternatives(schema)) {
    if (each.items) declare(each.items, path);
    if (!each.properties || declared.has(each)) continue;
    declared.set(each, { path, unused: new Set(Object.keys(each.properties)) });
    for (const [key, value] of Object.entries(each.properties)) declare(value, `${path}.${key}`);
  }
}

/** Marks the keys of a value in every object of the schema that may describe it. */
function use(value: unknown, schema: Schema): void {
  for (const each of alternatives(schema)) {
    if (Array.isArray(value)) for (const item of value) each.items && use(item, each.items);
    else if (typeof value === 'object' && value !== null)
      for (const [key, part] of Object.entries(value)) {
        const property = each.properties?.[key];
        if (!property) continue;
        declared.get(each)?.unused.delete(key);
        use(part, property);
      }
  }
}

/** Aspect files that a test weaves with or reads: golden cases, cases of the vocabulary and files of scripts. */
function yamlOfTests(): readonly unknown[] {
  const files = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '__tests__', 'src/vocabulary', 'aspects'],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  ).split('\n');
  const read = (name: string): string => readFileSync(join(root, name), 'utf8');
  const whole = files.filter((name) => /(^|\/)(aspects|cases?|gots)\.yml$/.test(name)).map(read);
  const inScripts = files
    .filter((name) => name.endsWith('.txtar'))
    .flatMap((name) =>
      read(name)
        .split(/^-- /m)
        .filter((part) => /^\S*\.ya?ml --/.test(part))
        .map((part) => part.replace(/^.*\n/, '')),
    );
  return [...whole, ...inScripts].flatMap((text) =>
    parseAllDocuments(text).map((document) => document.toJS() as unknown),
  );
}

test('each key of gots.yml is used by a golden case or a script', () => {
  declare(top, 'gots.yml');
  for (const value of yamlOfTests()) use(value, top);
  expect(declared.size).toBeGreaterThan(20);
  const unused = [...declared.values()].flatMap(({ path, unused: keys }) => [...keys].map((key) => `${path}.${key}`));
  expect(unused).toEqual([]);
});
