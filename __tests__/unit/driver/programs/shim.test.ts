import { chmodSync, copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { takeNote } from '../../../../src/driver/front/early-greeting.ts';
import { socketPath } from '../../../../src/driver/front/socket-name.ts';
import { ensureHelper } from '../../../../src/driver/programs/helper-program.ts';
import { ensureShim } from '../../../../src/driver/programs/shim.ts';
import { plainGoEnv } from '../../../support/go-command.ts';
import { run } from '../../../support/run.ts';
import { builtShim, doneReply, fakeTools, shimOptions } from '../../../support/shim.ts';
import { serveShim } from '../../../support/shim-server.ts';
import { tempDir, tempModule } from '../../../support/temp-module.ts';

let shim = '';

beforeAll(async () => {
  shim = await builtShim();
}, 300_000);

describe('finding the server', () => {
  const env = (dir: string): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], XDG_RUNTIME_DIR: dir });

  /** The socket name of this process in a directory, as a build server below would choose it. */
  function ownSocket(dir: string): string {
    return socketPath(process.pid, { XDG_RUNTIME_DIR: dir });
  }

  test('by the name of an ancestor, past wrappers', async () => {
    const dir = fakeTools();
    const server = await serveShim(ownSocket(dir), () => ({ kind: 'ok' }));
    const script = `true; sh -c 'true; ${shim} ${join(dir, 'compile')} -V=full; true'; true`;
    expect((await run(['sh', '-c', script], env(dir))).stdout).toBe('compile -V=full \n');
    expect(server.requests).toMatchObject([{ kind: 'hello', goPid: process.pid }]);
    expect(server.requests[0]).toMatchObject({ goArgv: expect.arrayContaining([process.argv[1]]) });
  });

  test('no server: every tool runs as it is', async () => {
    const dir = fakeTools();
    expect(await run([shim, join(dir, 'compile'), 'x.go'], env(dir))).toEqual({
      status: 0,
      stdout: 'compile x.go \n',
      stderr: '',
    });
    expect((await run([shim, join(dir, 'link'), '-V=full'], env(dir))).stdout).toBe('link -V=full \n');
  });

  test('a greeting for a server that has not started yet is left as a note, by go commands of a weaving environment alone', async () => {
    const dir = fakeTools();
    const go = join(dir, 'go');
    copyFileSync('/bin/sh', go);
    chmodSync(go, 0o755);
    const greet = [go, '-c', `${shim} ${join(dir, 'compile')} -V=full; ls ${join(dir, 'gots')}`];
    const plain = await run(greet, env(dir));
    expect(plain.stdout).toBe('compile -V=full \n');
    const weaving = await run(greet, { ...env(dir), GOTS_PLAN: 'plan.json', GOCACHEPROG: 'cacheprog' });
    const note = /^(\d+-\d+-\d+)\.hello$/m.exec(weaving.stdout)?.[1];
    expect(takeNote(join(dir, 'gots', `${note}.sock`))).toMatchObject({
      kind: 'hello',
      goPid: Number.parseInt(note ?? '', 10),
    });
    expect(readdirSync(join(dir, 'gots'))).toEqual([]);
    expect(takeNote(join(dir, 'gots', `${note}.sock`))).toBeUndefined();
  });

  test('a directory that others may enter is not trusted', async () => {
    const dir = fakeTools();
    const server = await serveShim(ownSocket(dir), () => ({ kind: 'ok' }));
    chmodSync(join(dir, 'gots'), 0o755);
    expect((await run([shim, join(dir, 'compile'), '-V=full'], env(dir))).stdout).toBe('compile -V=full \n');
    expect(server.requests).toEqual([]);
  });

  test('a go command without a server of its own is not woven by the one above it', async () => {
    const dir = tempModule({ 'go.mod': 'module example.com/m\n\ngo 1.24\n', 'm.go': 'package m\n' });
    const server = await serveShim(ownSocket(dir), () => ({ kind: 'ok' }));
    const result = await run(['go', 'build', `-toolexec=${shim}`, '.'], plainGoEnv({ XDG_RUNTIME_DIR: dir }), {
      cwd: dir,
    });
    expect(result).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(server.requests).toEqual([]);
  });

  test('a real go command builds the same with a server that changes nothing', async () => {
    const dir = tempModule({
      'go.mod': 'module example.com/m\n\ngo 1.24\n',
      'main.go': 'package main\n\nfunc main() { println("hi") }\n',
    });
    const socket = join(tempDir(), 's');
    const server = await serveShim(socket, (request) => {
      if (request.kind === 'hello') return { kind: 'ok' };
      if (request.kind === 'salt') return { kind: 'salt', salt: '' };
      if (request.kind === 'ended') return doneReply({});
      return {
        kind: request.kind === 'link' ? 'run' : 'exec',
        argv: [request.tool, ...request.args],
        env: [],
        appends: [],
      };
    });
    const build = (name: string, ...flags: string[]) =>
      run(['go', 'build', ...flags, '-o', name, '.'], plainGoEnv({ GOTS_SERVER: socket }), { cwd: dir });
    expect(await build('plain')).toEqual({ status: 0, stdout: '', stderr: '' });
    writeFileSync(join(dir, 'main.go'), 'package main\n\nfunc main() { println("ho") }\n');
    expect(await build('woven', `-toolexec=${shim}`)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect((await run([join(dir, 'woven')], {})).stderr).toBe('ho\n');
    expect(server.requests[0]?.kind).toBe('hello');
    // Go 1.24 asks for the compiler's version twice.
    const kinds = new Set(server.requests.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['compile', 'ended', 'hello', 'link', 'salt']);
    expect(server.requests[0]).toMatchObject({
      goArgv: ['go', 'build', `-toolexec=${shim}`, '-o', 'woven', '.'],
      cwd: dir,
      importPath: '',
    });
    expect(server.requests.find(({ kind }) => kind === 'compile')).toMatchObject({ importPath: 'example.com/m' });
  });
});

describe('ensureShim', () => {
  const hostile = {
    GOOS: 'plan9',
    GOARCH: 'arm',
    GOFLAGS: '-mod=nonsense',
    CGO_ENABLED: '1',
    GOWORK: '/nowhere/go.work',
    GOCACHEPROG: '/nowhere',
    GOTOOLCHAIN: 'go1.99',
  };

  test('builds once for this machine, whatever the variables say, for several callers at a time', async () => {
    const dir = tempDir();
    const saved = { ...process.env };
    Object.assign(process.env, hostile);
    try {
      const options = shimOptions(dir);
      const paths = await Promise.all([ensureShim(options), ensureShim(options), ensureShim(options)]);
      expect(new Set(paths).size).toBe(1);
      expect(readdirSync(join(dir, 'bin')).filter((name) => !name.endsWith('.sum'))).toEqual([
        paths[0]?.slice(join(dir, 'bin').length + 1),
      ]);
      expect((await run([paths[0] ?? '', '/bin/echo', 'hi'], {})).stdout).toBe('hi\n');
    } finally {
      for (const name of Object.keys(hostile)) delete process.env[name];
      Object.assign(process.env, saved);
    }
  }, 300_000);

  test.each(['shim', 'gate'] as const)(
    'a failure of the %s says what go said and leaves nothing behind',
    async (name) => {
      const options = shimOptions(tempDir());
      const broken = tempModule({
        'go.mod': `module gots/${name}\n\ngo 1.24\n`,
        'main.go': 'package main\n\nfunc main() { undefined() }\n',
      });
      const codes = { shim: 'shim_build_failed', gate: 'gate_build_failed' };
      await expect(ensureHelper(name, { ...options, sourceDir: broken })).rejects.toMatchObject({
        code: codes[name],
        message: expect.stringContaining('undefined: undefined'),
      });
      expect(readdirSync(join(options.cacheDir, 'bin'))).toEqual([]);
    },
    120_000,
  );

  test('a path that GOFLAGS cannot express is left for a plain one', async () => {
    const awkward = join(tempDir(), `it's "a b"`);
    const path = await ensureShim(shimOptions(awkward));
    expect(path).toMatch(/^\/tmp\/gots-\d+\/bin\/shim-[0-9a-f]{20}$/);
    const dir = tempModule({ 'go.mod': 'module example.com/m\n\ngo 1.24\n', 'm.go': 'package m\n' });
    expect(await run(['go', 'vet', '.'], plainGoEnv({ GOFLAGS: `-toolexec=${path}` }), { cwd: dir })).toMatchObject({
      status: 0,
    });
  }, 120_000);
});
