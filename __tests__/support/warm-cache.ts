import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { home } from './script.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A GOCACHE that holds, made by plain go, what the scripts import. Never written to: each script gets a copy. */
    warmGoCache: string;
  }
}

/** The program that imports what the scripts import. */
const warm = join(home, '__tests__', 'script', 'testdata', 'warm');
let made: string | undefined;

/** Names the cache that another project of this run has filled: each loads this file anew. */
const shared = 'GOTS_TEST_WARMED';

/** Fills the cache once for all scripts and workflows. GOTS_TEST_GOCACHE names a folder that is kept for the next run. */
export function setup(project: TestProject): void {
  const warmed = process.env[shared];
  if (warmed) {
    project.provide('warmGoCache', warmed);
    return;
  }
  const kept = process.env['GOTS_TEST_GOCACHE'];
  if (kept) mkdirSync(kept, { recursive: true });
  else made = mkdtempSync(join(tmpdir(), 'gots-warm-'));
  const goCache = kept ?? (made as string);
  const env = { ...process.env, GOCACHE: goCache, GOFLAGS: '', GOENV: 'off', GOWORK: 'off', GOTOOLCHAIN: 'local' };
  for (const args of [
    ['build', '-o', '/dev/null', './...'],
    ['vet', './...'],
    ['test', './...'],
  ]) {
    execFileSync('go', args, { cwd: warm, env });
  }
  process.env[shared] = goCache;
  project.provide('warmGoCache', goCache);
}

export function teardown(): void {
  if (made) rmSync(made, { recursive: true, force: true });
}
