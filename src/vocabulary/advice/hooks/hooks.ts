import type { AdviceOf, HooksAdvice } from '../../../aspects/ir.ts';
import { samePath } from '../../../lang/names/names.ts';
import type { SyntaxNode } from '../../../lang/syntax/syntax.ts';
import { functionName } from '../../../lang/tree/functions.ts';
import { syntaxText } from '../../../lang/tree/go-node.ts';
import { signatureOf } from '../../../lang/tree/signature.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';
import { hookSignature } from '../../../report/codes/hooks.ts';
import { type Entry, namedEntries } from '../../../rewrite/names/entry-names.ts';
import { packageName } from '../../../rewrite/package-session.ts';
import type { Session, Site } from '../../../rewrite/session.ts';
import { wrongNode } from '../../../rewrite/wrong-node.ts';
import { needImport } from '../add-blank-import.ts';
import { needContext } from './context-text.ts';
import { type Hook, readHook } from './hook-source.ts';
import { type CalledHook, type Target, type TargetEntry, trampoline } from './trampoline.ts';

/**
 * Runs functions of another package before and after a function. The same hooks are put on a function once; of several, those put on
 * it first are the outermost.
 *
 * @throws GotsError advice_wrong_node, hook_missing, hook_signature, aspect_package_missing
 */
export function hooks(advice: AdviceOf<'hooks'>, site: Site): void {
  const { node, session } = site;
  const body = node.syntax.field('body');
  if (node.kind !== 'FuncDecl' || body === undefined || node.unit.rendered !== undefined) {
    wrongNode(site, advice, 'a declared function with a body');
  }
  const { jumps } = node.unit.changes;
  const key = `${advice.flavour} ${advice.path} ${advice.before ?? ''} ${advice.after ?? ''} ${advice.contextOnly}`;
  const own = jumps.get(body) ?? [];
  if (own.some((jump) => jump.key === key)) return;
  const [before, after] = [calledHook(session, advice, advice.before), calledHook(session, advice, advice.after)];
  const target = targetOf(site);
  if (before) checkSignature(site, advice, before, target.params);
  if (after) checkSignature(site, advice, after, target.results);
  needImport(session, 'unsafe');
  if (!samePath(advice.path, session.ctx.facts.importPath)) session.links.add(advice.path);
  const { jump, declarations } = trampoline(target, { advice, before, after, own: session.pkg.own });
  jumps.set(body, [...own, { key, text: jump, span: advice.span }]);
  session.declarations.push({ text: declarations, span: advice.span });
}

function calledHook({ pkg }: Session, advice: HooksAdvice, name: string | undefined): CalledHook | undefined {
  if (name === undefined) return undefined;
  const hook = readHook(pkg, advice, name);
  return { ...hook, contextType: needContext(pkg, advice.flavour, hook.context) };
}

function targetOf({ node, session }: Site): Target {
  const { receiver, parameters, results } = signatureOf(node);
  const typeParameters = typeParametersOf(node);
  const { own } = session.pkg;
  const entry = (each: Entry): TargetEntry => ({ name: each.name, type: typeOf(node, each, typeParameters) });
  return {
    name: functionName(node),
    packageName: packageName(session.pkg) ?? '',
    isGeneric: typeParameters.size > 0,
    params: [...namedEntries(receiver, 'receiver', own), ...namedEntries(parameters, 'argument', own)].map(entry),
    results: namedEntries(results, 'result', own).map(entry),
  };
}

function typeOf(node: GoNode, { field }: Entry, typeParameters: ReadonlySet<string>): string {
  if (mentions(node, field.type, typeParameters)) return '';
  const text = syntaxText(node.unit, field.type);
  return field.variadic ? `[]${text}` : text;
}

/** Names of the type parameters of a function, those of its receiver included. */
function typeParametersOf(node: GoNode): ReadonlySet<string> {
  const names = new Set<string>();
  const list = node.syntax.field('type_parameters')?.children ?? [];
  for (const declaration of list) for (const name of declaration.fields('name')) names.add(syntaxText(node.unit, name));
  const visit = (at: SyntaxNode, inArguments: boolean): void => {
    if (inArguments && at.children.length === 0) names.add(syntaxText(node.unit, at));
    for (const child of at.children) visit(child, inArguments || at.kind === 'type_arguments');
  };
  const receiver = node.syntax.field('receiver');
  if (receiver !== undefined) visit(receiver, false);
  return names;
}

function mentions(node: GoNode, type: SyntaxNode, names: ReadonlySet<string>): boolean {
  if (names.size === 0) return false;
  if (type.children.length === 0) return names.has(syntaxText(node.unit, type));
  return type.children.some((child) => mentions(node, child, names));
}

/** Parameters are compared as far as texts can be: their number, and the names and pointers of plain types. */
function checkSignature(
  { session }: Site,
  advice: AdviceOf<'hooks'>,
  hook: Hook,
  entries: readonly TargetEntry[],
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
function isDeclaredIn({ ctx }: Session, name: string): boolean {
  return ctx.packageLevel().has(name) || ctx.imports.byName.has(name);
}

/** `*pkg.Name` without its package, which hook and function import under names of their own; undefined for other types. */
function plainName(type: string): string | undefined {
  const [, pointers, name] = /^(\**)(?:[\p{L}_][\p{L}\p{Nd}_]*\s*\.\s*)?([\p{L}_][\p{L}\p{Nd}_]*)$/u.exec(type) ?? [];
  return name === undefined ? undefined : `${pointers}${same[name] ?? name}`;
}

const same: Readonly<Record<string, string>> = { byte: 'uint8', rune: 'int32', any: 'interface{}' };
