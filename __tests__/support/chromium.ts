import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { installDebian } from './debian.ts';

const program = '/usr/bin/chromium';

/** Debian's Chromium without a window; its package is installed if it is not there. */
export async function startChromium(): Promise<Browser> {
  if (!existsSync(program)) installDebian('chromium');
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
