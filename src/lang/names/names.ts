import { weaveDotImports, weaveTypeUnknown } from '../../report/codes/weave.ts';
import type { SyntaxNode } from '../syntax/syntax.ts';
import { syntaxText, textOf } from '../tree/go-node.ts';
import { spanOf } from '../tree/span.ts';
import type { GoNode, Unit } from '../tree/unit.ts';
import { stripVendor } from './import-paths.ts';
import type { MatchContext } from './match-context.ts';
import { isDeclaredLocally } from './scope.ts';
import { isUnknown } from './type-oracle.ts';

/** An identifier with the package it belongs to; without one for names of this package, of a block or of the universe. */
export interface Name {
  readonly path: string | undefined;
  readonly name: string;
}

/**
 * The name that an identifier, or a `pkg.Name` whose left side is an import, stands for; undefined for anything else.
 * Aliases and dot imports are looked through; a local variable with an import's name is no import.
 */
export function nameOf(node: GoNode, ctx: MatchContext): Name | undefined {
  if (node.kind === 'Ident') return { path: dotImportOf(node, ctx), name: textOf(node) };
  if (node.kind !== 'SelectorExpr') return undefined;
  const { left, right } = selectorParts(node.syntax);
  if (left === undefined || right === undefined) return undefined;
  const path = qualifierPath(node.unit, left, ctx);
  return path === undefined ? undefined : { path, name: syntaxText(node.unit, right) };
}

/** Whether the identifier is declared inside a function, where the code stands or where a template puts it. */
export function isLocalName({ unit, syntax }: { readonly unit: Unit; readonly syntax: SyntaxNode }): boolean {
  const name = syntaxText(unit, syntax);
  for (let at: { unit: Unit; syntax: SyntaxNode } | undefined = { unit, syntax }; at; at = at.unit.rendered?.host) {
    if (isDeclaredLocally(at.unit.tree, at.syntax, name)) return true;
  }
  return false;
}

export function selectorParts(syntax: SyntaxNode): { left: SyntaxNode | undefined; right: SyntaxNode | undefined } {
  return syntax.kind === 'qualified_type'
    ? { left: syntax.field('package'), right: syntax.field('name') }
    : { left: syntax.field('operand'), right: syntax.field('field') };
}

/** Import path that the identifier left of a dot denotes; undefined if it is no import. */
export function qualifierPath(unit: Unit, left: SyntaxNode, ctx: MatchContext): string | undefined {
  if (left.kind !== 'identifier' && left.kind !== 'package_identifier') return undefined;
  const name = syntaxText(unit, left);
  if (unit.rendered !== undefined) {
    const path = unit.rendered.template.imports[name];
    return path === undefined || isDeclaredLocally(unit.tree, left, name) ? undefined : path;
  }
  const spec = ctx.imports.byName.get(name);
  return spec === undefined || isDeclaredLocally(unit.tree, left, name) ? undefined : spec.path;
}

/** Names every Go file knows without an import (go/types.Universe, Go 1.26). */
const universe: ReadonlySet<string> = new Set(
  (
    'any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint uint8 ' +
    'uint16 uint32 uint64 uintptr true false iota nil append cap clear close complex copy delete imag len make max min new ' +
    'panic print println real recover'
  ).split(' '),
);

export function isPredeclaredName(name: string): boolean {
  return universe.has(name);
}

/** The dot import a bare name must come from, since nothing else in reach declares it. */
function dotImportOf(node: GoNode, ctx: MatchContext): string | undefined {
  if (node.unit.rendered !== undefined || ctx.imports.dots.length === 0) return undefined;
  if (node.syntax.kind === 'field_identifier' || node.syntax.kind === 'package_identifier') return undefined;
  const name = textOf(node);
  if (!/^\p{Lu}/u.test(name) || universe.has(name)) return undefined;
  if (ctx.packageLevel().has(name) || isDeclaredLocally(node.unit.tree, node.syntax, name)) return undefined;
  const [first, ...others] = ctx.imports.dots;
  return others.length === 0 ? first?.path : typedDotImport(node, name, ctx);
}

/** With several dot imports, only the type checker knows which of them declares a name. */
function typedDotImport({ unit, syntax }: GoNode, name: string, ctx: MatchContext): string | undefined {
  const { start, end } = syntax;
  if (ctx.oracle === undefined) return weaveDotImports(spanOf(unit, start), name);
  const path = ctx.oracle.packageOf({ file: unit.tree.source.name, start, end });
  if (isUnknown(path)) return weaveTypeUnknown(spanOf(unit, start), `where "${name}" is declared`, path.unknown);
  return path === '' || path === ctx.facts.importPath ? undefined : path;
}

/** Whether two import paths are the same package once vendor prefixes are gone. */
export function samePath(a: string | undefined, b: string | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && stripVendor(a) === stripVendor(b));
}
