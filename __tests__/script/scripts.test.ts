import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { fail, home, makeScript, run, runScript, type Script } from '../support/script.ts';

const folder = join(home, '__tests__', 'script', 'testdata');
const only = process.env['GOTS_SCRIPT'];
const scripts = readdirSync(folder).filter((name) => name.endsWith('.txtar') && (!only || name.includes(only)));

/** What scripts import: compiled once by plain go, each script gets a copy of that cache. */
const warm = join(home, '__tests__', 'script', 'testdata', 'warm');
let base = '';

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'gots-warm-'));
  const env = { ...process.env, GOCACHE: base, GOFLAGS: '', GOENV: 'off', GOWORK: 'off', GOTOOLCHAIN: 'local' };
  execFileSync('go', ['build', '-o', '/dev/null', './...'], { cwd: warm, env });
  execFileSync('go', ['vet', './...'], { cwd: warm, env });
  execFileSync('go', ['test', './...'], { cwd: warm, env });
});

afterAll(() => rmSync(base, { recursive: true, force: true }));

/** A plain build with the script's cache and one with an untouched cache must give the same bytes (nothing poisoned). */
async function checkNotPoisoned(script: Script): Promise<void> {
  const modules = [script.work, join(script.work, 'm')].filter((dir) => existsSync(join(dir, 'go.mod')));
  for (const dir of modules) {
    const untouched = mkdtempSync(join(tmpdir(), 'gots-untouched-'));
    cpSync(base, untouched, { recursive: true });
    const sums: string[] = [];
    for (const goCache of [script.env['GOCACHE'] as string, untouched]) {
      const out = join(script.work, `.plain-${basename(goCache)}`);
      const env: Record<string, string> = { ...script.env, GOCACHE: goCache };
      const plain: Script = { ...script, cwd: dir, env };
      for (const name of ['GOFLAGS', 'GOCACHEPROG', 'GOWORK', 'GOTS_PLAN', 'GOOS', 'GOARCH', 'CGO_ENABLED'])
        delete plain.env[name];
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

describe('scripts with the real go command', () => {
  test.each(scripts)('%s', async (name) => {
    const { script, lines } = makeScript(name, readFileSync(join(folder, name), 'utf8'), { goCache: base });
    try {
      await runScript(script, lines);
      if (!lines.some((line) => line.startsWith('# no plain check:'))) await checkNotPoisoned(script);
    } finally {
      for (const { child } of script.background) child.kill('SIGKILL');
      if (!process.env['GOTS_KEEP']) {
        await run({ ...script, cwd: tmpdir() }, ['chmod', '-R', 'u+w', script.work]);
        rmSync(script.work, { recursive: true, force: true });
      }
    }
  });
});
