import { expect, test } from 'vitest';
import { checkCodeTemplate } from '../../../../src/aspects/check-template.ts';
import { formatError, type GotsError } from '../../../../src/report/diagnostic.ts';
import { errorOf, loadTree } from '../../aspects/helpers.ts';

function collect(files: Readonly<Record<string, string>>): { codes: string[]; ids: string[]; problems: GotsError[] } {
  const problems: GotsError[] = [];
  const loaded = loadTree(files, { sink: (problem) => problems.push(problem), checkTemplate: checkCodeTemplate });
  const place = ({ span, code }: GotsError): string => `${span?.file}:${span?.line}:${span?.column} ${code}`;
  return { codes: problems.map(place), ids: loaded.aspects.map((aspect) => aspect.id), problems };
}

const broken = `extends: [gone.yml, other.yml]
nonsense: 1
aspects:
  - id: a
    join-point:
      all-of:
        - import-pat: x
        - function:
            - nam: f
            - receiver: '[]T'
        - import-path: y
    advice:
      - prepend: {}
      - wrap-expression: { template: '{{ . ', lang: 1.2, colour: red }
  - id: b
    join-point: { import-path: z }
    advice: [{ add-blank-import: q }]
  - join-point: { import-path: z }
`;

test('all problems of a file and of those it extends are collected, and whole aspects remain', () => {
  const { codes, ids } = collect({ '/app/gots.yml': broken, '/app/other.yml': 'aspects: {}' });
  expect(codes.sort()).toEqual(
    [
      'gots.yml:13:9 aspect_unknown_advice',
      'gots.yml:14:44 aspect_template_syntax',
      'gots.yml:14:53 aspect_bad_lang',
      'gots.yml:14:58 aspect_unknown_key',
      'gots.yml:18:5 aspect_missing_key',
      'gots.yml:1:11 aspect_extends_missing',
      'gots.yml:2:1 aspect_unknown_key',
      'gots.yml:7:11 aspect_unknown_point',
      'gots.yml:9:15 aspect_unknown_option',
      'gots.yml:10:25 aspect_bad_type_name',
      'other.yml:1:10 aspect_wrong_type',
    ].sort(),
  );
  expect(ids).toEqual(['b']);
});

test('all mistakes of the YAML itself are collected', () => {
  const { codes } = collect({ '/app/gots.yml': 'aspects: []\naspects: []\nmeta: {}\nmeta: {}\n' });
  expect(codes).toEqual(['gots.yml:2:1 aspect_duplicate_key', 'gots.yml:4:1 aspect_duplicate_key']);
});

test('what is thrown without a sink is among what a sink gets', () => {
  const files = { '/app/gots.yml': broken, '/app/other.yml': 'aspects: []' };
  const thrown = errorOf(() => loadTree(files));
  expect(collect(files).problems.map(formatError)).toContain(thrown);
});
