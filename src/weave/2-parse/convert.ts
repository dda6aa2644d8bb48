import type { Comment, FieldName, NodeKind, SyntaxNode } from '../../lang/syntax/syntax.ts';

/** What a conversion needs to know of the grammar, indexed by tree-sitter's numeric ids. */
export interface KindTable {
  readonly names: readonly string[];
  readonly fieldNames: readonly (string | undefined)[];
  /** What becomes a node: named kinds except comments and the insides of strings. */
  readonly roles: readonly Role[];
  /** Kinds to list in {@link Converted.suspects}. */
  readonly suspects: readonly boolean[];
}

/** `leaf`: has no children worth visiting; `operators`: its anonymous child is its operator. */
export type Role = 'skip' | 'comment' | 'leaf' | 'inner' | 'operators';

/** A cursor over a tree-sitter tree; methods move it or read the node it is on. */
export interface Cursor {
  readonly kind: () => number;
  readonly fieldId: () => number;
  readonly start: () => number;
  readonly end: () => number;
  readonly isMissing: () => boolean;
  readonly firstChild: () => boolean;
  readonly nextSibling: () => boolean;
  readonly toParent: () => boolean;
}

export interface Converted {
  readonly root: TreeNode;
  readonly suspects: readonly TreeNode[];
  readonly comments: readonly Comment[];
  /** Offset of the first ERROR or MISSING node. */
  readonly firstError: number | undefined;
}

/** Walks the whole tree once, from the cursor's node, and returns it as plain objects; see `syntax.ts` for what is kept. */
export function convert(cursor: Cursor, table: KindTable): Converted {
  const comments: Comment[] = [];
  const suspects: TreeNode[] = [];
  let firstError: number | undefined;
  let parent = node(cursor, table, undefined);
  let operators = false;
  const root = parent;
  let more = cursor.firstChild();
  while (more) {
    const id = cursor.kind();
    // ERROR has an id beyond the table.
    const role = table.roles[id] ?? 'inner';
    if (firstError === undefined && (id >= table.roles.length || isMissing(cursor))) firstError = cursor.start();
    if (role === 'inner' || role === 'operators') {
      const made = node(cursor, table, parent);
      if (table.suspects[id]) suspects.push(made);
      if (cursor.firstChild()) {
        parent = made;
        operators = role === 'operators';
        continue;
      }
    } else if (role === 'leaf') {
      node(cursor, table, parent);
    } else if (role === 'comment') {
      comments.push({ start: cursor.start(), end: cursor.end() });
    } else if (operators) {
      parent.children.push(new TreeNode('operator', cursor.start(), cursor.end(), 'operator', parent));
    }
    more = cursor.nextSibling();
    while (!more && parent.parent !== undefined) {
      cursor.toParent();
      parent = parent.parent;
      operators = withOperators.has(parent.kind);
      more = cursor.nextSibling();
    }
  }
  return { root, comments, suspects, firstError };
}

function isMissing(cursor: Cursor): boolean {
  return cursor.start() === cursor.end() && cursor.isMissing();
}

const withOperators: ReadonlySet<string> = new Set(['binary_expression', 'unary_expression', 'assignment_statement']);

/** Kinds whose operator is kept as a child. */
export function keepsOperator(kind: string): boolean {
  return withOperators.has(kind);
}

function node(cursor: Cursor, table: KindTable, parent: TreeNode | undefined): TreeNode {
  const made = new TreeNode(
    (table.names[cursor.kind()] ?? 'ERROR') as NodeKind,
    cursor.start(),
    cursor.end(),
    table.fieldNames[cursor.fieldId()] as FieldName | undefined,
    parent,
  );
  parent?.children.push(made);
  return made;
}

/** A class, not a literal, only because hundreds of thousands are made: one hidden class, methods on the prototype. */
export class TreeNode implements SyntaxNode {
  kind: NodeKind;
  readonly start: number;
  end: number;
  fieldName: FieldName | undefined;
  parent: TreeNode | undefined;
  /** Undefined while they are not known. */
  protected held: TreeNode[] | undefined;

  constructor(
    kind: NodeKind,
    start: number,
    end: number,
    fieldName: FieldName | undefined,
    parent: TreeNode | undefined,
    children: TreeNode[] = [],
  ) {
    this.held = children;
    this.kind = kind;
    this.start = start;
    this.end = end;
    this.fieldName = fieldName;
    this.parent = parent;
  }

  get children(): TreeNode[] {
    return this.held ?? this.read();
  }

  get isUnread(): boolean {
    return this.held === undefined;
  }

  protected read(): TreeNode[] {
    throw new Error(`${this.kind} has no children, and no text to read them from`);
  }

  /** Takes a node, from another parent perhaps, as its last child. */
  adopt(child: TreeNode): void {
    child.parent = this;
    this.children.push(child);
  }

  field(name: FieldName): TreeNode | undefined {
    for (const child of this.children) if (child.fieldName === name) return child;
    return undefined;
  }

  fields(name: FieldName): TreeNode[] {
    return this.children.filter((child) => child.fieldName === name);
  }
}
