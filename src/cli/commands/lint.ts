import { dirname, join, relative } from 'node:path';
import { plural } from '../../base/amounts.ts';
import type { LoadedAspects } from '../../dialects/load/load.ts';
import { isPluginFile } from '../../dialects/plugins/plugin-file.ts';
import { lintAspects, type Problem } from '../../lint/lint-aspects.ts';
import { lintConstants } from '../../lint/lint-constants.ts';
import { lintPackages, mentionedPaths } from '../../lint/lint-packages.ts';
import { badUsage } from '../../report/codes/cli.ts';
import type { Aspect } from '../../vocabulary/aspect.ts';
import type { AnswerSources } from '../answers/answer-sources.ts';
import { localTrees } from '../answers/local-trees.ts';
import type { CommandLine } from '../args.ts';
import { aspectsPlaceOf, type BuildView, looseView } from '../build-view.ts';
import type { CommandContext } from '../command-context.ts';
import { packageFolders } from '../package-folders.ts';
import { readGrammar } from '../read-grammar.ts';
import { parseOptions } from '../read-options.ts';
import { memberFolders } from '../start/decisive-files.ts';
import { type Format, formatProblems, formats } from './lint/format-problems.ts';
import { knownPackages } from './lint/known-packages.ts';
import { type LintPlace, problemsInOrder, type ReadAspects, readAspects } from './lint/read-aspects.ts';
import { type CaseResults, testCases } from './lint/test-cases.ts';

interface LintOptions {
  readonly format: Format;
  /** Warnings count as errors. */
  readonly strict: boolean;
  /** Runs the cases beside the files. */
  readonly test: boolean;
  readonly files: readonly string[];
  readonly flags: readonly string[];
}

/**
 * `gots lint`: everything that is wrong with aspect files and all they extend.
 *
 * @returns 2 with errors, 0 without
 * @throws GotsError cli_usage, and where there is nothing to read
 */
export async function runLintCommand(line: CommandLine, context: CommandContext): Promise<number> {
  const options = readOptions(line);
  const { cwd } = context;
  const view = await looseView(context, options.flags, (reason) =>
    context.log.warn(`packages and names are not checked: ${reason}`),
  );
  const place: LintPlace = { ...aspectsPlaceOf(view), cwd, files: view.files };
  const read = await readAspects(options.files, place);
  const ofModule = place.findPackages ? await moduleProblems(read, place, view.context) : { problems: [], folders: [] };
  const cases = options.test ? await runCases(read, place, view) : { count: 0, problems: [], files: [] };
  const found = [...read.problems, ...lintAspects(read.aspects), ...ofModule.problems, ...cases.problems];
  const problems = problemsInOrder(found, [...read.files, ...cases.files], cwd);
  if (!options.test) context.followsFrom?.(sourcesOf(view, read, ofModule.folders));
  context.write(formatProblems(problems, options.format));
  const errors = problems.filter(({ severity }) => options.strict || severity === 'error').length;
  if (options.format !== 'json')
    context.log.warn(
      `${summary(read, errors, problems.length - errors)}${options.test ? `; ${cases.count} cases` : ''}`,
    );
  return errors > 0 ? 2 : 0;
}

async function runCases(
  { files }: LoadedAspects,
  place: LintPlace,
  { context, goEnv: go, files: view }: BuildView,
): Promise<CaseResults> {
  return testCases(files, place, {
    context: { ...context, cwd: place.root },
    files: view,
    grammar: await readGrammar(),
    gofmt: go ? join(go.goRoot, 'bin', 'gofmt') : 'gofmt',
    folders: async (paths) => (place.findPackages ? packageFolders(paths, { ...context, cwd: place.root }) : new Map()),
  });
}

function summary({ aspects, files }: LoadedAspects, errors: number, warnings: number): string {
  return `${plural(aspects.length, 'aspect')} in ${plural(files.length, 'file')}: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}`;
}

/** @throws GotsError cli_usage */
function readOptions({ aspectFiles, rest }: CommandLine): LintOptions {
  const { has, value, operands, flags } = parseOptions('lint', rest);
  const format = value('format') ?? 'text';
  const known = formats.find((name) => name === format);
  return {
    format: known ?? badUsage(`unknown format "${format}"`, `formats are ${formats.join(', ')}`),
    strict: has('strict'),
    test: has('test'),
    files: [...aspectFiles, ...operands],
    flags,
  };
}

/** Checked for the user's own files: sets made for many programs name packages that few of them have. */
async function moduleProblems(
  { aspects, files }: LoadedAspects,
  { root, home, moduleCache, files: view }: LintPlace,
  { go, env }: CommandContext,
): Promise<{ readonly problems: readonly Problem[]; readonly folders: readonly string[] }> {
  const foreign = [join(home, 'aspects'), ...(moduleCache ? [moduleCache] : [])];
  const isForeign = (path: string): boolean => foreign.some((dir) => !relative(dir, path).startsWith('..'));
  const own = new Set(files.filter(({ path }) => !isForeign(path)).map(({ display }) => display));
  const mine = aspects.filter((aspect: Aspect) => own.has(aspect.span.file));
  if (mine.length === 0) return { problems: [], folders: [] };
  const grammar = await readGrammar();
  const known = await knownPackages(mentionedPaths(mine), { go, cwd: root, env }, { grammar, view });
  const problems = [
    ...lintPackages(mine, known).map((diagnostic): Problem => ({ severity: 'warning', diagnostic })),
    ...lintConstants(mine, { known, grammar }).map((diagnostic): Problem => ({ severity: 'error', diagnostic })),
  ];
  return { problems, folders: known.folders };
}

/** What the answer follows from; undefined where it is not to be kept. */
function sourcesOf(view: BuildView, read: ReadAspects, packages: readonly string[]): AnswerSources | undefined {
  const { goEnv, place, moduleDir } = view;
  if (goEnv === undefined || place === undefined || read.files.some(({ path }) => isPluginFile(path))) return undefined;
  const mains = [moduleDir, ...place.configDirs, ...memberFolders(goEnv.goWork)];
  const folders = goEnv.goWork === '' ? packages : [dirname(goEnv.goWork), ...packages];
  const inputs = [...read.read, ...read.folders, ...read.absent];
  return { goEnv, inputs, sources: { trees: localTrees(mains, goEnv.goWork), folders } };
}
