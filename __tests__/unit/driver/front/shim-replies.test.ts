import { spawn } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Reply, ToolRequest } from '../../../../src/driver/front/protocol.ts';
import { listMembers, printMember, readMember } from '../../../../src/toolexec/archive.ts';
import { run } from '../../../support/run.ts';
import { builtShim, doneReply, fakeTools, serverEnv } from '../../../support/shim.ts';
import { serveShim } from '../../../support/shim-server.ts';
import { tempDir } from '../../../support/temp-module.ts';

let shim = '';

beforeAll(async () => {
  shim = await builtShim();
}, 300_000);

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
      doneReply({ exitCode: 3, stdout: Buffer.from([0x66, 0xff, 0x0a]), stderr: 'aspects.yml:3:1: wrong (code)\n' }),
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
        ? doneReply({ stderr: 'noted\n' })
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

  test('what a failed command wrote is handed to the server, which may run another one and shows what it wants', async () => {
    const dir = fakeTools();
    const script = (text: string) => ({ kind: 'run', argv: ['/bin/sh', '-c', text], env: [], appends: [] }) as const;
    const server = await serveShim(join(dir, 's'), (request) => {
      if (request.kind !== 'ended') return script('echo one; echo two >&2; printf "\\377"; exit 3');
      return server.requests.length === 2 ? script('echo again; exit 5') : doneReply({ stdout: 'shown\n' });
    });
    const result = await run([shim, join(dir, 'compile'), 'x.go'], serverEnv(join(dir, 's')));
    expect(result).toEqual({ status: 5, stdout: 'shown\n', stderr: '' });
    expect(server.requests.slice(1)).toEqual([
      { kind: 'ended', exitCode: 3, output: Buffer.from([...Buffer.from('one\ntwo\n'), 0xff]) },
      { kind: 'ended', exitCode: 5, output: Buffer.from('again\n') },
    ]);
  });

  test("the user's own -toolexec program runs every tool, also those the server chose, and none of its own", async () => {
    const dir = fakeTools();
    writeFileSync(join(dir, 'own'), '#!/bin/sh\nfirst=$1; shift; echo "own $first"; exec "$@"\n');
    chmodSync(join(dir, 'own'), 0o755);
    const env = { ...serverEnv(join(dir, 's')), GOTS_TOOLEXEC: `"${join(dir, 'own')}"  'a b' ` };
    await serveShim(join(dir, 's'), (request) => {
      if (request.kind === 'hello') return { kind: 'ok' };
      if (request.kind === 'salt') return { kind: 'salt', salt: 'abc' };
      if (request.kind === 'ended') return doneReply({});
      const kind = request.kind === 'link' ? 'run' : 'exec';
      return { kind, argv: [join(dir, 'asm'), 'woven'], env: [], appends: [] };
    });
    const shown = async (...argv: string[]) => (await run([shim, ...argv], env)).stdout;
    expect(await shown(join(dir, 'asm'), 'x.s')).toBe('own a b\nasm x.s \n');
    expect(await shown(join(dir, 'compile'), 'x.go')).toBe('own a b\nasm woven \n');
    expect(await shown(join(dir, 'link'), 'x.a')).toBe('own a b\nasm woven \n');
    expect(await shown(join(dir, 'compile'), '-V=full')).toBe('own a b\ncompile -V=full \n');
    expect(await shown(join(dir, 'link'), '-V=full')).toBe('own a b\nlink -V=full gots/abc\n');
    const broken = await run([shim, join(dir, 'asm')], { ...env, GOTS_TOOLEXEC: '"unterminated' });
    expect(broken).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('unterminated quotes in -toolexec'),
    });
  });

  test('run ends as the tool does: exit code, signal, and no append after a failure', async () => {
    const dir = fakeTools();
    const archive = join(dir, '_pkg_.a');
    writeFileSync(archive, '!<arch>\n');
    const server = await serveShim(join(dir, 's'), (request) =>
      request.kind === 'ended'
        ? doneReply({})
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
    expect((await shell('kill -TERM $PPID; while :; do sleep 0.1; done')).status).toBe('SIGTERM');
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
    const result = await version('compile version go1.20', 'compile', doneReply({ exitCode: 2, stderr: 'too old\n' }));
    expect(result).toMatchObject({ status: 2, stdout: '', stderr: 'too old\n' });
  });
});
