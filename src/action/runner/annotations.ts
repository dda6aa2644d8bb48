import { isAbsolute, relative, resolve } from 'node:path';
import { formatError, type GotsError } from '../../report/diagnostic.ts';
import type { AnnotationPlace, Commands, Level } from './commands.ts';

/** A message at a place of a file in the workspace. */
export interface PlacedMessage {
  readonly place: AnnotationPlace;
  readonly message: string;
}

/** GitHub shows ten of each level per step, and drops the rest without a word. */
const shown = 10;

/**
 * The messages of go, of the compiler and of gots that name a line: `path:line[:column]: message`.
 *
 * @param output what was printed
 * @param dir the folder that its paths are relative to
 * @param workspace files outside it cannot be annotated and are left out
 */
export function placedMessages(output: string, dir: string, workspace: string): readonly PlacedMessage[] {
  const found = new Map<string, PlacedMessage>();
  const pattern =
    /^(?:vet: |gots: )?((?:[A-Za-z]:)?[^\s:][^:\n]*\.(?:go|s|c|h|cgo|ya?ml|json|mod|mjs)):(\d+)(?::(\d+))?: (.+)$/gm;
  for (const [text, path = '', line, column, message = ''] of output.matchAll(pattern)) {
    const file = inWorkspace(resolve(dir, path), workspace);
    if (file === undefined || found.has(text)) continue;
    const place = { file, line: Number(line), column: column === undefined ? undefined : Number(column) };
    found.set(text, { place, message });
  }
  return [...found.values()];
}

/** Shows the first messages as annotations and says how many more there are. */
export function annotateAll(commands: Commands, level: Level, title: string, messages: readonly PlacedMessage[]): void {
  for (const { place, message } of messages.slice(0, shown)) commands.annotate(level, message, { title, ...place });
  if (messages.length > shown) commands.line(`${messages.length - shown} more are in the log above`);
}

/** An error of gots at its place, if that is in the workspace. */
export function showError(
  context: { readonly commands: Commands; readonly workspace: string; readonly cwd: string },
  error: GotsError,
): void {
  const text = formatError(error);
  const [placed] = placedMessages(text, context.cwd, context.workspace);
  if (placed) context.commands.annotate('error', placed.message, placed.place);
  else context.commands.annotate('error', text);
}

/** The path as the runner wants it: relative to the workspace, with slashes; undefined outside. */
export function inWorkspace(path: string, workspace: string): string | undefined {
  const found = relative(workspace, path);
  if (found === '' || found.startsWith('..') || isAbsolute(found)) return undefined;
  return found.replaceAll('\\', '/');
}
