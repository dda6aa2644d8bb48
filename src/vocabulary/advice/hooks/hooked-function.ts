import type { SyntaxNode } from '../../../lang/syntax/syntax.ts';
import { functionName } from '../../../lang/tree/functions.ts';
import { syntaxText } from '../../../lang/tree/go-node.ts';
import { signatureOf } from '../../../lang/tree/signature.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';
import type { Site } from '../../../rewrite/file-session.ts';
import { type Entry, namedEntries } from '../../../rewrite/names/entry-names.ts';
import { nameOfPackage } from '../../../rewrite/package-session.ts';
import type { HookedEntry, HookedFunction } from './trampoline.ts';

/** The function of a site; its parameters and results get names where they have none. */
export function hookedFunction({ node, session }: Site): HookedFunction {
  const { receiver, parameters, results } = signatureOf(node);
  const typeParameters = typeParametersOf(node);
  const { own } = session.pkg;
  const entry = (each: Entry): HookedEntry => ({ name: each.name, type: typeOf(node, each, typeParameters) });
  return {
    name: functionName(node),
    packageName: nameOfPackage(session.pkg) ?? '',
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
