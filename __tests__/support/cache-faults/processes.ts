import { readdirSync, readFileSync } from 'node:fs';

/** What the processes of a build are, by what they do. */
export type ProcessKind = 'gots' | 'go' | 'server' | 'shim' | 'tool';

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
      if (!readFileSync(`/proc/${entry}/environ`, 'latin1').split('\0').includes(`${markName}=${mark}`)) continue;
      const words = readFileSync(`/proc/${entry}/cmdline`, 'utf8').split('\0');
      // A process that has ended and is not yet waited for has none.
      if (words[0] !== '') found.push({ pid: Number(entry), kind: kindOf(words) });
    } catch {
      // It has ended meanwhile.
    }
  }
  return found;
}

function kindOf(words: readonly string[]): ProcessKind | undefined {
  const name = (words[0] as string).split('/').at(-1);
  if (words.some((word) => word.endsWith('/cacheprog.mjs')) && name === 'node') return 'server';
  if (words.some((word) => word.endsWith('/cli.mjs'))) return 'gots';
  if (name === 'go') return 'go';
  if (/^(compile|asm|link|cgo)$/.test(name ?? '')) return 'tool';
  return name?.includes('shim') ? 'shim' : undefined;
}
