import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  appendMember,
  isArchive,
  isRestorable,
  listMembers,
  readBuildId,
  readMember,
  removeMembers,
  replaceBuildId,
} from '../../../src/toolexec/archive.ts';
import { peekArchive, peekArchiveFile } from '../../../src/toolexec/export-data.ts';
import { go } from '../../support/go-command.ts';
import { mixedModule } from '../../support/mixed-module.ts';
import { tempModule } from '../../support/temp-module.ts';

/** Archive files by import path, of packages in a temporary module. */
function archivesOf(files: Readonly<Record<string, string>>): {
  readonly dir: string;
  readonly exports: ReadonlyMap<string, string>;
} {
  const dir = tempModule(files);
  const lines = go(['list', '-export', '-f', '{{.ImportPath}}\t{{.Export}}', './...'], dir).trim().split('\n');
  return { dir, exports: new Map(lines.map((line) => line.split('\t') as [string, string])) };
}

const ours = new Set(['link.deps']);
const names = (bytes: Uint8Array) => listMembers(bytes).map(({ name }) => name);

test('members of real archives, and which of them compile alone made', () => {
  const { exports } = archivesOf(mixedModule);
  const read = (path: string) => readFileSync(exports.get(`example.com/mixed/${path}`) ?? '');
  expect(names(read('dir'))).toEqual(['__.PKGDEF', '_go_.o']);
  expect(names(read('sum'))[2]).toMatch(/^sum_.*\.o$/);
  expect(['dir', 'empty', 'sum', 'native'].map((path) => isRestorable(read(path), ours))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(isRestorable(appendMember(read('dir'), 'link.deps', Buffer.from('x')), ours)).toBe(true);
  expect(isRestorable(appendMember(read('dir'), 'foreign.txt', Buffer.from('x')), ours)).toBe(false);
});

test('a member is appended, read, and removed again; the go command still reads the archive', () => {
  const { dir, exports } = archivesOf(mixedModule);
  const original = readFileSync(exports.get('example.com/mixed/dir') ?? '');
  for (const content of ['#link.deps@v2\n', '#link.deps@v2\nimport\ta\n']) {
    const longer = appendMember(original, 'link.deps', Buffer.from(content));
    expect(content.length % 2).toBe(content === '#link.deps@v2\n' ? 0 : 1);
    expect(longer.length % 2).toBe(0);
    expect(longer.subarray(0, original.length).equals(original)).toBe(true);
    expect(Buffer.from(readMember(longer, 'link.deps') ?? []).toString()).toBe(content);
    expect(appendMember(original, 'link.deps', Buffer.from(content)).equals(longer)).toBe(true);
    expect(removeMembers(longer, ours).equals(original)).toBe(true);
    expect(peekArchive(longer)).toEqual(peekArchive(original));
  }
  writeFileSync(join(dir, 'x.a'), appendMember(original, 'link.deps', Buffer.from('#link.deps@v2\nodd')));
  expect(go(['tool', 'pack', 't', 'x.a'], dir)).toBe('__.PKGDEF\n_go_.o\nlink.deps\n');
  expect(go(['tool', 'pack', 'p', 'x.a', 'link.deps'], dir)).toBe('#link.deps@v2\nodd');
  expect(go(['tool', 'buildid', 'x.a'], dir).trim()).toBe(readBuildId(original));
});

test('the build id is read and replaced everywhere, the original stays', () => {
  const { dir, exports } = archivesOf({ 'go.mod': 'module m\n', 'p.go': 'package p\n' });
  const original = readFileSync(exports.get('m') ?? '');
  const before = Buffer.from(original);
  const id = readBuildId(original) ?? '';
  expect(id).toBe(go(['tool', 'buildid', exports.get('m') ?? ''], dir).trim());
  const [action = '', content = ''] = id.split('/');
  expect(content).not.toBe(action);
  const other = `${action}/${action}`;
  const replaced = replaceBuildId(original, id, other);
  expect(original.equals(before)).toBe(true);
  expect(replaced.includes(id)).toBe(false);
  expect(replaced.toString('latin1').split(other)).toHaveLength(original.toString('latin1').split(id).length);
  expect(replaceBuildId(replaced, other, id).equals(original)).toBe(true);
  expect(() => replaceBuildId(original, id, 'short')).toThrow(
    expect.objectContaining({ code: 'archive_build_id_length' }),
  );
});

test('occurrences that touch are replaced once each, whatever the new id looks like', () => {
  const bytes = Buffer.from('..aaaa-aa..');
  expect(replaceBuildId(bytes.subarray(2), 'aa', 'ba').toString()).toBe('baba-ba..');
});

test('damaged archives are refused, never misread', () => {
  const { dir, exports } = archivesOf({
    'go.mod': 'module m\n',
    'p.go': 'package p\n\nimport "fmt"\n\nvar F = fmt.Sprint\n',
  });
  const original = readFileSync(exports.get('m') ?? '');
  const damagedFile = join(dir, 'damaged.a');
  const facts = peekArchive(original);
  expect(facts).toEqual({ path: 'm', name: 'p', imports: ['fmt'] });
  for (const bytes of [Buffer.from('no archive'), original.subarray(0, 50), original.subarray(0, -2)]) {
    expect(() => listMembers(bytes)).toThrow(expect.objectContaining({ code: 'archive_corrupt' }));
    expect(peekArchive(bytes)).toBeUndefined();
  }
  expect(isArchive(original)).toBe(true);
  expect(peekArchive(removeMembers(original, new Set(['_go_.o'])))).toBeUndefined();
  fc.assert(
    fc.property(fc.nat(original.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const damaged = Buffer.from(original);
      damaged[at] = (damaged[at] ?? 0) ^ change;
      // Most of an archive does not bear on these facts; what must not happen is an exception.
      expect(['undefined', 'object']).toContain(typeof peekArchive(damaged));
      writeFileSync(damagedFile, damaged);
      expect(['undefined', 'object']).toContain(typeof peekArchiveFile(damagedFile));
    }),
    { numRuns: 500 },
  );
});

test.each(['sixteen.bytes.xx', 'a.o', 'a.syso', 'noextension', 'a b.c', ''])('"%s" is no member name', (name) => {
  const archive = Buffer.from('!<arch>\n');
  expect(() => appendMember(archive, name, Buffer.alloc(0))).toThrow(
    expect.objectContaining({ code: 'archive_bad_member_name' }),
  );
});

test('export data of an unknown version is not guessed at', () => {
  const { exports } = archivesOf({ 'go.mod': 'module m\n', 'p.go': 'package p\n' });
  const newer = readFileSync(exports.get('m') ?? '');
  newer.writeUInt32LE(99, newer.indexOf('\n$$B\nu') + 6);
  expect(peekArchive(newer)).toBeUndefined();
});
