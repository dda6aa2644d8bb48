import { isDeclaredLocally } from '../../lang/names/scope.ts';
import type { SyntaxNode } from '../../lang/syntax/syntax.ts';
import { isLocalDeclaration, isName } from '../../lang/tree/declarations.ts';
import { forEachNode } from '../../lang/tree/for-each-node.ts';
import { isFunction } from '../../lang/tree/go-kind.ts';
import { goNode, syntaxText } from '../../lang/tree/go-node.ts';
import { signatureOf } from '../../lang/tree/signature.ts';
import type { GoNode, Unit } from '../../lang/tree/unit.ts';
import { isFieldKey } from './field-key.ts';
import { type OwnNames, ownName } from './own-names.ts';

/** Whether the local names of this kind in the function around a node have other names by now. */
export function hasFreedName(node: Pick<GoNode, 'unit' | 'syntax'>, name: string, { foresight }: OwnNames): boolean {
  const fn = declarationAround(node.syntax);
  return fn !== undefined && (foresight.locals.get(node.unit.tree.source.name)?.get(fn.start)?.has(name) ?? false);
}

/**
 * Asks that, when the package is woven again, what the function around a node declares under a predeclared name is called
 * something else: so templates reach the predeclared one. The name of a type stays, since programs can print it.
 *
 * @returns whether that can be done
 */
export function freeNameIn(
  { unit, syntax }: Pick<GoNode, 'unit' | 'syntax'>,
  name: string,
  { foresight }: OwnNames,
): boolean {
  const fn = declarationAround(syntax);
  if (fn === undefined || declaresType(unit, fn, name)) return false;
  const { name: file } = unit.tree.source;
  const inFile = foresight.locals.get(file) ?? new Map<number, Set<string>>();
  foresight.locals.set(file, inFile);
  inFile.set(fn.start, new Set(inFile.get(fn.start)).add(name));
  return true;
}

/** Gives the names that {@link freeNameIn} was asked for others, before a file is matched. */
export function freeNames(file: Unit, own: OwnNames): void {
  const inFile = own.foresight.locals.get(file.tree.source.name);
  if (inFile === undefined) return;
  for (const fn of file.tree.root.children) {
    for (const name of inFile.get(fn.start) ?? []) renameLocals(file, fn, name, ownName(own, `${name}${own.number()}`));
  }
}

/** All local names of one function that are alike get the same other name, so that they hide each other as before. */
function renameLocals(unit: Unit, fn: SyntaxNode, name: string, given: string): void {
  const entries = new Set<SyntaxNode>();
  forEachNode(fn, (node) => {
    const made = goNode(unit, node);
    if (made === undefined || !isFunction(made.kind)) return;
    const { receiver, parameters, results } = signatureOf(made);
    for (const list of [receiver, parameters, results]) {
      for (const field of list?.fields ?? []) {
        for (const written of field.written) entries.add(written);
        if (list === undefined || !field.names.includes(name)) continue;
        field.names = field.names.map((each) => (each === name ? given : each));
        list.changed = true;
      }
    }
  });
  forEachNode(fn, (node) => {
    if (entries.has(node) || !isName(node) || isFieldKey(node) || syntaxText(unit, node) !== name) return;
    if (isLocalDeclaration(unit.tree, node) || isDeclaredLocally(unit.tree, node, name))
      unit.changes.texts.set(node, given);
  });
}

function declaresType(unit: Unit, fn: SyntaxNode, name: string): boolean {
  let found = false;
  forEachNode(fn, (node) => {
    found ||=
      /^type_(?:spec|alias)$/.test(node.kind) && node.fields('name').some((each) => syntaxText(unit, each) === name);
  });
  return found;
}

/** What stands at the top level around a node. */
export function declarationAround(node: SyntaxNode): SyntaxNode | undefined {
  for (let up: SyntaxNode | undefined = node; up !== undefined; up = up.parent) {
    if (up.parent?.kind === 'source_file') return up;
  }
  return undefined;
}
