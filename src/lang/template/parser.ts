/** Template source to trees: bodies, control actions, definitions. What stands inside an action: parse-pipeline.ts. */

import { quote, unquote } from '../text/quote.ts';
import { builtinNames } from './builtin-names.ts';
import { makeLexer } from './lexer-state.ts';
import { type BranchNode, isEmptyTree, type ListNode, type Node, type PipeNode, type Tree } from './nodes.ts';
import { pipeline } from './parse-pipeline.ts';
import {
  back,
  expect,
  failParse,
  makeParser,
  next,
  nextNonSpace,
  type Parser,
  peek,
  peekNonSpace,
  peeksKeyword,
  unexpected,
} from './parse-state.ts';
import { isKeyword, type TemplateToken } from './template-tokens.ts';

/** What ends a list; not part of the tree. */
type Ending = { readonly kind: 'end' } | { readonly kind: 'else'; readonly offset: number };

/** Go has no such limit; without one, a JavaScript stack has an end. */
const maxBranches = 500;

/**
 * Parses a template and the templates it defines.
 *
 * @param source UTF-8, one character per byte
 * @param functions names of functions besides the built-in ones
 * @throws TemplateSyntaxError
 */
export function parse(name: string, source: string, functions: readonly string[]): ReadonlyMap<string, Tree> {
  const known = new Set([...builtinNames, ...functions]);
  const isFunction = (word: string): boolean => known.has(word);
  const trees = new Map<string, Tree>();
  const parser = makeParser({ lexer: makeLexer(source, isFunction), parseName: name, isFunction, trees });
  const nodes: Node[] = [];
  const { offset } = peek(parser);
  while (peek(parser).kind !== 'eof') {
    if (skipDefinition(parser)) continue;
    const item = textOrAction(parser);
    if (item.kind === 'end' || item.kind === 'else') failParse(parser, `unexpected {{${item.kind}}}`);
    nodes.push(item);
  }
  add(parser, { name, root: { kind: 'list', offset, nodes } });
  return trees;
}

/** Parses `{{define "name"}} … {{end}}` where one begins. */
function skipDefinition(parser: Parser): boolean {
  if (peek(parser).kind !== 'left-delimiter') return false;
  const delimiter = next(parser);
  const word = nextNonSpace(parser);
  if (isKeyword(word, 'define')) {
    const inner = makeParser(parser);
    const context = 'define clause';
    const name = unquoted(inner, expect(inner, ['string', 'raw-string'], context));
    expect(inner, ['right-delimiter'], context);
    add(inner, { name, root: bodyToEnd(inner, inner, context) });
    return true;
  }
  back(parser, delimiter, word);
  return false;
}

/** A list that only `{{end}}` may close; a wrong ending is reported by the parser `reporter`. */
function bodyToEnd(parser: Parser, reporter: Parser, context: string): ListNode {
  const [list, ending] = itemList(parser);
  if (ending.kind !== 'end') failParse(reporter, `unexpected {{else}} in ${context}`);
  return list;
}

function add(parser: Parser, tree: Tree): void {
  const before = parser.trees.get(tree.name);
  if (before === undefined || isEmptyTree(before.root)) parser.trees.set(tree.name, tree);
  else if (!isEmptyTree(tree.root)) failParse(parser, `template: multiple definition of template ${quote(tree.name)}`);
}

function unquoted(parser: Parser, token: TemplateToken): string {
  return unquote(token.text) ?? failParse(parser, 'invalid syntax');
}

function itemList(parser: Parser): readonly [ListNode, Ending] {
  const { offset } = peekNonSpace(parser);
  const nodes: Node[] = [];
  while (peekNonSpace(parser).kind !== 'eof') {
    const item = textOrAction(parser);
    if (item.kind === 'end' || item.kind === 'else') return [{ kind: 'list', offset, nodes }, item];
    nodes.push(item);
  }
  return failParse(parser, 'unexpected EOF');
}

function textOrAction(parser: Parser): Node | Ending {
  const token = nextNonSpace(parser);
  if (token.kind === 'text') return { kind: 'text', offset: token.offset, bytes: token.text };
  if (token.kind !== 'left-delimiter') return unexpected(parser, token, 'input');
  parser.actionLine = token.line;
  const node = action(parser);
  parser.actionLine = 0;
  return node;
}

function action(parser: Parser): Node | Ending {
  const token = nextNonSpace(parser);
  if (token.kind === 'keyword') {
    switch (token.text) {
      case 'block':
        return block(parser);
      case 'break':
      case 'continue':
        return leaveLoop(parser, token.text, token.offset);
      case 'else':
        return elseAction(parser);
      case 'end':
        expect(parser, ['right-delimiter'], 'end');
        return { kind: 'end' };
      case 'if':
      case 'range':
      case 'with':
        return branch(parser, token.text);
      case 'template':
        return template(parser);
    }
  }
  back(parser, token);
  // Variables declared here live until the enclosing control action ends.
  return { kind: 'action', offset: token.offset, pipe: pipeline(parser, 'command', 'right-delimiter') };
}

function leaveLoop(parser: Parser, kind: 'break' | 'continue', offset: number): Node {
  const token = nextNonSpace(parser);
  if (token.kind !== 'right-delimiter') unexpected(parser, token, `{{${kind}}}`);
  if (parser.rangeDepth === 0) failParse(parser, `{{${kind}}} outside {{range}}`);
  return { kind, offset };
}

/** `{{else if` and `{{else with` leave the `if` or `with` to be read by the branch they continue. */
function elseAction(parser: Parser): Ending {
  const ahead = peekNonSpace(parser);
  if (isKeyword(ahead, 'if') || isKeyword(ahead, 'with')) return { kind: 'else', offset: ahead.offset };
  return { kind: 'else', offset: expect(parser, ['right-delimiter'], 'else').offset };
}

function branch(parser: Parser, kind: BranchNode['kind']): BranchNode {
  const scope = parser.variables.length;
  if (parser.branchDepth === maxBranches) failParse(parser, 'max nesting depth exceeded');
  parser.branchDepth++;
  const pipe = pipeline(parser, kind, 'right-delimiter');
  if (kind === 'range') parser.rangeDepth++;
  const [list, ending] = itemList(parser);
  if (kind === 'range') parser.rangeDepth--;
  const otherwise = ending.kind === 'else' ? elseList(parser, kind, ending.offset) : undefined;
  parser.variables.length = scope;
  parser.branchDepth--;
  return { kind, offset: pipe.offset, pipe, list, otherwise };
}

function elseList(parser: Parser, kind: BranchNode['kind'], offset: number): ListNode {
  if (kind !== 'range' && peeksKeyword(parser, kind)) {
    next(parser);
    return { kind: 'list', offset, nodes: [branch(parser, kind)] };
  }
  const [list, ending] = itemList(parser);
  if (ending.kind !== 'end') failParse(parser, 'expected end; found {{else}}');
  return list;
}

function templateName(parser: Parser, token: TemplateToken, context: string): string {
  if (token.kind !== 'string' && token.kind !== 'raw-string') unexpected(parser, token, context);
  return unquoted(parser, token);
}

/** `{{block "name" pipeline}} … {{end}}`: a definition and a call of it. */
function block(parser: Parser): Node {
  const context = 'block clause';
  const token = nextNonSpace(parser);
  const name = templateName(parser, token, context);
  const pipe = pipeline(parser, context, 'right-delimiter');
  const inner = makeParser(parser);
  add(inner, { name, root: bodyToEnd(inner, parser, context) });
  return { kind: 'template', offset: token.offset, name, pipe };
}

function template(parser: Parser): Node {
  const context = 'template clause';
  const token = nextNonSpace(parser);
  const name = templateName(parser, token, context);
  const ahead = nextNonSpace(parser);
  let pipe: PipeNode | undefined;
  if (ahead.kind !== 'right-delimiter') {
    back(parser, ahead);
    pipe = pipeline(parser, context, 'right-delimiter');
  }
  return { kind: 'template', offset: token.offset, name, pipe };
}
