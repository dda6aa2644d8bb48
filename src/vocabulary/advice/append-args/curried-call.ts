import type { CallShape } from '../../../lang/names/type-oracle.ts';
import { goNode, syntaxText } from '../../../lang/tree/go-node.ts';
import { argumentsOf, calleeOf, unparenthesized } from '../../../lang/tree/syntax-shapes.ts';
import { adviceResultsAsArguments } from '../../../report/codes/hooks.ts';
import type { Span } from '../../../report/diagnostic.ts';
import { numbered, shapeOf } from '../../../rewrite/call-shape.ts';
import type { Site } from '../../../rewrite/file-session.ts';
import { ownName } from '../../../rewrite/names/own-names.ts';
import { needPredeclared } from '../../../rewrite/names/predeclared.ts';

/** Whether the only argument of a call is itself a call, which may have several results. */
export function holdsResults({ node }: Site): boolean {
  const args = argumentsOf(node.syntax);
  const only = args.length === 1 && args[0] !== undefined ? unparenthesized(args[0]) : undefined;
  // Code of a template has no types; what it calls is for its author to know.
  return only !== undefined && node.unit.rendered === undefined && goNode(node.unit, only)?.kind === 'CallExpr';
}

/**
 * Declares a generic function that takes the function of a call `f(g())` of several values, then those values, then what is to be
 * added: types need not be written, which the file may have no names for.
 *
 * @param added how many arguments are added
 * @returns its name; undefined where `g()` has one value
 * @throws GotsError advice_results_as_arguments, weave_needs_types, weave_type_unknown
 */
export function curriedCall({ span }: { readonly span: Span }, site: Site, added: number): string | undefined {
  const { node, session } = site;
  const shape = shapeOf(node, session, true);
  if (shape.values === 1) return undefined;
  const callee = calleeOf(node.syntax);
  const name = callee === undefined ? '' : syntaxText(node.unit, callee);
  if (shape.inferred) adviceResultsAsArguments(span, name, 'it is generic, and its type arguments are not written');
  if (!shape.called) adviceResultsAsArguments(span, name, 'it is no function');
  const { own } = session.pkg;
  const helper = ownName(own, `curried${own.number()}`);
  const appended = ownName(own, 'appended');
  if (shape.variadic) needPredeclared(session.pkg, ['appended']);
  session.langs.add('go1.18');
  session.declarations.push({ text: helperText(helper, shape, { added, appended }), span });
  return helper;
}

function helperText(
  name: string,
  { values, params, variadic, results }: CallShape,
  { added, appended }: { readonly added: number; readonly appended: string },
): string {
  const with_ = (names: readonly string[], type: (name: string) => string): string[] =>
    names.map((each) => `${each.toLowerCase()} ${type(each)}`);
  const own = (each: string): string => each;
  const fixed = numbered('A', params);
  const rest = variadic ? numbered('v', values - params) : [];
  const more = numbered('M', variadic ? 0 : added);
  const outcome = numbered('R', results);
  const types = [...fixed, ...(variadic ? ['T'] : more), ...outcome];
  const result = ` (${outcome.join(', ')})`;
  const last = variadic ? 'func(more ...T)' : `func(${with_(more, own).join(', ')})`;
  const args = fixed.map((each) => each.toLowerCase());
  const all = variadic
    ? [...args, `${appended}[T]([]T{${rest.join(', ')}}, more...)...`]
    : [...args, ...more.map((each) => each.toLowerCase())];
  const given = [...with_(fixed, own), ...with_(rest, () => 'T')].join(', ');
  const called = [...fixed, ...(variadic ? ['...T'] : more)].join(', ');
  return [
    `\nfunc ${name}[${types.join(', ')} interface{}](f func(${called})${result}) func(${given}) ${last}${result} {`,
    `\treturn func(${given}) ${last}${result} {`,
    `\t\treturn ${last}${result} { ${results > 0 ? 'return ' : ''}f(${all.join(', ')}) }`,
    '\t}\n}\n',
  ].join('\n');
}
