/**
 * What a plug-in is: an ES module named under `extends:` in gots.yml that exports `plugin`. Types only, but for
 * {@link definePlugin}, which gives an editor the types.
 */

/** A plug-in. Everything it does must follow from what it is given: results are kept under the hash of its modules. */
export interface Plugin {
  /** Names the aspects in reports and for `disable:`. */
  readonly id: string;
  /** Where it is asked: a join point as in gots.yml, written as an object. */
  readonly select: Readonly<Record<string, unknown>>;
  /** Import paths of all packages that what it writes may import or link. */
  readonly packages?: readonly string[] | undefined;
  /** Called for each node that `select` matches, children before parents. Changes nothing unless it says so to `edit`. */
  readonly rewrite?: ((match: PluginMatch) => void) | undefined;
  /** Files to add to a package. `select` then may speak of packages only. */
  readonly extraFiles?: ((pkg: PluginPackage) => readonly PluginFile[]) | undefined;
  /** A text to compile in place of one of a package's files; undefined leaves it. `select` then may speak of packages only. */
  readonly replaceSource?: ((pkg: PluginPackage, file: PluginFile) => string | undefined) | undefined;
}

export interface PluginMatch {
  /** The node that matched, as it is by now. */
  readonly node: PluginNode;
  readonly edit: PluginEditor;
  readonly go: GoCode;
  readonly pkg: PluginPackage;
}

/** Only what the key of a package's compilation covers: the same for every program that it is built into. */
export interface PluginPackage {
  readonly importPath: string;
  /** Name in the package clause. */
  readonly name: string;
  /** Paths that the package imports. */
  readonly imports: readonly string[];
  readonly testMain: boolean;
  readonly goVersion: string | undefined;
}

export interface PluginFile {
  /** Base name. */
  readonly name: string;
  readonly text: string;
}

/** A node of Go's syntax, with the kinds and fields of go/ast. The same node is the same object within one match. */
export interface PluginNode {
  /** `CallExpr`, `FuncDecl`, … */
  readonly kind: string;
  /** As written. */
  readonly text: string;
  /** Lines and columns count from 1, columns in bytes. */
  readonly position: { readonly file: string; readonly line: number; readonly column: number };
  readonly parent: PluginNode | undefined;
  /** Path and name of what an identifier or `pkg.Name` stands for; without a path for names of this package and locals. */
  readonly symbol: { readonly path: string | undefined; readonly name: string } | undefined;
  /** A field as in go/ast: `Fun` and `Args` of a CallExpr. Undefined where the node has no such field, or nothing in it. */
  field(name: string): PluginNode | readonly PluginNode[] | string | boolean | undefined;
}

/** A piece of Go. It can be put into a file or into another piece, and nothing else. */
export interface Code {
  readonly kind: 'code';
}

/** What may stand in `${…}` of a piece of Go. Texts become string literals, numbers number literals, null `nil`. */
export type CodePart = Code | PluginNode | string | number | bigint | boolean | null | readonly CodePart[];

/** Makes pieces of Go: go`f(${node}, ${'text'})`. Nodes are moved there, once; lists get commas between them. */
export interface GoCode {
  (texts: TemplateStringsArray, ...parts: readonly CodePart[]): Code;
  /** An identifier. */
  ident(name: string): Code;
  /** A name of another package, one of the plug-in's `packages`; how the file calls that package is seen to. */
  import(path: string, name: string): Code;
}

export interface PluginEditor {
  /** Puts one expression in the place of another: of the node that matched, or of one inside it. */
  replace(node: PluginNode, code: Code): void;
  /** Puts statements at the top of a block, in a block of their own. */
  prepend(block: PluginNode, code: Code): void;
  /** Adds declarations at the end of the file. */
  declare(code: Code): void;
  /** Imports one of the plug-in's `packages` without using it. */
  addImport(path: string): void;
}

/** Gives authors the types of a plug-in; returns it as it is. */
export function definePlugin(plugin: Plugin): Plugin {
  return plugin;
}
