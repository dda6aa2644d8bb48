import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Match } from '../../weave/weave-request.ts';
import type { CommandLine } from '../args.ts';
import type { CommandContext } from '../command-context.ts';
import { demonstrate } from './demo/demo.ts';
import type { WovenPlace } from './demo/woven.ts';

/** The part of the cache program's report (GOTS_REPORT) that is read here. */
interface BuildReport {
  readonly packages: readonly { readonly importPath: string; readonly matches: readonly Match[] }[];
}

/** `gots demo`: the example shop, built plainly and woven, run, asked, and its traces shown. */
export async function runDemoCommand(line: CommandLine, context: CommandContext): Promise<number> {
  const aspects = line.aspectFiles.flatMap((file) => ['--aspects', file]);
  await demonstrate({
    shop: join(context.home, 'examples', 'shop'),
    go: context.go,
    wovenGo: [process.execPath, entry(), ...aspects, 'go'],
    // The shop's folder is no longer what the user's PWD says.
    env: { ...context.env, PWD: undefined },
    report: { env: (file) => ({ GOTS_REPORT: file }), read: readReport },
    write: context.write,
  });
  return 0;
}

/** The file that node runs now. */
function entry(): string {
  return process.argv[1] ?? fileURLToPath(import.meta.url);
}

function readReport(file: string): readonly WovenPlace[] {
  const report = JSON.parse(readFileSync(file, 'utf8')) as BuildReport;
  return report.packages.flatMap(({ importPath, matches }) => matches.map((match) => ({ ...match, importPath })));
}
