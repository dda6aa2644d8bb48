import { readdirSync, readFileSync } from 'node:fs';

/** What the processes of a build are, by what they do. */
export type ProcessKind = 'gots' | 'go' | 'child go' | 'front' | 'server' | 'shim' | 'tool';

export interface MarkedProcess {
  readonly pid: number;
  readonly kind: ProcessKind | undefined;
}

/** Name of the variable by which the processes of a build are found, whatever their parents are. */
export const markName = 'GOTS_CAMPAIGN_MARK';

/** Living processes that have this mark in their environment. Linux. */
export function markedProcesses(mark: string): MarkedProcess[] {
  const found: MarkedProcess[] = [];
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const env = readFileSync(`/proc/${entry}/environ`, 'latin1').split('\0');
      if (!env.includes(`${markName}=${mark}`)) continue;
      const words = readFileSync(`/proc/${entry}/cmdline`, 'utf8').split('\0');
      // A process that has ended and is not yet waited for has none.
      if (words[0] !== '') found.push({ pid: Number(entry), kind: kindOf(words, env) });
    } catch {
      // It has ended meanwhile.
    }
  }
  return found;
}

function kindOf(words: readonly string[], env: readonly string[]): ProcessKind | undefined {
  const name = (words[0] as string).split('/').at(-1);
  if (words.some((word) => word.endsWith('/cacheprog.cjs')) && name === 'node') return 'server';
  if (words.some((word) => word.endsWith('/cli.mjs'))) return 'gots';
  // Go commands of the server's talk to its socket.
  if (name === 'go') return env.some((variable) => variable.startsWith('GOTS_SERVER=')) ? 'child go' : 'go';
  if (/^(compile|asm|link|cgo)$/.test(name ?? '')) return 'tool';
  if (!name?.includes('shim')) return undefined;
  return words[1] === 'cacheprog' ? 'front' : 'shim';
}
