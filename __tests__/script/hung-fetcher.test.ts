import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { plainGoEnv } from '../support/go-command.ts';
import { home } from '../support/script.ts';
import { tempDir } from '../support/temp-module.ts';

const cli = join(process.env['GOTS_TEST_HOME'] ?? home, 'dist', 'cli.mjs');
const program = `package main

func greeting() string { return "plain" }

func main() { println(greeting()) }
`;
const aspects = `aspects:
  - id: greeting
    join-point: {all-of: [{package-name: main}, {function-body: {function: [{name: greeting}]}}]}
    advice:
      - prepend-statements: {template: 'return "woven"'}
`;

/** A module, and a server that does `answer` to each request of the program that fetches. */
let dir = '';
let server: Server;
let answer: (response: ServerResponse) => void = () => {};

beforeEach(async () => {
  dir = tempDir();
  for (const [name, text] of [
    ['go.mod', 'module example.com/app\n\ngo 1.24\n'],
    ['gots.yml', aspects],
    ['main.go', program],
  ])
    writeFileSync(join(dir, name as string), text as string);
  server = createServer((_, response) => answer(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const env = () => ({
  ...plainGoEnv({ GOCACHE: inject('warmGoCache'), GOTS_CACHE: join(dir, 'gots'), PWD: dir }),
  GOTS_REMOTE: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
});

/** The processes that fetch for this module's caches. */
function fetchers(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      const line = commandLine(pid);
      return line.includes('remote.mjs') && line.includes(join(dir, 'gots'));
    });
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

const commands: [string, string[]][] = [
  ['beside a build', ['go', 'build', '-o', 'app', '.']],
  ['before the variables are printed', ['env']],
];

/** Arguments of unshare: a network and mounts that no other process has; outside, this needs no rights. */
const ownNetwork = ['--map-root-user', '--mount', '--net'];

/** Listens where the name server should be, notes what is asked, says nothing, and runs a command. */
const silentNameServer = `import { spawnSync } from 'node:child_process';
import { Worker, isMainThread, workerData } from 'node:worker_threads';
import { createSocket } from 'node:dgram';
import { appendFileSync } from 'node:fs';
if (isMainThread) {
  const [notes, ...command] = process.argv.slice(2);
  const worker = new Worker(new URL(import.meta.url), { workerData: notes });
  worker.once('message', () => {
    process.exit(spawnSync(process.execPath, command, { stdio: 'inherit' }).status ?? 1);
  });
} else {
  const socket = createSocket('udp4').on('message', (asked) => appendFileSync(workerData, asked));
  const { parentPort } = await import('node:worker_threads');
  socket.bind(53, '127.0.0.1', () => parentPort.postMessage('listening'));
}
`;

const faults: [string, typeof answer, RegExp][] = [
  [
    'a fetcher that is killed',
    () => {
      for (const pid of fetchers()) process.kill(pid, 'SIGKILL');
    },
    /^gots: shared cache: the program that fetches was ended; the build goes on without it$/,
  ],
  [
    'a fetcher that is stopped',
    () => {
      for (const pid of fetchers()) process.kill(pid, 'SIGSTOP');
    },
    /^gots: shared cache: the program that fetches does not answer; the build goes on without it$/,
  ],
  [
    'a server that sends drop by drop',
    (response) => {
      response.writeHead(200, { 'content-length': '100000' });
      const timer = setInterval(() => response.write('x'), 100);
      response.on('close', () => clearInterval(timer));
    },
    /^gots: shared cache http:\S+: it sends less than \d+ kB\/s; the build goes on without it$/,
  ],
];

describe.runIf(process.platform === 'linux').each(faults)('%s', (_, fault, notice) => {
  test.each(commands)('costs one line %s', async (__, args) => {
    answer = fault;
    await expectOneLine([process.execPath, cli, ...args], notice);
  });
});

/** Whether this system lets a process have a network and files of its own, in which a name server can be silent. */
const canUnshare =
  process.platform === 'linux' && spawnSync('unshare', [...ownNetwork, 'ip', 'link', 'set', 'lo', 'up']).status === 0;

test.skipIf(!canUnshare).each(commands)('a name server that never answers costs one line %s', async (_, args) => {
  writeFileSync(join(dir, 'resolv.conf'), 'nameserver 127.0.0.1\n');
  writeFileSync(join(dir, 'silent.mjs'), silentNameServer);
  const inside = 'ip link set lo up && mount --bind "$0" /etc/resolv.conf && exec "$@"';
  const node = [process.execPath, join(dir, 'silent.mjs'), join(dir, 'asked'), cli, ...args];
  await expectOneLine(
    ['unshare', ...ownNetwork, 'sh', '-c', inside, join(dir, 'resolv.conf'), ...node],
    /^gots: shared cache http:\S+: no answer within 0\.9 s; the build goes on without it$/,
    { GOTS_REMOTE: 'http://cache.example.test/' },
  );
  // Otherwise something else than the name server was silent.
  expect(readFileSync(join(dir, 'asked'), 'latin1')).toContain('\x05cache\x07example\x04test');
});

/** Runs a command, which must do its work and say one line, and leave no process that fetches. */
async function expectOneLine([program = '', ...args]: string[], notice: RegExp, more: NodeJS.ProcessEnv = {}) {
  const child = spawn(program, args, { cwd: dir, env: { ...env(), ...more } });
  const { code, stderr } = await finished(child);
  expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(notice)]);
  expect(code).toBe(0);
  if (args.includes('build')) expect(spawnSync(join(dir, 'app')).stderr.toString()).toBe('woven\n');
  expect(fetchers()).toEqual([]);
}

function finished(child: ChildProcess): Promise<{ readonly code: number | null; readonly stderr: string }> {
  let stderr = '';
  child.stderr?.on('data', (data: Buffer) => {
    stderr += data.toString();
  });
  child.stdout?.resume();
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stderr })));
}
