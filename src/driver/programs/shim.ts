import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { quoteWord } from '../../go/flags.ts';
import { runtimeDirUnusable } from '../../report/codes/toolexec.ts';
import { claimPrivateDir } from '../front/socket-name.ts';
import { ensureHelper, type HelperOptions } from './helper-program.ts';
import { ensureCopy } from './program-file.ts';

/**
 * Path of the shim for this machine, built on first use.
 *
 * @returns absolute; fit to be quoted in GOFLAGS, for which it is copied elsewhere if need be
 * @throws GotsError shim_build_failed with what go printed; runtime_dir_unusable
 */
export async function ensureShim(options: HelperOptions): Promise<string> {
  const path = await ensureHelper('shim', options);
  return isQuotable(path) ? path : plainCopy(path);
}

/** Whether `-toolexec=<path>` can stand in GOFLAGS: split twice, with no way to express a word that needs both kinds of quotes. */
function isQuotable(path: string): boolean {
  const once = quoteWord(path);
  return once !== undefined && quoteWord(`-toolexec=${once}`) !== undefined;
}

function plainCopy(path: string): string {
  const dir = `/tmp/gots-${process.getuid?.() ?? 0}`;
  const reason = claimPrivateDir(dir);
  if (reason !== undefined) runtimeDirUnusable([`${dir}: ${reason}`]);
  const bin = join(dir, 'bin');
  mkdirSync(bin, { recursive: true, mode: 0o700 });
  const copy = join(bin, basename(path));
  ensureCopy(path, copy);
  return copy;
}
