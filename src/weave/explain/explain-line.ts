import { importTable } from '../../lang/names/imports.ts';
import type { MatchContext } from '../../lang/names/match-context.ts';
import { topLevelNames } from '../../lang/names/scope.ts';
import { rawFile } from '../../lang/syntax/raw-file.ts';
import { sourceFile } from '../../lang/syntax/source.ts';
import type { SyntaxNode, SyntaxTree } from '../../lang/syntax/syntax.ts';
import { noChanges } from '../../lang/tree/changes.ts';
import { kindOf } from '../../lang/tree/go-kind.ts';
import { nodeOfKind } from '../../lang/tree/go-node.ts';
import type { GoNode, Unit } from '../../lang/tree/unit.ts';
import type { GoFile } from '../../rewrite/package-source.ts';
import { kindsOf, reachOfFile, reachOfPackage } from '../../vocabulary/ask.ts';
import type { Aspect } from '../../vocabulary/aspect.ts';
import type { Explanation } from '../../vocabulary/explanation.ts';
import { weavingOf } from '../1-select/special-cases.ts';
import { isTestBuild } from '../1-select/test-build.ts';
import { isIgnored } from '../3-match/match-file.ts';
import type { WeaveRequest } from '../weave-request.ts';
import type { WeaveTools } from '../weave-tools.ts';
import { explainNode } from './explain-node.ts';
import { explainPackage } from './explain-package.ts';

/** What became of one aspect at one line. */
export interface AspectExplanation {
  readonly aspect: Aspect;
  /**
   * `package` and `file`: ruled out before any node was looked at. `no-node`: nothing on the line is of a kind that it matches.
   * `ignored`: a comment keeps the node from being woven.
   */
  readonly outcome: 'matches' | 'node' | 'no-node' | 'file' | 'package' | 'ignored' | 'open';
  /** Kind and column of the node that was asked: the one that matches, else the one that comes nearest. */
  readonly node?: { readonly kind: string; readonly column: number } | undefined;
  readonly explanation: Explanation;
}

export interface LineExplanation {
  /** Why nothing of the package or file is ever woven, whatever aspects say. */
  readonly never?: string | undefined;
  /** Kinds of the nodes that begin on the line. */
  readonly nodes: readonly string[];
  readonly aspects: readonly AspectExplanation[];
}

/**
 * Asks every aspect about the nodes that begin on one line of a file, as it is before weaving.
 *
 * @param request the package; `file` is one of its files
 * @param line from 1, in the file itself: line directives do not count
 */
export function explainLine(
  request: WeaveRequest,
  aspects: readonly Aspect[],
  at: { readonly file: GoFile; readonly line: number; readonly tools: WeaveTools },
): LineExplanation {
  const { file, line, tools } = at;
  const tree = tools.grammar.parse(sourceFile(file.name, file.bytes));
  const unit: Unit = { tree, rendered: undefined, changes: noChanges(), nodes: new Map() };
  const nodes = nodesOn(unit, line);
  const { facts, packageName } = request;
  const packageLevel = (): ReadonlySet<string> =>
    new Set(request.files.flatMap(({ name, bytes }) => topLevelNames(tools.grammar.parse(sourceFile(name, bytes)))));
  const imports = importTable(tree, packageName);
  const testBuild = isTestBuild(request);
  const ctx: MatchContext = { facts, file: unit, imports, packageLevel, testBuild, oracle: tools.oracle };
  return {
    never: neverWoven(request, unit),
    nodes: [...new Set(nodes.map(({ kind }) => kind))],
    aspects: aspects.map((aspect) => explainAspect(aspect, nodes, ctx)),
  };
}

/** Why a package is left alone whatever aspects say. */
function neverWoven({ facts }: WeaveRequest, unit: Unit): string | undefined {
  const { importPath } = facts;
  if (importPath === 'cmd' || importPath.startsWith('cmd/')) return "the go command's own tools are never woven";
  if (weavingOf(importPath) === 'never') return `${importPath} is never woven: weaving itself depends on it`;
  if (isIgnored(unit)) return 'a comment above the package clause says that this file is to be left alone';
  return undefined;
}

function nodesOn(unit: Unit, line: number): GoNode[] {
  const { text } = unit.tree.source;
  const lineOf = lineCounter(text);
  const found: GoNode[] = [];
  const visit = (syntax: SyntaxNode): void => {
    const first = lineOf(syntax.start);
    if (first > line || lineOf(Math.max(syntax.start, syntax.end - 1)) < line) return;
    const kind = first === line ? kindOf(syntax, unit.tree) : undefined;
    if (kind !== undefined) {
      if (kind === 'DeclStmt') found.push(nodeOfKind(unit, syntax, 'GenDecl'));
      found.push(nodeOfKind(unit, syntax, kind));
    }
    syntax.children.forEach(visit);
  };
  visit(unit.tree.root);
  return found;
}

function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}

function explainAspect(aspect: Aspect, nodes: readonly GoNode[], ctx: MatchContext): AspectExplanation {
  const { joinPoint, tracerInternal } = aspect;
  const { facts } = ctx;
  const raw = rawFile(ctx.file.tree.source.bytes);
  if (weavingOf(facts.importPath) === 'internal' && !tracerInternal) {
    const reason = `${facts.importPath} is only woven by aspects with tracer-internal: true`;
    return { aspect, outcome: 'package', explanation: { ...explainPackage(joinPoint, facts), answer: 'no', reason } };
  }
  if (reachOfPackage(joinPoint, facts) === 'none') {
    return { aspect, outcome: 'package', explanation: explainPackage(joinPoint, facts) };
  }
  if (reachOfFile(joinPoint, facts, raw) === 'none') {
    return { aspect, outcome: 'file', explanation: explainPackage(joinPoint, facts, raw) };
  }
  const kinds = kindsOf(joinPoint);
  const candidates = nodes.filter(({ kind }) => kinds === 'any' || kinds.includes(kind));
  const asked = candidates.map((node) => ({ node, explanation: explainNode(joinPoint, node, ctx) }));
  const best = asked.sort((a, b) => score(b.explanation) - score(a.explanation))[0];
  if (best === undefined) {
    const wanted = kinds === 'any' ? 'node' : kinds.join(' or ');
    const explanation = {
      ...explainPackage(joinPoint, facts, raw),
      answer: 'no',
      reason: `no ${wanted} begins on this line`,
    } as const;
    return { aspect, outcome: 'no-node', explanation };
  }
  const { node, explanation } = best;
  const place = { kind: node.kind, column: columnOf(ctx.file.tree, node.syntax.start) };
  const ignored = explanation.answer === 'yes' && isIgnored(ctx.file, node.syntax);
  const outcome = ignored ? 'ignored' : ({ yes: 'matches', no: 'node', open: 'open' } as const)[explanation.answer];
  return { aspect, outcome, node: place, explanation };
}

/** How much of a point holds: a match before what is open, then the share of members that say yes. */
function score({ answer, members }: Explanation): number {
  if (answer === 'yes') return 2;
  const share =
    members.length === 0 ? 0 : members.reduce((sum, member) => sum + Math.min(1, score(member)), 0) / members.length;
  return (answer === 'open' ? 1 : 0) + share * 0.9;
}

function columnOf({ source }: SyntaxTree, offset: number): number {
  return offset - source.text.lastIndexOf('\n', offset - 1);
}
