import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type RunResult, run } from '../run.ts';
import { gots, product } from '../script.ts';

/** Numbers that the project's files hold; each can be raised, and the right program prints all of them. */
export interface ProjectState {
  /** In an aspect of strconv, upon which most packages of the program rest. */
  readonly deep: number;
  /** In an aspect of the project's own package. */
  readonly shallow: number;
  /** In the source of a hook. */
  readonly hook: number;
  /** In the source of the program. */
  readonly source: number;
}

export const firstState: ProjectState = { deep: 1, shallow: 1, hook: 1, source: 1 };

/** What the woven program of this state prints. */
export function expectedOutput({ deep, shallow, hook, source }: ProjectState): string {
  return `hook ${hook}\nshallow ${shallow}\ndeep ${deep}\nsource ${source}\n`;
}

/** What the plain program of this state prints. */
export function plainOutput({ source }: ProjectState): string {
  return `deep 0\nsource ${source}\n`;
}

function projectFiles({ deep, shallow, hook, source }: ProjectState): Readonly<Record<string, string>> {
  return {
    'go.mod': 'module example.com/m\n\ngo 1.24\n',
    'gots.yml': `aspects:
  - id: deep
    join-point: {all-of: [{import-path: strconv}, {function-body: {function: [{name: Itoa}]}}]}
    advice:
      - prepend-statements: {imports: {seen: example.com/m/seen}, template: 'seen.Deep = ${deep}'}
  - id: shallow
    join-point: {all-of: [{import-path: example.com/m/lib}, {function-body: {function: [{name: Do}]}}]}
    advice:
      - prepend-statements: {imports: {fmt: fmt}, template: 'defer fmt.Println("shallow", ${shallow})'}
  - id: hook
    join-point: {all-of: [{import-path: example.com/m/lib}, {function: [{name: Do}]}]}
    advice:
      - hooks: {path: example.com/m/hooks, before: Before}
`,
    'main.go': `package main

import (
	"fmt"

	"example.com/m/lib"
	"example.com/m/seen"
)

func main() {
	lib.Do()
	fmt.Println("deep", seen.Deep)
	fmt.Println("source", ${source})
}
`,
    'lib/lib.go': `package lib

import (
	"strconv"
	"text/tabwriter"
)

func Do() { _ = tabwriter.Escape + strconv.Itoa(1)[0] }
`,
    'seen/seen.go': 'package seen\n\nvar Deep int\n',
    'hooks/hooks.go': `package hooks

import "fmt"

type HookContext interface{ GetFuncName() string }

func Before(ctx HookContext) { fmt.Println("hook", ${hook}) }
`,
  };
}

/** Writes what differs from the files that are there. */
export function writeProject(dir: string, state: ProjectState): void {
  for (const [name, text] of Object.entries(projectFiles(state))) {
    const file = join(dir, name);
    mkdirSync(dirname(file), { recursive: true });
    try {
      if (readFileSync(file, 'utf8') === text) continue;
    } catch {}
    writeFileSync(file, text);
  }
}

export interface BuiltProject {
  readonly result: RunResult;
  /** Hash of the program; undefined if the build failed. */
  readonly sum: string | undefined;
}

/** Ways to start a go command. `launched` is the command as it is installed, which may do without Node (ADR 34). */
const commands = { plain: ['go'], woven: [...gots, 'go'], launched: [join(product, 'dist', 'gots'), 'go'] } as const;

/** How a build is run. */
export interface BuildOptions {
  readonly dir: string;
  readonly out: string;
  readonly env: NodeJS.ProcessEnv;
  readonly umask?: string;
  /** The first words of the command, for instance a tracer with its options. */
  readonly under?: readonly string[];
}

/** Builds the project to a file. */
export async function buildProject(how: keyof typeof commands, options: BuildOptions): Promise<BuiltProject> {
  const { dir, out, env, umask, under = [] } = options;
  rmSync(out, { force: true });
  const argv = [...under, ...commands[how], 'build', '-o', out, '.'];
  const command = umask === undefined ? argv : ['/bin/sh', '-c', `umask ${umask}; exec "$@"`, 'sh', ...argv];
  const result = await run(command, env, { cwd: dir });
  return { result, sum: result.status === 0 ? sumOf(out) : undefined };
}

export function sumOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
