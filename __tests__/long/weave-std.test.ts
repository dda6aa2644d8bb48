import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseJsonStream } from '../../src/go/go.ts';
import { weavePackage } from '../../src/weave/weave-package.ts';
import { plainGoEnv } from '../support/go-command.ts';
import { goRoot } from '../support/go-program.ts';
import { testGrammar } from '../support/grammar.ts';
import { tempModule } from '../support/temp-module.ts';
import { aspectsOf } from '../support/weave.ts';

/** Every supported Go; each is fetched by the go command where it is missing. */
const toolchains = ['go1.24.11', 'go1.25.5', 'go1.26.8', 'go1.27.0'];

/** Nothing here makes code: runtime functions must keep their frames, and the linker counts the stack of some. */
const everyBody = aspectsOf(`
aspects:
  - id: bodies
    join-point:
      function-body: {function: []}
    advice:
      - prepend-statements:
          imports: {u: unsafe}
          template: |
            {{ with .Function.ResultOfType "error" }}_ = {{ . }}{{ end }}
            {{ with .Function.ResultOfType "string" }}_ = {{ . }}{{ end }}
            {{ with .Function.ArgumentOfType "int" }}_ = {{ . }}{{ end }}
            {{ with .Function.ArgumentOfType "any" }}_ = {{ . }}{{ end }}
            const _ = u.Sizeof("{{ .Function.Name }}") // a comment
  - id: lengths
    join-point:
      one-of: [{function-call: len}, {function-call: strings.Index}, {function-call: bytes.IndexByte}]
    advice:
      - wrap-expression: {template: '{{ . }} + 0'}
      - wrap-expression: {template: '-(-{{ . }})'}
  - id: errors
    join-point:
      one-of: [{function-call: errors.New}, {function-call: fmt.Errorf}]
    advice:
      - wrap-expression:
          template: |
            // before
            func(err error) error {
              return err // inside
            }(
              {{ .AST.Fun }}({{ range .AST.Args }}{{ . }}, {{ end }}),
            ) // behind
  - id: literals
    join-point:
      function: [{name: ""}]
    advice:
      - wrap-expression: {template: '({{ . }})'}
`);

const program = {
  'go.mod': 'module example.com/hello\n\ngo 1.24\n',
  'main.go': `package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
)

func main() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_ = json.NewEncoder(w).Encode(map[string]string{"path": r.URL.Path})
	}))
	defer server.Close()
	response, err := http.Get(server.URL + "/woven")
	if err != nil {
		panic(err)
	}
	text, err := io.ReadAll(response.Body)
	fmt.Print(string(text), err, "\\n")
}
`,
};

interface Listed {
  readonly ImportPath: string;
  readonly Dir: string;
  readonly Name: string;
  readonly GoFiles?: readonly string[];
  readonly Imports?: readonly string[];
  readonly ImportMap?: Readonly<Record<string, string>>;
}

/** A copy of a toolchain whose sources may be written to: `-overlay` refuses to replace files of the module cache. */
function writableToolchain(dir: string, toolchain: string): string {
  const root = goRoot(dir, toolchain);
  const copy = join(dir, 'goroot');
  execFileSync('cp', ['-R', root, copy]);
  execFileSync('chmod', ['-R', 'u+w', copy]);
  return copy;
}

test.each(toolchains)('the standard library of %s, every function woven, compiles and runs', async (toolchain) => {
  const dir = tempModule(program);
  const goroot = writableToolchain(dir, toolchain);
  const env = plainGoEnv({ GOROOT: goroot, GOTOOLCHAIN: 'local', CGO_ENABLED: '0', GOWORK: 'off' });
  const run = (...args: string[]) =>
    execFileSync(join(goroot, 'bin', 'go'), args, { cwd: dir, env, encoding: 'utf8', maxBuffer: 1 << 28 });
  const fields = '-json=ImportPath,Dir,Name,GoFiles,Imports,ImportMap';
  const packages = parseJsonStream<Listed>(run('list', '-deps', fields, 'std'));
  const names = new Map(packages.map((pkg) => [pkg.ImportPath, pkg.Name]));
  const grammar = await testGrammar();
  let count = 0;
  for (const pkg of packages.filter(({ ImportPath }) => ImportPath !== 'unsafe')) {
    const files = (pkg.GoFiles ?? []).map((name) => join(pkg.Dir, name));
    expect(pkg.Dir.startsWith(goroot)).toBe(true);
    const woven = weavePackage(
      {
        facts: { importPath: pkg.ImportPath, imports: new Set(pkg.Imports), testMain: false },
        files: files.map((name) => ({ name, bytes: readFileSync(name) })),
        packageName: (path) => names.get(pkg.ImportMap?.[path] ?? path),
        weaverVersion: '',
      },
      everyBody,
      { grammar },
    );
    for (const { name, text } of woven.files) {
      if (text === undefined) continue;
      writeFileSync(name, text);
      count++;
    }
  }
  expect(count).toBeGreaterThan(1000);
  run('build', 'std');
  run('build', '-o', 'hello', '.');
  const output = execFileSync(join(dir, 'hello'), { encoding: 'utf8', env: plainGoEnv() });
  expect(output).toBe('{"path":"/woven"}\n<nil>\n');
});
