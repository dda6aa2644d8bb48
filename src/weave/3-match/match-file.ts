import type { MatchContext } from '../../lang/names/match-context.ts';
import type { SyntaxNode } from '../../lang/syntax/syntax.ts';
import { allLeading } from '../../lang/tree/comments.ts';
import { type GoKind, kindOf } from '../../lang/tree/go-kind.ts';
import { nodeOfKind } from '../../lang/tree/go-node.ts';
import type { GoNode, Unit } from '../../lang/tree/unit.ts';
import { kindsOf, matches } from '../../vocabulary/ask.ts';
import type { Aspect } from '../../vocabulary/aspect.ts';
import type { FilePart } from '../../vocabulary/inner-point.ts';

/** Aspects by the kind of node at which they can match. */
export interface Watch {
  readonly byKind: ReadonlyMap<GoKind, readonly Aspect[]>;
  /** Those that can match any node; also in every list of `byKind`. */
  readonly everywhere: readonly Aspect[];
}

/** Indexes aspects by node kind; their order stays. */
export function watchFor(aspects: readonly Aspect[]): Watch {
  const kinds = aspects.map((aspect) => kindsOf(aspect.joinPoint));
  const named = new Set(kinds.flatMap((list) => (list === 'any' ? [] : list)));
  const byKind = new Map(
    [...named].map((kind) => [
      kind,
      aspects.filter((_, i) => kinds[i] === 'any' || (kinds[i] as readonly GoKind[]).includes(kind)),
    ]),
  );
  return { byKind, everywhere: aspects.filter((_, i) => kinds[i] === 'any') };
}

export interface Walk {
  readonly watch: Watch;
  readonly ctx: MatchContext;
  /** Whether some aspect may match in a function of the file, or in the body of one. */
  readonly mayMatch: (part: FilePart) => boolean;
  /** Called for each node that some aspects match, children before parents. May change the tree. */
  readonly onMatch: (node: GoNode, aspects: readonly Aspect[]) => void;
}

/**
 * Offers the nodes of a file to the aspects, children before parents, as Orchestrion does: an aspect sees what earlier
 * ones did to the parts of its node. Declarations that advice appends meanwhile are walked after the file's own.
 *
 * @param appended grows while the walk goes on
 */
export function matchFile(file: Unit, appended: readonly Unit[], walk: Walk): void {
  const { root, source } = file.tree;
  if (isIgnored(file)) return;
  let end = 0;
  for (const child of root.children) {
    const start = end;
    end = child.end;
    if (child.kind !== 'function_declaration' && child.kind !== 'method_declaration') {
      walkTree(file, child, walk);
      continue;
    }
    const declaration = source.text.slice(start, end);
    // A body that no aspect can match in is not even parsed.
    if (!walk.mayMatch({ text: declaration, declaration, isBody: false })) continue;
    const body = child.field('body');
    const text = body === undefined ? '' : source.text.slice(body.start, body.end);
    const isLeft = body !== undefined && !walk.mayMatch({ text, declaration, isBody: true });
    walkTree(file, child, walk, isLeft ? body : undefined);
  }
  for (let i = 0; i < appended.length; i++) {
    const unit = appended[i] as Unit;
    for (const child of unit.tree.root.children) if (child.kind !== 'package_clause') walkTree(unit, child, walk);
  }
  offer(file, root, 'File', walk);
}

/** @param left a node that is offered without what is in it */
function walkTree(unit: Unit, top: SyntaxNode, walk: Walk, left?: SyntaxNode): void {
  const ignored = ignoredStarts(unit);
  // Two lists, not one of pairs: a file has hundreds of thousands of nodes.
  const path = [top];
  const nexts = [0];
  for (let at = 0; at >= 0; ) {
    const node = path[at] as SyntaxNode;
    const next = nexts[at] as number;
    if (next === 0 && ignored.size > 0 && ignored.has(node.start) && kindOf(node, unit.tree) !== undefined) {
      at--;
    } else if (node !== left && next < node.children.length) {
      nexts[at] = next + 1;
      at++;
      path[at] = node.children[next] as SyntaxNode;
      nexts[at] = 0;
    } else {
      at--;
      offerAll(unit, node, walk);
    }
  }
}

function offerAll(unit: Unit, syntax: SyntaxNode, walk: Walk): void {
  const kind = kindOf(syntax, unit.tree);
  if (kind === undefined) return;
  if (kind === 'DeclStmt') offer(unit, syntax, 'GenDecl', walk);
  offer(unit, syntax, kind, walk);
}

function offer(unit: Unit, syntax: SyntaxNode, kind: GoKind, { watch, ctx, onMatch }: Walk): void {
  const interested = watch.byKind.get(kind) ?? watch.everywhere;
  if (interested.length === 0) return;
  const node = nodeOfKind(unit, syntax, kind);
  // All are asked before the first is applied, so that none can enable or disable another.
  const matched = interested.filter((aspect) => matches(aspect.joinPoint, node, ctx));
  if (matched.length > 0) onMatch(node, matched);
}

/** Whether a comment keeps a whole file from being woven, or, with `node`, the node or something around it. */
export function isIgnored(file: Unit, node?: SyntaxNode): boolean {
  const starts = ignoredStarts(file);
  const clause = file.tree.root.children.find((child) => child.kind === 'package_clause');
  if (clause !== undefined && starts.has(clause.start)) return true;
  for (let up = node; up !== undefined && up.kind !== 'source_file'; up = up.parent) {
    if (starts.has(up.start) && kindOf(up, file.tree) !== undefined) return true;
  }
  return false;
}

const ignores = /^\/\/(?:orchestrion|dd|gots):ignore(?: |$)/;
const none: ReadonlySet<number> = new Set();
const known = new WeakMap<Unit, ReadonlySet<number>>();

/** Offsets of the tokens above which a comment says that what starts there is to be left alone. */
function ignoredStarts(unit: Unit): ReadonlySet<number> {
  if (unit.tree.comments.length === 0) return none;
  let starts = known.get(unit);
  if (starts === undefined) {
    const { text } = unit.tree.source;
    starts = !text.includes(':ignore')
      ? none
      : new Set([...allLeading(unit)].filter(([, texts]) => texts.some((t) => ignores.test(t))).map(([at]) => at));
    known.set(unit, starts);
  }
  return starts;
}
