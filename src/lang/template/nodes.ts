/** Syntax tree of a template. Offsets are bytes of the source; they are what text/template/parse calls Pos. */
import { fromBytes } from '../text/bytes.ts';
import { quote } from '../text/quote.ts';
import type { NumberLiteral } from './values/numbers.ts';

interface At {
  readonly offset: number;
}

export interface ListNode extends At {
  readonly kind: 'list';
  readonly nodes: readonly Node[];
}

export interface PipeNode extends At {
  readonly kind: 'pipe';
  /** The variables are assigned, not declared. */
  readonly assigns: boolean;
  /** With their `$`. */
  readonly variables: readonly string[];
  readonly commands: readonly CommandNode[];
}

export interface CommandNode extends At {
  readonly kind: 'command';
  /** At least one. */
  readonly args: readonly [OperandNode, ...OperandNode[]];
}

export interface BranchNode extends At {
  readonly kind: 'if' | 'with' | 'range';
  readonly pipe: PipeNode;
  readonly list: ListNode;
  readonly otherwise: ListNode | undefined;
}

interface FieldNode extends At {
  readonly kind: 'field';
  readonly names: readonly string[];
}

interface VariableNode extends At {
  readonly kind: 'variable';
  /** With its `$`. */
  readonly name: string;
  readonly fields: readonly string[];
}

interface ChainNode extends At {
  readonly kind: 'chain';
  readonly head: OperandNode;
  readonly fields: readonly string[];
}

interface IdentifierNode extends At {
  readonly kind: 'identifier';
  readonly name: string;
}

export interface NumberNode extends At {
  readonly kind: 'number';
  readonly text: string;
  readonly literal: NumberLiteral;
}

/** What a command consists of. */
export type OperandNode =
  | FieldNode
  | VariableNode
  | ChainNode
  | IdentifierNode
  | NumberNode
  | PipeNode
  | (At & { readonly kind: 'bool'; readonly value: boolean })
  | (At & { readonly kind: 'string'; readonly quoted: string; readonly bytes: string })
  | (At & { readonly kind: 'dot' })
  | (At & { readonly kind: 'nil' });

export interface TemplateNode extends At {
  readonly kind: 'template';
  readonly name: string;
  readonly pipe: PipeNode | undefined;
}

export type Node =
  | ListNode
  | BranchNode
  | TemplateNode
  | (At & { readonly kind: 'text'; readonly bytes: string })
  | (At & { readonly kind: 'action'; readonly pipe: PipeNode })
  | (At & { readonly kind: 'break' })
  | (At & { readonly kind: 'continue' });

export interface Tree {
  readonly name: string;
  readonly root: ListNode;
}

export type AnyNode = Node | OperandNode | CommandNode;

/** The node as messages show it, between `<` and `>`. */
export function nodeText(node: AnyNode): string {
  switch (node.kind) {
    case 'text':
      return node.bytes;
    case 'list':
      return node.nodes.map(nodeText).join('');
    case 'action':
      return `{{${nodeText(node.pipe)}}}`;
    case 'pipe': {
      const commands = node.commands.map(nodeText).join(' | ');
      return node.variables.length === 0
        ? commands
        : `${node.variables.join(', ')} ${node.assigns ? '=' : ':='} ${commands}`;
    }
    case 'command':
      return node.args.map(inParens).join(' ');
    case 'if':
    case 'with':
    case 'range': {
      const otherwise = node.otherwise ? `{{else}}${nodeText(node.otherwise)}` : '';
      return `{{${node.kind} ${nodeText(node.pipe)}}}${nodeText(node.list)}${otherwise}{{end}}`;
    }
    case 'template':
      return `{{template ${quote(node.name)}${node.pipe ? ` ${nodeText(node.pipe)}` : ''}}}`;
    case 'break':
    case 'continue':
      return `{{${node.kind}}}`;
    case 'field':
    case 'variable':
    case 'chain':
    case 'identifier':
    case 'number':
    case 'bool':
    case 'string':
    case 'dot':
    case 'nil':
      return operandText(node);
  }
}

function operandText(node: Exclude<OperandNode, PipeNode>): string {
  switch (node.kind) {
    case 'field':
      return node.names.map((name) => `.${name}`).join('');
    case 'variable':
      return [node.name, ...node.fields].join('.');
    case 'chain':
      return [inParens(node.head), ...node.fields].join('.');
    case 'identifier':
      return node.name;
    case 'number':
      return node.text;
    case 'string':
      return node.quoted;
    case 'bool':
      return String(node.value);
    case 'dot':
      return '.';
    case 'nil':
      return 'nil';
  }
}

const inParens = (node: OperandNode): string => (node.kind === 'pipe' ? `(${nodeText(node)})` : nodeText(node));

/** unicode.IsSpace; JavaScript's own idea of white space has U+FEFF and lacks U+0085. */
const unicodeSpace = /^[\t-\r\u0085\u2028\u2029\p{Zs}]*$/u;

/** Nothing but white space: such a definition does not replace another. */
export function isEmptyTree(node: Node): boolean {
  if (node.kind === 'list') return node.nodes.every(isEmptyTree);
  return node.kind === 'text' && unicodeSpace.test(fromBytes(node.bytes));
}
