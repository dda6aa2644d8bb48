import { spawnSync } from 'node:child_process';
import { aptIsLocked, aptPatienceMs } from '../../src/action/targets/emulator.ts';

/**
 * Installs packages of Debian, once another test that does so has ended.
 *
 * @throws what apt-get says
 */
export function installDebian(...packages: readonly string[]): void {
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) aptGet(args);
}

function aptGet(args: readonly string[]): void {
  const [program = '', ...rest] = [...(process.getuid?.() === 0 ? [] : ['sudo', '-n']), 'apt-get', '-q', ...args];
  const end = Date.now() + aptPatienceMs;
  for (;;) {
    const { status, stderr, error } = spawnSync(program, rest, { encoding: 'utf8' });
    if (status === 0) return;
    if (!aptIsLocked(stderr) || Date.now() > end)
      throw new Error(`apt-get ${args.join(' ')}: ${error?.message ?? stderr}`);
    spawnSync('sleep', ['2']);
  }
}
