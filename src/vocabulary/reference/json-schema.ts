import { aspectShape, fileShape } from '../../aspects/file-shape.ts';
import type { Keys, Shape, Word } from '../../aspects/shape.ts';
import { adviceWords } from '../advice.ts';
import { optionWords } from '../options.ts';
import { pointWords } from '../points.ts';

type Schema = Readonly<Record<string, unknown>>;

/** The JSON schema (draft 7, which editors know best) of `gots.yml`, made of the tables that its readers use. */
export function gotsSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'gots.yml',
    description: 'Aspects that gots weaves into Go programs.',
    ...schemaOf(fileShape),
    type: ['object', 'null'],
    definitions: {
      aspect: schemaOf(aspectShape),
      'join-point': choiceOf(pointWords, 'A join point: where.'),
      'function-option': choiceOf(optionWords, 'What a function must satisfy.'),
      advice: choiceOf(adviceWords, 'An advice: what to do.'),
    },
  };
}

/** A mapping of exactly one of the words. */
function choiceOf(words: Readonly<Record<string, Word>>, description: string): Schema {
  const properties = Object.fromEntries(
    Object.entries(words).map(([name, { shape, doc, example }]) => [
      name,
      { description: `${doc}\n\nExample: ${name}: ${example}`, ...schemaOf(shape) },
    ]),
  );
  return { description, type: 'object', additionalProperties: false, minProperties: 1, maxProperties: 1, properties };
}

function schemaOf(shape: Shape): Schema {
  switch (shape.kind) {
    case 'text':
      return { type: 'string', ...(shape.pattern === undefined ? {} : { pattern: shape.pattern }) };
    case 'flag':
      return { type: 'boolean' };
    case 'number':
      return { type: 'integer' };
    case 'choice':
      return { enum: shape.values };
    case 'list':
      return { type: shape.empty ? ['array', 'null'] : 'array', items: schemaOf(shape.of) };
    case 'texts-by-name':
      return { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean'] } };
    case 'map':
      return mapSchema(shape.keys, shape.empty === true);
    case 'any-of':
      return { anyOf: shape.shapes.map(schemaOf) };
    case 'ref':
      return { $ref: `#/definitions/${shape.name}` };
  }
}

function mapSchema(keys: Keys, empty: boolean): Schema {
  const entries = Object.entries(keys);
  const required = entries.filter(([, key]) => key.required).map(([name]) => name);
  return {
    type: empty ? ['object', 'null'] : 'object',
    additionalProperties: false,
    ...(required.length === 0 ? {} : { required }),
    // Beside a $ref nothing else counts in draft 7.
    properties: Object.fromEntries(
      entries.map(([name, { shape, doc }]) => {
        const own = schemaOf(shape);
        return [name, '$ref' in own ? { description: doc, allOf: [own] } : { description: doc, ...own }];
      }),
    ),
  };
}
