import { megabytes } from '../../base/amounts.ts';
import type { FileCount } from '../../cache/disk/trim.ts';
import { badUsage } from '../../report/codes/cli.ts';
import type { CommandLine } from '../args.ts';
import { cacheContents, cleanContents, trimContents } from '../cache-folder.ts';
import type { CommandContext } from '../command-context.ts';
import { parseAction } from '../read-options.ts';
import { usageOf } from '../usage.ts';
import { runRemote } from './cache/remote.ts';

/**
 * `gots cache stat|trim|clean`: what the weave cache holds, without what was not used for a while, or nothing any more. GOCACHE is
 * go's: `go clean -cache`. `gots cache remote …`: the same for the shared cache, see {@link runRemote}.
 *
 * @throws GotsError cli_usage and those of the shared cache
 */
export async function runCacheCommand(line: CommandLine, context: CommandContext): Promise<number> {
  const [action, ...rest] = line.rest;
  if (action === 'stat') stat(parseAction('stat', rest).has('json'), context);
  else if (action === 'trim') {
    context.write(`removed ${described(trimContents(context.cacheDir, readDays(rest), Date.now()))}\n`);
  } else if (action === 'clean') {
    parseAction('clean', rest);
    context.write(`removed ${described(cleanContents(context.cacheDir))}\n`);
  } else if (action === 'remote') return runRemote(rest, context);
  else
    badUsage(
      action === undefined ? 'gots cache needs an action' : `unknown action "${action}" of gots cache`,
      usageOf('cache'),
    );
  return 0;
}

const titles = {
  objects: 'woven objects',
  records: 'records',
  builds: 'answers of builds',
  plans: 'plans',
  programs: 'helper programs',
} as const;

function stat(isJson: boolean, { cacheDir, write }: CommandContext): void {
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

/** Days in `trim --days N`; by default those of go's own cache. */
function readDays(rest: readonly string[]): number {
  const days = parseAction('trim', rest).value('days') ?? '5';
  if (!/^\d{1,5}$/.test(days)) badUsage(`--days: "${days}" is not a number of days`, usageOf('cache'));
  return Number(days);
}

/** `1,234 files, 56.7 MB` */
function described({ files, bytes }: FileCount): string {
  return `${files.toLocaleString('en')} ${files === 1 ? 'file' : 'files'}, ${megabytes(bytes)}`;
}
