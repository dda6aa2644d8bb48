import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import type { DeliveryPackage } from '../../src/action/results.ts';
import { type ActRepository, actionFolder, actRepository, keptResults, oneJob, runAct } from '../support/act.ts';
import { goTool } from '../support/go-tool.ts';
import { invokeLambda } from '../support/lambda-runtime.ts';
import { home } from '../support/script.ts';
import { readZip } from '../support/zip.ts';

const crane = 'github.com/google/go-containerregistry/cmd/crane@v0.22.1';

const action = actionFolder();
const scratch = mkdtempSync(join(tmpdir(), 'gots-packages-'));
const made: ActRepository[] = [];

afterAll(() => {
  for (const repository of made) repository.remove();
  for (const folder of [action, scratch]) rmSync(folder, { recursive: true, force: true });
});

function repositoryOf(folder: string, workflows: Readonly<Record<string, string>>): ActRepository {
  const files = Object.entries(workflows).map(([name, text]) => [`.github/workflows/${name}`, text] as const);
  const repository = actRepository(folder, inject('warmGoCache'), Object.fromEntries(files));
  made.push(repository);
  return repository;
}

/** A recipe as it is, and behind it a step that keeps what was made. */
function keeping(name: string): string {
  const recipe = readFileSync(join(home, 'docs', 'workflows', name), 'utf8').trimEnd();
  return `${recipe}\n      - run: cp -r "\${{ steps.gots.outputs.folder }}" "$KEEP/made"\n`;
}

/** Puts the files of a zip into a folder, with their modes. */
function unpack(file: string): string {
  const folder = mkdtempSync(join(scratch, 'zip-'));
  for (const { name, bytes, mode } of readZip(readFileSync(file))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
    chmodSync(join(folder, name), mode & 0o7777);
  }
  return folder;
}

/** Where a package is that a job has made; its own folder is gone with it. */
function kept(repository: ActRepository, { name }: DeliveryPackage): string {
  return join(repository.keep, 'made', 'packages', name);
}

test('zips for Lambda answer invocations on both machines', async () => {
  const again = oneJob({ targets: 'lambda/amd64', test: 'false', compare: 'false' });
  const repository = repositoryOf('examples/lambda', {
    'lambda.yml': keeping('lambda.yml'),
    'again.yml': again,
  });
  const { exitCode, output } = await runAct(repository, action, { args: ['-W', '.github/workflows/lambda.yml'] });
  expect(output).toContain('linux/arm64: 2 passed, 0 failed');
  expect(exitCode).toBe(0);
  const results = keptResults(repository);
  const zips = results.targets.flatMap(({ packages }) => packages);
  expect(zips.map(({ name }) => name)).toEqual(['orders-lambda-amd64.zip', 'orders-lambda-arm64.zip']);
  for (const [zip, emulator] of [
    [zips[0], []],
    [zips[1], ['qemu-aarch64-static']],
  ] as const) {
    const file = kept(repository, zip as DeliveryPackage);
    expect(readZip(readFileSync(file)).map(({ name, mode, host }) => ({ name, mode, host }))).toEqual([
      { name: 'bootstrap', mode: 0o100755, host: 3 },
    ]);
    const events = [
      { item: 'tea', count: 2 },
      { item: 'tea', count: 0 },
    ];
    const { answers, log } = await invokeLambda([...emulator, join(unpack(file), 'bootstrap')], events);
    expect(answers).toEqual([
      { kind: 'response', body: { text: 'tea tea', total: 6 } },
      { kind: 'error', body: { errorMessage: 'nothing ordered', errorType: 'errorString' } },
    ]);
    // Woven in.
    expect(log).toContain('handled {Item:tea Count:2} in ');
  }
  // Again, in another folder: the same bytes.
  rmSync(join(repository.keep, 'made'), { recursive: true });
  await runAct(repository, action, { args: ['-W', '.github/workflows/again.yml'] });
  expect(keptResults(repository).targets[0]?.packages[0]?.sha256).toBe(zips[0]?.sha256);
});

test('an image for two machines, and a function app', async () => {
  const repository = repositoryOf('__tests__/action/testdata/web', { 'image.yml': keeping('image.yml') });
  const { exitCode } = await runAct(repository, action);
  expect(exitCode).toBe(0);
  const [image, app] = keptResults(repository).targets.flatMap(({ packages }) => packages) as [
    DeliveryPackage,
    DeliveryPackage,
  ];
  await checkImage(kept(repository, image), image.digest as string);
  await checkApp(kept(repository, app));
});

/** Pushes the layout to a registry, has it validated from there, and runs what it holds. */
async function checkImage(file: string, digest: string): Promise<void> {
  const tool = goTool(crane);
  const layout = mkdtempSync(join(scratch, 'oci-'));
  execFileSync('tar', ['-xf', file, '-C', layout]);
  const address = `127.0.0.1:${await freePort()}`;
  const registry = spawn(tool, ['registry', 'serve', '--address', address], { stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    // It says that it serves.
    await once(registry.stderr, 'data');
    const reference = `${address}/web:latest`;
    const run = (...args: string[]) =>
      execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    expect(run('push', layout, reference)).toContain(digest);
    run('validate', '--remote', reference);
    expect(run('digest', reference).trim()).toBe(digest);
    const index = JSON.parse(run('manifest', reference)) as { manifests: { platform: unknown }[] };
    expect(index.manifests.map(({ platform }) => platform)).toEqual([
      { architecture: 'amd64', os: 'linux' },
      { architecture: 'arm64', os: 'linux' },
    ]);
    for (const [machine, emulator] of [
      ['amd64', []],
      ['arm64', ['qemu-aarch64-static']],
    ] as const) {
      const platform = `--platform=linux/${machine}`;
      const config = JSON.parse(run('config', platform, reference)) as {
        config: { User: string; Env: string[]; Entrypoint: string[] };
      };
      expect(config.config.User).toBe('65532:65532');
      const root = mkdtempSync(join(scratch, 'root-'));
      run('export', platform, reference, join(root, 'all.tar'));
      execFileSync('tar', ['-xf', join(root, 'all.tar'), '-C', root]);
      // The image's own variables, with its root in front: nothing of this machine is read.
      const env = Object.fromEntries(
        config.config.Env.map((pair) => pair.split('=') as [string, string]).map(([name, value]) => [
          name,
          join(root, value),
        ]),
      );
      const command = [...emulator, join(root, config.config.Entrypoint[0] as string), 'argument'];
      const text = execFileSync(command[0] as string, command.slice(1), {
        env: { ...env, PATH: process.env['PATH'] },
        encoding: 'utf8',
      });
      expect(text).toBe('woven argument CET roots=true\n');
    }
  } finally {
    registry.kill();
  }
}

/** Starts the program of an app as the Functions host does: named by host.json, with a port to listen on. */
async function checkApp(file: string): Promise<void> {
  const app = unpack(file);
  const host = JSON.parse(readFileSync(join(app, 'host.json'), 'utf8')) as {
    customHandler: { enableForwardingHttpRequest: boolean; description: { defaultExecutablePath: string } };
  };
  expect(host.customHandler.enableForwardingHttpRequest).toBe(true);
  expect(readFileSync(join(app, 'http', 'function.json'), 'utf8')).toContain('"httpTrigger"');
  const port = await freePort();
  const child = spawn(join(app, host.customHandler.description.defaultExecutablePath), [], {
    cwd: app,
    env: { ...process.env, FUNCTIONS_CUSTOMHANDLER_PORT: `${port}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await once(child.stdout, 'data');
    const answer = await fetch(`http://127.0.0.1:${port}/api/x`);
    expect(await answer.text()).toMatch(/^woven \/api\/x /);
  } finally {
    child.kill();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}
