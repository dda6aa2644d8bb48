import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plan } from '../build/plan.ts';

/** Checksums of modules, by `path version`, from every go.sum and go.work.sum that the build reads. */
export function moduleSums(plan: Pick<Plan, 'moduleDirs' | 'goWork'>): ReadonlyMap<string, string> {
  const sums = new Map<string, string>();
  const files = plan.moduleDirs.map((dir) => join(dir, 'go.sum'));
  if (plan.goWork !== '')
    files.push(join(dirname(plan.goWork), 'go.work.sum'), join(dirname(plan.goWork), 'mod', 'go.sum'));
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
