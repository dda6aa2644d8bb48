import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Type of an attribute's value, as the conventions write it. */
export type AttributeType = 'string' | 'bool' | 'int' | 'double' | 'any' | 'string[]' | 'int[]' | 'bool[]' | 'double[]';

export interface Attribute {
  readonly type: AttributeType;
  readonly values?: readonly string[];
}

export interface Instrument {
  readonly instrument: 'counter' | 'updowncounter' | 'histogram' | 'gauge';
  readonly number: 'int' | 'double';
  readonly unit: string;
  readonly attributes?: Readonly<Record<string, 'required' | 'optional'>>;
}

type Kind = 'internal' | 'server' | 'client' | 'producer' | 'consumer';

export interface SpanRule {
  readonly name: string;
  readonly section: string;
  readonly kinds: readonly Kind[];
  readonly prefix: string;
  readonly required: readonly string[];
  readonly failed?: readonly string[];
}

interface Requirements {
  readonly spans: readonly SpanRule[];
  readonly events: readonly { readonly name: string; readonly oneOf: readonly string[] }[];
  readonly resource: {
    readonly required: readonly string[];
    readonly entities: readonly {
      readonly prefix: string;
      readonly required: readonly string[];
      readonly but?: string;
    }[];
  };
  readonly buckets: Readonly<Record<string, { readonly bounds: readonly number[] | 'runtime' }>>;
}

/** What gots emits beyond the conventions; see data/semconv/beyond.yml. */
export interface Beyond {
  readonly attributes: Readonly<Record<string, Attribute & { readonly reason: string }>>;
  readonly openValues: Readonly<Record<string, string>>;
  readonly metrics: Readonly<Record<string, Instrument & { readonly reason: string }>>;
  readonly missing: Readonly<Record<string, string>>;
}

export interface Conventions {
  readonly schemaUrl: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly templates: Readonly<Record<string, Attribute>>;
  readonly metrics: Readonly<Record<string, Instrument>>;
  readonly requirements: Requirements;
  readonly beyond: Beyond;
}

const data = join(import.meta.dirname, '..', '..', 'data', 'semconv');
const read = (file: string) => readFileSync(join(data, file), 'utf8');

/** The pinned copy of data/semconv. */
export function readConventions(): Conventions {
  return {
    ...(JSON.parse(read('conventions.json')) as Pick<
      Conventions,
      'schemaUrl' | 'attributes' | 'templates' | 'metrics'
    >),
    requirements: parse(read('requirements.yml')) as Requirements,
    beyond: parse(read('beyond.yml')) as Beyond,
  };
}

/** The attribute of that name; undefined if neither the conventions nor gots' own list has it. */
export function attributeNamed(name: string, { attributes, templates, beyond }: Conventions): Attribute | undefined {
  const exact = attributes[name] ?? beyond.attributes[name];
  if (exact) return exact;
  const template = Object.keys(templates).find((prefix) => name.startsWith(prefix) && name.length > prefix.length);
  return template === undefined ? undefined : templates[template];
}

/** What is wrong with gots' own list: entries without a reason, and those that the conventions have themselves. */
export function staleEntries({ attributes, metrics, beyond }: Conventions): string[] {
  const unexplained = (entries: Readonly<Record<string, string | { readonly reason: string }>>) =>
    Object.entries(entries).flatMap(([name, entry]) =>
      (typeof entry === 'string' ? entry : entry.reason) ? [] : [`${name} has no reason`],
    );
  return [
    ...[beyond.attributes, beyond.openValues, beyond.metrics, beyond.missing].flatMap(unexplained),
    ...Object.keys(beyond.attributes).flatMap((name) => (attributes[name] ? [`${name} is in the conventions`] : [])),
    ...Object.keys(beyond.metrics).flatMap((name) => (metrics[name] ? [`${name} is in the conventions`] : [])),
    ...Object.keys(beyond.openValues).flatMap((name) =>
      attributes[name]?.values ? [] : [`${name} is no enumeration`],
    ),
  ];
}
