import { join } from 'node:path';
import type { RemoteRequest } from '../../../cache/remote/remote-request.ts';
import { remoteSettings } from '../../../cache/remote/remote-settings.ts';
import { buildPlace } from '../../../driver/plan/build-place.ts';
import { remoteWish } from '../../../driver/plan/remote-wish.ts';
import { goEnv } from '../../../go/go-env.ts';
import { runInForeground } from '../../../process/foreground.ts';
import { badUsage } from '../../../report/codes/cli.ts';
import { remoteNotSet } from '../../../report/codes/remote.ts';
import type { CommandContext } from '../../command-context.ts';
import { parseAction } from '../../read-options.ts';
import { fetchRequest } from '../../remote-fetch.ts';
import { usageOf } from '../../usage.ts';

/**
 * `gots cache remote stat|trim|push|pull`: the shared cache of the module in the working directory, or of GOTS_REMOTE.
 *
 * @returns the exit code of the program that does it
 * @throws GotsError cli_usage, remote_not_set, those of `go env` and of the settings
 */
export async function runRemote(words: readonly string[], context: CommandContext): Promise<number> {
  const [action, ...rest] = words;
  const found = await goEnv(context.go, context.cwd, context.env);
  const place = buildPlace(found, context.cwd, []);
  const wish = await remoteWish(place?.configDirs ?? []);
  const common = { cacheDir: context.cacheDir, wish };
  let request: RemoteRequest;
  if (action === 'stat') request = { do: 'stat', ...common, json: readFormat(rest) === 'json' };
  else if (action === 'trim') request = { do: 'trim', ...common, ...readLimits(rest) };
  else if (action === 'push') {
    parseAction('remote push', rest);
    request = { do: 'push', ...common, wait: true };
  } else if (action === 'pull') {
    parseAction('remote pull', rest);
    if (!place)
      badUsage(`no go.mod in ${context.cwd} or above`, 'run `gots cache remote pull` in the module to be built');
    const build = { goEnv: found, place, goArgs: ['build', './...'] };
    request = { ...fetchRequest(context, build, wish), quiet: false };
  } else
    badUsage(
      action === undefined ? 'gots cache remote needs an action' : `unknown action "${action}" of gots cache remote`,
      usageOf('cache'),
    );
  // Here, so that what is wrong with the settings is told before a program is started.
  if (!remoteSettings(context.env, wish)) remoteNotSet();
  const args = [join(context.home, 'dist', 'remote.mjs'), JSON.stringify(request)];
  return runInForeground(process.execPath, args, context.env, context.cwd);
}

const formats = ['text', 'json'] as const;

function readFormat(rest: readonly string[]): (typeof formats)[number] {
  const format = parseAction('remote stat', rest).value('format') ?? 'text';
  const known = formats.find((name) => name === format);
  return known ?? badUsage(`unknown format "${format}"`, `formats are ${formats.join(', ')}`);
}

function readLimits(rest: readonly string[]): { readonly days: number; readonly mostBytes: number | undefined } {
  const options = parseAction('remote trim', rest);
  const days = options.value('days') ?? '14';
  if (!/^\d{1,5}$/.test(days)) badUsage(`--days: "${days}" is not a number of days`, usageOf('cache'));
  const size = options.value('max-size');
  return { days: Number(days), mostBytes: size === undefined ? undefined : parseSize(size) };
}

const units: Readonly<Record<string, number>> = { '': 1, kb: 1e3, mb: 1e6, gb: 1e9, tb: 1e12 };

function parseSize(text: string): number {
  const [, count, unit = ''] = /^(\d+(?:\.\d+)?)\s*([kmgt]b)?$/i.exec(text) ?? [];
  if (count === undefined) badUsage(`--max-size: "${text}" is not a size such as 50GB`, usageOf('cache'));
  return Number(count) * (units[unit.toLowerCase()] ?? 1);
}
