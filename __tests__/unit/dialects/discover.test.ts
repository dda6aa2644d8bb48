import { describe, expect, test } from 'vitest';
import type { ModulePlace } from '../../../src/dialects/contract.ts';
import { discoverAspects } from '../../../src/dialects/discover.ts';
import { treeReader } from '../aspects/helpers.ts';

const place = (files: Readonly<Record<string, string>>, env: NodeJS.ProcessEnv = {}): ModulePlace => ({
  dir: '/app',
  reader: treeReader(files),
  env,
  findPackages: undefined,
});

test.each([
  [['gots.yml', 'orchestrion.yml', 'orchestrion.tool.go'], { entries: ['/app/gots.yml'], builtIns: [] }],
  [['orchestrion.yml'], { entries: ['/app/orchestrion.yml'], builtIns: ['orchestrion'] }],
  [['orchestrion.tool.go'], { entries: ['/app/orchestrion.tool.go'], builtIns: ['orchestrion'] }],
  [
    ['orchestrion.yml', 'orchestrion.tool.go'],
    { entries: ['/app/orchestrion.tool.go', '/app/orchestrion.yml'], builtIns: ['orchestrion'] },
  ],
  [['main.go'], { entries: ['gots:otel'], builtIns: [] }],
])('with %j', async (names, expected) => {
  const files = Object.fromEntries(names.map((name) => [`/app/${name}`, '']));
  expect(await discoverAspects(place(files))).toEqual({ ...expected, inputs: [], warnings: [] });
});

describe('a module configures itself, or its workspace does', () => {
  const loongsuite = { '/app/.otel-build/conf.json': '{"PkgPath": "/co/pkg"}', '/co/tool/data/rules/base.json': '[]' };
  const everything = {
    '/app/gots.yml': '',
    '/app/orchestrion.yml': '',
    '/app/otelc.yml': '',
    '/work/gots.yml': '',
    '/work/orchestrion.yml': '',
    ...loongsuite,
  };
  // Each row takes away what the row above found.
  const steps = [
    ['/app/gots.yml', []],
    ['/app/orchestrion.yml', ['orchestrion']],
    ['/app/otelc.yml', []],
    ['/work/gots.yml', []],
    ['/work/orchestrion.yml', ['orchestrion']],
    ['/co/tool/data/rules/base.json', []],
  ] as const;
  test.each(steps)('%s counts before those below', async (entry, builtIns) => {
    const gone = steps
      .slice(
        0,
        steps.findIndex(([each]) => each === entry),
      )
      .map(([each]) => each as string);
    const files = Object.fromEntries(Object.entries(everything).filter(([path]) => !gone.includes(path)));
    expect(await discoverAspects(place(files), '/work')).toMatchObject({ entries: [entry], builtIns });
  });

  test('the rules of otelc and of loongsuite do not count for the members of a workspace', async () => {
    const files = { '/work/otelc.yml': '', '/work/.otel-build/conf.json': '{}' };
    expect((await discoverAspects(place(files), '/work')).entries).toEqual(['gots:otel']);
  });
});
