import { kindOf } from '../../lang/tree/go-kind.ts';
import type { GoNode } from '../../lang/tree/unit.ts';

export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The text that is a node's own. Nodes of go/ast without a syntax node of their own share another's; those whose text
 * cannot be told from it have none.
 */
export function extentOf({ unit, syntax, kind }: GoNode): Range | undefined {
  const own = kindOf(syntax, unit.tree);
  if (own === kind || (own === 'DeclStmt' && kind === 'GenDecl')) return syntax;
  if (syntax.kind === 'call_expression' && (kind === 'IndexExpr' || kind === 'IndexListExpr')) {
    const args = syntax.field('type_arguments');
    return args === undefined ? undefined : { start: syntax.start, end: args.end };
  }
  return undefined;
}
