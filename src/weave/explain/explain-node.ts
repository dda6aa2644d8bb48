import type { FunctionOption, JoinPoint, PointOf } from '../../aspects/ir.ts';
import type { MatchContext } from '../../lang/names/context.ts';
import { leadingComments } from '../../lang/tree/comments.ts';
import { functionName, functionOfBody, receiverText } from '../../lang/tree/functions.ts';
import { syntaxText, textOf } from '../../lang/tree/go-node.ts';
import { isTopLevel } from '../../lang/tree/syntax-shapes.ts';
import type { GoNode } from '../../lang/tree/unit.ts';
import { GotsError } from '../../report/diagnostic.ts';
import { kindsOf, matches } from '../3-match/points/evaluate.ts';
import { calledReason, methodReason } from './call-reason.ts';
import { explainPackage } from './explain-package.ts';
import type { Explanation } from './explanation.ts';
import { oneLine, optionText, pointText } from './point-text.ts';

/** Asks a join point and all it is made of about a node. Every answer is the matcher's own; only reasons are found here. */
export function explainNode(point: JoinPoint, node: GoNode, ctx: MatchContext): Explanation {
  const asked = ask(point, node, ctx);
  const members = membersOf(point, node, ctx);
  const reason =
    asked.reason ?? (asked.answer === 'no' && members.length === 0 ? reasonOf(point, node, ctx) : undefined);
  return { point: pointText(point), span: point.span, answer: asked.answer, reason, members };
}

function ask(point: JoinPoint, node: GoNode, ctx: MatchContext): Pick<Explanation, 'answer' | 'reason'> {
  try {
    return { answer: matches(point, node, ctx) ? 'yes' : 'no' };
  } catch (error) {
    if (!(error instanceof GotsError)) throw error;
    return { answer: 'open', reason: error.message };
  }
}

function membersOf(point: JoinPoint, node: GoNode, ctx: MatchContext): Explanation[] {
  switch (point.kind) {
    case 'all-of':
    case 'one-of':
      return point.points.map((member) => explainNode(member, node, ctx));
    case 'not':
      return [explainNode(point.point, node, ctx)];
    case 'function-body': {
      const fn = functionOfBody(node);
      return fn === undefined ? [] : [explainNode(point.point, fn, ctx)];
    }
    case 'function':
      return isFunction(node) ? point.options.map((option) => explainOption(option, point, { node, ctx })) : [];
    default:
      return [];
  }
}

function isFunction({ kind }: GoNode): boolean {
  return kind === 'FuncDecl' || kind === 'FuncLit';
}

function explainOption(
  option: FunctionOption,
  point: PointOf<'function'>,
  { node, ctx }: { node: GoNode; ctx: MatchContext },
): Explanation {
  const asked = ask({ ...point, options: [option] }, node, ctx);
  const reason = asked.reason ?? (asked.answer === 'no' ? optionReason(option, node, ctx) : undefined);
  return { point: optionText(option), span: point.span, answer: asked.answer, reason, members: [] };
}

function optionReason(option: FunctionOption, fn: GoNode, { facts }: MatchContext): string {
  const receiver = receiverText(fn);
  switch (option.kind) {
    case 'name':
    case 'name-matches':
      return fn.kind === 'FuncLit' ? 'a function literal has no name' : `the name is ${functionName(fn)}`;
    case 'receiver':
      return receiver === '' ? 'there is no receiver' : `the receiver is ${starred(receiver, facts.importPath)}`;
    case 'has-body':
      return fn.syntax.field('body') === undefined ? 'there is no body' : 'there is a body';
    case 'receiver-matches':
    case 'receiver-is':
    case 'has-receiver':
      return receiver === '' ? 'there is no receiver' : `the receiver is ${receiver}`;
    default:
      return `the signature is ${signatureText(fn)}`;
  }
}

function starred(receiver: string, path: string): string {
  return receiver.startsWith('*') ? `*${path}.${receiver.slice(1)}` : `${path}.${receiver}`;
}

function signatureText(fn: GoNode): string {
  const parameters = fn.syntax.field('parameters');
  const end = fn.syntax.field('result')?.end ?? parameters?.end ?? fn.syntax.end;
  return oneLine(fn.unit.tree.source.bytes.toString('utf8', parameters?.start ?? fn.syntax.start, end));
}

function reasonOf(point: JoinPoint, node: GoNode, ctx: MatchContext): string {
  const kinds = kindsOf(point);
  if (kinds !== 'any' && !kinds.includes(node.kind)) return `the node is a ${node.kind}, not a ${kinds.join(' or ')}`;
  switch (point.kind) {
    case 'directive':
      return directiveReason(node);
    case 'function-body':
      return 'the block is not the body of a function';
    case 'function-call':
      return calledReason(node, ctx);
    case 'method-call':
      return methodReason(node, ctx);
    case 'struct-definition':
    case 'declaration-of':
    case 'package-value':
    case 'value-declaration':
      return `it declares ${declaredText(node)} ${declaredWhere(node, ctx)}`;
    case 'struct-literal':
      return `it is ${oneLine(textOf(node))}`;
    case 'file-has':
      return `the file holds no ${point.part.kind} ${point.part.name}`;
    case 'test-build':
      return point.value ? 'no file of the package is a test' : 'a file of the package is a test';
    case 'package-name':
      return `the package is named ${ctx.facts.name ?? 'otherwise'}`;
    default:
      return explainPackage(point, ctx.facts).reason ?? '';
  }
}

function directiveReason(node: GoNode): string {
  const found = leadingComments(node).filter((comment) => /^\/\/\S/.test(comment));
  return found.length === 0 ? 'no such comment stands above it' : `above it stands ${found.join(' ')}`;
}

function declaredText(node: GoNode): string {
  const names = node.syntax.fields('name').map((name) => syntaxText(node.unit, name));
  const type = node.kind === 'FuncDecl' ? undefined : node.syntax.field('type');
  return oneLine(`${names.join(', ')}${type === undefined ? '' : ` ${syntaxText(node.unit, type)}`}`);
}

function declaredWhere({ syntax }: GoNode, { facts }: MatchContext): string {
  if (syntax.kind === 'method_declaration') return `as a method in ${facts.importPath}`;
  const isLocal = syntax.kind.endsWith('_spec') || syntax.kind === 'type_alias' ? !isTopLevel(syntax) : false;
  return `${isLocal ? 'inside a function of' : 'in'} ${facts.importPath}`;
}
