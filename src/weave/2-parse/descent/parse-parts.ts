import type { NodeKind } from '../../../lang/syntax/syntax.ts';
import type { TreeNode } from '../convert.ts';
import { leaf } from './make-nodes.ts';
import { giveUp, Scanner } from './scan-tokens.ts';
import { T } from './token-table.ts';

/** Single tokens, and questions about those that come next. */
export abstract class PartParser extends Scanner {
  /** Nests no deeper than stacks allow: what does is for the grammar. */
  protected depth = 0;

  abstract expression(): TreeNode;

  protected deeper(): void {
    if (++this.depth > 400) giveUp();
  }

  expect(token: number): number {
    if (!this.at(token)) giveUp();
    const { start } = this;
    this.next();
    return start;
  }

  /** The token at hand as a leaf. */
  leafHere(kind: NodeKind): TreeNode {
    const made = leaf(kind, this.start, this.end);
    this.next();
    return made;
  }

  name(kind: NodeKind): TreeNode {
    if (!this.at(T.IDENT)) giveUp();
    return this.leafHere(kind);
  }

  /** Closes a list whose elements a separator ends, the last perhaps not. */
  protected separated(separator: number, close: number): boolean {
    if (this.at(close)) return false;
    this.expect(separator);
    return !this.at(close);
  }

  abstract type(): TreeNode;

  protected beginsType(): boolean {
    switch (this.token) {
      case T.IDENT:
      case T['*']:
      case T['[']:
      case T['(']:
      case T['<-']:
      case T.struct:
      case T.map:
      case T.chan:
      case T.func:
      case T.interface:
        return true;
      default:
        return false;
    }
  }

  /** Whether the brackets at hand are those of an array or a slice: a type stands behind them. */
  protected typeFollowsBrackets(): boolean {
    const mark = this.mark();
    let open = 0;
    do {
      if (this.at(T['[']) || this.at(T['(']) || this.at(T['{'])) open++;
      else if (this.at(T[']']) || this.at(T[')']) || this.at(T['}'])) open--;
      else if (this.at(T.EOF)) giveUp();
      this.next();
    } while (open > 0);
    const follows = this.beginsType();
    this.reset(mark);
    return follows;
  }
}
