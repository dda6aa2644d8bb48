import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { extract } from 'tar-stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ActionContext } from '../../../src/action/action-context.ts';
import { manifestFileName } from '../../../src/action/artifacts/manifest-file.ts';
import { packProgram } from '../../../src/action/artifacts/pack-program.ts';
import { fileInZip } from '../../../src/action/artifacts/read-zip.ts';
import { mergeMode } from '../../../src/action/publish/other-modes.ts';
import { publish as publishWith } from '../../../src/action/publish/publish.ts';
import type { RunResults, TargetResult } from '../../../src/action/results.ts';
import type { BuildReport } from '../../../src/driver/serve/report-file.ts';
import { readManifest } from '../../../src/manifest/read-manifest.ts';
import { type ArtifactServer, startArtifactServer } from '../../action/support/artifact-service.ts';
import { type GitHubApi, startGitHubApi } from '../../action/support/github-api.ts';
import { outputsIn, testStep } from '../../support/action-context.ts';
import { tempDir } from '../../support/temp-module.ts';

let service: ArtifactServer;
let api: GitHubApi;
let dir: string;

const publish = (context: ActionContext, results: RunResults) => publishWith(context, results, { css: '', script: '' });

/** What a runner's variables are that the client of artifacts reads itself. */
const read = ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL', 'GITHUB_SERVER_URL', 'GITHUB_WORKSPACE'] as const;

beforeEach(async () => {
  dir = tempDir();
  service = await startArtifactServer(join(dir, 'service'));
  api = await startGitHubApi(join(dir, 'api'));
});

afterEach(async () => {
  for (const name of read) delete process.env[name];
  await service.close();
  await api.close();
});

function step(inputs: Readonly<Record<string, string>> = {}, variables: Readonly<Record<string, string>> = {}) {
  const runner = {
    ACTIONS_RUNTIME_TOKEN: service.token('run-77'),
    ACTIONS_RESULTS_URL: `${service.url}/`,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_WORKSPACE: dir,
    GITHUB_API_URL: api.url,
    ...variables,
  };
  Object.assign(process.env, runner);
  return testStep(dir, { token: 'job-token', ...inputs }, runner);
}

const span = (line: number) => ({ file: 'main.go', line, column: 2 });

/** A report as the cache program writes it, of the package example.com/hello. */
function report(line: number): BuildReport {
  const at = { ...span(line), file: join(dir, 'main.go') };
  const match = { aspect: 'trace', aspectSpan: { ...span(3), file: 'gots.yml' }, what: 'function FuncDecl', at };
  const files = [{ name: at.file, before: 'package main\n', after: 'package main\n\nvar woven = true\n' }];
  return {
    version: '0.1.0',
    goVersion: 'go1.26.8',
    rootModule: 'example.com/hello',
    packages: [{ importPath: 'example.com/hello', fromCache: false, matches: [match], files }],
    added: [],
    aspectFiles: [],
    aspects: [{ id: 'trace', file: 'gots.yml', line: 3 }],
    buildMs: 10,
    compiled: 3,
  };
}

function results(name: string, more: Partial<TargetResult> = {}, line = 7): RunResults {
  const [goos = '', goarch = ''] = name.split('/');
  const folder = join(dir, 'out', name.replace('/', '-'));
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report(line)));
  const program = join(folder, goos === 'windows' ? 'hello.exe' : 'hello');
  writeFileSync(program, 'program');
  chmodSync(program, 0o755);
  const binary = {
    name: program.slice(folder.length + 1),
    importPath: 'example.com/hello',
    path: program,
    bytes: 7,
    plainBytes: 5,
  };
  const target: TargetResult = {
    name,
    kind: 'executable',
    goos,
    goarch,
    outcome: 'passed',
    report: file,
    wovenMs: 1500.4,
    plainMs: 1000,
    binaries: [binary],
    packages: [],
    ...more,
  };
  return {
    schema: 1,
    weaver: '0.1.0',
    go: 'go1.26.8',
    module: 'example.com/hello',
    moduleDir: dir,
    workspace: dir,
    folder: join(dir, 'out'),
    outcome: target.outcome,
    targets: [target],
  };
}

function uploaded(name: string): Buffer {
  const found = service.artifacts().find((each) => each.name === name && each.complete);
  if (!found) throw new Error(`${name} is not among ${service.artifacts().map((each) => each.name)}`);
  return readFileSync(found.file);
}

test('report, manifest and programs are uploaded; a failed test keeps nothing from it', async () => {
  const failures = [{ importPath: 'example.com/hello', test: 'TestHello', output: 'no', passesPlain: true }];
  const tests = { ms: 12.5, passed: 3, failed: 1, skipped: 0, failures };
  const { context, output } = step({ 'retention-days': '5' });
  const failed = results('linux/amd64', { outcome: 'failed', problem: '1 tests failed', tests });
  expect(await publish(context, failed)).toBe(true);
  expect(service.artifacts().map(({ name }) => name)).toEqual([
    'gots-report-linux-amd64',
    'gots-manifest-linux-amd64',
    'gots-programs-linux-amd64',
  ]);
  expect(service.artifacts().every(({ complete, expiresAt }) => complete && expiresAt !== undefined)).toBe(true);
  const zip = uploaded('gots-report-linux-amd64');
  const page = (await fileInZip(zip, 'report.html', 1e6))?.toString('utf8');
  expect(page).toContain('<title>example.com/hello – woven by gots</title>');
  expect((await fileInZip(zip, 'sources/linux-amd64/example.com/hello/main.go', 1e6))?.toString()).toContain(
    'woven = true',
  );
  expect((await fileInZip(zip, 'diffs/linux-amd64/example.com/hello/main.go.diff', 1e6))?.toString()).toContain(
    '+var woven',
  );
  const [manifest] = JSON.parse((await fileInZip(zip, 'manifest.json', 1e6))?.toString() ?? '') as unknown[];
  expect(readManifest('manifest.json', JSON.stringify(manifest))).toMatchObject({
    target: 'linux/amd64',
    timings: { buildMs: 1500, compiled: 3, plainBuildMs: 1000 },
    packages: [{ files: [{ path: 'main.go' }] }],
  });
  const summary = readFileSync(join(dir, 'summary.md'), 'utf8');
  expect(summary).toContain('| `linux/amd64` | `example.com/hello TestHello` | passes without weaving |');
  expect(summary).toMatch(
    /\[Report with every diff\]\(https:\/\/github\.com\/example\/hello\/actions\/runs\/77\/artifacts\/1\)/,
  );
  expect(outputsIn(join(dir, 'output'))).toEqual({
    report: join(context.folder, 'report', 'report.html'),
    manifest: join(context.folder, 'report', 'manifest.json'),
    'join-points': '1',
    'artifact-id': '1',
  });
  for (const name of ['report.html', 'manifest.json'])
    expect(existsSync(join(context.folder, 'report', name))).toBe(true);
  expect(output()).not.toMatch(/::(error|warning|notice)/);
});

test('programs are packed the same each time, with the bit that lets them run', async () => {
  const [target] = results('linux/arm64').targets as [TargetResult];
  const program = target.binaries[0]?.path as string;
  const first = await packProgram(program, 'linux', 'hello_linux_arm64', dir);
  const bytes = readFileSync(first.path);
  const again = await packProgram(program, 'linux', 'again', dir);
  expect(first.name).toBe('hello_linux_arm64.tar.gz');
  expect(readFileSync(again.path).equals(bytes)).toBe(true);
  const modes: unknown[] = [];
  const tar = extract();
  tar.on('entry', ({ name, mode }, stream, next) => {
    modes.push([name, mode]);
    stream.on('end', next).resume();
  });
  tar.end(gunzipSync(bytes));
  await new Promise<void>((done) => tar.on('finish', () => done()));
  expect(modes).toEqual([['hello', 0o755]]);
  const zip = await packProgram(program, 'windows', 'w', dir);
  expect((await fileInZip(readFileSync(zip.path), 'hello', 100))?.toString()).toBe('program');
});

test('jobs of a matrix upload beside each other, and a later job merges what they say', async () => {
  const payload = { head: { sha: 'b', repo: { full_name: 'a/b' } }, base: { ref: 'main', repo: { full_name: 'a/b' } } };
  for (const [name, line] of [['linux/amd64', 7] as const, ['windows/amd64', 9] as const]) {
    await publish(step({ comment: 'false', summary: 'false' }).context, results(name, {}, line));
  }
  // Another configuration whose name begins alike is another matter.
  await publish(step({ configuration: 'linux', comment: 'false', summary: 'false' }).context, results('linux/386'));
  const variables = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF_NAME: '5/merge' };
  const merge = step({ mode: 'merge' }, variables);
  writeFileSync(join(dir, 'event.json'), JSON.stringify({ pull_request: { number: 5, ...payload } }));
  await mergeMode(merge.context);
  const summary = readFileSync(join(dir, 'summary.md'), 'utf8');
  expect(summary).toContain('gots: 2 join points in 2 packages');
  expect(summary).toContain('| Build `windows/amd64` |');
  expect(summary).not.toContain('linux/386');
  expect(api.state().comments.map(({ issue }) => issue)).toEqual([5]);
  const merged = JSON.parse((await fileInZip(uploaded('gots-merged'), manifestFileName, 1e6))?.toString() ?? '') as {
    builds: { target: string }[];
  };
  expect(merged.builds.map(({ target }) => target)).toEqual(['linux/amd64', 'windows/amd64']);
  expect(api.refused()).toEqual([]);
});

test('nothing to merge is an error that says what to do', async () => {
  await expect(mergeMode(step({ mode: 'merge', configuration: 'x' }).context)).rejects.toMatchObject({
    code: 'action_nothing_to_merge',
    message: 'no artifact "gots-manifest-x-…" was uploaded in this run',
  });
});

test('a name that is taken is a notice, and so is a runner without the service', async () => {
  await publish(step().context, results('linux/amd64'));
  const again = step();
  expect(await publish(again.context, results('linux/amd64'))).toBe(true);
  expect(again.output()).toMatch(/::notice::the artifact "gots-report-linux-amd64" is not uploaded: .*already exists/);
  const without = step({}, { ACTIONS_RUNTIME_TOKEN: '' });
  expect(await publish(without.context, results('linux/amd64'))).toBe(true);
  expect(without.output()).toContain('::notice::this runner has no artifact service; everything is in');
  expect(readFileSync(join(dir, 'out', 'report', 'report.html'), 'utf8')).toContain('example.com/hello');
});

// biome-ignore lint/suspicious/noTemplateCurlyInString: what stands in action.yml, outside of a workflow
const unset = '${{ github.token }}';
const tag = { GITHUB_REF: 'refs/tags/v1.2.0', GITHUB_REF_NAME: 'v1.2.0', GITHUB_REF_TYPE: 'tag' };

/** The record of a run whose program is a real one: the bill of materials is read from it. */
function withProgram(name: string): RunResults {
  const all = results(name);
  const [target] = all.targets as [TargetResult];
  const { GOFLAGS: _, ...env } = process.env;
  writeFileSync(join(dir, 'go.mod'), 'module example.com/hello\n\ngo 1.24\n');
  writeFileSync(join(dir, 'main.go'), 'package main\n\nfunc main() {}\n');
  rmSync(target.binaries[0]?.path as string);
  execFileSync('go', ['build', '-buildvcs=false', '-o', target.binaries[0]?.path as string, '.'], { cwd: dir, env });
  return all;
}

test('a tag gets a release with programs, a bill of materials and checksums; run again, they are replaced', async () => {
  const inputs = { release: 'true', upload: 'false' };
  const all = withProgram('linux/amd64');
  const { context, output } = step(inputs, tag);
  expect(await publish(context, all), output()).toBe(true);
  expect(await publish(step(inputs, tag).context, all)).toBe(true);
  const { releases, assets } = api.state();
  expect(releases.map((release) => release.tag)).toEqual(['v1.2.0']);
  const names = [
    'hello_v1.2.0_linux_amd64.tar.gz',
    'hello_v1.2.0_linux_amd64.cdx.json',
    'checksums_v1.2.0_linux-amd64.txt',
  ];
  expect(assets.map(({ name }) => name)).toEqual(names);
  const paths = names.map((name) => join(context.folder, 'release', name));
  expect(outputsIn(join(dir, 'output'))).toMatchObject({
    'artifact-id': '',
    'release-files': JSON.stringify(paths),
    checksums: paths.at(-1),
  });
  for (const path of paths) expect(existsSync(path)).toBe(true);
  const [archive, sbom, sums] = assets.map(({ file }) => readFileSync(file));
  const hash = (bytes: Buffer | undefined) =>
    createHash('sha256')
      .update(bytes as Buffer)
      .digest('hex');
  expect(sums?.toString()).toBe(`${hash(archive)}  ${names[0]}\n${hash(sbom)}  ${names[1]}\n`);
  const bom = JSON.parse(sbom?.toString() ?? '') as { bomFormat: string; metadata: { component: { name: string } } };
  expect([bom.bomFormat, bom.metadata.component.name]).toEqual(['CycloneDX', 'example.com/hello']);
  expect(api.refused()).toEqual([]);
}, 300_000);

test('a release where there is no tag is said; one that the token may not write fails', async () => {
  const { context, output } = step({ release: 'true', upload: 'false' });
  expect(await publish(context, results('linux/amd64'))).toBe(true);
  expect(output()).toContain('::notice::release: nothing to do, this run is for no tag');
  const all = withProgram('linux/amd64');
  for (const token of ['fork-token', unset]) {
    const refused = step({ release: 'true', upload: 'false', token }, tag);
    expect(await publish(refused.context, all)).toBe(false);
    expect(refused.output()).toMatch(/::error::release v1\.2\.0: (HTTP 403: .*contents: write|there is no token)/);
  }
}, 300_000);
