import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, inject, test } from 'vitest';
import { place } from '../../src/action/cache/pack.ts';
import { endScript, fail, makeScript, run, type Script, type ScriptCommand } from './script.ts';
import { runScript } from './script-commands.ts';

/** Variables that a script may have set and that its plain build at the end must not see. */
const changing = 'GOFLAGS GOCACHEPROG GOWORK GOTS_PLAN GOOS GOARCH CGO_ENABLED GOTOOLCHAIN GODEBUG'.split(' ');

/** A plain build with the script's cache and one with an untouched cache must give the same bytes (nothing poisoned). */
async function checkNotPoisoned(script: Script, goCache: string): Promise<void> {
  const modules = [script.work, join(script.work, 'm')].filter((dir) => existsSync(join(dir, 'go.mod')));
  for (const dir of modules) {
    const untouched = mkdtempSync(join(dirname(goCache), 'gots-untouched-'));
    linkFiles(goCache, untouched);
    const sums: string[] = [];
    for (const cache of [script.env['GOCACHE'] as string, untouched]) {
      const out = join(script.work, `.plain-${basename(cache)}`);
      const env: Record<string, string> = { ...script.env, GOCACHE: cache };
      const plain: Script = { ...script, cwd: dir, env };
      for (const name of changing) delete plain.env[name];
      const code = await run(plain, ['go', 'build', '-o', out, '.']);
      sums.push(
        code === 0 ? createHash('sha256').update(readFileSync(out)).digest('hex') : `exit ${code}: ${plain.stderr}`,
      );
    }
    rmSync(untouched, { recursive: true, force: true });
    script.line = `plain go build in ${dir} after the script`;
    if (sums[0] !== sums[1]) fail(script, `differs from one with an untouched cache: ${sums.join(' / ')}`);
  }
}

/** Enough of a copy for a plain go, which writes to no object that is there already. */
function linkFiles(from: string, to: string): void {
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile()) place(file, join(to, relative(from, file)));
  }
}

/** The comment of a script that is quick and shows that a part of gots works: `npm test` runs it. */
const quickMark = '# [quick]';

/**
 * One test for each txtar script in a folder. Each has a work folder and caches of its own; after it, a plain `go build` must give
 * what one with an untouched cache gives. GOTS_SCRIPT selects scripts by part of their names, GOTS_KEEP leaves their folders.
 *
 * @param title what the scripts show
 * @param folder where they are
 * @param options `quick` selects the scripts that are marked so, or those that are not; `more` has commands for these scripts;
 * `part` selects every nth, since the files of tests run side by side, and the scripts of one file one by one
 */
export function scriptSuite(
  title: string,
  folder: string,
  options: {
    readonly quick?: boolean;
    readonly more?: Readonly<Record<string, ScriptCommand>>;
    readonly part?: { readonly number: number; readonly of: number };
  } = {},
): void {
  const only = process.env['GOTS_SCRIPT'];
  const { quick = false, more = {}, part: { number, of } = { number: 1, of: 1 } } = options;
  const isQuick = (name: string) => readFileSync(join(folder, name), 'utf8').split('\n').includes(quickMark);
  const scripts = readdirSync(folder)
    .filter((name) => name.endsWith('.txtar') && (!only || name.includes(only)) && isQuick(name) === quick)
    .filter((_, at) => at % of === number - 1);
  if (scripts.length === 0) return;
  describe(title, () => {
    test.each(scripts)('%s', async (name) => {
      const { script, lines } = makeScript(name, readFileSync(join(folder, name), 'utf8'), {
        goCache: inject('warmGoCache'),
      });
      try {
        await runScript(script, lines, more);
        if (!lines.some((line) => line.startsWith('# no plain check:')))
          await checkNotPoisoned(script, inject('warmGoCache'));
      } finally {
        await endScript(script);
      }
    });
  });
}
