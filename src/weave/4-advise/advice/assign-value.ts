import type { AdviceOf } from '../../../aspects/ir.ts';
import { adviceNoValue } from '../../../report/codes/hooks.ts';
import type { SyntaxNode } from '../../2-parse/syntax.ts';
import { current, type GoNode, goNode, syntaxText } from '../../3-match/go-node.ts';
import { listed } from '../../3-match/syntax-shapes.ts';
import { renderExpression } from '../render.ts';
import type { Site } from '../session.ts';
import { wrongNode } from '../wrong-node.ts';

/** Gives every name of a variable or constant specification the rendered value, or one of them; the type stays. */
export function assignValue(advice: AdviceOf<'assign-value'>, site: Site): void {
  const { node } = site;
  if (node.kind !== 'ValueSpec') wrongNode(site, advice, 'a variable or constant declaration');
  const names = node.syntax
    .fields('name')
    .filter((name) => name.kind === 'identifier' || name.kind === 'blank_identifier');
  const { values } = node.unit.changes;
  if (advice.name === undefined) {
    const value = renderExpression(advice.template, site, node);
    values.set(
      node.syntax,
      names.map(() => value),
    );
  } else {
    values.set(node.syntax, withOneValue({ ...advice, name: advice.name }, site, names));
  }
}

/** The values with one of them changed. Where one value serves several names, or there is none to wrap, it cannot be. */
function withOneValue(
  advice: AdviceOf<'assign-value'> & { readonly name: string },
  site: Site,
  names: readonly SyntaxNode[],
): readonly GoNode[] {
  const { node } = site;
  const written = valuesOf(node);
  const index = names.findIndex((name) => syntaxText(node.unit, name) === advice.name);
  const old = written[index];
  if (old === undefined ? advice.wraps || written.length > 0 || names.length > 1 : written.length !== names.length) {
    adviceNoValue(advice.span, advice.name, names.length);
  }
  const value = renderExpression(advice.template, site, advice.wraps && old ? old : node);
  return old === undefined ? [value] : written.map((each, i) => (i === index ? value : each));
}

function valuesOf(node: GoNode): readonly GoNode[] {
  const changed = node.unit.changes.values.get(node.syntax);
  if (changed !== undefined) return changed;
  return listed(node.syntax.field('value')).flatMap((syntax) => {
    const value = goNode(node.unit, syntax);
    return value === undefined ? [] : [current(value)];
  });
}
