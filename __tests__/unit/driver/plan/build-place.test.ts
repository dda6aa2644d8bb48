import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPlace } from '../../../../src/driver/plan/build-place.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'gots-place-'));
  const files = {
    'go.work': 'go 1.24\n\nuse (\n\t./app\n\t./tools/gen // one\n\t./gone\n)\n',
    'app/go.mod': 'module example.com/app\n',
    'tools/gen/go.mod': 'module example.com/tools/gen\n',
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const members = (args: readonly string[]): readonly string[] | undefined =>
  buildPlace({ goMod: '', goWork: join(dir, 'go.work'), goflags: '' }, dir, args)?.configDirs;

test.each([
  ['build ./app', ['app']],
  ['run ./app/cmd/x -v', ['app']],
  ['build -o out ./tools/...', ['tools/gen']],
  ['test ./...', ['app', 'tools/gen']],
  ['build example.com/tools/gen/x', ['tools/gen']],
  ['vet example.com/...', ['app', 'tools/gen']],
  ['build -C tools ./gen', ['tools/gen']],
  ['run app/main.go', ['app']],
  ['', ['app', 'tools/gen']],
])('go %s in the root of a workspace is about %j', (line, wanted) => {
  expect(members(line === '' ? [] : line.split(' '))).toEqual(wanted.map((name) => join(dir, name)));
});

test('elsewhere it is the module of the folder, or none', () => {
  const place = buildPlace({ goMod: join(dir, 'app/go.mod'), goWork: join(dir, 'go.work'), goflags: '' }, dir, []);
  expect(place).toEqual({ moduleDir: join(dir, 'app'), configDirs: [join(dir, 'app')] });
  expect(buildPlace({ goMod: '', goWork: '', goflags: '' }, dir, [])).toBeUndefined();
});
