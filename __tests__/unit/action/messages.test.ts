import { expect, test } from 'vitest';
import { placedMessages } from '../../../src/action/runner/annotations.ts';
import { childEnv } from '../../../src/action/runner/child-env.ts';
import { workflowCommands } from '../../../src/action/runner/commands.ts';
import { problemMatcher } from '../../../src/action/runner/problem-matcher.ts';
import { failureMessages } from '../../../src/action/targets/failures.ts';
import { TestLog } from '../../../src/action/targets/test-output.ts';

const place = { module: 'm.org/x', moduleDir: '/w/mod', workspace: '/w' };

test('messages of go and gots are found at their lines', () => {
  const output = `# m.org/x/a
a/a.go:3:4: undefined: b
vet: ./c.go:1: odd
gots.yml:8:21: undefined: d
/outside/e.go:1:2: not of the workspace
a/a.go:3:4: undefined: b
no message
`;
  expect(placedMessages(output, '/w/mod', '/w')).toEqual([
    { place: { file: 'mod/a/a.go', line: 3, column: 4 }, message: 'undefined: b' },
    { place: { file: 'mod/c.go', line: 1, column: undefined }, message: 'odd' },
    { place: { file: 'mod/gots.yml', line: 8, column: 21 }, message: 'undefined: d' },
  ]);
});

test('failures of tests are found in the folder of their package', () => {
  const failures = [
    { importPath: 'm.org/x/a', test: 'TestA', output: '=== RUN   TestA\n    a_test.go:7: got 1\n', passesPlain: true },
    { importPath: 'm.org/x', test: '', output: './x.go:1:2: syntax error\n' },
    { importPath: 'm.org/other', test: 'TestB', output: 'panic: no\n' },
  ];
  expect(failureMessages(failures, place, '/w/mod')).toEqual([
    {
      place: { file: 'mod/a/a_test.go', line: 7 },
      message: 'TestA (m.org/x/a) fails: got 1; it passes without weaving: an aspect is the likely cause',
    },
    { place: { file: 'mod/x.go', line: 1, column: 2 }, message: 'm.org/x fails: syntax error' },
    { place: {}, message: 'TestB (m.org/other) fails' },
  ]);
});

test('go test -json is printed as go test prints, and counted', () => {
  let text = '';
  const log = new TestLog({
    verbose: false,
    write: (part) => {
      text += part;
    },
  });
  const events = [
    { Action: 'output', Package: 'p', Test: 'TestA', Output: '=== RUN   TestA\n' },
    { Action: 'output', Package: 'p', Test: 'TestA', Output: '--- PASS: TestA (0.00s)\n' },
    { Action: 'pass', Package: 'p', Test: 'TestA' },
    { Action: 'output', Package: 'p', Test: 'TestB', Output: '    b_test.go:1: no\n' },
    { Action: 'fail', Package: 'p', Test: 'TestB' },
    { Action: 'skip', Package: 'p', Test: 'TestC' },
    { Action: 'output', Package: 'p', Output: 'FAIL\tp\t0.1s\n' },
    { Action: 'fail', Package: 'p' },
    { Action: 'build-output', ImportPath: 'q [q.test]', Output: 'q.go:1:1: wrong\n' },
    { Action: 'build-fail', ImportPath: 'q [q.test]' },
    { Action: 'output', Package: 'q', Output: 'FAIL\tq [build failed]\n' },
    { Action: 'fail', Package: 'q', FailedBuild: 'q [q.test]' },
  ];
  for (const event of events) log.line(JSON.stringify(event));
  log.line('{"not": "an event"}');
  expect(text).toBe(
    '    b_test.go:1: no\nFAIL\tp\t0.1s\nq.go:1:1: wrong\nFAIL\tq [build failed]\n{"not": "an event"}\n',
  );
  expect(log.counts()).toEqual({
    passed: 1,
    failed: 2,
    skipped: 1,
    failures: [
      { importPath: 'p', test: 'TestB', output: '    b_test.go:1: no\n' },
      { importPath: 'q', test: '', output: 'q.go:1:1: wrong\nFAIL\tq [build failed]\n' },
    ],
  });
});

test('what is said to the runner cannot end its command', async () => {
  const text = await printed(() => {
    workflowCommands(process.env).annotate('error', 'a%\n::b', { file: 'x,y:z', line: 1 });
  });
  expect(text).toBe('::error file=x%2Cy%3Az,line=1::a%25%0A::b\n');
});

test('foreign output stands between a token and its end, also when its program fails', async () => {
  const text = await printed(async () => {
    const failing = workflowCommands(process.env).foreign(async () => {
      process.stdout.write('::error::planted\n');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
  });
  const [, token] = /^::stop-commands::(gots-[0-9a-f]{48})\n::error::planted\n/.exec(text) ?? [];
  expect(text.endsWith(`\n::${token}::\n`)).toBe(true);
});

test('a runner without the files of outputs, variables and state is told nothing', async () => {
  const text = await printed(() => {
    const commands = workflowCommands(process.env);
    commands.setOutput('a', 'b');
    commands.exportVariable('a', 'b');
    commands.addPath('a');
    commands.saveState('a', 'b');
  });
  expect(text).toBe('');
});

test('each line of a secret is masked', async () => {
  const text = await printed(() => workflowCommands(process.env).mask('one\n\n two\r\n'));
  expect(text).toBe('::add-mask::one\n::add-mask:: two\n');
});

/** What a function prints. The toolkit writes to standard output and nowhere else. */
async function printed(body: () => void | Promise<void>): Promise<string> {
  let text = '';
  const { write } = process.stdout;
  process.stdout.write = (part) => {
    text += String(part);
    return true;
  };
  try {
    await body();
  } finally {
    process.stdout.write = write;
  }
  return text;
}

test('programs get neither tokens nor the files that change later steps', () => {
  const env = {
    PATH: '/bin',
    GITHUB_SHA: 'x',
    INPUT_TOKEN: 't',
    ACTIONS_RUNTIME_TOKEN: 't',
    GITHUB_ENV: 'f',
    STATE_a: 's',
  };
  expect(childEnv(env)).toEqual({ PATH: '/bin', GITHUB_SHA: 'x' });
});

test("the problem matcher finds gots' own messages and leaves the compiler's alone", () => {
  const [{ regexp }] = problemMatcher.problemMatcher[0].pattern;
  const pattern = new RegExp(regexp);
  const [, file, line, column, message] =
    pattern.exec('gots.yml:3:5: unknown key "a" (aspect_unknown_key); did you mean "b"?') ?? [];
  expect([file, line, column, message]).toEqual([
    'gots.yml',
    '3',
    '5',
    'unknown key "a" (aspect_unknown_key); did you mean "b"?',
  ]);
  expect(pattern.test('./main.go:3:5: undefined: a')).toBe(false);
});
