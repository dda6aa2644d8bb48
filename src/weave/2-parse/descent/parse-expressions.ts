import type { TreeNode } from '../convert.ts';
import { field, inner, isType } from './make-nodes.ts';
import { PrimaryParser } from './parse-primaries.ts';
import { giveUp } from './scan-tokens.ts';
import { T } from './token-table.ts';

const precedences = new Uint8Array(65);
precedences[T['||']] = 1;
precedences[T['&&']] = 2;
precedences[T.COMPARE] = 3;
for (const word of ['+', '-', '|', '^'] as const) precedences[T[word]] = 4;
for (const word of ['*', 'MULTIPLY', '&'] as const) precedences[T[word]] = 5;

/**
 * Expressions. What may be an expression or a type, as in `f[T](x)`, is read as an expression first, and becomes a type where
 * tree-sitter-go takes it for one.
 */
export abstract class ExpressionParser extends PrimaryParser {
  expression(): TreeNode {
    const found = this.binary(1);
    return isType(found) ? giveUp() : found;
  }

  protected inBrackets(): TreeNode {
    const { level } = this;
    this.level = 1;
    const found = this.expression();
    this.level = level;
    return found;
  }

  expressionList(): TreeNode {
    return this.listFrom(this.expression());
  }

  protected listFrom(first: TreeNode): TreeNode {
    const found = [first];
    while (this.at(T[','])) {
      this.next();
      found.push(this.expression());
    }
    return inner('expression_list', first.start, this.before, found);
  }

  protected binary(lowest: number): TreeNode {
    let left = this.unary();
    for (;;) {
      const precedence = precedences[this.token] as number;
      if (precedence < lowest || precedence === 0) return left;
      const operator = field('operator', this.leafHere('operator'));
      const right = this.binary(precedence + 1);
      if (isType(left) || isType(right)) giveUp();
      const parts = [field('left', left), operator, field('right', right)];
      left = inner('binary_expression', left.start, right.end, parts);
    }
  }

  private unary(): TreeNode {
    const { start } = this;
    switch (this.token) {
      case T['+']:
      case T['-']:
      case T['!']:
      case T['^']:
      case T['&']:
      case T['*']: {
        const isStar = this.at(T['*']);
        this.deeper();
        const operator = field('operator', this.leafHere('operator'));
        const operand = this.unary();
        this.depth--;
        // The grammar reads `*S[K, V]` as an instantiation of `*S`.
        if (isStar && operand.kind === 'type_instantiation_expression') giveUp();
        if (!isType(operand))
          return inner('unary_expression', start, operand.end, [operator, field('operand', operand)]);
        return isStar ? inner('pointer_type', start, operand.end, [operand]) : giveUp();
      }
      case T['<-']:
        return this.receive();
      default:
        return this.primary();
    }
  }

  /** `<-x`, or the type `<-chan T`, of which a conversion is taken for a receive from what `chan T` converts. */
  private receive(): TreeNode {
    const { start } = this;
    this.deeper();
    const operator = field('operator', this.leafHere('operator'));
    const isChannel = this.at(T.chan);
    const operand = this.unary();
    this.depth--;
    if (!isType(operand)) return inner('unary_expression', start, operand.end, [operator, field('operand', operand)]);
    return isChannel ? inner('channel_type', start, operand.end, operand.children) : giveUp();
  }
}
