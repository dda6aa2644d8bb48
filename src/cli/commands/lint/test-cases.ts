import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { FileView } from '../../../base/file-view.ts';
import { unifiedDiff } from '../../../base/unified-diff.ts';
import { diskReader } from '../../../dialects/load/disk-reader.ts';
import type { LoadedFile } from '../../../dialects/load/load.ts';
import { goFilesIn } from '../../../driver/injected/package-files.ts';
import { weaverVersion } from '../../../driver/plan/plan.ts';
import { pluginLoader } from '../../../driver/steps/plugins.ts';
import { formatted } from '../../../go/gofmt.ts';
import type { Grammar } from '../../../lang/syntax/grammar.ts';
import { readCases } from '../../../lint/cases/read-cases.ts';
import { runCase } from '../../../lint/cases/run-case.ts';
import type { Problem } from '../../../lint/lint-aspects.ts';
import type { Diagnostic } from '../../../report/diagnostic.ts';
import type { Plugins } from '../../../rewrite/package-session.ts';
import type { Aspect } from '../../../vocabulary/aspect.ts';
import { readPackages } from '../../../vocabulary/aspect-packages.ts';
import type { WeaveRequest, WovenPackage } from '../../../weave/weave-request.ts';
import type { WeaveTools } from '../../../weave/weave-tools.ts';
import { weaveWithTypes } from '../../../weave/weave-with-types.ts';
import type { CommandContext } from '../../command-context.ts';
import { withLooseTypes } from '../../loose-types.ts';
import { folderBeside } from './folder-beside.ts';
import { type LintPlace, readAspects } from './read-aspects.ts';

export interface CaseTools {
  /** In the module whose packages types are read from. */
  readonly context: CommandContext;
  /** What go reads. */
  readonly files: FileView;
  readonly grammar: Grammar;
  readonly gofmt: string;
  /** Folders of the packages whose files advice refers to. */
  readonly folders: (paths: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

export interface CaseResults {
  readonly count: number;
  readonly problems: readonly Problem[];
  /** The files of cases, for positions. */
  readonly files: readonly LoadedFile[];
}

/** Runs the cases in each `cases.yml` that lies beside one of the aspect files: on the aspects of that folder and what they extend. */
export async function testCases(
  aspectFiles: readonly LoadedFile[],
  place: LintPlace,
  tools: CaseTools,
): Promise<CaseResults> {
  const problems: Problem[] = [];
  const files: LoadedFile[] = [];
  let count = 0;
  for (const folder of [...new Set(aspectFiles.map(({ path }) => dirname(path)))]) {
    const path = join(folder, 'cases.yml');
    const bytes = diskReader.read(path);
    if (bytes === undefined) continue;
    const beside = aspectFiles.filter((file) => dirname(file.path) === folder);
    const display = join(dirname(beside[0]?.display ?? ''), 'cases.yml');
    files.push({ path, display });
    const sink = (diagnostic: Diagnostic): void => void problems.push({ severity: 'error', diagnostic });
    const cases = readCases({ display, bytes }, { sink });
    const { aspects, files: read } = await readAspects(
      beside.map((file) => file.path),
      { ...place, cwd: folder },
    );
    const plugins = await pluginLoader(read)(aspects);
    const wanted = [...new Set(aspects.flatMap(readPackages))];
    const folders = new Map(await tools.folders(wanted));
    for (const each of wanted) {
      const own = folders.has(each) ? undefined : folderBeside(each, folder);
      if (own !== undefined) folders.set(each, own);
    }
    count += cases.length;
    const around = surroundings(tools, folders, plugins);
    for (const each of cases) (await runCase(each, aspects, around)).forEach(sink);
  }
  return { count, problems, files };
}

function surroundings(
  { grammar, gofmt, context, files }: CaseTools,
  folders: ReadonlyMap<string, string>,
  plugins: Plugins | undefined,
): Parameters<typeof runCase>[2] {
  return {
    grammar,
    weave: (request, live) => weaveCase(request, live, { grammar, plugins, context }),
    weaverVersion,
    packageFiles: (path) => {
      const folder = folders.get(path);
      return folder === undefined ? undefined : goFilesIn(folder, path, files);
    },
    diff: (name, expected, woven) =>
      unifiedDiff(
        { from: `expected/${name}`, to: `woven/${name}` },
        formatted(expected, gofmt),
        formatted(woven, gofmt),
      ),
  };
}

/** The files of a case are written to a folder of their own where types are asked for. */
async function weaveCase(
  request: WeaveRequest,
  aspects: readonly Aspect[],
  { context, ...tools }: WeaveTools & { readonly context: CommandContext },
): Promise<WovenPackage> {
  const folder = mkdtempSync(join(tmpdir(), 'gots-case-'));
  try {
    return await withLooseTypes(request, { context, folder }, (ask) =>
      weaveWithTypes(request, aspects, tools, (questions) => {
        for (const { name, bytes } of request.files) writeFileSync(join(folder, basename(name)), bytes);
        return ask(questions);
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
