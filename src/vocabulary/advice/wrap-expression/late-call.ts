import type { CallShape } from '../../../lang/names/type-oracle.ts';
import type { SyntaxNode } from '../../../lang/syntax/syntax.ts';
import { current, syntaxText } from '../../../lang/tree/go-node.ts';
import { argumentsOf, calleeOf, isSpread } from '../../../lang/tree/syntax-shapes.ts';
import type { GoNode, Late } from '../../../lang/tree/unit.ts';
import type { Span } from '../../../report/diagnostic.ts';
import { numbered, shapeOf } from '../../../rewrite/call-shape.ts';
import type { FileSession, Site } from '../../../rewrite/file-session.ts';
import { ownName } from '../../../rewrite/names/own-names.ts';

/**
 * Keeps the time of a call behind `go` or `defer` that is wrapped: `defer f(x)` evaluates f and x, and calls later, while
 * `defer wrap(f(x))` would call f at once. The call becomes a variable that has f and x; the wrapping runs with it, later.
 *
 * @param wrapped what was rendered for the call, which is still in its place
 * @throws GotsError weave_needs_types, weave_type_unknown
 */
export function runLate({ span }: { readonly span: Span }, { slot, session }: Site, wrapped: GoNode): void {
  const { unit, syntax } = slot;
  const statement = syntax.parent;
  const { curried, late } = unit.changes;
  // Code of a template means what it says.
  if (statement === undefined || unit.rendered !== undefined || late.has(statement)) return;
  const place = placeOf(current(slot), wrapped);
  if (place === undefined) return;
  const shape = shapeOf(slot, session);
  const isAsWritten = shape.called && current(slot) === slot && !curried.has(syntax);
  const bind = shape.inferred ? bindValues : bindFunction;
  const bound = isAsWritten ? bind({ node: slot, shape, session, span }) : undefined;
  if (bound !== undefined) {
    wrapped.unit.rendered?.holes.delete(place);
    wrapped.unit.changes.texts.set(place, bound.text);
  }
  late.set(statement, { bound, call: syntax, span });
}

interface Binding {
  readonly node: GoNode;
  readonly shape: CallShape;
  readonly session: FileSession;
  readonly span: Span;
}

/** Declares a generic function that makes one without parameters of a function and its arguments. */
function bindFunction({ shape, session, span }: Binding): Bound {
  const { own } = session.pkg;
  const number = own.number();
  const variable = ownName(own, `bound${number}`);
  const helper = ownName(own, `bind${number}`);
  session.langs.add('go1.18');
  session.declarations.push({ text: helperText(helper, shape), span });
  return { variable, helper, text: `${variable}()` };
}

/** A function whose type arguments are inferred from its arguments is none without them: only these are evaluated at once. */
function bindValues({ node: { unit, syntax }, shape, session }: Binding): Bound {
  const { own } = session.pkg;
  const number = own.number();
  const args = argumentsOf(syntax);
  const name = (i: number): string => ownName(own, `bound${number}_${i}`);
  const values = args.filter((_, i) => !shape.constant[i]);
  const variables =
    shape.values === 1
      ? args.flatMap((_, i) => (shape.constant[i] ? [] : [name(i)]))
      : Array.from({ length: shape.values }, (_, i) => name(i));
  const given =
    shape.values === 1 ? args.map((arg, i) => (shape.constant[i] ? syntaxText(unit, arg) : name(i))) : variables;
  const callee = calleeOf(syntax);
  const called = callee === undefined ? '' : syntaxText(unit, callee);
  return { variables, values, text: `${called}(${given.join(', ')}${isSpread(syntax) ? '...' : ''})` };
}

type Bound = NonNullable<Late['bound']> & {
  /** What calls it. */
  readonly text: string;
};

/** Where the template put the call. */
function placeOf(call: GoNode, { unit }: GoNode): SyntaxNode | undefined {
  const { rendered } = unit;
  return [...(rendered?.holes ?? [])].find(([place, node]) => node === call && !rendered?.copies.has(place))?.[0];
}

/** Takes the function, then its arguments, and gives a function without any. */
function helperText(name: string, { params, variadic, results }: CallShape): string {
  const fixed = numbered('A', params);
  const types = [...fixed, ...(variadic ? ['T'] : []), ...numbered('R', results)];
  const list = types.length === 0 ? '' : `[${types.join(', ')} interface{}]`;
  const result = ` (${numbered('R', results).join(', ')})`;
  const taken = [...fixed, ...(variadic ? ['...T'] : [])].join(', ');
  const given = [...fixed.map((each) => `${each.toLowerCase()} ${each}`), ...(variadic ? ['t ...T'] : [])].join(', ');
  const args = [...fixed.map((each) => each.toLowerCase()), ...(variadic ? ['t...'] : [])].join(', ');
  return [
    `\nfunc ${name}${list}(f func(${taken})${result}) func(${given}) func()${result} {`,
    `\treturn func(${given}) func()${result} {`,
    `\t\treturn func()${result} { ${results > 0 ? 'return ' : ''}f(${args}) }`,
    '\t}\n}\n',
  ].join('\n');
}
