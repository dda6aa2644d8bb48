import type { NodeKind } from '../../../lang/syntax/syntax.ts';
import type { TreeNode } from '../convert.ts';
import { field, inner } from './make-nodes.ts';
import { DeclarationParser } from './parse-declarations.ts';
import { giveUp } from './scan-tokens.ts';
import { T } from './token-table.ts';

/** Statements without blocks, and the headers of those with. */
export abstract class SimpleParser extends DeclarationParser {
  protected abstract labeled(label: TreeNode): TreeNode;

  protected startOf(kind: 'go_statement' | 'defer_statement'): TreeNode {
    const { start } = this;
    this.next();
    const call = this.expression();
    return inner(kind, start, call.end, [call]);
  }

  protected jump(kind: NodeKind): TreeNode {
    const { start } = this;
    this.next();
    if (kind === 'goto_statement' && !this.at(T.IDENT)) giveUp();
    const labels = this.at(T.IDENT) ? [this.leafHere('label_name')] : [];
    return inner(kind, start, this.before, labels);
  }

  /** @param mayBeLabeled outside of headers */
  protected simpleStatement(mayBeLabeled: boolean): TreeNode {
    const first = this.expression();
    if (this.at(T[':']) && mayBeLabeled && first.kind === 'identifier') return this.labeled(first);
    switch (this.token) {
      case T['=']:
      case T.ASSIGN:
      case T[':=']:
      case T[',']:
        return this.assignment(this.listFrom(first));
      case T['++']:
        this.next();
        return inner('inc_statement', first.start, this.before, [first]);
      case T['--']:
        this.next();
        return inner('dec_statement', first.start, this.before, [first]);
      case T['<-']: {
        this.next();
        const value = field('value', this.expression());
        return inner('send_statement', first.start, value.end, [field('channel', first), value]);
      }
      default:
        return inner('expression_statement', first.start, first.end, [first]);
    }
  }

  protected assignment(left: TreeNode): TreeNode {
    const isDefinition = this.at(T[':=']);
    if (!isDefinition && !this.at(T['=']) && !this.at(T.ASSIGN)) giveUp();
    const operator = field('operator', this.leafHere('operator'));
    const right = field('right', this.expressionList());
    const parts = [field('left', left), ...(isDefinition ? [] : [operator]), right];
    return inner(isDefinition ? 'short_var_declaration' : 'assignment_statement', left.start, right.end, parts);
  }

  /** The header of a statement up to the brace of its block. */
  protected header<R>(read: () => R): R {
    const { level } = this;
    this.next();
    this.level = -1;
    const found = read();
    this.level = level;
    return found;
  }

  /** The semicolon of a header is written: a newline there is an error. */
  protected semicolon(): void {
    if (!this.at(T[';']) || this.text[this.start] !== ';') giveUp();
    this.next();
  }

  /** The expression that a statement consists of. */
  protected only(statement: TreeNode): TreeNode {
    const [held] = statement.children;
    return statement.kind === 'expression_statement' && held !== undefined ? held : giveUp();
  }

  /** The first statement of the header, or a range clause. */
  protected forFirst(): TreeNode {
    const first = this.expression();
    if (!this.at(T[',']) && !this.at(T[':=']) && !this.at(T['='])) return this.simpleFrom(first);
    const left = this.listFrom(first);
    if (!this.at(T[':=']) && !this.at(T['='])) return this.assignment(left);
    const mark = this.mark();
    this.next();
    if (this.at(T.range)) return this.rangeClause(left.start, [field('left', left)]);
    this.reset(mark);
    return this.assignment(left);
  }

  protected simpleFrom(first: TreeNode): TreeNode {
    const mark = this.mark();
    this.next();
    if (mark.token === T['++']) return inner('inc_statement', first.start, this.before, [first]);
    if (mark.token === T['--']) return inner('dec_statement', first.start, this.before, [first]);
    this.reset(mark);
    if (mark.token === T.ASSIGN) return this.assignment(this.listFrom(first));
    return inner('expression_statement', first.start, first.end, [first]);
  }

  protected rangeClause(start: number, parts: TreeNode[]): TreeNode {
    this.expect(T.range);
    const right = field('right', this.expression());
    return inner('range_clause', start, right.end, [...parts, right]);
  }

  protected forClause(first: TreeNode | undefined): TreeNode {
    const start = first?.start ?? this.start;
    const parts = first === undefined ? [] : [field('initializer', first)];
    this.semicolon();
    if (!this.at(T[';'])) parts.push(field('condition', this.expression()));
    this.semicolon();
    if (!this.at(T['{'])) parts.push(field('update', this.simpleStatement(false)));
    return inner('for_clause', start, this.before, parts);
  }
}
