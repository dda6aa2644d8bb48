import type { ImportSpec } from '../../lang/names/imports.ts';
import { selectorParts } from '../../lang/names/names.ts';
import { isDeclaredLocally, topLevelNames } from '../../lang/names/scope.ts';
import { byteString } from '../../lang/syntax/source.ts';
import type { SyntaxNode, SyntaxTree } from '../../lang/syntax/syntax.ts';
import { someNode } from '../../lang/tree/for-each-node.ts';
import { blankImport } from '../splice/add-imports.ts';
import type { Edit } from '../splice/edit.ts';

/** Those of the names under which a file uses imports: in some `name.X` where no local of that name is in the way. */
export function usedNames(tree: SyntaxTree, names: readonly string[]): ReadonlySet<string> {
  return new Set(names.filter((name) => isUsed(tree, byteString(Buffer.from(name)), name)));
}

/** Looks at the places where the text holds the name, those in bodies that are unread last: most are not the only use. */
function isUsed(tree: SyntaxTree, word: string, name: string): boolean {
  const { text } = tree.source;
  const unread: number[] = [];
  for (let at = text.indexOf(word); at >= 0 && word !== ''; at = text.indexOf(word, at + word.length)) {
    if (isWordCharacter(text.charCodeAt(at - 1)) || isWordCharacter(text.charCodeAt(at + word.length))) continue;
    const node = nodeAt(tree.root, at);
    if (node.isUnread) unread.push(at);
    else if (isUse(tree, node, at, name)) return true;
  }
  return unread.some((at) => {
    const body = nodeAt(tree.root, at);
    return isUse(tree, body.isUnread ? nodeAt(body, at, true) : body, at, name);
  });
}

function isUse(tree: SyntaxTree, node: SyntaxNode, at: number, name: string): boolean {
  const isIdentifier = node.kind === 'identifier' || node.kind === 'package_identifier';
  if (!isIdentifier || node.start !== at || node.parent === undefined) return false;
  if (node.parent.kind !== 'selector_expression' && node.parent.kind !== 'qualified_type') return false;
  return selectorParts(node.parent).left === node && !isDeclaredLocally(tree, node, name);
}

/** The innermost node at an offset, or the unread body there. @param reads begins with reading `top` */
function nodeAt(top: SyntaxNode, at: number, reads = false): SyntaxNode {
  let node = top;
  for (let mayRead = reads; mayRead || !node.isUnread; mayRead = false) {
    const inner = node.children.find(({ start, end }) => start <= at && at < end);
    if (inner === undefined) return node;
    node = inner;
  }
  return node;
}

/** Of a byte string. */
function isWordCharacter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code >= 0x180
  );
}

/** Whether some bare name of a file can only come from a dot import. */
export function usesDotImport(tree: SyntaxTree, packageLevel: ReadonlySet<string>): boolean {
  const own = new Set(topLevelNames(tree));
  return someNode(tree.root, (node) => {
    if ((node.kind !== 'identifier' && node.kind !== 'type_identifier') || node.fieldName === 'name') return false;
    const name = tree.source.bytes.toString('utf8', node.start, node.end);
    if (!/^\p{Lu}/u.test(name) || packageLevel.has(name) || own.has(name)) return false;
    if (node.parent?.kind === 'literal_element' && node.parent.fieldName === 'key') return false;
    return !isDeclaredLocally(tree, node, name);
  });
}

/** Packages whose import means something without a use: `//go:linkname` and `//go:embed` need them. */
const meaningful: ReadonlySet<string> = new Set(['unsafe', 'embed']);

/**
 * Takes away an import that weaving left without a use, as Orchestrion does: what replaced the uses decides what the
 * program is made of. Where the text around it does not allow that, the import becomes a blank one.
 */
export function removeImport({ source }: SyntaxTree, { syntax, path }: ImportSpec): Edit {
  if (meaningful.has(path)) return blankImport(syntax);
  const { parent } = syntax;
  if (parent?.kind === 'import_declaration') {
    return { start: syntax.start, end: syntax.end, pieces: [{ kind: 'inserted', text: '()' }] };
  }
  const lineStart = source.text.lastIndexOf('\n', syntax.start - 1) + 1;
  const isAlone =
    /^\s*$/.test(source.text.slice(lineStart, syntax.start)) && !/^[ \t]*;/.test(source.text.slice(syntax.end));
  return isAlone ? { start: syntax.start, end: syntax.end, pieces: [] } : blankImport(syntax);
}
