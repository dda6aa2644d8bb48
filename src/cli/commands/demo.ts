import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pageAssets } from '../../page/assets.ts';
import { renderTelemetry } from '../../page/telemetry/render-telemetry.ts';
import type { Match } from '../../weave/weave-request.ts';
import type { CommandLine } from '../args.ts';
import type { CommandContext } from '../command-context.ts';
import { parseOptions } from '../read-options.ts';
import { demonstrate } from './demo/demo.ts';
import type { WovenPlace } from './demo/woven.ts';
import { openBrowser } from './view/open-browser.ts';
import { untilStopped } from './view.ts';

/** The part of the cache program's report (GOTS_REPORT) that is read here. */
interface BuildReport {
  readonly packages: readonly { readonly importPath: string; readonly matches: readonly Match[] }[];
}

/** `gots demo`: the example shop, built plainly and woven, run, asked, and its traces shown. */
export async function runDemoCommand(line: CommandLine, context: CommandContext): Promise<number> {
  const { has, value } = parseOptions('demo', line.rest);
  const output = value('o');
  const assets = pageAssets(undefined, 'telemetry');
  const aspects = line.aspectFiles.flatMap((file) => ['--aspects', file]);
  await demonstrate({
    shop: join(context.home, 'examples', 'shop'),
    go: context.go,
    wovenGo: [process.execPath, entry(), ...aspects, 'go'],
    // The shop's folder is no longer what the user's PWD says.
    env: { ...context.env, PWD: undefined },
    report: { env: (file) => ({ GOTS_REPORT: file }), read: readReport },
    write: context.write,
    assets,
    onTelemetry: (requests) => {
      if (output !== undefined) writeFileSync(resolve(context.cwd, output), renderTelemetry(assets, requests).html);
    },
    whileOpen: has('open') ? (page) => showPage(page, context) : undefined,
  });
  return 0;
}

/** Opens the page, and waits for Ctrl-C; until then the programs answer. */
async function showPage(
  { url, gateway }: { readonly url: string; readonly gateway: string },
  context: CommandContext,
): Promise<void> {
  const stopped = untilStopped();
  context.write(`\npage      ${url}\ngateway   ${gateway} takes more requests\nCtrl-C ends this.\n`);
  if (!(await openBrowser(url, context.env))) context.log.warn(`no browser could be opened; the page is at ${url}`);
  await stopped;
}

/** The file that node runs now. */
function entry(): string {
  return process.argv[1] ?? fileURLToPath(import.meta.url);
}

function readReport(file: string): readonly WovenPlace[] {
  const report = JSON.parse(readFileSync(file, 'utf8')) as BuildReport;
  return report.packages.flatMap(({ importPath, matches }) => matches.map((match) => ({ ...match, importPath })));
}
