import { chmodSync, lstatSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { claimPrivateDir, firstUsableDir, runtimeDir, socketPath } from '../../../../src/driver/front/socket-name.ts';
import { processStart } from '../../../../src/process/identity.ts';
import { tempDir } from '../../../support/temp-module.ts';

const uid = process.getuid?.() ?? 0;

test('the runtime directory is made, private, in the order the shim looks', () => {
  const xdg = tempDir();
  const tmp = tempDir();
  expect(runtimeDir({ TMPDIR: tmp })).toBe(`${tmp}/gots-${uid}`);
  const both = { XDG_RUNTIME_DIR: xdg, TMPDIR: tmp };
  expect(runtimeDir(both)).toBe(`${xdg}/gots`);
  expect(lstatSync(runtimeDir(both)).mode & 0o777).toBe(0o700);
  const absent = join(xdg, 'absent');
  expect(runtimeDir({ XDG_RUNTIME_DIR: absent, TMPDIR: tmp })).toBe(`${tmp}/gots-${uid}`);
  expect(runtimeDir({ XDG_RUNTIME_DIR: absent, TMPDIR: join(tmp, 'x'.repeat(80)) })).toBe(`/tmp/gots-${uid}`);
});

test('a directory that is not ours alone is refused', () => {
  const dir = tempDir();
  mkdirSync(join(dir, 'open'));
  chmodSync(join(dir, 'open'), 0o755);
  mkdirSync(join(dir, 'private'), { mode: 0o700 });
  symlinkSync(join(dir, 'private'), join(dir, 'link'));
  writeFileSync(join(dir, 'file'), '');
  expect(
    ['open', 'private', 'link', 'file', 'new', 'no/parent'].map((name) => claimPrivateDir(join(dir, name))),
  ).toEqual([
    'others may enter it',
    undefined,
    'it is no directory',
    'it is no directory',
    undefined,
    expect.stringContaining('ENOENT'),
  ]);
});

test('if no directory will do, each is named with what is wrong with it', () => {
  const open = tempDir();
  chmodSync(open, 0o755);
  expect(() => firstUsableDir([open, `/${'x'.repeat(90)}`])).toThrow(
    expect.objectContaining({
      code: 'runtime_dir_unusable',
      message: expect.stringMatching(/: others may enter it; .*x: its path is too long for a socket$/),
    }),
  );
});

test('a socket is named after one process for good, within what sun_path holds', () => {
  const places = { XDG_RUNTIME_DIR: tempDir() };
  const path = socketPath(process.pid, places);
  expect(path).toMatch(new RegExp(`/gots/${process.pid}-${processStart(process.pid)}-\\d+\\.sock$`));
  expect(Buffer.byteLength(path)).toBeLessThan(100);
  expect(socketPath(process.ppid, places)).not.toBe(path);
  expect(() => socketPath(2 ** 22 + 1, places)).toThrow(expect.objectContaining({ code: 'socket_no_process' }));
});
