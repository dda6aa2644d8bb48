import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import type { RunResults } from '../../src/action/results.ts';
import { type ActRepository, actionFolder, actionName, actRepository, runAct } from '../support/act.ts';

const action = actionFolder();
const made: ActRepository[] = [];

afterAll(() => {
  for (const repository of made) repository.remove();
  rmSync(action, { recursive: true, force: true });
});

/** A workflow of one job: checkout, this action, and a step that keeps what it made. */
function workflow(inputs: string, then: string): string {
  return `on: push
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - uses: ${actionName}
        id: gots
${inputs}
      - if: always() && steps.gots.outputs.folder != ''
        run: cp -r '\${{ steps.gots.outputs.folder }}' "$KEEP/made"
${then}
`;
}

function hello(files: Readonly<Record<string, string>>): ActRepository {
  const repository = actRepository('hello', inject('warmGoCache'), files);
  made.push(repository);
  return repository;
}

function resultsOf(repository: ActRepository): RunResults {
  return JSON.parse(readFileSync(join(repository.keep, 'made', 'results.json'), 'utf8')) as RunResults;
}

test('without inputs: the module is built woven for this machine, and tested', async () => {
  const run = `      - run: |
          git status --porcelain
          echo "GOFLAGS is '$GOFLAGS'"
          $(echo '\${{ steps.gots.outputs.binaries }}' | grep -o '/[^"]*/hello')`;
  const repository = hello({ '.github/workflows/build.yml': workflow('', run) });
  const { exitCode, output } = await runAct(repository, action);
  expect(output).toMatch(/module +example\.com\/hello/);
  expect(output).toContain('1 passed, 0 failed, 0 skipped');
  expect(output).toMatch(/^woven\nhello, world$/m);
  // For later steps nothing has changed.
  expect(output).toContain("GOFLAGS is ''");
  expect(exitCode).toBe(0);
  const [target] = resultsOf(repository).targets;
  expect(target?.outcome).toBe('passed');
  expect(target?.tests).toMatchObject({ passed: 1, failed: 0 });
  expect(target?.binaries).toMatchObject([{ name: 'hello', importPath: 'example.com/hello/cmd/hello' }]);
  expect(target?.binaries[0]?.plainBytes).toBeGreaterThan(1_000_000);
  expect(existsSync(join(repository.keep, 'made', 'linux-amd64', 'hello'))).toBe(true);
});
