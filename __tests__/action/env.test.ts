import { rmSync } from 'node:fs';
import { afterAll, expect, inject, test } from 'vitest';
import { type ActRepository, actionFolder, actionName, actRepository, runAct } from '../support/act.ts';

const action = actionFolder();
const made: ActRepository[] = [];

afterAll(() => {
  for (const repository of made) repository.remove();
  rmSync(action, { recursive: true, force: true });
});

/** A module whose aspects inject a package of another one, and a second module that is not woven. */
const files = {
  'gots.yml': `extends: [./aspects]
`,
  'aspects/go.mod': 'module example.com/aspects\n\ngo 1.24\n',
  'aspects/said/said.go': 'package said\n\nfunc Hello() { println("woven by a package") }\n',
  'aspects/gots.yml': `aspects:
  - id: said
    join-point:
      all-of:
        - import-path: example.com/hello/greet
        - function-body:
            function:
              - name: Hello
    advice:
      - prepend-statements:
          imports: {said: example.com/aspects/said}
          template: said.Hello()
`,
  'other/go.mod': 'module example.com/other\n\ngo 1.24\n',
  'other/main.go': 'package main\n\nfunc main() { println("other") }\n',
};

const tool = 'golang.org/x/example/hello@v0.0.0-20250915201037-7f05d217867b';

/** Each command's line begins with a word by which the test finds it. */
const steps = [
  { uses: 'actions/checkout@v7' },
  { run: `GOBIN="$PWD/plain" go install ${tool}; cd other; go build -o ../plain/other` },
  { uses: actionName, with: { mode: 'env' } },
  { run: 'echo "flags: $GOFLAGS"; go test -v ./... 2>&1' },
  { run: 'go build -o hello ./cmd/hello && ./hello 2>&1 | sed "s/^/built: /"' },
  { run: `GOBIN="$PWD/woven" go install ${tool}; cmp plain/hello woven/hello && echo "tool: same"` },
  { run: 'cd other; go build -o ../woven/other && cmp ../plain/other ../woven/other && echo "other: same"' },
  { run: 'go -C other build -o ../woven/other && cmp plain/other woven/other && echo "from afar: same"' },
  { run: `go run ${tool} 2>&1 | sed "s/^/ran: /"` },
  { uses: actionName, with: { mode: 'unset' } },
  { run: 'echo "after: $GOFLAGS|$GOCACHEPROG|$GOWORK"; go run ./cmd/hello 2>&1 | sed "s/^/plain: /"' },
];

test('mode: env weaves what later steps build in the module, and nothing else', async () => {
  const workflow = JSON.stringify({
    on: 'push',
    env: { GOFLAGS: '-tags=mine' },
    jobs: { build: { 'runs-on': 'ubuntu-latest', steps } },
  });
  const all = { ...files, '.github/workflows/env.yml': workflow };
  const repository = actRepository('__tests__/action/testdata/hello', inject('warmGoCache'), all);
  made.push(repository);
  const { exitCode, output } = await runAct(repository, action);
  expect(output).toMatch(/^flags: -tags=mine -toolexec=/m);
  expect(output).toMatch(/^woven by a package\n--- PASS: TestHello/m);
  expect(output).toMatch(/^built: woven by a package\nbuilt: hello, world$/m);
  for (const untouched of ['tool', 'other', 'from afar']) expect(output).toContain(`${untouched}: same`);
  expect(output).toMatch(/^ran: Hello, world!$/m);
  expect(output).toMatch(/^after: -tags=mine\|\|$/m);
  expect(output).not.toContain('plain: woven');
  expect(output).toContain('plain: hello, world');
  expect(exitCode).toBe(0);
});

test('mode: unset without mode: env says so', async () => {
  const unset = [{ uses: actionName, with: { mode: 'unset' } }];
  const workflow = JSON.stringify({ on: 'push', jobs: { build: { 'runs-on': 'ubuntu-latest', steps: unset } } });
  const repository = actRepository('__tests__/action/testdata/hello', inject('warmGoCache'), {
    '.github/workflows/env.yml': workflow,
  });
  made.push(repository);
  const { exitCode, output } = await runAct(repository, action);
  expect(output).toContain('no earlier step of this job used mode: env');
  expect(exitCode).toBe(0);
});
