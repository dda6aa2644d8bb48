import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Objects of a cache in the layout of GOCACHE, in the order of their names. */
export function objectFiles(root: string): string[] {
  return cacheFiles(root).filter((file) => file.endsWith('-d'));
}

/** What a cache in the layout of GOCACHE holds: by action what was filed, as `<output> <size>`. Test results are left out: they tell a time. */
export function filedActions(root: string): ReadonlyMap<string, string> {
  const filed = new Map<string, string>();
  for (const file of cacheFiles(root).filter((each) => each.endsWith('-a'))) {
    const [, action = '', output = '', size = ''] = readFileSync(file, 'utf8').split(/ +/);
    if (!isTestResult(root, output)) filed.set(action, `${output} ${size}`);
  }
  return filed;
}

/** Whether this is what a test printed: its last line has the time that it took. */
function isTestResult(root: string, output: string): boolean {
  try {
    return /^ok {2}\t.*\t\d+\.\d+s/m.test(
      readFileSync(join(root, output.slice(0, 2), `${output}-d`), 'latin1').slice(-400),
    );
  } catch {
    return false;
  }
}

function cacheFiles(root: string): string[] {
  return readdirSync(root)
    .filter((entry) => /^[0-9a-f]{2}$/.test(entry))
    .flatMap((entry) => readdirSync(join(root, entry)).map((file) => join(root, entry, file)))
    .sort();
}
