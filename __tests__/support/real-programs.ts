import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A public program that serves: how it is started, asked, and which packages of it test themselves. */
export interface RealProgram {
  /** As in scripts/real/programs.mjs, which has its module, version and main package. */
  readonly name: string;
  /** Writes what it needs into a folder; the arguments with which it serves on the port, and variables. */
  start(folder: string, port: number, sink: string): readonly string[];
  /** Answered with 200 once it is ready. */
  readonly ready: string;
  /** Asked once it is ready, and answered with 200. */
  readonly path: string;
  /** Packages whose own tests are run, plain and woven. */
  readonly packages: readonly string[];
}

const write = (folder: string, name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

export const realPrograms: readonly RealProgram[] = [
  {
    name: 'caddy',
    start: (folder, port) => [
      'run',
      '--adapter',
      'caddyfile',
      '--config',
      write(
        folder,
        'Caddyfile',
        `{\n\tadmin off\n\tauto_https off\n\tpersist_config off\n}\nhttp://127.0.0.1:${port} {\n\trespond /ready 200\n\trespond "hello"\n}\n`,
      ),
    ],
    ready: '/ready',
    path: '/hello',
    packages: ['./modules/caddyhttp', './modules/caddyhttp/reverseproxy', './modules/logging'],
  },
  {
    name: 'prometheus',
    // It sends spans of its own, by otelhttp and an SDK of its own.
    start: (folder, port, sink) => [
      '--config.file',
      write(
        folder,
        'prometheus.yml',
        `tracing:\n  endpoint: ${new URL(sink).host}\n  client_type: http\n  insecure: true\n  sampling_fraction: 1\n`,
      ),
      '--storage.tsdb.path',
      join(folder, 'data'),
      '--web.listen-address',
      `127.0.0.1:${port}`,
    ],
    ready: '/-/ready',
    path: '/api/v1/query?query=1',
    packages: ['./web/api/v1', './notifier', './discovery/http'],
  },
  {
    name: 'etcd',
    start: (folder, port) => [
      '--data-dir',
      join(folder, 'data'),
      '--listen-client-urls',
      `http://127.0.0.1:${port}`,
      '--advertise-client-urls',
      `http://127.0.0.1:${port}`,
      '--listen-peer-urls',
      'http://127.0.0.1:0',
    ],
    ready: '/health',
    path: '/version',
    packages: [
      'go.etcd.io/etcd/server/v3/auth',
      'go.etcd.io/etcd/server/v3/etcdserver/api/etcdhttp',
      'go.etcd.io/etcd/server/v3/lease/leasehttp',
    ],
  },
];

export interface Serving {
  readonly status: number;
  /** How the process ended after a request to stop. */
  readonly ended: number | NodeJS.Signals;
  readonly said: string;
}

/**
 * Starts a program, waits until it is ready, asks it `times` times, and ends it with SIGTERM.
 *
 * @throws Error when it ends before it is ready, with what it said
 */
export async function serve(
  argv: readonly string[],
  port: number,
  { ready, path, times }: { readonly ready: string; readonly path: string; readonly times: number },
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Serving> {
  const [program = '', ...args] = argv;
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const ended = new Promise<number | NodeJS.Signals>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(signal ?? code ?? -1));
  });
  const running = () => child.exitCode === null && child.signalCode === null;
  const get = (where: string) =>
    fetch(`http://127.0.0.1:${port}${where}`).then(
      async (response) => {
        await response.arrayBuffer();
        return response.status;
      },
      () => 0,
    );
  while ((await get(ready)) !== 200) {
    if (!running()) throw new Error(`${program} ended with ${await ended}: ${said.slice(-4000)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  let status = 0;
  for (let i = 0; i < times; i++) status = await get(path);
  child.kill('SIGTERM');
  return { status, ended: await ended, said };
}

/** How each test ended, from `go test -json`; a package that does not build counts as a test of no name. */
export function testResults(stdout: string): Map<string, string> {
  const results = new Map<string, string>();
  for (const line of stdout.split('\n')) {
    if (!line.startsWith('{')) continue;
    const { Action, Package = '', Test = '' } = JSON.parse(line) as { Action: string; Package?: string; Test?: string };
    if (/^(pass|fail|skip)$/.test(Action)) results.set(`${Package} ${Test}`, Action);
  }
  return results;
}
