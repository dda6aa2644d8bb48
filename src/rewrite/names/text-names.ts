import { isPredeclaredName } from '../../lang/names/names.ts';
import { isDeclaredLocally } from '../../lang/names/scope.ts';
import type { SyntaxNode } from '../../lang/syntax/syntax.ts';
import { isLocalDeclaration, isName, isTopLevelDeclaration } from '../../lang/tree/declarations.ts';
import { forEachNode } from '../../lang/tree/for-each-node.ts';
import { syntaxText } from '../../lang/tree/go-node.ts';
import type { GoNode, Unit } from '../../lang/tree/unit.ts';
import { isFieldKey } from './field-key.ts';
import { type OwnNames, ownName } from './own-names.ts';

/** A name in a text that is put into a package, and what it stands for there. */
export interface TextName {
  readonly node: SyntaxNode;
  readonly name: string;
  /** `local`: declared by the text, in a block or function; `top`: declared by it at the top level; `free`: not declared by it. */
  readonly kind: 'local' | 'top' | 'free';
  /** Where it stands is where it is declared. */
  readonly declares: boolean;
  /** Printed by a template rather than written in it: a name of the package that is woven. */
  readonly printed: boolean;
}

/** The names in a text; fields, methods, labels and names behind a dot are none. */
export function namesIn(unit: Unit): TextName[] {
  const found: TextName[] = [];
  const top = new Set<string>();
  forEachNode(unit.tree.root, (node) => {
    if (!isName(node) || isFieldKey(node)) return;
    const name = syntaxText(unit, node);
    if (name === '_') return;
    const isTop = isTopLevelDeclaration(node);
    const declares = isTop || isLocalDeclaration(unit.tree, node);
    if (isTop) top.add(name);
    const isLocal = !isTop && (declares || isDeclaredLocally(unit.tree, node, name));
    const kind = isLocal ? 'local' : isTop ? 'top' : 'free';
    found.push({ node, name, kind, declares, printed: isPrinted(unit, node) });
  });
  return found.map((each) => (each.kind === 'free' && top.has(each.name) ? { ...each, kind: 'top' } : each));
}

function isPrinted({ rendered }: Unit, { start }: SyntaxNode): boolean {
  return rendered?.segments.findLast((segment) => segment.start <= start)?.printed ?? false;
}

/**
 * Gives local names of a rendered text other ones where they would capture a name that the template prints, or a name in a node
 * that it prints, and where they are those of predeclared things.
 *
 * @param entries names of the parameters, results and receivers of the functions around the text
 */
export function keepApart(
  unit: Unit,
  names: readonly TextName[],
  entries: () => ReadonlySet<string>,
  own: OwnNames,
): void {
  const locals = names.filter(({ kind, printed }) => kind === 'local' && !printed);
  const declared = new Set(locals.filter(({ declares }) => declares).map(({ name }) => name));
  if (declared.size === 0) return;
  const meeting = new Set([...declared].filter(isPredeclaredName));
  for (const { name, kind, printed } of names) {
    if (printed && kind === 'local' && declared.has(name) && entries().has(name)) meeting.add(name);
  }
  for (const [place, node] of unit.rendered?.holes ?? []) {
    for (const word of wordsOf(node)) {
      if (declared.has(word) && isDeclaredLocally(unit.tree, place, word)) meeting.add(word);
    }
  }
  const given = new Map([...meeting].map((name) => [name, ownName(own, `${name}${own.number()}`)]));
  for (const { node, name } of locals) {
    const other = given.get(name);
    if (other !== undefined) unit.changes.texts.set(node, other);
  }
}

const word = /[\p{L}_][\p{L}\p{Nd}_]*/gu;

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.match(word) ?? []);
}

/** All words in a node, in what advice has put into it, and in what that prints. */
function wordsOf(node: GoNode): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<SyntaxNode>();
  const visit = ({ unit, syntax }: Pick<GoNode, 'unit' | 'syntax'>): void => {
    // What stands in a node's place mostly prints the node.
    if (seen.has(syntax)) return;
    seen.add(syntax);
    for (const each of wordsIn(syntaxText(unit, syntax))) found.add(each);
    const isInside = (place: SyntaxNode): boolean => syntax.start <= place.start && place.end <= syntax.end;
    const { slots, appendedArgs, addedElements, prepended } = unit.changes;
    for (const [place, content] of unit.rendered?.holes ?? []) if (isInside(place)) visit(content);
    for (const [place, content] of slots) if (isInside(place)) visit(content);
    for (const [place, args] of appendedArgs) if (isInside(place)) args.forEach(visit);
    for (const [place, elements] of addedElements) {
      if (isInside(place)) for (const { value } of elements) visit(value);
    }
    for (const [place, blocks] of prepended) {
      if (isInside(place)) for (const block of blocks) visit({ unit: block.unit, syntax: block.unit.tree.root });
    }
  };
  visit(node);
  return found;
}
