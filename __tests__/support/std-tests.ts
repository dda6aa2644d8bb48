import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.ts';

/** Results of tests and subtests by name, and what each that failed has printed. */
export interface StdResults {
  readonly results: Readonly<Record<string, 'pass' | 'fail' | 'skip'>>;
  readonly outputs: Readonly<Record<string, string>>;
  /** What go said where no tests ran. */
  readonly general: string;
}

/**
 * Runs `go test -json` of one package.
 *
 * @param command go's or gots' words before `test`
 */
export async function stdResults(
  command: readonly string[],
  pkg: string,
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv; readonly flags?: readonly string[] },
): Promise<StdResults> {
  const argv = [...command, 'test', '-json', '-count=1', '-vet=off', '-timeout=40m', ...(options.flags ?? []), pkg];
  const { stdout, stderr } = await run(argv, options.env, { cwd: options.cwd });
  const results: Record<string, 'pass' | 'fail' | 'skip'> = {};
  const printed: Record<string, string> = {};
  let general = stderr;
  for (const line of stdout.split('\n').filter((text) => text.startsWith('{'))) {
    const { Action, Test, Output = '' } = JSON.parse(line) as { Action: string; Test?: string; Output?: string };
    if (Action === 'pass' || Action === 'fail' || Action === 'skip') {
      if (Test !== undefined) results[Test] = Action;
    } else if (Test === undefined) general += Output;
    else printed[Test] = (printed[Test] ?? '') + Output;
  }
  const failed = Object.keys(results).filter((name) => results[name] === 'fail');
  const outputs = Object.fromEntries(failed.map((name) => [name, (printed[name] ?? '').slice(-2000)]));
  return { results, outputs, general: general.slice(-3000) };
}

/**
 * A copy of a toolchain in which the tests inside these packages are part of them, and a test beside them calls each. Go
 * recompiles a package for the tests inside it, and no program can hold two of a package that hooks import as well; so the
 * tests of such packages run only like this, plain and woven.
 *
 * @returns GOROOT
 */
export function mergedToolchain(goroot: string, dir: string, packages: readonly string[]): string {
  const copy = join(dir, 'goroot');
  const mark = join(copy, 'merged');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === packages.join()) return copy;
  execFileSync('rm', ['-rf', copy]);
  mkdirSync(copy, { recursive: true });
  for (const name of readdirSync(goroot).filter((entry) => entry !== 'src')) {
    symlinkSync(join(goroot, name), join(copy, name));
  }
  execFileSync('cp', ['-R', join(goroot, 'src'), copy]);
  execFileSync('chmod', ['-R', 'u+w', join(copy, 'src')]);
  for (const pkg of packages) mergeTests(join(copy, 'src', pkg), pkg);
  writeFileSync(mark, packages.join());
  return copy;
}

function mergeTests(dir: string, pkg: string): void {
  const name = pkg.split('/').at(-1) as string;
  const calls: string[] = [];
  for (const file of readdirSync(dir).filter((entry) => entry.endsWith('_test.go'))) {
    const text = readFileSync(join(dir, file), 'utf8');
    if (!new RegExp(`^package ${name}$`, 'm').test(text)) continue;
    // Without the suffix, so that one like _linux still counts.
    renameSync(join(dir, file), join(dir, `merged_${file.replace(/_test\.go$/, '.go')}`));
    for (const [, test = ''] of text.matchAll(/^func (Test\w*)\(\w+ \*testing\.T\)/gm)) {
      calls.push(`func TestInside${test}(t *testing.T) { tested.${test}(t) }`);
    }
    if (/^func TestMain\(/m.test(text)) calls.push('func TestMain(m *testing.M) { tested.TestMain(m) }');
  }
  if (calls.length === 0) return;
  const head = `package ${name}_test\n\nimport (\n\t"testing"\n\n\ttested "${pkg}"\n)\n\n`;
  writeFileSync(join(dir, 'merged_inside_test.go'), `${head}${calls.join('\n')}\n`);
}
