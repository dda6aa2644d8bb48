import type { Advice } from '../aspects/ir.ts';
import { spanOf } from '../lang/tree/span.ts';
import { adviceWrongNode } from '../report/codes/weave.ts';
import type { Site } from './session.ts';

/** @throws GotsError advice_wrong_node */
export function wrongNode({ node, slot }: Site, advice: Advice, wanted: string): never {
  const { file, line, column } = spanOf(slot.unit, slot.syntax.start);
  adviceWrongNode(advice.span, advice.kind, { wanted, got: node.kind, at: `${file}:${line}:${column}` });
}
