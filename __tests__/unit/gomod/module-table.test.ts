import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type ModuleTable, moduleOf, vendoredModules } from '../../../src/gomod/module-table.ts';

const flat: ModuleTable = {
  versions: { 'example.com/app': '', 'example.com/lib': 'v1.2.3', 'example.com/lib/nested': 'v0.1.0' },
  dirs: {},
  vendored: {},
};

test.each([
  ['example.com/app/cmd/x', { path: 'example.com/app', version: '' }],
  ['example.com/lib', { path: 'example.com/lib', version: 'v1.2.3' }],
  ['example.com/lib/sub', { path: 'example.com/lib', version: 'v1.2.3' }],
  ['example.com/libother', undefined],
  ['net/http', undefined],
  ['vendor/golang.org/x/net/idna', undefined],
])('%s is of the module %o', (path, module) => {
  expect(moduleOf(flat, path)).toEqual(module);
});

test('of two modules that may hold a package, the one that has a folder with Go files does', () => {
  const dir = mkdtempSync(join(tmpdir(), 'gots-modules-'));
  try {
    for (const folder of ['lib/nested/old', 'nested/new', 'nested/old'])
      mkdirSync(join(dir, folder), { recursive: true });
    writeFileSync(join(dir, 'lib/nested/old/old.go'), '');
    writeFileSync(join(dir, 'nested/new/new.go'), '');
    const dirs = { 'example.com/lib': join(dir, 'lib'), 'example.com/lib/nested': join(dir, 'nested') };
    const table = { ...flat, dirs };
    expect(moduleOf(table, 'example.com/lib/nested/old')?.version).toBe('v1.2.3');
    expect(moduleOf(table, 'example.com/lib/nested/new')?.version).toBe('v0.1.0');
  } finally {
    rmSync(dir, { recursive: true });
  }
});

test('vendor/modules.txt tells module and version of each package', () => {
  const table = vendoredModules(`# example.com/lib v1.2.3
## explicit; go 1.21
example.com/lib
example.com/lib/nested/old
# example.com/lib/nested v0.1.0 => example.com/fork v0.2.0
## explicit
example.com/lib/nested/new
# example.com/local v0.3.0 => ../local
example.com/local
# example.com/local => ../local
`);
  const versions = ['lib', 'lib/nested/old', 'lib/nested/new', 'local'].map(
    (name) => moduleOf(table, `example.com/${name}`)?.version,
  );
  expect(versions).toEqual(['v1.2.3', 'v1.2.3', 'v0.2.0', '']);
});
