import { spawn } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { lineLog } from '../../../src/base/log.ts';
import type { Reply, ToolRequest } from '../../../src/build/protocol.ts';
import { ensureShim } from '../../../src/build/shim.ts';
import { socketPath } from '../../../src/build/socket-name.ts';
import { listMembers, printMember, readMember } from '../../../src/toolexec/archive.ts';
import { go, plainGoEnv } from '../../support/go-command.ts';
import { run } from '../../support/run.ts';
import { serveShim } from '../../support/shim-server.ts';
import { tempDir, tempModule } from '../../support/temp-module.ts';

const sourceDir = join(import.meta.dirname, '../../../helper/shim');
const log = lineLog(() => {}, false);
const cacheDir = join(tmpdir(), `gots-test-shim-${process.getuid?.()}`);
const goVersion = go(['env', 'GOVERSION'], '.').trim();
let shim = '';

beforeAll(async () => {
  shim = await ensureShim({ go: 'go', goVersion, cacheDir, sourceDir, log });
}, 300_000);

const done = (text: Partial<Extract<Reply, { kind: 'done' }>>): Reply => ({
  kind: 'done',
  exitCode: 0,
  stdout: '',
  stderr: '',
  ...text,
});

/** A directory with tools named as Go's that print their name, arguments and one variable. */
function fakeTools(): string {
  const dir = tempDir();
  for (const name of ['compile', 'link', 'asm']) {
    writeFileSync(join(dir, name), `#!/bin/sh\necho ${name} "$@" "$EXTRA"\n`);
    chmodSync(join(dir, name), 0o755);
  }
  return dir;
}

/** An environment in which the server of a test is found by name. */
function serverEnv(path: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    GOTS_SERVER: path,
    TOOLEXEC_IMPORTPATH: 'p [p.test]',
    GOTS_CHAIN: 'ring',
    PWD: '/a/spelling',
  };
}

describe('with a server', () => {
  test('compile is reported whole and replaced by what the server says', async () => {
    const dir = fakeTools();
    const socket = join(dir, 's');
    const server = await serveShim(socket, () => ({
      kind: 'exec',
      argv: [join(dir, 'asm'), 'woven.go', ''],
      env: ['EXTRA=a=b', 'PWD'],
    }));
    const args = ['-o', 'out', '-trimpath', 'a b=>;\n"é"', '', 'x.go'];
    const result = await run([shim, join(dir, 'compile'), ...args], serverEnv(socket), { cwd: dir });
    expect(result).toEqual({ status: 0, stdout: 'asm woven.go  a=b\n', stderr: '' });
    expect(server.requests).toEqual([
      {
        kind: 'compile',
        pid: expect.any(Number),
        goPid: process.pid,
        cwd: dir,
        pwd: '/a/spelling',
        tool: join(dir, 'compile'),
        importPath: 'p [p.test]',
        chain: 'ring',
        args,
      },
    ]);
  });

  test('other tools run at once, whatever the server', async () => {
    const dir = fakeTools();
    const env = { ...serverEnv(join(dir, 'nobody-listens')), PATH: `relative:${dir}:/bin:/usr/bin` };
    expect((await run([shim, join(dir, 'asm'), '-V=full'], env)).stdout).toBe('asm -V=full \n');
    expect((await run([shim, 'asm', '-###'], env)).stdout).toBe('asm -### \n');
    const missing = await run([shim, 'no-such-tool'], env);
    expect(missing).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('"no-such-tool": executable file not found'),
    });
  });

  test('the connection lives as long as the tool', async () => {
    const dir = fakeTools();
    writeFileSync(join(dir, 'compile'), '#!/bin/sh\necho started\nread line <"$0.fifo"\n');
    go(['env'], dir);
    await run(['mkfifo', join(dir, 'compile.fifo')], process.env);
    const server = await serveShim(join(dir, 's'), (request) => ({
      kind: 'exec',
      argv: [(request as ToolRequest).tool],
      env: [],
    }));
    const child = spawn(shim, [join(dir, 'compile'), 'x.go'], {
      env: serverEnv(join(dir, 's')),
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = new Promise((resolve) => child.on('close', resolve));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    expect(server.open()).toBe(1);
    expect(server.requests[0]).toMatchObject({ pid: child.pid });
    writeFileSync(join(dir, 'compile.fifo'), 'go on\n');
    expect(await ended).toBe(0);
    await expect.poll(() => server.open()).toBe(0);
  });

  test('done prints and exits', async () => {
    const dir = fakeTools();
    await serveShim(join(dir, 's'), () =>
      done({ exitCode: 3, stdout: Buffer.from([0x66, 0xff, 0x0a]), stderr: 'aspects.yml:3:1: wrong (code)\n' }),
    );
    const result = await run([shim, join(dir, 'compile'), 'x.go'], serverEnv(join(dir, 's')));
    expect(result).toEqual({ status: 3, stdout: 'f\ufffd\n', stderr: 'aspects.yml:3:1: wrong (code)\n' });
  });

  test('run does the appends and tells the end', async () => {
    const dir = fakeTools();
    const archive = join(dir, '_pkg_.a');
    writeFileSync(archive, '!<arch>\n');
    writeFileSync(join(dir, 'deps'), '#link.deps@v2\nimport\tab\n');
    const server = await serveShim(join(dir, 's'), (request) =>
      request.kind === 'ended'
        ? done({ stderr: 'noted\n' })
        : {
            kind: 'run',
            argv: [join(dir, 'compile'), 'woven.go'],
            env: ['EXTRA=1'],
            appends: ['one.deps', 'link.deps'].map((name) => ({ archive, name, file: join(dir, 'deps') })),
          },
    );
    const result = await run([shim, join(dir, 'compile'), 'x.go'], serverEnv(join(dir, 's')));
    expect(result).toEqual({ status: 0, stdout: 'compile woven.go 1\n', stderr: 'noted\n' });
    expect(server.requests.map(({ kind }) => kind)).toEqual(['compile', 'ended']);
    const bytes = readFileSync(archive);
    expect(listMembers(bytes).map(({ name }) => name)).toEqual(['one.deps', 'link.deps']);
    expect(bytes.subarray(-printMember('link.deps', readMember(bytes, 'link.deps') ?? Buffer.alloc(0)).length)).toEqual(
      printMember('link.deps', readFileSync(join(dir, 'deps'))),
    );
  });

  test('run ends as the tool does: exit code, signal, and no append after a failure', async () => {
    const dir = fakeTools();
    const archive = join(dir, '_pkg_.a');
    writeFileSync(archive, '!<arch>\n');
    const server = await serveShim(join(dir, 's'), (request) =>
      request.kind === 'ended'
        ? done({})
        : {
            kind: 'run',
            argv: ['/bin/sh', '-c', (request as ToolRequest).args[0] ?? ''],
            env: [],
            appends: [{ archive, name: 'link.deps', file: archive }],
          },
    );
    const shell = (script: string) => run([shim, join(dir, 'link'), script], serverEnv(join(dir, 's')));
    expect((await shell('exit 7')).status).toBe(7);
    expect((await shell('kill -KILL $$')).status).toBe('SIGKILL');
    expect((await shell('kill -TERM $PPID; sleep 60 & wait')).status).toBe('SIGTERM');
    expect(server.requests.flatMap((request) => (request.kind === 'ended' ? [request.exitCode] : []))).toEqual([
      7, 137, 143,
    ]);
    expect(readFileSync(archive, 'latin1')).toBe('!<arch>\n');
  });

  test('a server that goes away stops the build, before and after the tool has run', async () => {
    const dir = fakeTools();
    const gone = { status: 1, stdout: '', stderr: 'gots: the build server went away\n' };
    await serveShim(join(dir, 's'), (request) =>
      request.kind === 'compile' ? { kind: 'run', argv: [join(dir, 'asm')], env: [], appends: [] } : undefined,
    );
    expect(await run([shim, join(dir, 'link'), 'x'], serverEnv(join(dir, 's')))).toEqual(gone);
    expect(await run([shim, join(dir, 'compile'), 'x'], serverEnv(join(dir, 's')))).toEqual({
      ...gone,
      stdout: 'asm \n',
    });
    expect(await run([shim, join(dir, 'compile'), 'x'], serverEnv(join(dir, 'never-there')))).toEqual(gone);
  });
});

describe('versions', () => {
  async function version(line: string, tool: 'compile' | 'link', reply: Reply) {
    const dir = tempDir();
    writeFileSync(join(dir, tool), `#!/bin/sh\necho "${line}"\n`);
    chmodSync(join(dir, tool), 0o755);
    const server = await serveShim(join(dir, 's'), () => reply);
    const result = await run([shim, join(dir, tool), '-V=full'], serverEnv(join(dir, 's')));
    return { ...result, asked: server.requests.map(({ kind }) => kind) };
  }

  test('compile says hello, with the go command’s arguments, and prints its own line', async () => {
    const result = await version('compile version go1.26.8', 'compile', { kind: 'ok' });
    expect(result).toEqual({ status: 0, stdout: 'compile version go1.26.8\n', stderr: '', asked: ['hello'] });
  });

  test.each([
    ['link version go1.26.8 X:synctest', 'abc', 'link version go1.26.8 X:synctest gots/abc'],
    [
      'link version devel go1.28-1a2b3c buildID=a/b/c/d',
      'abc',
      'link version devel go1.28-1a2b3c buildID=a/b/c/d-gots-abc',
    ],
    ['link version go1.26.8', '', 'link version go1.26.8'],
  ])('%s, salted with "%s"', async (line, salt, expected) => {
    const result = await version(line, 'link', { kind: 'salt', salt });
    expect(result).toEqual({ status: 0, stdout: `${expected}\n`, stderr: '', asked: ['salt'] });
  });

  test('a refusal stops the build', async () => {
    const result = await version('compile version go1.20', 'compile', done({ exitCode: 2, stderr: 'too old\n' }));
    expect(result).toMatchObject({ status: 2, stdout: '', stderr: 'too old\n' });
  });
});

describe('finding the server', () => {
  const env = (dir: string): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], XDG_RUNTIME_DIR: dir });

  /** The socket name of this process in a directory, as a build server below would choose it. */
  function ownSocket(dir: string): string {
    const saved = process.env['XDG_RUNTIME_DIR'];
    process.env['XDG_RUNTIME_DIR'] = dir;
    try {
      return socketPath(process.pid);
    } finally {
      if (saved === undefined) delete process.env['XDG_RUNTIME_DIR'];
      else process.env['XDG_RUNTIME_DIR'] = saved;
    }
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
      if (request.kind === 'ended') return done({});
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
      const options = { go: 'go', goVersion, cacheDir: dir, sourceDir, log };
      const paths = await Promise.all([ensureShim(options), ensureShim(options), ensureShim(options)]);
      expect(new Set(paths).size).toBe(1);
      expect(readdirSync(join(dir, 'bin'))).toEqual([paths[0]?.slice(join(dir, 'bin').length + 1)]);
      expect((await run([paths[0] ?? '', '/bin/echo', 'hi'], {})).stdout).toBe('hi\n');
    } finally {
      for (const name of Object.keys(hostile)) delete process.env[name];
      Object.assign(process.env, saved);
    }
  }, 300_000);

  test('another Go version or source gets a file of its own; a failure says what go said', async () => {
    const options = { go: 'go', goVersion, cacheDir: tempDir(), log };
    const broken = tempModule({
      'go.mod': 'module gots/shim\n\ngo 1.24\n',
      'main.go': 'package main\n\nfunc main() { undefined() }\n',
    });
    await expect(ensureShim({ ...options, sourceDir: broken })).rejects.toMatchObject({
      code: 'shim_build_failed',
      message: expect.stringContaining('undefined: undefined'),
    });
    expect(readdirSync(join(options.cacheDir, 'bin'))).toEqual([]);
  }, 120_000);

  test('a path that GOFLAGS cannot express is left for a plain one', async () => {
    const awkward = join(tempDir(), `it's "a b"`);
    const path = await ensureShim({ go: 'go', goVersion, cacheDir: awkward, sourceDir, log });
    expect(path).toMatch(/^\/tmp\/gots-\d+\/bin\/shim-[0-9a-f]{20}$/);
    const dir = tempModule({ 'go.mod': 'module example.com/m\n\ngo 1.24\n', 'm.go': 'package m\n' });
    expect(await run(['go', 'vet', '.'], plainGoEnv({ GOFLAGS: `-toolexec=${path}` }), { cwd: dir })).toMatchObject({
      status: 0,
    });
  }, 120_000);
});
