/** The inside of actions: pipelines, commands, operands. */

import { quote, unquote } from '../text/quote.ts';
import type { CommandNode, OperandNode, PipeNode } from './nodes.ts';
import { nodeText } from './nodes.ts';
import { back, failParse, next, nextNonSpace, type Parser, peek, peekNonSpace, unexpected } from './parse-state.ts';
import type { TemplateToken, TokenKind } from './template-tokens.ts';
import { parseChar, parseComplex, parseNumber } from './values/numbers.ts';

/** Go takes 10000, 1000 where stacks are small. */
const maxParens = 500;

/** Reads `declarations? command ('|' command)*` up to and with `end`. */
export function pipeline(parser: Parser, context: string, end: 'right-delimiter' | 'right-paren'): PipeNode {
  const { offset } = peekNonSpace(parser);
  const { variables, assigns } = declarations(parser, context);
  const commands: CommandNode[] = [];
  for (;;) {
    const token = nextNonSpace(parser);
    if (token.kind === end) break;
    if (!startsOperand(token)) unexpected(parser, token, context);
    back(parser, token);
    commands.push(command(parser));
  }
  if (commands.length === 0) failParse(parser, `missing value for ${context}`);
  commands.slice(1).forEach(({ args: [first] }, i) => {
    if (constants.has(first.kind)) failParse(parser, `non executable command in pipeline stage ${i + 2}`);
  });
  return { kind: 'pipe', offset, assigns, variables, commands };
}

const constants: ReadonlySet<string> = new Set(['bool', 'dot', 'nil', 'number', 'string']);
const operandKinds: ReadonlySet<TokenKind> = new Set<TokenKind>([
  'bool',
  'char-constant',
  'complex',
  'field',
  'identifier',
  'number',
  'raw-string',
  'string',
  'variable',
  'left-paren',
]);

const isWordOperand = (token: TemplateToken): boolean =>
  token.kind === 'keyword' && (token.text === '.' || token.text === 'nil');
const startsOperand = (token: TemplateToken): boolean => operandKinds.has(token.kind) || isWordOperand(token);

/** `$x :=`, `$x =`, and in a range `$i, $x :=`; nothing where the variable is an operand. */
function declarations(parser: Parser, context: string): { readonly variables: string[]; readonly assigns: boolean } {
  const variables: string[] = [];
  let assigns = false;
  for (;;) {
    const variable = peekNonSpace(parser);
    if (variable.kind !== 'variable') break;
    next(parser);
    // The space after the variable separates it from the next argument, if it turns out to be an argument itself.
    const after = peek(parser);
    const sign = peekNonSpace(parser);
    if (sign.kind === 'assign' || sign.kind === 'declare') {
      nextNonSpace(parser);
      assigns = sign.kind === 'assign';
      declare(parser, variables, variable);
      break;
    }
    if (sign.kind !== 'char' || sign.text !== ',') {
      if (after.kind === 'space') back(parser, variable, after);
      else back(parser, variable);
      break;
    }
    nextNonSpace(parser);
    declare(parser, variables, variable);
    if (context !== 'range' || variables.length >= 2) failParse(parser, `too many declarations in ${context}`);
    const second = peekNonSpace(parser).kind;
    if (second !== 'variable' && second !== 'right-delimiter' && second !== 'right-paren') {
      failParse(parser, 'range can only initialize variables');
    }
  }
  return { variables, assigns };
}

function declare(parser: Parser, variables: string[], token: TemplateToken): void {
  variables.push(token.text);
  parser.variables.push(token.text);
}

/** Operands separated by space. Takes the `|` that ends the command, but no closing delimiter. */
function command(parser: Parser): CommandNode {
  const { offset } = peekNonSpace(parser);
  const args: OperandNode[] = [];
  for (;;) {
    peekNonSpace(parser);
    const arg = operand(parser);
    if (arg) args.push(arg);
    const token = next(parser);
    if (token.kind === 'space') continue;
    if (token.kind === 'right-delimiter' || token.kind === 'right-paren') back(parser, token);
    else if (token.kind !== 'pipe') unexpected(parser, token, 'operand');
    break;
  }
  const [first, ...others] = args;
  if (first === undefined) failParse(parser, 'empty command');
  return { kind: 'command', offset, args: [first, ...others] };
}

/** A term and the fields that follow it without space; undefined where no operand begins. */
function operand(parser: Parser): OperandNode | undefined {
  const head = term(parser);
  if (head === undefined || peek(parser).kind !== 'field') return head;
  const { offset } = peek(parser);
  const fields: string[] = [];
  while (peek(parser).kind === 'field') fields.push(next(parser).text.slice(1));
  switch (head.kind) {
    case 'field':
      return { kind: 'field', offset, names: [...head.names, ...fields] };
    case 'variable':
      return { ...head, offset, fields: [...head.fields, ...fields] };
    case 'bool':
    case 'string':
    case 'number':
    case 'nil':
    case 'dot':
      return failParse(parser, `unexpected . after term ${quote(nodeText(head))}`);
    case 'chain':
    case 'identifier':
    case 'pipe':
      return { kind: 'chain', offset, head, fields };
  }
}

function term(parser: Parser): OperandNode | undefined {
  const token = nextNonSpace(parser);
  const { kind, offset, text } = token;
  switch (kind) {
    case 'identifier':
      if (!parser.isFunction(text)) failParse(parser, `function ${quote(text)} not defined`);
      return { kind, offset, name: text };
    case 'variable':
      if (!parser.variables.includes(text)) failParse(parser, `undefined variable ${quote(text)}`);
      return { kind, offset, name: text, fields: [] };
    case 'field':
      return { kind, offset, names: [text.slice(1)] };
    case 'bool':
      return { kind, offset, value: text === 'true' };
    case 'char-constant':
    case 'complex':
    case 'number':
      return number(parser, token);
    case 'left-paren':
      return parenthesized(parser);
    case 'string':
    case 'raw-string': {
      const bytes = unquote(text) ?? failParse(parser, 'invalid syntax');
      return { kind: 'string', offset, quoted: text, bytes };
    }
  }
  if (isWordOperand(token)) return { kind: text === '.' ? 'dot' : 'nil', offset };
  back(parser, token);
  return undefined;
}

function number(parser: Parser, { kind, offset, text }: TemplateToken): OperandNode {
  const read = kind === 'char-constant' ? parseChar : kind === 'complex' ? parseComplex : parseNumber;
  const literal = read(text);
  if ('error' in literal) failParse(parser, literal.error);
  return { kind: 'number', offset, text, literal };
}

function parenthesized(parser: Parser): OperandNode {
  if (parser.parenDepth >= maxParens) failParse(parser, 'max expression depth exceeded');
  parser.parenDepth++;
  const pipe = pipeline(parser, 'parenthesized pipeline', 'right-paren');
  parser.parenDepth--;
  return pipe;
}
