import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a stand-in for a tool of the SDK must know. It is written beside it as JSON. */
export type StandInState = CompileState | GoState;

/** Stands in for the compiler while rules_go's builder compiles one package. */
export interface CompileState {
  readonly kind: 'compile';
  /** Folder of the plan, absolute. */
  readonly plan: string;
  /** The real compiler. */
  readonly tool: string;
  readonly importPath: string;
  /** Folder of the standard library's archives, those of injected packages among them; absolute. */
  readonly archives: string;
}

/** Stands in for the go command while rules_go's builder builds the standard library. */
export interface GoState {
  readonly kind: 'go';
  readonly plan: string;
  readonly tool: string;
  /** Name of the folder for the archives, below GOROOT/pkg. */
  readonly installSuffix: string;
}

/** How a stand-in calls this program: its command line up to the state's file. */
export type Self = readonly string[];

/**
 * Makes an SDK in which one tool is this program, and all else that of the real one.
 *
 * @param sdk absolute
 * @param tool path of the tool below the SDK
 */
export function shadowSdk(folder: string, sdk: string, tool: string, state: StandInState, self: Self): string {
  const shadow = join(folder, 'sdk');
  const stateFile = join(folder, `${state.kind}.json`);
  writeFileSync(stateFile, JSON.stringify(state));
  let from = sdk;
  let to = shadow;
  for (const part of tool.split('/')) {
    mkdirSync(to);
    for (const name of readdirSync(from)) if (name !== part) symlinkSync(join(from, name), join(to, name));
    from = join(from, part);
    to = join(to, part);
  }
  const words = [...self, stateFile, '--'].map((word) => `'${word.replaceAll("'", `'\\''`)}'`);
  writeFileSync(to, `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`);
  chmodSync(to, 0o755);
  return shadow;
}

/** Reads what {@link shadowSdk} wrote. */
export function readToolState(file: string): StandInState {
  return JSON.parse(readFileSync(file, 'utf8')) as StandInState;
}
