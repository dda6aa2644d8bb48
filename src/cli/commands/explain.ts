import { badUsage } from '../../report/codes/cli.ts';
import { explainLine } from '../../weave/explain/explain-line.ts';
import { answered } from '../../weave/weave-with-types.ts';
import type { CommandLine } from '../args.ts';
import { buildFlagsUsage, buildView, plannedView, takeBuildFlags } from '../build-view.ts';
import type { CommandContext } from '../context.ts';
import { readGrammar } from '../grammar.ts';
import { withLooseTypes } from '../loose-types.ts';
import { locate } from './explain/locate.ts';
import { explanationJson, renderExplanation } from './explain/render.ts';

const usage = `gots explain [--json] [--verbose] ${buildFlagsUsage} FILE:LINE`;

/**
 * `gots explain FILE:LINE`: every aspect, and which of its join points said no.
 *
 * @throws GotsError cli_usage, cli_file_in_no_package and those of aspects
 */
export async function runExplainCommand(line: CommandLine, context: CommandContext): Promise<number> {
  const { flags, rest } = takeBuildFlags(line.rest, usage);
  const options = readOptions(rest);
  const view = await plannedView(await buildView(context, flags), line.aspectFiles, 'explain');
  const { aspects } = view.plan;
  const { request: pkg, file, folder, notes } = await locate(options.file, view);
  const grammar = await readGrammar();
  const at = { file, line: options.line };
  const explanation = await withLooseTypes(pkg, { context: view.context, folder, overlay: view.overlay }, (ask) =>
    answered((oracle) => explainLine(pkg, aspects, { ...at, tools: { grammar, oracle } }), ask),
  );
  if (options.json) {
    const { importPath } = pkg.facts;
    context.write(
      `${JSON.stringify({ importPath, notes, ...(explanationJson(explanation) as object) }, undefined, 2)}\n`,
    );
    return 0;
  }
  context.write(`${options.file}:${options.line} in the package ${pkg.facts.importPath}\n`);
  for (const note of notes) context.write(`${note}\n`);
  context.write(renderExplanation(explanation, options.verbose));
  return 0;
}

/** @throws GotsError cli_usage */
function readOptions(rest: readonly string[]): { file: string; line: number; json: boolean; verbose: boolean } {
  const places = rest.filter((word) => !word.startsWith('-'));
  const unknown = rest.find((word) => word.startsWith('-') && !/^--?(json|verbose|v)$/.test(word));
  if (unknown !== undefined) badUsage(`unknown option "${unknown}" of gots explain`, usage);
  const [, file, line] = /^(.+?):(\d+)(?::\d+)?$/.exec(places[0] ?? '') ?? [];
  if (file === undefined || places.length !== 1) return badUsage('gots explain needs one place, as FILE:LINE', usage);
  const has = (name: RegExp): boolean => rest.some((word) => name.test(word));
  return { file, line: Number(line), json: has(/^--?json$/), verbose: has(/^--?v(erbose)?$/) };
}
