import type { TreeNode } from '../convert.ts';
import { field, inner } from './make-nodes.ts';
import { MemberParser } from './parse-members.ts';
import { giveUp } from './scan-tokens.ts';
import { T } from './token-table.ts';

/** Types. */
export abstract class TypeParser extends MemberParser {
  type(): TreeNode {
    this.deeper();
    const found = this.typeHere();
    this.depth--;
    return found;
  }

  private typeHere(): TreeNode {
    const { start } = this;
    switch (this.token) {
      case T.IDENT:
        return this.namedType(this.leafHere('type_identifier'));
      case T['*']: {
        this.next();
        const type = this.type();
        return inner('pointer_type', start, type.end, [type]);
      }
      case T['~']: {
        this.next();
        const type = this.type();
        return inner('negated_type', start, type.end, [type]);
      }
      case T['(']: {
        this.next();
        const type = this.type();
        this.expect(T[')']);
        return inner('parenthesized_type', start, this.before, [type]);
      }
      case T['[']:
        return this.arrayType(false);
      case T.struct:
        return this.structType();
      case T.interface:
        return this.interfaceType();
      case T.map: {
        this.next();
        this.expect(T['[']);
        const key = field('key', this.type());
        this.expect(T[']']);
        const value = field('value', this.type());
        return inner('map_type', start, value.end, [key, value]);
      }
      case T.chan: {
        this.next();
        const arrow = this.start;
        const mark = this.mark();
        if (this.at(T['<-'])) this.next();
        // The grammar's precedence: `chan <-chan T` is a channel of `<-chan T`, with and without a blank.
        if (arrow !== this.start && this.at(T.chan)) this.reset(mark);
        const value = field('value', this.type());
        return inner('channel_type', start, value.end, [value]);
      }
      case T['<-']: {
        this.next();
        this.expect(T.chan);
        const value = field('value', this.type());
        return inner('channel_type', start, value.end, [value]);
      }
      case T.func:
        this.next();
        return this.functionType(start);
      default:
        return giveUp();
    }
  }

  /** @param isLiteral `[...]T` may stand here */
  protected arrayType(isLiteral: boolean): TreeNode {
    const { start } = this;
    this.next();
    if (this.at(T[']'])) {
      this.next();
      const element = field('element', this.type());
      return inner('slice_type', start, element.end, [element]);
    }
    if (this.at(T['...'])) {
      if (!isLiteral) giveUp();
      this.next();
      this.expect(T[']']);
      const element = field('element', this.type());
      return inner('implicit_length_array_type', start, element.end, [element]);
    }
    const length = field('length', this.inBrackets());
    this.expect(T[']']);
    const element = field('element', this.type());
    return inner('array_type', start, element.end, [length, element]);
  }

  /** An expression in brackets, where the brace of a composite literal is not that of a block. */
  protected abstract inBrackets(): TreeNode;

  protected functionType(start: number): TreeNode {
    const parts = this.signature();
    return inner('function_type', start, this.before, parts);
  }
}
