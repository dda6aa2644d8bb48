import type { ReadContext } from '../aspects/schema.ts';
import type { Word } from '../aspects/shape.ts';
import type { YamlEntry } from '../aspects/yaml-node.ts';
import type { CodeTemplate } from '../lang/template/code-template.ts';
import type { GoKind, Kinds } from '../lang/tree/go-kind.ts';
import type { GoNode } from '../lang/tree/unit.ts';
import type { Span } from '../report/diagnostic.ts';
import type { Site } from '../rewrite/file-session.ts';
import type { PackageSession } from '../rewrite/package-session.ts';

/** What advice of every kind has. The rest of its value is its own, and plain JSON: a build plan carries it. */
export interface AnyAdvice {
  /** The key of its kind in the Record of `advice.ts`. */
  readonly kind: string;
  /** Where an aspect file says it. */
  readonly span: Span;
}

/**
 * All that gots knows of one kind of advice. Each file or folder in `advice/` exports one; everything else loops over the
 * Record in `advice.ts`. Members that every kind must decide are required, also where the answer is "none": a forgotten
 * answer would be a stale cache or an unreported error.
 */
export interface AdviceKind<A extends AnyAdvice> {
  /**
   * The keys under which aspect files write it, with their place in the JSON schema and the reference; as a rule one, of the
   * same name. None for advice that no file can write.
   */
  readonly words: Readonly<Record<string, AdviceWord<A>>>;

  /** Every template that it renders. Their imports, `lang` and the interfaces they ask about are found through these. */
  readonly templates: (advice: A) => readonly CodeTemplate[];

  /**
   * Import paths of the packages that it brings into the program, beyond those that its templates import. An empty path
   * and `unsafe` may be among them.
   */
  readonly injects: (advice: A) => readonly string[];

  /** Packages whose source files it reads: their content decides what is woven, so it is in the key. */
  readonly reads: (advice: A) => readonly SourceRead[];

  /** How it changes one matched node; undefined for advice that changes packages only. */
  readonly onNode: NodeAdvice<A> | undefined;

  /** How it changes a package before any node is looked at; undefined for advice that changes nodes only. */
  readonly onPackage: PackageAdvice<A> | undefined;

  /** Its rank among the advice of one node. Without it: order 0 of the default namespace. */
  readonly rank?: (advice: A) => Rank;

  /** Functions that the join point does not name are passed over where they have no body. */
  readonly needsBody?: true;

  /** The advice where its join point names the variables or constants that it matches: restricted to these names. */
  readonly forNames?: (advice: A, names: readonly string[]) => A;

  /** The template that gives a matched variable or constant its value, for `gots lint`. */
  readonly valueTemplate?: (advice: A) => CodeTemplate;

  /** One thing that the user wrote may be several aspects of one id, which `gots lint` then does not report. */
  readonly sharesId?: true;
}

/** One key of YAML that reads to the kind: what its value looks like, what it means, and how it is read. */
export interface AdviceWord<A> extends Word {
  /**
   * Reads the advice from `key: value`.
   *
   * @throws GotsError the `aspect_…` codes, each with the position of what is wrong
   */
  readonly read: (entry: YamlEntry, ctx: ReadContext) => A;
}

/** Files of a package that are read: all of its Go files, or one that becomes part of the woven package. */
export interface SourceRead {
  readonly path: string;
  /** Base name of the one file; what it imports, the woven package imports. */
  readonly file?: string | undefined;
}

/** Where advice stands among the advice of one node: by namespace, then by order, then as defined. */
export interface Rank {
  /** Undefined or empty is the default namespace, which sorts after every other. */
  readonly namespace?: string | undefined;
  readonly order: number;
}

/** How one kind of advice changes a matched node. */
export interface NodeAdvice<A> {
  /** The nodes that it can be applied to; undefined for all. */
  readonly fits: NodeFit | undefined;

  /**
   * Changes the node, or what the session collects for the file and the package.
   *
   * @throws GotsError advice_…, template_… and weave_…
   */
  readonly apply: (advice: A, site: Site) => void;

  /**
   * Whether the advice, put on this node, may make valid what is an error in the file as it is written. In doubt true: it
   * costs a compilation of the original.
   *
   * @param slot the node as it stands in the file
   */
  readonly mayHideErrors: (advice: A, slot: GoNode) => boolean;

  /** Whether it may change the order in which the package's variables are initialised. In doubt true. */
  readonly mayMoveOrder: boolean;

  /** A second application in the same file changes nothing. */
  readonly oncePerFile: boolean;

  /** The kinds of node that the dot of a template of the advice can be, for `gots lint`. Without it: those that the join point matches. */
  readonly dotKinds?: (matched: Kinds, advice: A, template: CodeTemplate) => Kinds;
}

/** The nodes that advice can be applied to, for `gots lint`. */
export interface NodeFit {
  readonly accepts: (kind: GoKind) => boolean;
  /** What it accepts, for a message: `a call`. */
  readonly wanted: string;
  /** What to do about it. */
  readonly hint: string;
}

/** How one kind of advice changes a package as a whole. */
export interface PackageAdvice<A> {
  /**
   * `always`: this advice never changes a node. `if-whole`: a package where the join point matches every node, and all
   * advice of the aspect is such, is changed as a whole; otherwise nodes are matched. `never`: this advice changes nodes.
   */
  readonly when: (advice: A) => 'always' | 'if-whole' | 'never';

  /**
   * Adds files to the package or replaces its own.
   *
   * @returns whether the advice did something
   */
  readonly apply: (advice: A, pkg: PackageSession, aspect: WholeAspect) => boolean;
}

/** The aspect whose advice is applied to a package. */
export interface WholeAspect {
  readonly id: string;
  readonly span: Span;
  /** The join point matches every node of the package. */
  readonly matchesAll: boolean;
}
