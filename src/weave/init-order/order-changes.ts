import type { SyntaxTree } from '../../lang/syntax/syntax.ts';
import type { FileOrder } from './file-order.ts';
import { declarationsOf, type Initialised } from './mentions.ts';

/** The files of a package before and after weaving. */
export interface Files {
  readonly woven: readonly FileOrder[];
  /** Files that weaving leaves alone; parsed when they are needed, which is seldom. */
  readonly others: () => readonly SyntaxTree[];
  /** Whether one of those files may declare what has this key (`mentions.ts`); found out without a parse. In doubt true. */
  readonly mayDeclare: (key: string) => boolean;
}

/** What weaving may do to the order in which a package's own variables are initialised. */
export interface OrderChange {
  /** Variables of woven text on whose initialisation one of the package's own may wait. */
  readonly awaited: ReadonlySet<string>;
  /** Whether one of the package's own may wait for another one that it did not wait for, or no more for one. In doubt true. */
  readonly mayMove: boolean;
}

const unchanged: OrderChange = { awaited: new Set(), mayMove: false };

/**
 * Compares what the declarations of a package mention. Go initialises a variable when all is initialised that its value refers to, also
 * through functions and methods; so the order can change only where a declaration mentions something else than before and a
 * variable's value leads to that declaration. Names are taken for what they may mean at most: local variables count as package-level ones of
 * the same name, and fields as methods.
 */
export function orderChange({ woven: files, others, mayDeclare }: Files): OrderChange {
  const differences = files.flatMap((file) => file.differences);
  if (differences.every(({ names }) => names.length === 0)) return unchanged;
  const before = new Set(files.flatMap((file) => file.before.map(({ key }) => key)));
  const added = files.flatMap((file) => file.after.filter(({ key }) => !before.has(key)));
  // No new variable, and nothing that is mentioned more or less leads to a declaration of the package.
  if (!added.some(({ kind }) => kind === 'variable')) {
    const declared = new Set([...before, ...added.map(({ key }) => key)]);
    const leads = (key: string): boolean => declared.has(key) || mayDeclare(key);
    if (!differences.some(({ names }) => names.some(leads))) return unchanged;
  }
  const rest = others().flatMap(declarationsOf);
  const own = [...files.flatMap(({ before }) => before), ...rest];
  const old = graphOf(own);
  const now = graphOf([...files.flatMap(({ after }) => after), ...rest]);
  const computed = own.filter(({ isComputed }) => isComputed).map(({ key }) => key);
  const waiting = [reach(old, computed), reach(now, computed)];
  const isOwn = new Set(own.filter(({ kind }) => kind === 'variable').map(({ key }) => key));
  const variables = files.flatMap(({ after }) => after.filter(({ kind }) => kind === 'variable'));
  const awaited = new Set(
    variables.map(({ key }) => key).filter((key) => !isOwn.has(key) && waiting.some((from) => from.has(key))),
  );
  // Also one that holds a literal, or nothing: the compiler waits until it comes to its declaration.
  const mayMove = differences.some(({ key, names }) => {
    if (!waiting.some((from) => from.has(key))) return false;
    return [old, now].some((graph) => [...reach(graph, names)].some((each) => isOwn.has(each)));
  });
  return { awaited, mayMove };
}

type Graph = ReadonlyMap<string, readonly Initialised[]>;

function graphOf(declarations: readonly Initialised[]): Graph {
  const graph = new Map<string, Initialised[]>();
  for (const each of declarations) {
    const same = graph.get(each.key);
    if (same === undefined) graph.set(each.key, [each]);
    else same.push(each);
  }
  return graph;
}

/** The keys that declarations lead to, themselves included. */
function reach(graph: Graph, from: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...from];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (seen.has(key) || !graph.has(key)) continue;
    seen.add(key);
    for (const each of graph.get(key) ?? []) open.push(...each.mentions());
  }
  return seen;
}
