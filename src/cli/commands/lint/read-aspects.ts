import { relative } from 'node:path';
import type { FileView } from '../../../base/file-view.ts';
import { type AspectsPlace, configuredAspects } from '../../../dialects/configured.ts';
import type { LoadedAspects } from '../../../dialects/load/load.ts';
import type { Problem } from '../../../lint/lint-aspects.ts';
import type { Diagnostic, GotsError, Span } from '../../../report/diagnostic.ts';

export interface LintPlace extends AspectsPlace {
  readonly cwd: string;
  /** What go reads. */
  readonly files: FileView;
}

export interface ReadAspects extends LoadedAspects {
  readonly problems: readonly Problem[];
  /** Files that were read or looked for. */
  readonly read: readonly string[];
}

/**
 * Reads aspect files and all they extend, collecting every problem. Nothing named: what a build would use.
 *
 * @throws GotsError where there is nothing to read at all
 */
export async function readAspects(names: readonly string[], place: LintPlace): Promise<ReadAspects> {
  const { cwd } = place;
  const problems: Problem[] = [];
  const sink = (problem: GotsError): void =>
    void problems.push({ severity: 'error', diagnostic: diagnosticOf(problem) });
  const read = new Set<string>();
  const watch = (below: FileView): FileView => ({
    ...below,
    read: (path) => {
      read.add(path);
      return below.read(path);
    },
  });
  const loaded = await configuredAspects(place, { named: names, cwd, sink, watch });
  const isWhole = problems.length === 0;
  for (const diagnostic of loaded.warnings) {
    // An aspect with a problem is not there to be disabled.
    if (isWhole || diagnostic.code !== 'aspect_disable_unused') problems.push({ severity: 'warning', diagnostic });
  }
  return { ...loaded, problems, read: [...read] };
}

function diagnosticOf({ code, message, hint, span, detail }: GotsError): Diagnostic {
  return { code, message, hint, span, detail };
}

/** Names files as they are called from the working directory, and puts problems in the order of files and lines. */
export function problemsInOrder(problems: readonly Problem[], files: LoadedAspects['files'], cwd: string): Problem[] {
  const paths = new Map(files.map(({ display, path }) => [display, path]));
  const shown = problems.map(({ severity, diagnostic }): Problem => {
    const { span } = diagnostic;
    const path = span && paths.get(span.file);
    if (span === undefined || path === undefined) return { severity, diagnostic };
    return { severity, diagnostic: { ...diagnostic, span: { ...span, file: relative(cwd, path) || path } } };
  });
  return shown.sort((a, b) => bySpan(a.diagnostic.span, b.diagnostic.span));
}

function bySpan(a: Span | undefined, b: Span | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
