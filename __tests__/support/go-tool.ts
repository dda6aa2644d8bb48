import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { plainGoEnv } from './go-command.ts';

/**
 * A program that the Go module proxy has, built once and kept between test runs.
 *
 * @param target `module/path@version`, pinned
 * @returns its path
 */
export function goTool(target: string): string {
  const [path = '', version = ''] = target.split('@');
  const name = basename(path.replace(/\/v\d+$/, ''));
  const folder = join(tmpdir(), `gots-test-tools-${process.getuid?.() ?? 0}`, `${name}-${version}`);
  const file = join(folder, name);
  if (existsSync(file)) return file;
  const building = `${folder}.${process.pid}`;
  mkdirSync(building, { recursive: true });
  try {
    const env = { ...plainGoEnv(), GOBIN: building, GOFLAGS: '', CGO_ENABLED: '0' };
    execFileSync('go', ['install', target], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    mkdirSync(folder, { recursive: true });
    renameSync(join(building, name), file);
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
  return file;
}
