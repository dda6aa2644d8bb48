import { attemptEach } from '../../../aspects/attempt.ts';
import { readTemplate } from '../../../aspects/read-template.ts';
import { fields, listOf, type ReadContext, required, yamlText } from '../../../aspects/schema.ts';
import { keysOf, list, map, typeName } from '../../../aspects/shape.ts';
import { templateShape } from '../../../aspects/template-shape.ts';
import type { YamlEntry } from '../../../aspects/yaml-node.ts';
import type { TypeName } from '../../../lang/names/type-name.ts';
import { typeNameAt } from '../../../lang/names/type-name.ts';
import type { CodeTemplate } from '../../../lang/template/code-template.ts';
import { syntaxText } from '../../../lang/tree/go-node.ts';
import { insideOf, isSpread } from '../../../lang/tree/syntax-shapes.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';
import type { Site } from '../../../rewrite/file-session.ts';
import { ownName } from '../../../rewrite/names/own-names.ts';
import { needPredeclared } from '../../../rewrite/names/predeclared.ts';
import { isHidden } from '../../../rewrite/names/settle-names.ts';
import { refuseMoves, renderExpression } from '../../../rewrite/render/render.ts';
import { type GoText, pathsIn, typeText } from '../../../rewrite/render/type-text.ts';
import { wrongNode } from '../../../rewrite/wrong-node.ts';
import type { AdviceKind, AnyAdvice } from '../../advice-kind.ts';
import { callFit } from '../call-fit.ts';
import { curriedCall, holdsResults } from './curried-call.ts';
import { canAppendInPlace } from './spread-operand.ts';

/**
 * Adds arguments to a call, evaluated after those it has. Where the last argument is spread with `...`, they are appended to a
 * copy of it; where the arguments are the results of one call, that is made once.
 */
export interface AppendArgs extends AnyAdvice {
  readonly kind: 'append-args';
  /** Type of the parameter that takes them. Undefined: calls whose last argument is spread are left alone. */
  readonly type?: TypeName | GoText | undefined;
  readonly values: readonly CodeTemplate[];
}

const shape = map({
  type: { shape: typeName, doc: 'Type of the parameter that takes them.', required: true },
  values: { shape: list(templateShape), doc: 'The arguments.', required: true },
});

export const appendArgs: AdviceKind<AppendArgs> = {
  words: {
    'append-args': {
      shape,
      doc: 'Adds arguments at the end of a call, evaluated after the others: also to `f(xs...)` and to `f(g())` of several results.',
      example:
        '{ type: google.golang.org/grpc.DialOption, values: [{ imports: { x: example.com/x }, template: x.Option() }] }',
      read,
    },
  },
  templates: ({ values }) => values,
  injects: ({ type }) => (type === undefined ? [] : pathsIn(type)),
  reads: () => [],
  onNode: {
    fits: callFit,
    apply,
    mayHideErrors: () => true,
    mayMoveOrder: true,
    oncePerFile: false,
  },
  onPackage: undefined,
};

function read(entry: YamlEntry, ctx: ReadContext): AppendArgs {
  const where = '"append-args"';
  const found = fields(ctx, entry.value, { where, known: keysOf(shape) });
  const type = required(found.type, 'type', entry.value, where);
  const values = required(found.values, 'values', entry.value, where);
  return {
    kind: 'append-args',
    type: typeNameAt(type.value.span, yamlText(type.value, '"type"')),
    values: attemptEach(ctx, listOf(values.value, '"values"').items, (item) =>
      readTemplate(ctx, item, 'an item of "values"'),
    ),
    span: entry.span,
  };
}

/** @throws GotsError advice_wrong_node, advice_results_as_arguments, weave_needs_types, weave_type_unknown */
function apply(advice: AppendArgs, site: Site): void {
  const { node } = site;
  if (node.kind !== 'CallExpr' || !mayBeCall(node)) wrongNode(site, advice, 'a call');
  const values = advice.values.map((template) => renderExpression(template, site, node));
  for (const value of values) refuseMoves(value.unit);
  if (values.length === 0) return;
  if (isSpread(node.syntax)) {
    appendToSpread(advice, site, values);
    return;
  }
  const { appendedArgs, curried } = node.unit.changes;
  const all = [...(appendedArgs.get(node.syntax) ?? []), ...values];
  appendedArgs.set(node.syntax, all);
  if (holdsResults(site)) {
    const name = curriedCall(advice, site, all.length);
    if (name !== undefined) curried.set(node.syntax, { name, span: advice.span });
  }
}

/** `f[T](x)` reads like a conversion; `[]T(x)` is one. */
function mayBeCall({ syntax }: GoNode): boolean {
  const type = syntax.kind === 'type_conversion_expression' ? syntax.field('type') : undefined;
  return type === undefined || insideOf(type) !== undefined;
}

function appendToSpread(advice: AppendArgs, site: Site, values: readonly GoNode[]): void {
  const { node, session } = site;
  const { spreads } = node.unit.changes;
  if (advice.type === undefined) return;
  const type = typeText(advice.type, site, { unit: node.unit, syntax: node.syntax });
  const texts = [type, ...values.map((value) => syntaxText(value.unit, value.syntax))];
  const inPlace =
    !isHidden(session, node, 'append') &&
    canAppendInPlace(site) &&
    !texts.some((text) => /(?<![\p{L}\p{Nd}_.])opts(?![\p{L}\p{Nd}_])/u.test(text));
  if (!inPlace) {
    needPredeclared(session.pkg, ['appended']);
    session.langs.add('go1.18');
  }
  const append = inPlace ? undefined : ownName(session.pkg.own, 'appended');
  spreads.set(node.syntax, [...(spreads.get(node.syntax) ?? []), { type, append, values, span: advice.span }]);
}
