import { spanOf } from '../lang/tree/span.ts';
import { adviceWrongNode } from '../report/codes/weave.ts';
import type { Span } from '../report/diagnostic.ts';
import type { Site } from './file-session.ts';

/** @throws GotsError advice_wrong_node */
export function wrongNode(
  { node, slot }: Site,
  advice: { readonly kind: string; readonly span: Span },
  wanted: string,
): never {
  const { file, line, column } = spanOf(slot.unit, slot.syntax.start);
  adviceWrongNode(advice.span, advice.kind, { wanted, got: node.kind, at: `${file}:${line}:${column}` });
}
