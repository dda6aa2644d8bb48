import { expect, test } from 'vitest';
import { discoverAspects } from '../../../src/dialects/discover.ts';
import { treeReader } from '../aspects/helpers.ts';

test.each([
  [['gots.yml', 'orchestrion.yml', 'orchestrion.tool.go'], { entries: ['/app/gots.yml'], orchestrionBuiltIns: false }],
  [['orchestrion.yml'], { entries: ['/app/orchestrion.yml'], orchestrionBuiltIns: true }],
  [['orchestrion.tool.go'], { entries: ['/app/orchestrion.tool.go'], orchestrionBuiltIns: true }],
  [
    ['orchestrion.yml', 'orchestrion.tool.go'],
    { entries: ['/app/orchestrion.tool.go', '/app/orchestrion.yml'], orchestrionBuiltIns: true },
  ],
  [['main.go'], { entries: ['gots:otel'], orchestrionBuiltIns: false }],
])('with %j', (names, expected) => {
  const files = Object.fromEntries(names.map((name) => [`/app/${name}`, '']));
  expect(discoverAspects('/app', treeReader(files))).toEqual({ ...expected, warnings: [] });
});
