import { dirname, resolve } from 'node:path';
import { heldIn, libraryNames, uncoveredLibraries } from '../../driver/summary/uncovered.ts';
import { badUsage } from '../../report/codes/cli.ts';
import { explainLine } from '../../weave/explain/explain-line.ts';
import { answered } from '../../weave/weave-with-types.ts';
import { plannedSources } from '../answers/planned-sources.ts';
import type { CommandLine } from '../args.ts';
import { buildView, plannedView } from '../build-view.ts';
import type { CommandContext } from '../command-context.ts';
import { withLooseTypes } from '../loose-types.ts';
import { readGrammar } from '../read-grammar.ts';
import { parseOptions } from '../read-options.ts';
import { usageOf } from '../usage.ts';
import { locate } from './explain/locate.ts';
import { explanationJson, renderExplanation } from './explain/render-explanation.ts';

/**
 * `gots explain FILE:LINE`: every aspect, and which of its join points said no.
 *
 * @throws GotsError cli_usage, cli_file_in_no_package and those of aspects
 */
export async function runExplainCommand(line: CommandLine, context: CommandContext): Promise<number> {
  const options = readOptions(line.rest);
  // Loaded while go answers.
  const grammar = readGrammar();
  const view = await plannedView(await buildView(context, options.flags), line.aspectFiles, 'explain');
  const { aspects } = view.plan;
  const { request: pkg, file, folder, near, notes } = await locate(options.file, view);
  const at = { file, line: options.line };
  const loaded = await grammar;
  const explanation = await withLooseTypes(pkg, { context: view.context, folder, overlay: view.overlay }, (ask) =>
    answered((oracle) => explainLine(pkg, aspects, { ...at, tools: { grammar: loaded, oracle } }), ask),
  );
  const uncovered = uncoveredLibraries(aspects, heldIn(near));
  context.followsFrom?.(plannedSources(view, [folder, dirname(resolve(context.cwd, options.file))]));
  if (options.json) {
    const { importPath } = pkg.facts;
    const answer = { importPath, notes, uncovered, ...(explanationJson(explanation) as object) };
    context.write(`${JSON.stringify(answer, undefined, 2)}\n`);
    return 0;
  }
  context.write(`${options.file}:${options.line} in the package ${pkg.facts.importPath}\n`);
  for (const note of notes) context.write(`${note}\n`);
  context.write(renderExplanation(explanation, options.verbose));
  // In the words of the line at the end of a build (docs/report.md).
  for (const name of libraryNames(uncovered)) context.write(`no aspect for: ${name}\n`);
  return 0;
}

/** @throws GotsError cli_usage */
function readOptions(rest: readonly string[]) {
  const { has, operands, flags } = parseOptions('explain', rest);
  const [, file, line] = /^(.+?):(\d+)(?::\d+)?$/.exec(operands[0] ?? '') ?? [];
  if (file === undefined || operands.length !== 1)
    return badUsage('gots explain needs one place, as FILE:LINE', usageOf('explain'));
  return { file, line: Number(line), json: has('json'), verbose: has('verbose'), flags };
}
