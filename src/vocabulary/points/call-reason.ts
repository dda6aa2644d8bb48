import type { MatchContext } from '../../lang/names/match-context.ts';
import { isLocalName, nameOf, selectorParts } from '../../lang/names/names.ts';
import { calledNode } from '../../lang/tree/called-node.ts';
import { goNode, textOf } from '../../lang/tree/go-node.ts';
import type { GoNode } from '../../lang/tree/unit.ts';
import { GotsError } from '../../report/diagnostic.ts';
import { oneLine } from '../point-text.ts';

/** What a call calls, where it is not the function that a point names. */
export function calledReason(call: GoNode, ctx: MatchContext): string {
  const callee = calledNode(call);
  if (callee === undefined) return 'it calls an expression';
  const text = oneLine(textOf(callee));
  const name = nameIfKnown(callee, ctx);
  if (name !== undefined) {
    if (name.path !== undefined) return `it calls ${name.path}.${name.name}`;
    return isLocalName(callee) ? `it calls ${text}, which is declared inside the function` : `it calls ${text}`;
  }
  const { left } = selectorParts(callee.syntax);
  const operand = left && goNode(callee.unit, left);
  if (operand === undefined) return `it calls ${text}`;
  const isHidden = operand.kind === 'Ident' && ctx.imports.byName.has(textOf(operand));
  const what = isHidden ? 'a variable, which hides the import of that name' : 'no package';
  return `it calls ${text}, where ${oneLine(textOf(operand))} is ${what}`;
}

function nameIfKnown(node: GoNode, ctx: MatchContext): ReturnType<typeof nameOf> {
  try {
    return nameOf(node, ctx);
  } catch (error) {
    // Which of several dot imports a name comes from, only types can tell; its text is enough to say.
    if (!(error instanceof GotsError)) throw error;
    return undefined;
  }
}
