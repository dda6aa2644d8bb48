import type { SyntaxNode } from '../../lang/syntax/syntax.ts';
import { argumentsOf, calleeOf, isSpread } from '../../lang/tree/syntax-shapes.ts';
import type { Curried, GoNode, Late, Spread, Unit } from '../../lang/tree/unit.ts';
import type { Span } from '../../report/diagnostic.ts';
import { contentParts, insert, type LocalEdit, type Part, replace, textPart } from './edit-parts.ts';

/** The arguments that advice has added to calls. */
export function callEdits(unit: Unit): LocalEdit[] {
  const { appendedArgs, curried, spreads } = unit.changes;
  const edits: LocalEdit[] = [];
  for (const [call, args] of appendedArgs) {
    const helper = curried.get(call);
    edits.push(...(helper === undefined ? [appended(unit, call, args)] : curriedEdits(unit, call, { helper, args })));
  }
  for (const [statement, late] of unit.changes.late) edits.push(...lateEdits(unit, statement, late));
  for (const [call, wraps] of spreads) edits.push(...spreadEdits(unit, call, wraps));
  return edits;
}

/**
 * `defer f(x)` becomes `{ c := helper(f)(x); defer func() { wrap(c()) }() }`: f and x are evaluated when they were. Where nothing
 * is to be evaluated, only the call is put into a function (`local-edits.ts`).
 */
function lateEdits(unit: Unit, statement: SyntaxNode, { bound, call, span }: Late): LocalEdit[] {
  const callee = calleeOf(call);
  const wrapped = unit.changes.slots.get(call);
  if (callee === undefined || wrapped === undefined || bound === undefined) return [];
  const keyword = statement.kind === 'go_statement' ? 'go ' : 'defer ';
  const args: Part = { kind: 'range', unit, start: callee.end, end: call.end };
  const list = (values: readonly SyntaxNode[]): Part[] =>
    values.flatMap((value, i) => [textPart(i === 0 ? '' : ', '), rangeOf(unit, value)]);
  const head =
    'helper' in bound
      ? [
          textPart(`${bound.variable} := ${bound.helper}(`, span),
          rangeOf(unit, callee),
          textPart(')'),
          args,
          textPart('; '),
        ]
      : [textPart(`${bound.variables.join(', ')} := `, span), ...list(bound.values), textPart('; ')];
  const isBound = 'helper' in bound || bound.variables.length > 0;
  return [
    replace(statement, [
      textPart('{ ', span),
      ...(isBound ? head : []),
      textPart(keyword, span),
      ...inFunction(wrapped, span),
      textPart(' }'),
    ]),
  ];
}

/** A function that evaluates what a call was wrapped in, and its call. */
export function inFunction(wrapped: GoNode, span: Span): Part[] {
  return [textPart('func() { ', span), ...contentParts(wrapped, wrapped.unit, wrapped.syntax), textPart(' }()', span)];
}

function appended(unit: Unit, call: SyntaxNode, args: readonly GoNode[]): LocalEdit {
  const isFirst = argumentsOf(call).length === 0 || hasTrailingComma(unit, call);
  return insert(call.end - 1, [textPart(isFirst ? '' : ', '), ...listParts(args)]);
}

function hasTrailingComma(unit: Unit, call: SyntaxNode): boolean {
  const last = argumentsOf(call).at(-1) ?? call;
  const { comments, source } = unit.tree;
  let tail = source.text.slice(last.end, call.end);
  for (const { start, end } of comments) {
    if (start >= last.end && end <= call.end) tail = tail.replace(source.text.slice(start, end), '');
  }
  return tail.includes(',');
}

/** `f(g())` becomes `helper(f)(g())(v)`: first f is evaluated, then g(), then v, in a deferred call too. */
function curriedEdits(
  unit: Unit,
  call: SyntaxNode,
  { helper, args }: { readonly helper: Curried; readonly args: readonly GoNode[] },
): LocalEdit[] {
  const callee = calleeOf(call);
  const [results] = argumentsOf(call);
  if (callee === undefined || results === undefined) return [];
  return [
    replace(callee, [textPart(`${helper.name}(`, helper.span), rangeOf(unit, callee), textPart(')')]),
    replace(results, [rangeOf(unit, results), textPart(')('), ...listParts(args)]),
  ];
}

/** `f(xs...)` becomes `f(append[T](xs, v)...)`, or `f(func(opts ...T) []T { return append(opts, v) }(xs...)...)`. */
function spreadEdits(unit: Unit, call: SyntaxNode, spreads: readonly Spread[]): LocalEdit[] {
  const last = isSpread(call) ? argumentsOf(call).at(-1) : undefined;
  if (last === undefined) return [];
  let parts: Part[] = [rangeOf(unit, last)];
  for (const { type, append, values, span } of spreads) {
    const added = values.flatMap((value) => [textPart(', '), ...contentParts(value, value.unit, value.syntax)]);
    parts =
      append === undefined
        ? [
            textPart(`func(opts ...${type}) []${type} { return append(opts`, span),
            ...added,
            textPart(') }('),
            ...parts,
            textPart('...)'),
          ]
        : [textPart(`${append}[${type}](`, span), ...parts, ...added, textPart(')')];
  }
  return [replace(last, parts)];
}

function rangeOf(unit: Unit, { start, end }: SyntaxNode): Part {
  return { kind: 'range', unit, start, end };
}

function listParts(args: readonly GoNode[]): Part[] {
  return args.flatMap((arg, i) => [textPart(i === 0 ? '' : ', '), ...contentParts(arg, arg.unit, arg.syntax)]);
}
