import type { Span } from '../diagnostic.ts';
import { failure } from '../message.ts';
import { texts } from '../texts/plugin.ts';

/** A plug-in's file, or one that it imports, is not there. */
export function pluginMissing(span: Span, path: string): never {
  throw failure(texts.plugin_missing, { path }, { span });
}

/** A plug-in imports something that would not reach the keys under which its results are kept. */
export function pluginImport(span: Span, specifier: string, allowed: readonly string[]): never {
  throw failure(texts.plugin_import, { specifier, allowed: allowed.join(', ') }, { span });
}

/** A plug-in's module cannot be loaded. */
export function pluginLoad(span: Span, cause: unknown): never {
  throw failure(texts.plugin_load, { messageOf: messageOf(cause) }, { detail: stackOf(cause), span, cause });
}

/** A plug-in's module does not export a plug-in. */
export function pluginShape(span: Span, problem: string): never {
  throw failure(texts.plugin_shape, { problem }, { span });
}

/** A plug-in threw, or did what it must not. */
export function pluginFailed(span: Span, id: string, what: string, cause: unknown): never {
  throw failure(
    texts.plugin_failed,
    { id, what, messageOf: messageOf(cause) },
    { detail: stackOf(cause), span, cause },
  );
}

/** Files are a matter of packages, but the plug-in selects nodes. */
export function pluginOfNodes(span: Span, id: string): never {
  throw failure(texts.plugin_of_nodes, { id }, { span });
}

/** The code of a plug-in that matches is not at hand. */
export function pluginAbsent(span: Span, file: string): never {
  throw failure(texts.plugin_absent, { file }, { span });
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function stackOf(cause: unknown): string | undefined {
  return cause instanceof Error ? cause.stack : undefined;
}
