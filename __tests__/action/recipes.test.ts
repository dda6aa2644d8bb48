import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { type ActRepository, actionFolder, actRepository, runAct } from '../support/act.ts';
import { goTool } from '../support/go-tool.ts';
import { home } from '../support/script.ts';

const actionlint = 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12';

const recipes = join(home, 'docs', 'workflows');
const action = actionFolder();
const made: ActRepository[] = [];

afterAll(() => {
  for (const repository of made) repository.remove();
  rmSync(action, { recursive: true, force: true });
});

/** Runs a workflow of docs/workflows/ as it is. */
async function recipe(name: string, args: readonly string[] = []): Promise<string> {
  const files = { [`.github/workflows/${name}`]: readFileSync(join(recipes, name), 'utf8') };
  const repository = actRepository('__tests__/action/testdata/hello', inject('warmGoCache'), files);
  made.push(repository);
  const { exitCode, output } = await runAct(repository, action, { args });
  expect(exitCode, output).toBe(0);
  return output;
}

test('build.yml', async () => {
  expect(await recipe('build.yml')).toContain('linux/amd64: 1 passed, 0 failed, 0 skipped');
});

test('targets.yml', async () => {
  const output = await recipe('targets.yml');
  expect(output).toContain('linux/arm64: 1 passed, 0 failed, 0 skipped');
  for (const system of ['darwin/arm64', 'windows/amd64']) expect(output).toContain(`tests for ${system} are not run`);
  for (const file of ['linux-amd64/:', 'linux-arm64/:', 'darwin-arm64/:', 'windows-amd64/:', ' hello.exe']) {
    expect(output).toContain(file);
  }
});

test('env.yml', async () => {
  expect(await recipe('env.yml')).toContain('Hello, world!');
});

test('native-matrix.yml', async () => {
  const output = await recipe('native-matrix.yml', ['-P', 'ubuntu-24.04-arm=-self-hosted']);
  expect(output).toContain('linux/arm64: on ubuntu-24.04-arm');
  for (const machine of ['linux/amd64', 'linux/arm64']) expect(output).toContain(`${machine}: 1 passed, 0 failed`);
  expect(output).toMatch(/build windows\/amd64[\s\S]*build oci\/arm64|build oci\/arm64[\s\S]*build windows\/amd64/);
});

test('actionlint finds nothing in any workflow', () => {
  const folders = [join(home, '.github', 'workflows'), recipes];
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  expect(files.length).toBeGreaterThan(5);
  execFileSync(goTool(actionlint), ['-no-color', ...files], { cwd: home, stdio: 'pipe', encoding: 'utf8' });
});
