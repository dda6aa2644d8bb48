import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const program = '/usr/bin/chromium';

/** Debian's Chromium without a window; its package is installed if it is not there. */
export async function startChromium(): Promise<Browser> {
  if (!existsSync(program)) {
    const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
      const [name = '', ...rest] = [...asRoot, 'apt-get', '-q', ...args];
      const { status, stderr } = spawnSync(name, rest, { encoding: 'utf8' });
      if (status !== 0) throw new Error(`apt-get ${args.join(' ')}: ${stderr}`);
    }
  }
  return chromium.launch({
    executablePath: program,
    // It asks its maker's servers for news at every start otherwise.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
