import { aspectShape, fileShape } from '../../aspects/file-shape.ts';
import type { Keys, Shape, Word } from '../../aspects/shape.ts';
import { adviceWords } from '../advice.ts';
import { optionWords } from '../options.ts';
import { pointWords } from '../points.ts';

const intro = `# Reference of gots.yml

Made by \`npm run reference\` from the tables that read the file. Editors that know the YAML language server take the schema from
the first line of a file:

\`\`\`yaml
# yaml-language-server: $schema=https://raw.githubusercontent.com/gots-dev/gots/main/aspects/gots.schema.json
\`\`\`

Unknown keys are errors. Texts in templates and names are explained where they are used.
`;

/** The reference page of `gots.yml`, in Markdown. */
export function referencePage(): string {
  return [
    intro,
    section('The file', keysTable(fileShape.keys)),
    section('An aspect', keysTable(aspectShape.keys)),
    section('Join points', `${words(pointWords)}`),
    section('Options of `function`', words(optionWords)),
    section('Advice', words(adviceWords)),
  ].join('\n');
}

function section(title: string, body: string): string {
  return `## ${title}\n\n${body}`;
}

function words(table: Readonly<Record<string, Word>>): string {
  return Object.entries(table)
    .map(([name, { shape, doc, example }]) => {
      const keys = shapesOf(shape).flatMap((each) => (each.kind === 'map' ? [keysTable(each.keys)] : []));
      return [
        `### \`${name}\``,
        '',
        `${doc}`,
        '',
        `Value: ${describe(shape)}.`,
        '',
        ...keys,
        '```yaml',
        `${name}: ${example}`,
        '```',
        '',
      ].join('\n');
    })
    .join('\n');
}

function shapesOf(shape: Shape): readonly Shape[] {
  return shape.kind === 'any-of' ? shape.shapes : [shape];
}

function keysTable(keys: Keys): string {
  const rows = Object.entries(keys).map(
    ([name, { shape, doc, required }]) =>
      `| \`${name}\`${required ? ' (required)' : ''} | ${describe(shape)} | ${doc} |`,
  );
  return ['| key | value | meaning |', '|---|---|---|', ...rows, ''].join('\n');
}

const names = {
  'join-point': 'a join point',
  advice: 'an advice',
  'function-option': 'an option',
  aspect: 'an aspect',
};

function describe(shape: Shape): string {
  switch (shape.kind) {
    case 'text':
      return shape.of ?? 'text';
    case 'flag':
      return '`true` or `false`';
    case 'number':
      return 'a whole number';
    case 'choice':
      return shape.values.map((value) => `\`${value}\``).join(', ');
    case 'list':
      return `a list, each item ${describe(shape.of)}`;
    case 'texts-by-name':
      return 'a mapping from names to texts';
    case 'map':
      return 'a mapping';
    case 'any-of':
      return shape.shapes.map(describe).join(', or ');
    case 'ref':
      return names[shape.name];
  }
}
