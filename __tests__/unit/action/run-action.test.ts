import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RunResults } from '../../../src/action/results.ts';
import { runAction, setOutputs } from '../../../src/action/run-action.ts';
import { outputsIn, testStep } from '../../support/action-context.ts';
import { tempDir } from '../../support/temp-module.ts';

let dir: string;
let printed: string;

beforeEach(() => {
  dir = tempDir();
  mkdirSync(join(dir, 'module'));
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** Runs the main step in the workspace `dir`; the toolkit reads the name of the file of outputs from the process itself. */
function run(inputs: Readonly<Record<string, string>>): Promise<number> {
  const { env } = testStep(dir, {}, { GITHUB_WORKSPACE: dir }).context;
  vi.stubEnv('GITHUB_OUTPUT', env['GITHUB_OUTPUT']);
  writeFileSync(join(dir, 'output'), '');
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  return runAction({ ...env, ...Object.fromEntries(given) }, () => undefined);
}

test('matrix: a job for each target, and the folder for what is made', async () => {
  const inputs = { mode: 'matrix', targets: 'linux/arm64', 'working-directory': 'module', 'output-directory': 'a/b' };
  expect(await run(inputs), printed).toBe(0);
  const { matrix = '', ...others } = outputsIn(join(dir, 'output'));
  expect(JSON.parse(matrix)).toEqual({ include: [{ targets: 'linux/arm64', 'runs-on': 'ubuntu-24.04-arm' }] });
  expect(others).toEqual({});
  expect(existsSync(join(dir, 'a', 'b'))).toBe(true);
});

test.each([
  ['working-directory', 'none', 'action_input_no_folder'],
  ['working-directory', '..', 'action_input_outside'],
  ['output-directory', '../made', 'action_input_outside'],
])('%s: %s is an error', async (name, value, code) => {
  expect(await run({ mode: 'matrix', [name]: value })).toBe(1);
  expect(printed).toMatch(/^::error/);
  expect(printed).toContain(`"${name}"`);
  expect(printed).toContain(code);
  expect(outputsIn(join(dir, 'output'))).toEqual({});
  expect(existsSync(join(dir, '..', 'made'))).toBe(false);
});

test('the outputs of a run name what it made, target by target', () => {
  const program = { name: 'hello', importPath: 'example.com/hello', path: '/made/hello', bytes: 7 };
  const archive = { kind: 'lambda', name: 'hello.zip', path: '/made/hello.zip', bytes: 5, sha256: 'ab' } as const;
  const target = { goos: 'linux', goarch: 'amd64', outcome: 'passed', wovenMs: 1 } as const;
  const results: RunResults = {
    schema: 1,
    weaver: '0.1.0',
    go: 'go1.26.8',
    module: 'example.com/hello',
    moduleDir: dir,
    workspace: dir,
    folder: join(dir, 'made'),
    outcome: 'passed',
    targets: [
      { ...target, name: 'linux/amd64', kind: 'executable', binaries: [program], packages: [] },
      { ...target, name: 'lambda/amd64', kind: 'lambda', binaries: [], packages: [archive] },
    ],
  };
  setOutputs(testStep(dir, {}, {}).context.commands, results);
  const { binaries = '', packages = '', ...others } = outputsIn(join(dir, 'output'));
  expect(others).toEqual({ folder: results.folder, results: join(dir, 'made', 'results.json') });
  expect(JSON.parse(binaries)).toEqual([{ target: 'linux/amd64', name: 'hello', path: '/made/hello', bytes: 7 }]);
  expect(JSON.parse(packages)).toEqual([{ target: 'lambda/amd64', ...archive }]);
});
