import type { MatchContext } from '../lang/names/match-context.ts';
import type { PackageFacts } from '../lang/names/package-facts.ts';
import { syntaxText } from '../lang/tree/go-node.ts';
import { isTopLevel } from '../lang/tree/syntax-shapes.ts';
import type { GoNode } from '../lang/tree/unit.ts';
import { oneLine } from './point-text.ts';

export function notImported(path: string | undefined): string {
  return `the package does not import ${path} itself`;
}

export function otherPackage({ importPath }: PackageFacts): string {
  return `the package is ${importPath}`;
}

/** What a declaration declares, and where. */
export function declaredReason(node: GoNode, ctx: MatchContext): string {
  return `it declares ${declaredText(node)} ${declaredWhere(node, ctx)}`;
}

function declaredText(node: GoNode): string {
  const names = node.syntax.fields('name').map((name) => syntaxText(node.unit, name));
  const type = node.kind === 'FuncDecl' ? undefined : node.syntax.field('type');
  return oneLine(`${names.join(', ')}${type === undefined ? '' : ` ${syntaxText(node.unit, type)}`}`);
}

function declaredWhere({ syntax }: GoNode, { facts }: MatchContext): string {
  if (syntax.kind === 'method_declaration') return `as a method in ${facts.importPath}`;
  const isLocal = syntax.kind.endsWith('_spec') || syntax.kind === 'type_alias' ? !isTopLevel(syntax) : false;
  return `${isLocal ? 'inside a function of' : 'in'} ${facts.importPath}`;
}

/** Go's identifiers; `what` says what the name is one of, for a message. */
export function notAName(name: string, what: string): string | undefined {
  return /^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(name) ? undefined : `"${name}" is not ${what}`;
}
