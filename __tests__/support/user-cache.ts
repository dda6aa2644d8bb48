import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Objects of a cache in the layout of GOCACHE, in the order of their names. */
export function objectFiles(root: string): string[] {
  return cacheFiles(root).filter((file) => file.endsWith('-d'));
}

/** What go files and is another text in each build, by the reason. */
const ofOneBuild: readonly RegExp[] = [
  // A test's result tells how long it took.
  /^ok {2}\t.*\t\d+\.\d+s/m,
  // The main file of a test with coverage names the build's temporary folder.
  /^\/\/line .*\/go-build\d+\/b\d+\/_testmain\.go:1:1$/m,
];

/**
 * What a cache in the layout of GOCACHE holds: by action what was filed, as `<output> <size>`, without what has lost its object and what is
 * another text in each build.
 */
export function filedActions(root: string): ReadonlyMap<string, string> {
  const filed = new Map<string, string>();
  for (const file of cacheFiles(root).filter((each) => each.endsWith('-a'))) {
    const [, action = '', output = '', size = ''] = readFileSync(file, 'utf8').split(/ +/);
    const text = textOf(root, output);
    if (text !== undefined && !ofOneBuild.some((pattern) => pattern.test(text))) filed.set(action, `${output} ${size}`);
  }
  return filed;
}

/** The beginning of an object. */
function textOf(root: string, output: string): string | undefined {
  try {
    return readFileSync(join(root, output.slice(0, 2), `${output}-d`))
      .subarray(0, 4000)
      .toString('latin1');
  } catch {
    return undefined;
  }
}

function cacheFiles(root: string): string[] {
  return readdirSync(root)
    .filter((entry) => /^[0-9a-f]{2}$/.test(entry))
    .flatMap((entry) => readdirSync(join(root, entry)).map((file) => join(root, entry, file)))
    .sort();
}
