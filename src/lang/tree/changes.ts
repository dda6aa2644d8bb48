import type { Span } from '../../report/diagnostic.ts';
import type { Comment, SyntaxNode } from '../syntax/syntax.ts';
import type { GoNode, Unit } from './go-node.ts';
import type { Signature } from './signature.ts';

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

export function noChanges(): Changes {
  return {
    slots: new Map(),
    prepended: new Map(),
    beside: new Map(),
    addedElements: new Map(),
    jumps: new Map(),
    appendedArgs: new Map(),
    curried: new Map(),
    late: new Map(),
    spreads: new Map(),
    values: new Map(),
    addedFields: new Map(),
    texts: new Map(),
    directives: new Map(),
    dropped: new Set(),
    signatures: new Map(),
  };
}
