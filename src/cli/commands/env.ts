import { appendFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { githubEntry } from '../../base/github-file.ts';
import { goEnv } from '../../go/go-env.ts';
import { badUsage } from '../../report/codes/cli.ts';
import type { CommandLine } from '../args.ts';
import type { CommandContext } from '../command-context.ts';
import { gateFolder } from '../gate-folder.ts';
import { parseOptions } from '../read-options.ts';
import { weavingEnv } from '../weaving-env.ts';

const formats = ['sh', 'json', 'github'] as const;
type Format = (typeof formats)[number];

/**
 * `gots env [--format sh|json|github]`: the variables with which plain go commands weave.
 * `github` appends them to $GITHUB_ENV, for the later steps of a job. Where weaving raises modules, PATH is among them: commands that
 * write go.mod must not see the overlay in GOFLAGS.
 *
 * @throws GotsError cli_usage and those of planning
 */
export async function runEnvCommand(line: CommandLine, context: CommandContext): Promise<number> {
  const format = readFormat(line.rest);
  const weaving = await weavingEnv(context, line.aspectFiles, []);
  if (!weaving) {
    const { version } = await goEnv(context.go, context.cwd, context.env);
    badUsage(`no go.mod in ${context.cwd} or above (${version})`, 'run `gots env` in the module to be woven');
  }
  const raises = weaving.plan.injection?.raises === true;
  const gate = raises ? await gateFolder(context, weaving.goEnv.version) : undefined;
  const variables = { ...weaving.variables, ...(gate === undefined ? {} : withFirst(gate, context.env['PATH'] ?? '')) };
  const entries = Object.entries(variables);
  if (format === 'json') context.write(`${JSON.stringify(variables, null, 2)}\n`);
  else if (format === 'sh')
    context.write(entries.map(([name, value]) => `export ${name}=${shellQuote(value)}\n`).join(''));
  else appendFileSync(githubFile(context.env), entries.map(([name, value]) => githubEntry(name, value)).join(''));
  return 0;
}

/** PATH with a folder in front; as it is where that is there already. */
function withFirst(folder: string, path: string): { readonly PATH?: string } {
  return path.split(delimiter).includes(folder) ? {} : { PATH: [folder, path].join(delimiter) };
}

function readFormat(rest: readonly string[]): Format {
  const format = parseOptions('env', rest).value('format') ?? 'sh';
  const known = formats.find((name) => name === format);
  return known ?? badUsage(`unknown format "${format}"`, `formats are ${formats.join(', ')}`);
}

function shellQuote(value: string): string {
  return `'${value.replaceAll("'", `'\\''`)}'`;
}

function githubFile(env: NodeJS.ProcessEnv): string {
  return env['GITHUB_ENV'] || badUsage('GITHUB_ENV is not set', '--format github works in a GitHub Actions job');
}
