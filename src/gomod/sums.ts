import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Injection } from './injection.ts';

/**
 * Checksums of modules, by `path version`, from every go.sum that the build reads.
 *
 * @param moduleDirs folders of the main modules
 */
export function moduleSums(
  moduleDirs: readonly string[],
  injection: Injection | undefined,
): ReadonlyMap<string, string> {
  const sums = new Map<string, string>();
  const files = moduleDirs.map((dir) => join(dir, 'go.sum'));
  if (injection) files.push(injection.sums);
  for (const file of files) {
    for (const line of read(file).split('\n')) {
      const [path, version, sum] = line.split(' ');
      if (path && version && sum && !version.endsWith('/go.mod')) sums.set(`${path} ${version}`, sum);
    }
  }
  return sums;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
