import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBuildId, readMember, replaceBuildId } from '../../src/toolexec/archive.ts';
import { buildBuilder, FakeBazel, type Target } from '../support/fake-bazel.ts';
import { home } from '../support/script.ts';

const app = 'example.com/app';

/** A program whose packages, and one of the standard library, get code from a hook package of a module of its own and from one of the program's. */
const files: Readonly<Record<string, string>> = {
  [`${app}/go.mod`]: `module ${app}\n\ngo 1.26\n\nrequire example.com/lib v1.2.0\n\nreplace example.com/lib => ../lib\n`,
  [`${app}/main.go`]: `package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"

	"${app}/store"
)

func main() {
	handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, store.Get("key")) })
	server := httptest.NewServer(handler)
	defer server.Close()
	response, err := http.Get(server.URL)
	fmt.Println(response.StatusCode, err)
}
`,
  [`${app}/store/store.go`]: `package store

import "${app}/store/key"

// Get finds a value.
func Get(name string) string {
	return "value of " + key.Of(name)
}
`,
  [`${app}/store/key/key.go`]: 'package key\n\nfunc Of(name string) string { return "<" + name + ">" }\n',
  [`${app}/hooks/hooks.go`]: `package hooks

import "example.com/lib/count"

func Hit(name string) { count.Say("hook", name) }
`,
  'example.com/lib/go.mod': 'module example.com/lib\n\ngo 1.21\n',
  'example.com/lib/count/count.go': `package count

import _ "embed"

//go:embed prefix.txt
var prefix string

func Say(kind, name string) { println(prefix+kind, name) }
`,
  'example.com/lib/count/prefix.txt': 'lib:',
  [`${app}/orchestrion.yml`]: `meta: {name: test, description: A test}
aspects:
  - id: main
    join-point:
      all-of: [{import-path: ${app}}, {function-body: {function: [{name: main}]}}]
    advice: [{prepend-statements: {imports: {hooks: ${app}/hooks}, template: 'hooks.Hit("main")'}}]
  - id: key
    join-point:
      all-of: [{import-path: ${app}/store/key}, {function-body: {function: [{name: Of}]}}]
    advice: [{prepend-statements: {imports: {count: example.com/lib/count}, template: 'count.Say("key", "Of")'}}]
  - id: serve
    join-point:
      function-body: {function: [{receiver: net/http.serverHandler}, {name: ServeHTTP}]}
    advice: [{prepend-statements: {imports: {hooks: ${app}/hooks}, template: 'hooks.Hit("serve")'}}]
`,
};

const key: Target = {
  importPath: `${app}/store/key`,
  packagePath: `${app}/store/key`,
  srcs: [`${app}/store/key/key.go`],
  deps: [],
};
const store: Target = {
  importPath: `${app}/store`,
  packagePath: `${app}/store`,
  srcs: [`${app}/store/store.go`],
  deps: [key],
};
const main: Target = { importPath: app, packagePath: 'main', srcs: [`${app}/main.go`], deps: [store] };
const said = ['lib:hook main', 'lib:hook serve', 'lib:key Of'];

const work = mkdtempSync(join(tmpdir(), 'gots-bazel-test-'));
const root = join(work, 'execroot');
const cli = join(home, 'dist', 'cli.mjs');
const builder = 'bazel-out/host/bin/builder';
const plan = 'external/gots_plan';

function put(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

function gots(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return spawnSync(process.execPath, [cli, ...args], {
    cwd: join(root, app),
    env: { ...process.env, CGO_ENABLED: '0', GOTS_CACHE: join(work, 'cache'), ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
}

function bazel(options: { readonly spills: boolean }): FakeBazel {
  const goRoot = spawnSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).stdout.trim();
  const node = [process.execPath, '--preserve-symlinks', '--preserve-symlinks-main', 'external/gots/dist/cli.mjs'];
  return new FakeBazel({
    root,
    goRoot,
    builder: [...node, 'bazel-builder', '--plan', plan, '--builder', builder, '--'],
    tools: [plan, builder, 'external/gots/dist', 'external/gots/helper'],
    ...options,
  });
}

beforeAll(() => {
  for (const [file, text] of Object.entries(files)) put(file, text);
  mkdirSync(dirname(join(root, builder)), { recursive: true });
  buildBuilder(join(root, builder));
  mkdirSync(join(root, 'external/gots'), { recursive: true });
  for (const name of ['dist', 'helper']) symlinkSync(join(home, name), join(root, 'external/gots', name));
  const made = gots(['bazel-plan', '-o', join(root, plan)]);
  expect(made.stderr).toBe('');
  const library = bazel({ spills: true }).stdlib(['fmt', 'net/http/httptest']);
  expect(library).toEqual({ status: 0, output: '' });
});

afterAll(() => {
  if (!process.env['GOTS_KEEP']) rmSync(work, { recursive: true, force: true });
});

describe("gots bazel-builder, called as rules_go's actions call their builder", () => {
  test.each([true, false])('builds a woven program; parameter files: %s', (spills) => {
    const build = bazel({ spills });
    for (const target of [key, store, main]) expect(build.compile(target)).toEqual({ status: 0, output: '' });
    expect(build.link(main, 'bazel-out/program')).toEqual({ status: 0, output: '' });
    const run = spawnSync(join(root, 'bazel-out/program'), { encoding: 'utf8' });
    expect(run.stdout).toBe('200 <nil>\n');
    expect(run.stderr.trim().split('\n').sort()).toEqual(said);
  });

  test('gives the archives that gots go build gives, but for build ids', () => {
    const build = bazel({ spills: true });
    for (const target of [key, store, main])
      expect(build.compile(target, { gcFlags: '-lang=go1.26' })).toEqual({ status: 0, output: '' });
    const list = gots([
      'go',
      'list',
      '-export',
      '-deps',
      '-trimpath',
      '-f',
      '{{.ImportPath}}\t{{.Export}}',
      '.',
      `${app}/hooks`,
    ]);
    expect(list.stderr).toBe('');
    const exports = new Map(
      list.stdout
        .trim()
        .split('\n')
        .map((line) => line.split('\t') as [string, string]),
    );
    for (const target of [key, store, main]) {
      const wanted = withoutId(exports.get(target.importPath) as string);
      const interface_ = withoutId(join(root, build.exportOf(target)));
      const object = withoutId(join(root, build.archiveOf(target)));
      expect(memberOf(interface_, '__.PKGDEF'), target.importPath).toBe(memberOf(wanted, '__.PKGDEF'));
      expect(memberOf(object, '_go_.o'), target.importPath).toBe(memberOf(wanted, '_go_.o'));
      expect(memberOf(object, 'link.deps'), target.importPath).toBe(memberOf(wanted, 'link.deps'));
    }
    for (const path of ['net/http', `${app}/hooks`, 'example.com/lib/count', 'fmt']) {
      const wanted = withoutId(exports.get(path) as string);
      const made = withoutId(join(build.library, `${path}.a`));
      expect(memberOf(made, '_go_.o'), path).toBe(memberOf(wanted, '_go_.o'));
    }
  });
});

/** An archive with its build id blotted out, in whichever form it has one. */
function withoutId(file: string): Buffer {
  const bytes = readFileSync(file);
  const id = bytes.includes('__.PKGDEF') ? readBuildId(bytes) : undefined;
  return id ? replaceBuildId(bytes, id, '-'.repeat(id.length)) : bytes;
}

/** A member as Latin-1, without the line of its build id: some compiles give none. */
function memberOf(archive: Buffer, name: string): string | undefined {
  const member = readMember(archive, name);
  return (
    member &&
    Buffer.from(member)
      .toString('latin1')
      .replace(/^build id "[^"]*"\n/m, '')
  );
}
