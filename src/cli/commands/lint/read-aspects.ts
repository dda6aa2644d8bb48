import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { checkCodeTemplate } from '../../../aspects/check-template.ts';
import type { Discovered } from '../../../aspects/discover.ts';
import { diskReader } from '../../../aspects/disk-reader.ts';
import type { LoadedAspects, LoadOptions } from '../../../aspects/load.ts';
import { type FindPackages, loadWithPackages } from '../../../aspects/load-packages.ts';
import { loadWithPlugins } from '../../../aspects/plugins/load-plugins.ts';
import type { Problem } from '../../../lint/lint-aspects.ts';
import type { Diagnostic, GotsError, Span } from '../../../report/diagnostic.ts';

export interface LintPlace {
  /** What to read where nothing is named. */
  readonly configured: () => Promise<Discovered>;
  /** Folder of the main module, else the working directory; absolute. */
  readonly root: string;
  readonly cwd: string;
  /** The folder that holds `aspects/`. */
  readonly home: string;
  readonly moduleCache: string | undefined;
  /** Finds Go packages that files name; undefined where there is no module to find them in. */
  readonly find: FindPackages | undefined;
}

export interface ReadAspects extends LoadedAspects {
  readonly problems: readonly Problem[];
}

/**
 * Reads aspect files and all they extend, collecting every problem. Nothing named: what a build would use.
 *
 * @throws GotsError where there is nothing to read at all
 */
export async function readAspects(
  named: readonly string[],
  { root, cwd, home, moduleCache, find, configured }: LintPlace,
): Promise<ReadAspects> {
  const found = named.length > 0 ? undefined : await configured();
  const problems: Problem[] = [];
  const sink = (problem: GotsError): void =>
    void problems.push({ severity: 'error', diagnostic: diagnosticOf(problem) });
  const options: LoadOptions = {
    entries:
      found?.entries ??
      named.map((name) => (name.startsWith('gots:') ? name : relative(root, resolve(cwd, name)) || '.')),
    root,
    moduleCache,
    reader: diskReader,
    builtInSet: (name) => (existsSync(join(home, 'aspects', name)) ? join(home, 'aspects', name) : undefined),
    checkTemplate: checkCodeTemplate,
    orchestrionBuiltIns: found?.orchestrionBuiltIns,
    sink,
  };
  const loaded = find ? await loadWithPackages(options, find) : await loadWithPlugins(options);
  const isWhole = problems.length === 0;
  for (const diagnostic of [...(found?.warnings ?? []), ...loaded.warnings]) {
    // An aspect with a problem is not there to be disabled.
    if (isWhole || diagnostic.code !== 'aspect_disable_unused') problems.push({ severity: 'warning', diagnostic });
  }
  return { ...loaded, problems };
}

function diagnosticOf({ code, message, hint, span, detail }: GotsError): Diagnostic {
  return { code, message, hint, span, detail };
}

/** Names files as they are called from the working directory, and puts problems in the order of files and lines. */
export function inOrder(problems: readonly Problem[], files: LoadedAspects['files'], cwd: string): Problem[] {
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
