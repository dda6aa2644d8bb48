import type { Span } from '../../report/diagnostic.ts';
import type { Comment, SyntaxNode, SyntaxTree } from '../syntax/syntax.ts';
import type { CodeTemplate } from '../template/code-template.ts';
import type { GoKind } from './go-kind.ts';

/** A text with its tree: a file of the package, or what one template rendered. */
export interface Unit {
  readonly tree: SyntaxTree;
  /** Undefined for a file of the package. */
  readonly rendered: RenderedText | undefined;
  readonly changes: Changes;
  /** One object per node and kind, so that nodes can be compared and used as keys. */
  readonly nodes: Map<SyntaxNode, GoNode[]>;
}

export interface Segment {
  readonly start: number;
  readonly offset: number;
  readonly literal: boolean;
  /** An action printed it. */
  readonly printed: boolean;
}

/** What a rendered unit knows of its making. */
export interface RenderedText {
  readonly template: CodeTemplate;
  /** Rendered text from `start` on comes from `offset` in the template's source; `literal` text runs on in step with it. */
  readonly segments: readonly Segment[];
  /** Placeholder → the node that the template printed there. */
  readonly holes: Map<SyntaxNode, GoNode>;
  /** Those placeholders that stand for a copy: the node itself stays where it is. */
  readonly copies: ReadonlySet<SyntaxNode>;
  /** Where the unit hangs: ancestors of its root are the ancestors of this node, itself included. */
  readonly host: GoNode | undefined;
}

/**
 * A node as Go's own tools see it: tree-sitter's node and the kind that go/ast gives it. A few nodes of go/ast have no
 * node of their own in tree-sitter's tree (a declaration statement and its declaration, the field list of a single
 * result); they share one syntax node and differ in kind.
 */
export interface GoNode {
  readonly unit: Unit;
  readonly syntax: SyntaxNode;
  readonly kind: GoKind;
}

/**
 * What advice has done to a unit so far. Matching and templates read the tree through it, so that later aspects see
 * what earlier ones did; in the end it becomes edits.
 */
export interface Changes {
  /** Node → what stands in its place. */
  readonly slots: Map<SyntaxNode, GoNode>;
  /** Block → statements put at its top, in the order they were put there: the last stands first. */
  readonly prepended: Map<SyntaxNode, Prepended[]>;
  /** Statement → statements put beside it. */
  readonly beside: Map<SyntaxNode, Beside[]>;
  /** Body of a composite literal → elements put at its beginning. */
  readonly addedElements: Map<SyntaxNode, AddedElement[]>;
  /** Block → statements that follow those, the first put there first. */
  readonly jumps: Map<SyntaxNode, Jump[]>;
  /** Call → arguments added at its end. */
  readonly appendedArgs: Map<SyntaxNode, GoNode[]>;
  /** Call `f(g())` of several values → the function that takes those, and gives one that takes what was added. */
  readonly curried: Map<SyntaxNode, Curried>;
  /** `go` or `defer` of a call that was wrapped → how what it is wrapped in is run together with it, later. */
  readonly late: Map<SyntaxNode, Late>;
  /** Call with `...` → how its last argument is wrapped, the innermost first. */
  readonly spreads: Map<SyntaxNode, Spread[]>;
  /** Value specification → the values it has now, one for each name. */
  readonly values: Map<SyntaxNode, readonly GoNode[]>;
  /** Struct type → fields added at its end. */
  readonly addedFields: Map<SyntaxNode, AddedField[]>;
  /** Node → text that replaces it: names of imports. */
  readonly texts: Map<SyntaxNode, string>;
  /** Directive → what it says now. */
  readonly directives: Map<Comment, string>;
  /** Nodes that are left out: type arguments of a callee that was replaced. */
  readonly dropped: Set<SyntaxNode>;
  /** Function → its parameters and results with the names they have now. */
  readonly signatures: Map<SyntaxNode, Signature>;
}

export interface Prepended {
  readonly unit: Unit;
  /** Not in a block of its own. */
  readonly open: boolean;
}

export interface Beside {
  readonly unit: Unit;
  readonly placement: 'before' | 'after';
}

export interface AddedElement {
  readonly name: string;
  readonly value: GoNode;
}

export interface Jump {
  /** What it does; the same is not done twice. */
  readonly key: string;
  /** Statements without newlines, the last one closed. */
  readonly text: string;
  readonly span: Span;
}

export interface Curried {
  readonly name: string;
  readonly span: Span;
}

export interface Late {
  /**
   * What is evaluated at once: the function and its arguments, of which the helper makes a function for the variable, or the
   * arguments alone. Undefined where the call stands in the wrapping as it is.
   */
  readonly bound:
    | { readonly variable: string; readonly helper: string }
    | { readonly variables: readonly string[]; readonly values: readonly SyntaxNode[] }
    | undefined;
  /** The call, as it is wrapped now. */
  readonly call: SyntaxNode;
  readonly span: Span;
}

export interface Spread {
  /** Element type as Go text, with its package already named as the file names it. */
  readonly type: string;
  /** Function that appends to a copy; undefined where a literal may append in place. */
  readonly append: string | undefined;
  readonly span: Span;
  readonly values: readonly GoNode[];
}

export interface AddedField {
  readonly span: Span;
  readonly name: string;
  readonly type: string;
}

/** A function's receiver, parameters and results, with the names that they have by now. */
export interface Signature {
  readonly receiver: FieldGroups | undefined;
  readonly parameters: FieldGroups;
  readonly results: FieldGroups;
}

export interface FieldGroups {
  readonly unit: Unit;
  /** The parameter list or the single result type; undefined for no results. */
  readonly syntax: SyntaxNode | undefined;
  readonly fields: readonly FieldGroup[];
  /** Set when advice has given names. */
  changed: boolean;
}

/** `a, b int` is one group of two names; an unnamed parameter is a group without names. */
export interface FieldGroup {
  readonly syntax: SyntaxNode;
  readonly type: SyntaxNode;
  readonly variadic: boolean;
  readonly written: readonly SyntaxNode[];
  /** As written, or as given by advice. */
  names: string[];
}
