import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureHelper } from '../driver/programs/helper-program.ts';
import { converse, type OracleConversation } from '../driver/steps/oracle.ts';
import { parseJsonStream, runGo } from '../go/go.ts';
import type { Overlay } from '../go/overlay.ts';
import { goFailed } from '../report/codes/cli.ts';
import type { WeaveRequest } from '../weave/weave-request.ts';
import type { AskTypes } from '../weave/weave-with-types.ts';
import type { CommandContext } from './command-context.ts';

/** Whose types are asked for. */
export interface TypesPlace {
  readonly context: CommandContext;
  /** Where the files of the package lie. */
  readonly folder: string;
  readonly overlay?: Overlay | undefined;
}

/**
 * A conversation about files that no build compiles: their imports are built by `go list -export` with the user's settings
 * and the versions of the module in the working directory.
 *
 * @throws GotsError cli_go_failed, oracle_build_failed
 */
async function looseTypes(
  request: WeaveRequest,
  { context, folder, overlay }: TypesPlace,
): Promise<OracleConversation> {
  const { go, cwd, env } = context;
  const contentOf = (path: string): string => overlay?.actual(path) ?? path;
  const settings = await runGo(['env', '-json', 'GOVERSION', 'GOARCH'], { go, cwd, env });
  if (settings.exitCode !== 0) goFailed('go env', settings.stderr);
  const { GOVERSION: goVersion = '', GOARCH: goarch = '' } = JSON.parse(settings.stdout) as Record<string, string>;
  const program = await ensureHelper('oracle', {
    go,
    goVersion,
    cacheDir: context.cacheDir,
    sourceDir: join(context.home, 'helper', 'oracle'),
    log: context.log,
    env,
  });
  const { importPath, imports } = request.facts;
  const packageFiles = await archivesOf([...imports], context);
  const missing = [...imports].filter((path) => !packageFiles.has(path) && path !== 'unsafe' && path !== 'C');
  // The standard library names what it vendors by the plain path.
  const vendored = missing.length > 0 && isStandard(importPath) ? missing : [];
  const inVendor = await archivesOf(
    vendored.map((path) => `vendor/${path}`),
    context,
  );
  const sources = {
    importPath,
    lang: request.lang,
    goarch,
    files: request.files.map(({ name }) => ({ name, path: contentOf(resolve(folder, name)) })),
    packageFiles: new Map([...packageFiles, ...inVendor]),
    importMap: new Map([...inVendor.keys()].map((path) => [path.slice('vendor/'.length), path])),
  };
  return converse(program, sources, async (path) => (await archivesOf([path], context)).get(path));
}

/**
 * Lets something ask for the types of a package; {@link looseTypes} are there from the first question on.
 *
 * @throws GotsError cli_go_failed, oracle_build_failed, and what `use` throws
 */
export async function withLooseTypes<T>(
  request: WeaveRequest,
  place: TypesPlace,
  use: (ask: AskTypes) => Promise<T>,
): Promise<T> {
  let types: OracleConversation | undefined;
  try {
    return await use(async (questions) => {
      types ??= await looseTypes(request, place);
      return types.ask(questions);
    });
  } finally {
    types?.close();
  }
}

function isStandard(importPath: string): boolean {
  return !(importPath.split('/')[0] as string).includes('.');
}

/** Archive by import path, for those packages that can be built. */
async function archivesOf(paths: readonly string[], context: CommandContext): Promise<Map<string, string>> {
  const wanted = paths.filter((path) => path !== 'unsafe' && path !== 'C');
  if (wanted.length === 0) return new Map();
  const args = ['list', '-e', '-export', '-json=ImportPath,Export', '--', ...wanted];
  const { stdout, stderr } = await runGo(args, { go: context.go, cwd: context.cwd, env: context.env });
  const listed = parseJsonStream<{ ImportPath: string; Export?: string }>(stdout);
  const found = listed.flatMap(({ ImportPath, Export }): [string, string][] =>
    Export && existsSync(Export) ? [[ImportPath, Export]] : [],
  );
  if (found.length < wanted.length) context.log.debug(`types: some imports cannot be built: ${stderr.trim()}`);
  return new Map(found);
}
