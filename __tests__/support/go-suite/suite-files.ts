import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What Go's test runner does with a file: run it and compare, or compile it and look at the messages. */
export type SuiteAction = 'run' | 'errorcheck';

/** A file of Go's `test` folder. */
export interface SuiteFile {
  /** Relative to the folder, as fixedbugs/bug236.go. */
  readonly path: string;
  /** A name for a folder and the last element of an import path. */
  readonly name: string;
  readonly text: string;
}

/** Files of a toolchain's `test` folder with this action and no arguments to it, sorted; [] where it has none. */
export function suiteFiles(goroot: string, action: SuiteAction): SuiteFile[] {
  let paths: string[];
  try {
    paths = readdirSync(join(goroot, 'test'), { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
  const files = paths.filter((path) => path.endsWith('.go') && !path.includes('.dir/') && !path.includes('testdata/'));
  return files.sort().flatMap((path) => {
    const text = readFileSync(join(goroot, 'test', path), 'latin1');
    const name = path.replace(/\.go$/, '').replace(/[^\w-]/g, '_');
    return actionOf(text) === action ? [{ path, name: /^[_.]/.test(name) ? `x${name}` : name, text }] : [];
  });
}

/** The first comment that is no build constraint, as Go's runner reads it. */
function actionOf(text: string): string | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  const first = lines.find((line) => line !== '' && !/^\/\/(go:build| ?\+build)/.test(line));
  return /^\/\/ ?(.*)$/.exec(first ?? '')?.[1]?.trim();
}
