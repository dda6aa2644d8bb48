import { isPredeclaredName, samePath } from '../../../lang/names/names.ts';
import { topLevelNames } from '../../../lang/names/scope.ts';
import { packageClauseName } from '../../../lang/syntax/raw-file.ts';
import { readable } from '../../../lang/syntax/source.ts';
import type { SyntaxTree } from '../../../lang/syntax/syntax.ts';
import { spanAt } from '../../../lang/tree/span.ts';
import { aspectPackageMissing, hookMissing, hookSyntax } from '../../../report/codes/hooks.ts';
import { linkerSymbol } from '../../../rewrite/names/linker-symbol.ts';
import type { PackageSession } from '../../../rewrite/package-session.ts';
import { type ContextMethods, contextMethods } from './context-methods.ts';
import { type ContextUse, contextUse } from './context-use.ts';
import { type DeclaredFunction, entriesOf, type Functions } from './declared-functions.ts';
import type { HooksAdvice } from './hooks-advice.ts';
import { treesOfPackage } from './package-trees.ts';

/** A hook as its package declares it. */
export interface Hook {
  readonly name: string;
  /** What its linker symbol is: a hook may give itself one of another package, with a linkname directive. */
  readonly symbol: string;
  /** Of the woven package itself, which calls it by its name. */
  readonly isLocal: boolean;
  /** Its parameters behind the context. */
  readonly parameters: readonly HookParameter[];
  readonly use: ContextUse;
  /** Of the interface that it takes first. */
  readonly context: ContextMethods;
}

export interface HookParameter {
  /** As written in the hook's file; of `...T` the `T`. */
  readonly type: string;
  readonly variadic: boolean;
  /** An `interface{}`, and no `...interface{}`. */
  readonly takesAnything: boolean;
  /** The type is a predeclared one, and no type of the package with such a name. */
  readonly isPredeclared: boolean;
}

interface HookPackage {
  readonly functions: Functions;
  readonly trees: readonly SyntaxTree[];
  /** All names at its top level. */
  readonly declared: ReadonlySet<string>;
}

const known = new WeakMap<PackageSession, Map<string, HookPackage>>();

/**
 * Reads a hook's declaration from the package that the advice names.
 *
 * @throws GotsError aspect_package_missing, hook_missing, hook_syntax
 */
export function readHook(pkg: PackageSession, advice: HooksAdvice, name: string): Hook {
  const { functions, declared, trees } = hookPackage(pkg, advice);
  const found = functions.get(name) ?? hookMissing(advice.span, { name, path: advice.path }, [...functions.keys()]);
  const [context, ...others] = entriesOf(found);
  if (context === undefined) hookSyntax(spanOf(found), `${name} takes no context as its first parameter`);
  const symbol = linkerSymbol({ path: advice.path, name: packageClauseName(found.tree.source.bytes) }, name);
  return {
    name,
    symbol: pushedSymbol(found, name) ?? symbol,
    isLocal: samePath(advice.path, pkg.request.facts.importPath),
    parameters: others.map(({ type, variadic }) => {
      const isPredeclared = isPredeclaredName(type) && !declared.has(type);
      const isAny = type === 'any' ? isPredeclared : /^interface\s*\{\s*\}$/.test(type);
      return { type, variadic, isPredeclared, takesAnything: isAny && !variadic };
    }),
    use: contextUse(functions, name, 0),
    context: contextMethods(pkg, advice, { type: context.syntax, span: spanOf(found), tree: found.tree, trees }),
  };
}

/** The symbol of a `//go:linkname name symbol` anywhere in the file. */
function pushedSymbol({ tree }: DeclaredFunction, name: string): string | undefined {
  const texts = tree.comments.map(({ start, end }) => readable(tree.source, start, end).trim().split(/\s+/));
  return texts.find(([directive, local]) => directive === '//go:linkname' && local === name)?.[2];
}

function hookPackage(pkg: PackageSession, { path, span }: HooksAdvice): HookPackage {
  const cache = known.get(pkg) ?? new Map<string, HookPackage>();
  known.set(pkg, cache);
  let found = cache.get(path);
  if (found === undefined) {
    const trees = treesOfPackage(pkg, path) ?? aspectPackageMissing(span, path);
    found = { functions: readFunctions(trees), trees, declared: new Set(trees.flatMap(topLevelNames)) };
    cache.set(path, found);
  }
  return found;
}

function readFunctions(trees: readonly SyntaxTree[]): Functions {
  const functions = new Map<string, DeclaredFunction>();
  for (const tree of trees) {
    if (tree.hasErrors)
      hookSyntax(spanAt(tree.source, tree.firstError ?? 0), 'this file of a hook package does not parse');
    for (const node of tree.root.children) {
      const name = node.kind === 'function_declaration' ? node.field('name') : undefined;
      const text = name && readable(tree.source, name.start, name.end);
      if (text !== undefined && !functions.has(text)) functions.set(text, { tree, node });
    }
  }
  return functions;
}

function spanOf({ tree, node }: DeclaredFunction) {
  return spanAt(tree.source, node.start);
}
