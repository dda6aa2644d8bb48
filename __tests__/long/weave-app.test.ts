import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plainGoEnv } from '../support/go-command.ts';
import { product } from '../support/script.ts';

const aspects = `
aspects:
  - id: bodies
    join-point:
      function-body: {function: []}
    advice:
      - prepend-statements: {template: 'const _ = "{{ .Function.Name }}"'}
`;

test('an application of some 600 packages, every function of it woven, the standard library included, builds and runs', () => {
  const dir = mkdtempSync(join(tmpdir(), 'gots-app-'));
  try {
    cpSync(join(import.meta.dirname, '../../bench/app'), join(dir, 'app'), { recursive: true });
    writeFileSync(join(dir, 'app/gots.yml'), aspects);
    const stats = join(dir, 'stats.json');
    const env = plainGoEnv({ GOCACHE: join(dir, 'gocache'), GOTS_CACHE: join(dir, 'gotscache'), GOTS_STATS: stats });
    execFileSync(process.execPath, [join(product, 'dist/cli.mjs'), 'go', 'build', '-o', '../program', '.'], {
      cwd: join(dir, 'app'),
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const { compiles, woven, maxRssBytes } = JSON.parse(readFileSync(stats, 'utf8')) as Record<string, number>;
    process.stdout.write(`${woven} of ${compiles} packages woven, peak ${Math.round((maxRssBytes ?? 0) / 1e6)} MB\n`);
    expect(woven).toBeGreaterThan(500);
    expect(execFileSync(join(dir, 'program'), ['-selftest'], { encoding: 'utf8', env: plainGoEnv() })).toContain('ok');
  } finally {
    rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
  }
});
