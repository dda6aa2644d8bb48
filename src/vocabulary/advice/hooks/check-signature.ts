import { hookSignature } from '../../../report/codes/hooks.ts';
import type { FileSession, Site } from '../../../rewrite/file-session.ts';
import type { Hook } from './hook-source.ts';
import type { HooksAdvice } from './hooks-advice.ts';
import type { HookedEntry } from './trampoline.ts';

/**
 * Parameters are compared as far as texts can be: their number, and the names and pointers of plain types.
 *
 * @throws GotsError hook_signature
 */
export function checkSignature(
  { session }: Site,
  advice: HooksAdvice,
  hook: Hook,
  entries: readonly HookedEntry[],
): void {
  const { parameters } = hook;
  if (advice.contextOnly) {
    if (parameters.length > 0) hookSignature(advice.span, hook.name, 'it may take the context only');
    return;
  }
  if (parameters.length !== entries.length) {
    hookSignature(
      advice.span,
      hook.name,
      `behind the context it takes ${parameters.length} parameters, not ${entries.length}`,
    );
  }
  parameters.forEach(({ type, variadic, takesAnything, isPredeclared }, i) => {
    const wanted = entries[i]?.type ?? '';
    if (takesAnything) return;
    const given = plainName(variadic ? `[]${type}` : type);
    const expected = plainName(wanted);
    if (wanted === '')
      hookSignature(
        advice.span,
        hook.name,
        `its parameter ${i + 1} must be an interface{}, as the type depends on type parameters`,
      );
    const differs = given !== undefined && expected !== undefined && given !== expected;
    if (differs || (isPredeclared && isDeclaredIn(session, wanted))) {
      hookSignature(advice.span, hook.name, `its parameter ${i + 1} is a ${type}, not a ${wanted}`);
    }
  });
}

/** Whether a predeclared name is something else in the file. */
function isDeclaredIn({ ctx }: FileSession, name: string): boolean {
  return ctx.packageLevel().has(name) || ctx.imports.byName.has(name);
}

/** `*pkg.Name` without its package, which hook and function import under names of their own; undefined for other types. */
function plainName(type: string): string | undefined {
  const [, pointers, name] = /^(\**)(?:[\p{L}_][\p{L}\p{Nd}_]*\s*\.\s*)?([\p{L}_][\p{L}\p{Nd}_]*)$/u.exec(type) ?? [];
  return name === undefined ? undefined : `${pointers}${same[name] ?? name}`;
}

const same: Readonly<Record<string, string>> = { byte: 'uint8', rune: 'int32', any: 'interface{}' };
