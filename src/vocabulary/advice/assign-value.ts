import type { AdviceOf } from '../../aspects/ir.ts';
import { writtenValues } from '../../lang/tree/constants.ts';
import { syntaxText } from '../../lang/tree/go-node.ts';
import type { GoNode } from '../../lang/tree/unit.ts';
import { adviceNoValue } from '../../report/codes/hooks.ts';
import { renderExpression } from '../../rewrite/render/render.ts';
import { requireConstant } from '../../rewrite/require-constant.ts';
import type { Site } from '../../rewrite/session.ts';
import { wrongNode } from '../../rewrite/wrong-node.ts';

/**
 * Gives names of a variable or constant specification the rendered value, or one that is made of the value they have; the type
 * stays. Constants that repeat the expression of a changed one keep their values (`value-edits.ts`).
 *
 * @throws GotsError advice_wrong_node, advice_no_value, advice_no_constant
 */
export function assignValue(advice: AdviceOf<'assign-value'>, site: Site): void {
  const { node } = site;
  if (node.kind !== 'ValueSpec') wrongNode(site, advice, 'a variable or constant declaration');
  const names = node.syntax
    .fields('name')
    .filter((name) => name.kind === 'identifier' || name.kind === 'blank_identifier')
    .map((name) => syntaxText(node.unit, name));
  const { values } = node.unit.changes;
  const old = values.get(node.syntax) ?? writtenValues(node.unit, node.syntax);
  const chosen = names.map((name) => advice.names === undefined || advice.names.includes(name));
  const hasOwn = old.length === names.length;
  // Where one value serves several names, or there is none, those that are to keep theirs cannot.
  const isPossible = hasOwn || (advice.wraps !== true && chosen.every(Boolean));
  if (!isPossible && advice.names === undefined) return;
  if (!isPossible || !chosen.includes(true))
    adviceNoValue(advice.span, advice.names?.[0] ?? names[0] ?? '', names.length);
  values.set(node.syntax, newValues(advice, site, { old, chosen }));
}

function newValues(
  advice: AdviceOf<'assign-value'>,
  site: Site,
  { old, chosen }: { readonly old: readonly GoNode[]; readonly chosen: readonly boolean[] },
): GoNode[] {
  const { node } = site;
  const render = (dot: GoNode): GoNode => {
    const value = renderExpression(advice.template, site, dot);
    if (node.syntax.kind === 'const_spec') requireConstant(value, advice, node);
    return value;
  };
  const common = advice.wraps ? undefined : render(node);
  return chosen.map((isChosen, i) => {
    const before = old[i] ?? node;
    return isChosen ? (common ?? render(before)) : before;
  });
}
