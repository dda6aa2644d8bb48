import { expect, test } from 'vitest';
import { discoverAspects } from '../../../src/aspects/discover.ts';
import { errorOf, treeReader } from './helpers.ts';

const toolFileUnread = {
  code: 'aspect_tool_file_unread',
  message: 'the imports of orchestrion.tool.go are not read yet',
  hint: 'name the aspect files of those packages under "extends:"',
  span: { file: 'orchestrion.tool.go', line: 1, column: 1 },
};

test.each([
  [
    ['gots.yml', 'orchestrion.yml', 'orchestrion.tool.go'],
    { entries: ['/app/gots.yml'], orchestrionBuiltIns: false, warnings: [] },
  ],
  [['orchestrion.yml'], { entries: ['/app/orchestrion.yml'], orchestrionBuiltIns: true, warnings: [] }],
  [
    ['orchestrion.yml', 'orchestrion.tool.go'],
    { entries: ['/app/orchestrion.yml'], orchestrionBuiltIns: true, warnings: [toolFileUnread] },
  ],
  [['main.go'], { entries: ['gots:otel'], orchestrionBuiltIns: false, warnings: [] }],
])('with %j', (names, expected) => {
  const files = Object.fromEntries(names.map((name) => [`/app/${name}`, '']));
  expect(discoverAspects('/app', treeReader(files))).toEqual(expected);
});

test('orchestrion.tool.go alone is an error', () => {
  expect(errorOf(() => discoverAspects('/app', treeReader({ '/app/orchestrion.tool.go': '' })))).toBe(
    'orchestrion.tool.go:1:1: the aspects are configured in orchestrion.tool.go alone, whose imports are not read yet ' +
      '(aspect_tool_file_only); write a gots.yml beside it that names the aspect files, or "extends: [gots:otel]" for ' +
      'the built-in ones',
  );
});
