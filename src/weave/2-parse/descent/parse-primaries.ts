import type { TreeNode } from '../convert.ts';
import { field, inner, isType } from './make-nodes.ts';
import { ReadingParser } from './parse-readings.ts';
import { giveUp } from './scan-tokens.ts';
import { T } from './token-table.ts';

/** Operands with what follows them: selectors, indexes, calls and literals. */
export abstract class PrimaryParser extends ReadingParser {
  /** Below zero in the header of a statement, where a brace begins the block. */
  protected level = 0;
  /** The `x` of an `x.(type)` that no switch has taken yet. */
  protected guard: TreeNode | undefined;

  abstract block(): TreeNode;
  protected abstract binary(lowest: number): TreeNode;

  protected primary(): TreeNode {
    this.deeper();
    let found = this.operand();
    for (;;) {
      switch (this.token) {
        case T['.']:
          found = this.selector(this.settled(found));
          break;
        case T['[']:
          found = this.brackets(this.settled(found));
          break;
        case T['(']:
          found = this.call(found);
          break;
        case T['{']: {
          const type = this.literalType(found);
          if (type === undefined) {
            this.depth--;
            return this.settled(found);
          }
          const body = field('body', this.literalValue());
          found = inner('composite_literal', type.start, body.end, [field('type', type), body]);
          break;
        }
        default:
          this.depth--;
          return this.settled(found);
      }
    }
  }

  private operand(): TreeNode {
    const { start, end, text } = this;
    switch (this.token) {
      case T.IDENT: {
        const length = end - start;
        const c = text.charCodeAt(start);
        if (length === 3 && c === 110) {
          if (text.startsWith('nil', start)) return this.leafHere('nil');
          if (text.startsWith('new', start)) return this.allocation();
        } else if (length === 4) {
          if (c === 116 && text.startsWith('true', start)) return this.leafHere('true');
          if (c === 105 && text.startsWith('iota', start)) return this.leafHere('iota');
          if (c === 109 && text.startsWith('make', start)) return this.allocation();
        } else if (length === 5 && c === 102 && text.startsWith('false', start)) return this.leafHere('false');
        return this.leafHere('identifier');
      }
      case T.INT:
        return this.leafHere('int_literal');
      case T.FLOAT:
        return this.leafHere('float_literal');
      case T.IMAGINARY:
        return this.leafHere('imaginary_literal');
      case T.RUNE:
        return this.leafHere('rune_literal');
      case T.STRING:
        return this.leafHere('interpreted_string_literal');
      case T.RAW:
        return this.leafHere('raw_string_literal');
      case T['(']: {
        this.next();
        const { level } = this;
        this.level = 1;
        const held = this.binary(1);
        this.level = level;
        this.expect(T[')']);
        return inner(isType(held) ? 'parenthesized_type' : 'parenthesized_expression', start, this.before, [held]);
      }
      case T['[']:
        return this.arrayType(true);
      case T.func:
        return this.functionHere();
      case T.struct:
      case T.map:
      case T.chan:
      case T.interface:
        return this.type();
      default:
        return giveUp();
    }
  }

  private functionHere(): TreeNode {
    const { start } = this;
    this.next();
    const parts = this.signature();
    if (!this.at(T['{'])) return inner('function_type', start, this.before, parts);
    const { level } = this;
    this.level = 0;
    parts.push(field('body', this.block()));
    this.level = level;
    return inner('func_literal', start, this.before, parts);
  }

  /** `new` or `make`, whose first argument is a type, or an expression where it can be no type. */
  private allocation(): TreeNode {
    const name = this.leafHere('identifier');
    if (!this.at(T['('])) return name;
    const { start } = this;
    const { given, isSpread } = this.given();
    const [first] = given;
    if (isSpread) giveUp();
    const type = first && this.asType(first);
    if (type !== undefined) given[0] = type;
    if (given.some((each, at) => at > 0 && isType(each))) giveUp();
    const list = inner('argument_list', start, this.before, given);
    return inner('call_expression', name.start, this.before, [field('function', name), field('arguments', list)]);
  }

  private selector(operand: TreeNode): TreeNode {
    if (isType(operand)) giveUp();
    this.next();
    if (this.at(T.IDENT)) {
      const name = field('field', this.leafHere('field_identifier'));
      return inner('selector_expression', operand.start, name.end, [field('operand', operand), name]);
    }
    this.expect(T['(']);
    if (this.at(T.type)) {
      this.next();
      this.expect(T[')']);
      if (this.guard !== undefined) giveUp();
      this.guard = operand;
      return operand;
    }
    const type = field('type', this.type());
    this.expect(T[')']);
    return inner('type_assertion_expression', operand.start, this.before, [field('operand', operand), type]);
  }

  /** An index, a slice or type arguments. */
  private brackets(operand: TreeNode): TreeNode {
    if (isType(operand)) giveUp();
    this.next();
    const { level } = this;
    this.level = 1;
    const found = this.inside(operand);
    this.level = level;
    return found;
  }

  private inside(operand: TreeNode): TreeNode {
    if (this.at(T[':'])) return this.slice(operand, undefined);
    const first = this.element();
    if (this.at(T[':'])) return this.slice(operand, first);
    const given = [first];
    const isList = this.at(T[',']);
    while (this.separated(T[','], T[']'])) given.push(this.element());
    this.expect(T[']']);
    if (!isList && !isType(first)) {
      const parts = [field('operand', operand), field('index', first)];
      return inner('index_expression', operand.start, this.before, parts);
    }
    return inner('type_instantiation_expression', operand.start, this.before, [field('operand', operand), ...given]);
  }

  private element(): TreeNode {
    return this.at(T['~']) ? this.type() : this.binary(1);
  }

  private slice(operand: TreeNode, start: TreeNode | undefined): TreeNode {
    const parts = [field('operand', operand)];
    if (start !== undefined) parts.push(field('start', isType(start) ? giveUp() : start));
    this.next();
    if (!this.at(T[']'])) parts.push(field('end', this.expression()));
    if (this.at(T[':'])) {
      this.next();
      parts.push(field('capacity', this.expression()));
    }
    this.expect(T[']']);
    return inner('slice_expression', operand.start, this.before, parts);
  }

  /** Arguments in parentheses, types among them, for the caller to judge. */
  private given(): { readonly given: TreeNode[]; readonly isSpread: boolean } {
    this.next();
    const { level } = this;
    this.level = 1;
    const given: TreeNode[] = [];
    let isSpread = false;
    if (!this.at(T[')'])) {
      do {
        let argument = this.binary(1);
        if (this.at(T['...'])) {
          isSpread = true;
          this.next();
          argument = inner('variadic_argument', argument.start, this.before, [argument]);
        }
        given.push(argument);
      } while (this.separated(T[','], T[')']));
    }
    this.level = level;
    this.expect(T[')']);
    return { given, isSpread };
  }

  /**
   * A call, with type arguments perhaps; a conversion where what is called can only be a type, or may be one and gets one operand: of the
   * readings, the one that the grammar prefers.
   */
  private call(called: TreeNode): TreeNode {
    const { start } = this;
    const { given, isSpread } = this.given();
    if (given.some(isType)) giveUp();
    const [only] = given;
    if (given.length === 1 && !isSpread) {
      const type = this.calledType(called);
      if (type !== undefined) {
        const parts = [field('type', type), field('operand', only as TreeNode)];
        return inner('type_conversion_expression', type.start, this.before, parts);
      }
    }
    if (isType(called)) giveUp();
    const list = field('arguments', inner('argument_list', start, this.before, given));
    const types = this.calledTypes(called);
    if (types !== undefined) {
      const fn = field('function', called.children[0] as TreeNode);
      return inner('call_expression', called.start, this.before, [fn, field('type_arguments', types), list]);
    }
    return inner('call_expression', called.start, this.before, [field('function', called), list]);
  }

  /** The type of a composite literal whose brace is at hand. */
  private literalType(found: TreeNode): TreeNode | undefined {
    switch (found.kind) {
      case 'array_type':
      case 'implicit_length_array_type':
      case 'map_type':
      case 'slice_type':
      case 'struct_type':
        return found;
      case 'identifier':
        return this.level < 0 ? undefined : this.asType(found);
      case 'selector_expression':
      case 'index_expression':
      case 'type_instantiation_expression':
        return this.level < 0 ? undefined : this.asType(found);
      default:
        return undefined;
    }
  }

  private literalValue(): TreeNode {
    const start = this.expect(T['{']);
    const { level } = this;
    this.level = 1;
    this.deeper();
    const elements: TreeNode[] = [];
    if (!this.at(T['}'])) {
      do {
        const element = this.literalElement();
        if (!this.at(T[':'])) {
          elements.push(element);
          continue;
        }
        this.next();
        const value = field('value', this.literalElement());
        elements.push(inner('keyed_element', element.start, value.end, [field('key', element), value]));
      } while (this.separated(T[','], T['}']));
    }
    this.depth--;
    this.level = level;
    this.expect(T['}']);
    return inner('literal_value', start, this.before, elements);
  }

  private literalElement(): TreeNode {
    const held = this.at(T['{']) ? this.literalValue() : this.expression();
    return inner('literal_element', held.start, held.end, [held]);
  }
}
