import { once } from '../base/once.ts';
import { type ImportSpec, importTable } from '../lang/names/imports.ts';
import type { MatchContext } from '../lang/names/match-context.ts';
import type { Grammar } from '../lang/syntax/grammar.ts';
import { type RawFile, rawFile } from '../lang/syntax/raw-file.ts';
import { readable, type SourceFile, sourceFile } from '../lang/syntax/source.ts';
import type { SyntaxNode, SyntaxTree } from '../lang/syntax/syntax.ts';
import { noChanges } from '../lang/tree/changes.ts';
import { spanAt } from '../lang/tree/span.ts';
import type { Unit } from '../lang/tree/unit.ts';
import { weaveBrokenOutput, weaveSyntaxUnknown } from '../report/codes/weave.ts';
import { fileEdits } from '../rewrite/edits/pending-edits.ts';
import type { FileSession } from '../rewrite/file-session.ts';
import { usesIdleImport } from '../rewrite/hidden-errors.ts';
import { freeNames } from '../rewrite/names/freed-names.ts';
import { importNames } from '../rewrite/names/import-names.ts';
import { removeImport, usedNames, usesDotImport } from '../rewrite/names/used-imports.ts';
import type { PackageSession } from '../rewrite/package-session.ts';
import type { GoFile } from '../rewrite/package-source.ts';
import { type ImportToAdd, importInsertion } from '../rewrite/splice/add-imports.ts';
import type { Edit } from '../rewrite/splice/edit.ts';
import { splice } from '../rewrite/splice/splice.ts';
import { kindOfAdvice } from '../vocabulary/advice.ts';
import { reachOfPart } from '../vocabulary/ask.ts';
import type { Aspect } from '../vocabulary/aspect.ts';
import { isTestBuild } from './1-select/test-build.ts';
import { matchFile, watchFor } from './3-match/match-file.ts';
import { applyAdvice } from './4-advise/apply.ts';
import { type FileOrder, fileOrder } from './init-order/file-order.ts';
import type { Match, WeaveRequest, WovenFile } from './weave-request.ts';
import type { WeaveTools } from './weave-tools.ts';

export interface PackageContext {
  readonly request: WeaveRequest;
  readonly tools: WeaveTools;
  readonly packageLevel: () => ReadonlySet<string>;
  readonly session: PackageSession;
}

export interface WovenText extends WovenFile {
  readonly imports: readonly string[];
  readonly links: readonly string[];
  readonly langs: readonly string[];
  readonly matches: readonly Match[];
  readonly mayHideErrors: boolean;
  /** Whether more was woven than what is known to leave the order of initialisation alone. */
  readonly mayChangeOrder: boolean;
  /** Absent where nothing was woven. */
  readonly order?: () => FileOrder;
}

/** One file; `aspects` are those that can match in it. */
export function weaveFile(pkg: PackageContext, file: GoFile, aspects: readonly Aspect[]): WovenText {
  const untouched: WovenText = {
    name: file.name,
    imports: [],
    links: [],
    langs: [],
    matches: [],
    mayHideErrors: false,
    mayChangeOrder: false,
  };
  if (aspects.length === 0) return untouched;
  const source = sourceFile(file.name, file.bytes);
  const tree = pkg.tools.grammar.outline(source);
  if (tree.hasErrors) {
    if (pkg.tools.acceptBroken) return untouched;
    const at = tree.firstError ?? 0;
    weaveSyntaxUnknown(spanAt(source, at), lineAt(source, at));
  }
  const unit: Unit = { tree, rendered: undefined, changes: noChanges(), nodes: new Map() };
  const session = openSession(pkg, unit);
  freeNames(unit, pkg.session.own);
  const matches = advise(session, aspects, rawFile(file.bytes));
  if (matches.length === 0) return untouched;
  const finished = finish(session, matches);
  return { name: file.name, links: [...session.links], langs: [...session.langs], matches, ...finished };
}

function openSession({ request, tools, packageLevel, session }: PackageContext, file: Unit): FileSession {
  const { facts } = request;
  const imports = importTable(file.tree, request.packageName);
  const ctx: MatchContext = {
    facts,
    file,
    imports,
    packageLevel,
    testBuild: isTestBuild(request),
    oracle: tools.oracle,
  };
  const names = importNames(imports, session.own);
  return {
    pkg: session,
    ctx,
    file,
    grammar: tools.grammar,
    names,
    version: request.weaverVersion,
    appended: [],
    declarations: [],
    injected: new Map(),
    blankImports: new Set(),
    links: new Set(),
    langs: new Set(),
    effects: new Set(),
  };
}

function advise(session: FileSession, aspects: readonly Aspect[], file: RawFile): Match[] {
  const matches: Match[] = [];
  const single = new Set(aspects.filter(isDoneOnce));
  const done = new Set<Aspect>();
  matchFile(session.file, session.appended, {
    watch: watchFor(aspects),
    ctx: session.ctx,
    mayMatch: (part) =>
      aspects.some(
        (aspect) =>
          !done.has(aspect) && reachOfPart(aspect.joinPoint, { facts: session.ctx.facts, file, part }) !== 'none',
      ),
    onMatch: (node, matched) => {
      const due = matched.filter((aspect) => !done.has(aspect));
      if (due.length === 0) return;
      matches.push(...applyAdvice(session, node, due));
      for (const aspect of due) if (single.has(aspect)) done.add(aspect);
    },
  });
  return matches;
}

/** A second time in the same file would change nothing; points that match every node are made for such advice. */
function isDoneOnce({ advice }: Aspect): boolean {
  return advice.every((each) => kindOfAdvice(each).onNode?.oncePerFile === true);
}

type Finished = Pick<WovenText, 'text' | 'imports' | 'mayHideErrors' | 'mayChangeOrder' | 'order'>;

/**
 * Splices the edits, then looks at the result: it must parse, and every import must be used. Only the result can tell
 * whether one is, since templates refer to names of the file freely and later advice may drop what earlier advice made.
 */
function finish(session: FileSession, matches: readonly Match[]): Finished {
  const { file, names } = session;
  const edits = fileEdits(file, session);
  const added: ImportToAdd[] = [...names.added].map(([path, name]) => ({ path, name }));
  const draft = parseDraft(session, [...edits, ...importEdits(session, added)], matches);
  const used = usedNames(draft, [...names.added.values()]);
  const kept = added.filter(({ name }) => name !== undefined && used.has(name));
  const stale = staleImports(session, draft).map((spec) => removeImport(file.tree, spec));
  const all = [...edits, ...importEdits(session, kept), ...stale];
  // The draft is the text where all imports that were added are used, and none has become idle.
  const isDraft = kept.length === added.length && stale.length === 0;
  const spliced = isDraft ? draft.source.bytes : splice(file.tree.source, all);
  const text = all.length === 0 ? undefined : spliced;
  const mayHideErrors =
    session.effects.has('hides errors') || usesIdleImport(file.tree, draft, session.ctx.imports.specs);
  const imports = [...kept.map(({ path }) => path), ...session.blankImports];
  const mayChangeOrder = session.effects.has('moves order');
  return { text, imports, mayHideErrors, mayChangeOrder, order: orderOf(session, draft, mayChangeOrder) };
}

/** Compared at once where that is known to be needed: the trees are at hand. They are not held by what is returned. */
function orderOf({ file, grammar }: FileSession, draft: SyntaxTree, isNeeded: boolean): () => FileOrder {
  if (isNeeded) {
    const order = fileOrder(file.tree, draft, grammar);
    return () => order;
  }
  return orderOfTexts(file.tree.source, draft.source, grammar);
}

function orderOfTexts(before: SourceFile, after: SourceFile, grammar: Grammar): () => FileOrder {
  return once(() => fileOrder(grammar.outline(before), grammar.outline(after), grammar));
}

function importEdits({ file, blankImports }: FileSession, added: readonly ImportToAdd[]): Edit[] {
  const blanks = [...blankImports].filter((path) => !added.some((spec) => spec.path === path));
  const specs = [...added, ...blanks.map((path) => ({ name: '_', path }))].sort((a, b) => (a.path < b.path ? -1 : 1));
  const edit = importInsertion(file.tree, specs);
  return edit === undefined ? [] : [edit];
}

/** Imports of the file that were used and are so no more. One whose name is only a guess is left alone. */
function staleImports({ file, ctx }: FileSession, draft: SyntaxTree): ImportSpec[] {
  const specs = ctx.imports.specs.filter((spec) => spec.certain && spec.name !== '');
  const names = specs.map((spec) => spec.name);
  const after = usedNames(draft, names);
  const before = usedNames(
    file.tree,
    names.filter((name) => !after.has(name)),
  );
  const stale = specs.filter(({ name }) => before.has(name));
  const [dot, ...others] = ctx.imports.dots;
  if (dot === undefined || others.length > 0) return stale;
  const isStale = usesDotImport(file.tree, ctx.packageLevel()) && !usesDotImport(draft, ctx.packageLevel());
  return isStale ? [...stale, dot] : stale;
}

function parseDraft(session: FileSession, edits: readonly Edit[], matches: readonly Match[]): SyntaxTree {
  const { source } = session.file.tree;
  const draft = sourceFile(source.name, splice(source, edits));
  const tree = session.grammar.outline(draft);
  readChanged(tree, session.file.tree);
  if (tree.hasErrors) {
    const at = tree.firstError ?? 0;
    const aspects = [...new Set(matches.map((match) => match.aspect))].filter((id) => id !== '');
    // The draft's own line directives lead back to the original or into the aspect's file.
    weaveBrokenOutput(spanAt(tree.source, at), aspects, lineAt(tree.source, at));
  }
  return tree;
}

/** Reads the bodies that are not those of a file: what is woven must parse, and what is not is as it was. */
function readChanged(draft: SyntaxTree, file: SyntaxTree): void {
  const bodies = new Set(file.root.children.map((each) => bodyOf(file, each)));
  for (const each of draft.root.children) {
    const body = each.field('body');
    if (body?.isUnread && !bodies.has(bodyOf(draft, each))) void body.children;
  }
}

function bodyOf({ source }: SyntaxTree, declaration: SyntaxNode): string | undefined {
  const body = declaration.field('body');
  return body === undefined ? undefined : source.text.slice(body.start, body.end);
}

/** The rest of the line; where that is empty, the last line before it that is not. */
function lineAt(source: SourceFile, offset: number): string {
  const end = source.text.indexOf('\n', offset);
  const rest = readable(source, offset, Math.min(end < 0 ? source.text.length : end, offset + 60)).trim();
  return rest !== '' ? rest : (readable(source, 0, offset).trimEnd().split('\n').at(-1) ?? '').trim();
}
