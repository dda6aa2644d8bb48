import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type ActRepository, actionFolder, actionName, actRepository, runAct } from '../support/act.ts';
import { goTool } from '../support/go-tool.ts';

const goreleaser = 'github.com/goreleaser/goreleaser/v2@v2.13.0';
const ko = 'github.com/google/ko@v0.18.1';
const crane = 'github.com/google/go-containerregistry/cmd/crane@v0.22.1';

const action = actionFolder();
const scratch = mkdtempSync(join(tmpdir(), 'gots-release-'));
const made: ActRepository[] = [];

afterAll(() => {
  for (const repository of made) repository.remove();
  for (const folder of [action, scratch]) rmSync(folder, { recursive: true, force: true });
});

/** A job in which a tool that calls go itself builds the module, as docs/report.md shows. */
function job(run: string, env: Readonly<Record<string, string>>, files: Readonly<Record<string, string>> = {}) {
  const steps = [
    { uses: 'actions/checkout@v7' },
    { uses: actionName, with: { mode: 'env', cache: 'off' } },
    { run, env },
  ];
  const workflow = JSON.stringify({ on: 'push', jobs: { build: { 'runs-on': 'ubuntu-latest', steps } } });
  const empty = join(scratch, `cache-${made.length}`);
  mkdirSync(empty);
  const all = { ...files, '.github/workflows/release.yml': workflow };
  const repository = actRepository('__tests__/action/testdata/hello', empty, all);
  made.push(repository);
  return runAct(repository, action);
}

test('goreleaser builds woven programs for two machines', async () => {
  const config = {
    version: 2,
    builds: [{ main: './cmd/hello', env: ['CGO_ENABLED=0'], goos: ['linux'], goarch: ['amd64', 'arm64'] }],
  };
  const run = `'${goTool(goreleaser)}' build --snapshot --clean
    for program in dist/*/hello; do grep -q woven "$program" && echo "woven: $program"; done
    dist/hello_linux_amd64_v1/hello 2>&1`;
  const { exitCode, output } = await job(run, {}, { '.goreleaser.yaml': JSON.stringify(config) });
  expect(exitCode, output).toBe(0);
  for (const folder of ['amd64_v1', 'arm64_v8.0']) expect(output).toContain(`woven: dist/hello_linux_${folder}/hello`);
  expect(output).toMatch(/^woven\nhello, world$/m);
});

test('ko builds an image of a woven program', async () => {
  const tool = goTool(crane);
  const registry = spawn(tool, ['registry', 'serve', '--address', '127.0.0.1:0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    const port = await new Promise<string>((resolve, reject) => {
      let text = '';
      for (const stream of [registry.stdout, registry.stderr]) {
        stream.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
          const found = /serving on .*?(?:port |:)(\d+)/.exec(text)?.[1];
          if (found) resolve(found);
        });
      }
      registry.on('close', () => reject(new Error(text)));
    });
    const host = `127.0.0.1:${port}`;
    const layer = join(scratch, 'layer.tar');
    writeFileSync(join(scratch, 'base'), '');
    execFileSync('tar', ['-C', scratch, '-cf', layer, 'base']);
    execFileSync(tool, ['append', '-f', layer, '-t', `${host}/base`, '--set-base-image-annotations=false'], {
      stdio: 'pipe',
    });
    const run = `'${goTool(ko)}' build --bare --platform=linux/amd64 --sbom=none ./cmd/hello
      '${tool}' export ${host}/hello - | tar -x -C "$KEEP"
      "$KEEP/ko-app/hello" 2>&1`;
    const { exitCode, output } = await job(run, {
      KO_DOCKER_REPO: `${host}/hello`,
      KO_DEFAULTBASEIMAGE: `${host}/base`,
    });
    expect(exitCode, output).toBe(0);
    expect(output).toMatch(/^woven\nhello, world$/m);
  } finally {
    registry.kill();
    await new Promise((closed) => registry.on('close', closed));
  }
}, 3_600_000);
