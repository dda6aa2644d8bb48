import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { remoteSettings } from '../../src/cache/remote/remote-settings.ts';
import type { BlobStore } from '../../src/cache/remote/stores/blob-store.ts';
import { patient } from '../../src/cache/remote/stores/http-request.ts';
import { openStore } from '../../src/cache/remote/stores/open-store.ts';
import { type ActRepository, actionFolder, actionName, actRepository, runAct } from '../support/act.ts';
import { type RealServer, startNginx } from '../support/remote/real-servers.ts';

const action = actionFolder();
const made: ActRepository[] = [];
const dir = realpathSync(mkdtempSync(join(tmpdir(), 'gots-test-shared-')));
let server: RealServer;
let store: BlobStore;

beforeAll(async () => {
  server = await startNginx(dir);
  const settings = remoteSettings({ GOTS_REMOTE: server.remote }, undefined);
  store = await openStore(settings as NonNullable<typeof settings>, { HOME: dir }, patient);
}, 600_000);
afterAll(async () => {
  await server?.stop();
  for (const repository of made) repository.remove();
  for (const folder of [action, dir]) rmSync(folder, { recursive: true, force: true });
});

/** A test of the project that fails where it can see what only the shared cache needs, or, in a fork's run, any credentials. */
const prying = `package greet

import (
	"os"
	"testing"
)

func TestNoCredentials(t *testing.T) {
	names := []string{"GOTS_REMOTE_KEY", "GOTS_REMOTE_TOKEN"}
	if os.Getenv("GITHUB_EVENT_NAME") == "pull_request" {
		names = append(names, "AWS_SECRET_ACCESS_KEY")
	} else if os.Getenv("AWS_SECRET_ACCESS_KEY") == "" {
		t.Fatal("a run of the repository itself keeps its own variables")
	}
	for _, name := range names {
		if os.Getenv(name) != "" {
			t.Fatalf("%s is there", name)
		}
	}
	if remote := os.Getenv("GOTS_REMOTE"); remote != "off" {
		t.Fatal("the address, and a password in it, are there")
	}
}
`;

const compiled = /\/compile(?: |.exe ).*-o /;
const machine = ['GOCACHE', 'GOTS_CACHE'];
const empty = (repository: ActRepository) => {
  for (const folder of machine) rmSync(repository.env[folder] as string, { recursive: true });
};

test('the first job stores, a second one on an empty machine compiles nothing, and the run of a fork only reads', async () => {
  const workflow = (step: unknown) => {
    const steps = [{ uses: 'actions/checkout@v7' }, step];
    const env = { GOTS_REMOTE_KEY: 'hmac:0123456789abcdef0123', AWS_SECRET_ACCESS_KEY: 'of-something-else' };
    const build = { 'runs-on': 'ubuntu-latest', env, steps };
    return { '.github/workflows/build.yml': JSON.stringify({ on: ['push', 'pull_request'], jobs: { build } }) };
  };
  // Each command of the compiler is printed; each run of act has its checkout in another place.
  const flags = '-x -trimpath';
  const remote = server.remote;
  const repository = actRepository('__tests__/action/testdata/hello', inject('warmGoCache'), {
    ...workflow({ uses: actionName, with: { 'build-flags': flags, 'remote-cache': remote } }),
    'greet/credentials_test.go': prying,
  });
  made.push(repository);
  const payload = { repository: { default_branch: 'main' } };
  const cold = await runAct(repository, action, { payload });
  expect(cold.exitCode, cold.output).toBe(0);
  expect(cold.output).toMatch(/^shared cache: http:\/\/127\.0\.0\.1:\d+\/gots \(read and stored to\)$/m);
  expect(cold.output).toMatch(compiled);
  expect(cold.output).toMatch(
    /^shared cache: build \.\/\.\.\.: \d+ packs? stored, \d+ objects, \d+\.\d MB \(0 packs before/m,
  );
  expect(cold.output).toMatch(/^shared cache: test \.\/\.\.\.: \d+ packs? stored/m);
  expect(cold.output).not.toContain('pass-word');

  empty(repository);
  const warm = await runAct(repository, action, { payload });
  expect(warm.exitCode, warm.output).toBe(0);
  expect(warm.output).toMatch(
    /^shared cache: build \.\/\.\.\. \(linux\/\w+\): [1-9]\d* packs, [1-9]\d* files, \d+\.\d MB, \d+\.\d s$/m,
  );
  expect(warm.output).not.toMatch(compiled);
  expect(warm.output).toMatch(
    /^\| `go build \.\/\.\.\. \(linux\/\w+\)` \| \d+ \| \d+ \| \d+\.\d MB \|.*\| [1-9]\d* hits of \d+ \|$/m,
  );
  // go's index of the checkout is new where the checkout lies in another folder; nothing else is.
  expect(warm.output).toMatch(
    /^shared cache: build \.\/\.\.\.: (?:nothing new|1 pack stored, \d objects, 0\.0 MB) \(\d+ packs? before/m,
  );

  empty(repository);
  const before = await store.list();
  // A fork may change the workflow, too.
  const mode = 'read-write';
  repository.write({
    ...workflow({
      uses: actionName,
      with: { 'build-flags': flags, 'remote-cache': remote, 'remote-cache-mode': mode },
    }),
    'greet/more.go': 'package greet\n\nfunc More() string { return "of a fork" }\n',
  });
  const fork = {
    repository: { default_branch: 'main' },
    pull_request: {
      number: 7,
      head: { sha: 'a'.repeat(40), ref: 'main', repo: { full_name: 'stranger/hello' } },
      base: { ref: 'main', repo: { full_name: 'example/hello' } },
    },
  };
  const read = await runAct(repository, action, { event: 'pull_request', payload: fork });
  expect(read.exitCode, read.output).toBe(0);
  expect(read.output).toContain('/gots (only read: a pull request from a fork only reads)');
  expect(read.output).toContain('::notice::shared cache: not stored to: a pull request from a fork only reads');
  const packages = [...read.output.matchAll(/\/compile .*? -p (\S+)/g)].map(([, path]) => path);
  expect([...new Set(packages)].sort()).toEqual(['example.com/hello/greet', 'main']);
  expect(read.output).not.toMatch(/packs? stored/);
  expect(await store.list()).toEqual(before);
});
