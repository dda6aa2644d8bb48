import type { Comment } from '../syntax/syntax.ts';
import { kindOf } from './go-kind.ts';
import { commentText } from './go-node.ts';
import type { GoNode, Unit } from './unit.ts';

const known = new WeakMap<Unit, ReadonlyMap<number, readonly string[]>>();

/**
 * Comments that belong to the node: those above it that attach to the outermost node at their next token. A comment at
 * the end of a line belongs to what it follows; one that is directly below something and set off from what comes next
 * by a blank line stays with the former (as dst attaches them, which Orchestrion's directives rely on).
 */
export function leadingComments(node: GoNode): readonly string[] {
  if (node.unit.tree.comments.length === 0) return [];
  const start = node.kind === 'File' ? packageStart(node) : node.syntax.start;
  const texts = allLeading(node.unit).get(start);
  return texts === undefined || !isOutermost(node) ? [] : texts;
}

/** Offset of a node's first token → the comments that lead up to it. */
export function allLeading(unit: Unit): ReadonlyMap<number, readonly string[]> {
  let leading = known.get(unit);
  if (leading === undefined) {
    leading = attach(unit);
    known.set(unit, leading);
  }
  return leading;
}

function packageStart(file: GoNode): number {
  return file.syntax.children.find((child) => child.kind === 'package_clause')?.start ?? file.syntax.start;
}

function isOutermost(node: GoNode): boolean {
  if (node.kind === 'File') return true;
  if (node.kind === 'GenDecl' && kindOf(node.syntax, node.unit.tree) === 'DeclStmt') return false;
  for (let up = node.syntax.parent; up?.start === node.syntax.start && up.kind !== 'source_file'; up = up.parent) {
    if (kindOf(up, node.unit.tree) !== undefined) return false;
  }
  return true;
}

function attach(unit: Unit): Map<number, string[]> {
  const leading = new Map<number, string[]>();
  const { comments } = unit.tree;
  const { text } = unit.tree.source;
  for (let i = 0; i < comments.length; ) {
    const run = runAt(comments, i, text);
    i += run.length;
    const next = skipBlank(text, (run.at(-1) as Comment).end);
    const own = leadersOf(run, text, next).map((comment) => commentText(unit, comment).trim());
    if (own.length > 0) leading.set(next, own);
  }
  return leading;
}

/** The comments from `first` on between which there is only white space. */
function runAt(comments: readonly Comment[], first: number, text: string): Comment[] {
  const run = [comments[first] as Comment];
  for (let i = first + 1; i < comments.length; i++) {
    const comment = comments[i] as Comment;
    if (skipBlank(text, (run.at(-1) as Comment).end) !== comment.start) break;
    run.push(comment);
  }
  return run;
}

/** Those of a run that belong to what starts at `next`. */
function leadersOf(run: readonly Comment[], text: string, next: number): Comment[] {
  const first = run[0] as Comment;
  const previous = lastToken(text, first.start);
  let newlines = previous < 0 ? 2 : newlinesBetween(text, previous, first.start);
  const own: Comment[] = [];
  let group: Comment[] = [];
  let blankBefore = newlines >= 2;
  run.forEach((comment, i) => {
    // The newline that ends a line comment is not part of it, so it counts to what follows.
    const after = newlinesBetween(text, comment.end, run[i + 1]?.start ?? next);
    if (newlines > 0 || group.length > 0) group.push(comment);
    if (i + 1 === run.length || after >= 2) {
      if (after < 2 || blankBefore) own.push(...group);
      group = [];
      blankBefore = after >= 2;
    }
    newlines = after;
  });
  return own;
}

function newlinesBetween(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function skipBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Offset just behind the last visible character before `before`; -1 at the start of the file. */
function lastToken(text: string, before: number): number {
  let at = before;
  while (at > 0 && isBlank(text.charCodeAt(at - 1))) at--;
  return at === 0 || (at === byteOrderMark.length && text.startsWith(byteOrderMark)) ? -1 : at;
}

/** As `SourceFile.text` shows it: one character per byte. */
const byteOrderMark = '\u01ef\u01bb\u01bf';

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;
}

/** Whether a comment is the directive `//name`, with arguments or without. */
export function isDirective(comment: string, name: string): boolean {
  return (
    comment.startsWith(`//${name}`) && (comment.length === name.length + 2 || /\s/.test(comment[name.length + 2] ?? ''))
  );
}
