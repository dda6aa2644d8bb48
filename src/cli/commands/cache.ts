import type { FileCount } from '../../cache/disk/trim.ts';
import { badUsage } from '../../report/codes/cli.ts';
import type { CommandLine } from '../args.ts';
import { cacheContents, cleanContents, trimContents } from '../cache-folder.ts';
import type { CommandContext } from '../context.ts';

const usage = 'gots cache stat [--json] | trim [--days N] | clean';

/**
 * `gots cache stat|trim|clean`: what the weave cache holds, without what was not used for a while, or nothing any more. GOCACHE is
 * go's: `go clean -cache`.
 *
 * @throws GotsError cli_usage
 */
export async function runCacheCommand(line: CommandLine, context: CommandContext): Promise<number> {
  const [action, ...rest] = line.rest;
  if (action === 'stat') stat(rest, context);
  else if (action === 'trim') {
    context.write(`removed ${described(trimContents(context.cacheDir, readDays(rest), Date.now()))}\n`);
  } else if (action === 'clean') {
    if (rest.length > 0) unknownArgument(rest[0] as string);
    context.write(`removed ${described(cleanContents(context.cacheDir))}\n`);
  } else
    badUsage(action === undefined ? 'gots cache needs an action' : `unknown action "${action}" of gots cache`, usage);
  return 0;
}

const titles = {
  objects: 'woven objects',
  records: 'records',
  builds: 'answers of builds',
  plans: 'plans',
  programs: 'helper programs',
} as const;

function stat(rest: readonly string[], { cacheDir, write }: CommandContext): void {
  const isJson = rest[0] === '--json';
  const odd = rest[isJson ? 1 : 0];
  if (odd !== undefined) unknownArgument(odd);
  const contents = cacheContents(cacheDir);
  if (isJson) {
    write(`${JSON.stringify({ folder: cacheDir, ...contents }, null, 2)}\n`);
    return;
  }
  write(`${cacheDir}\n`);
  for (const [part, title] of Object.entries(titles)) {
    write(`${title.padEnd(20)}${described(contents[part as keyof typeof titles])}\n`);
  }
  if (contents.oldestMs !== undefined)
    write(`${'longest unused'.padEnd(20)}${new Date(contents.oldestMs).toISOString()}\n`);
}

/** Days in `trim --days N`; those of go's own cache if nothing is said. */
function readDays(rest: readonly string[]): number {
  const [flag, ...values] = (rest[0] ?? '--days=5').split('=');
  if (!/^--?days$/.test(flag as string)) unknownArgument(rest[0] as string);
  const value = values.length > 0 ? values.join('=') : rest[1];
  const odd = rest[values.length > 0 ? 1 : 2];
  if (odd !== undefined) unknownArgument(odd);
  if (value === undefined || !/^\d{1,5}$/.test(value))
    badUsage(`--days: "${value ?? ''}" is not a number of days`, usage);
  return Number(value);
}

function unknownArgument(word: string): never {
  badUsage(`unknown argument "${word}" of gots cache`, usage);
}

/** `1,234 files, 56.7 MB` */
function described({ files, bytes }: FileCount): string {
  return `${files.toLocaleString('en')} ${files === 1 ? 'file' : 'files'}, ${(bytes / 1_000_000).toFixed(1)} MB`;
}
