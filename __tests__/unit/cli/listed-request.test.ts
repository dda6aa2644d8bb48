import { expect, test } from 'vitest';
import { compilationsOf, requestOf } from '../../../src/cli/listed-request.ts';

const listed = {
  ImportPath: 'example.com/m',
  Dir: '/m',
  Name: 'm',
  GoFiles: ['a.go', 'b.go'],
  Module: { Path: 'example.com/m', Version: 'v1.2.3', Replace: { Version: 'v1.2.4' } },
};
const files = { isDirectory: () => false, list: () => [] };
const build = { rootModule: undefined, goVersion: 'go1.26.8', modules: undefined, packageName: () => undefined };
const [compilation] = compilationsOf(listed, false);

test('files are those that the compiler would be given, and the version is that of the code in use', () => {
  const read = (path: string) => Buffer.from(`text of ${path}`);
  const request = requestOf(compilation as never, { ...build, files: { ...files, read } });
  expect(request.files.map(({ bytes }) => bytes.toString())).toEqual(['text of /m/a.go', 'text of /m/b.go']);
  expect(request.facts.module).toEqual({ path: 'example.com/m', version: 'v1.2.4' });
});

test('a file that vanished after go had listed it', () => {
  const read = (path: string) => (path === '/m/b.go' ? undefined : Buffer.from(''));
  expect(() => requestOf(compilation as never, { ...build, files: { ...files, read } })).toThrowError(
    expect.objectContaining({ code: 'cli_file_gone', message: '/m/b.go is not there any more' }),
  );
});
