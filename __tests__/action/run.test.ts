import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { type ActRepository, actionFolder, actRepository, keptResults, oneJob, runAct } from '../support/act.ts';

const action = actionFolder();
const made: ActRepository[] = [];

afterAll(() => {
  for (const repository of made) repository.remove();
  rmSync(action, { recursive: true, force: true });
});

function hello(workflow: string, files: Readonly<Record<string, string>> = {}): ActRepository {
  const all = { '.github/workflows/build.yml': workflow, ...files };
  const repository = actRepository('__tests__/action/testdata/hello', inject('warmGoCache'), all);
  made.push(repository);
  return repository;
}

test('without inputs: the module is built woven for this machine, and tested', async () => {
  const then = `echo "changed files: '$(git status --porcelain)'"
    echo "GOFLAGS is '$GOFLAGS'"
    go version -m $(echo '\${{ steps.gots.outputs.binaries }}' | grep -o '/[^"]*/hello')
    $(echo '\${{ steps.gots.outputs.binaries }}' | grep -o '/[^"]*/hello')`;
  const repository = hello(oneJob({}, [{ run: then }]));
  const { exitCode, output } = await runAct(repository, action);
  expect(output).toMatch(/module +example\.com\/hello/);
  expect(output).toContain('1 passed, 0 failed, 0 skipped');
  expect(output).toMatch(/^woven\nhello, world$/m);
  // For later steps nothing has changed.
  expect(output).toContain("changed files: ''");
  expect(output).toContain('vcs.modified=false');
  expect(output).toContain("GOFLAGS is ''");
  expect(exitCode).toBe(0);
  const [target] = keptResults(repository).targets;
  expect(target?.outcome).toBe('passed');
  expect(target?.tests).toMatchObject({ passed: 1, failed: 0 });
  expect(target?.binaries).toMatchObject([{ name: 'hello', importPath: 'example.com/hello/cmd/hello' }]);
  expect(target?.binaries[0]?.plainBytes).toBeGreaterThan(1_000_000);
  const folder = join(repository.keep, 'made');
  expect(existsSync(join(folder, 'linux-amd64', 'hello'))).toBe(true);
  // Both builds had to compile the module's two packages, so that their times compare.
  const report = JSON.parse(readFileSync(join(folder, 'reports', 'linux-amd64.json'), 'utf8')) as { compiled: number };
  expect([report.compiled, target?.plainCompiled]).toEqual([2, 2]);
});
