import type { NodeKind } from '../../../lang/syntax/syntax.ts';
import type { TreeNode } from '../convert.ts';
import { field, inner, isType } from './make-nodes.ts';
import { SimpleParser } from './parse-simple.ts';
import { giveUp } from './scan-tokens.ts';
import { T } from './token-table.ts';

/** Statements and blocks. */
export class StatementParser extends SimpleParser {
  block(): TreeNode {
    const start = this.expect(T['{']);
    this.deeper();
    const list = this.statementList();
    this.depth--;
    this.expect(T['}']);
    return inner('block', start, this.before, list === undefined ? [] : [list]);
  }

  protected body(): TreeNode {
    return this.block();
  }

  /** Up to the brace or the case that follows; the newline or semicolon behind the last statement belongs to the list. */
  private statementList(): TreeNode | undefined {
    const statements: TreeNode[] = [];
    const { start } = this;
    let { end } = this;
    while (!this.endsList()) {
      const statement = this.statement();
      statements.push(statement);
      end = statement.end;
      if (!this.at(T[';'])) break;
      // A label without a statement is the end of its list.
      if (this.isLoneLabel(statement)) giveUp();
      ({ end } = this);
      this.next();
    }
    if (!this.endsList()) giveUp();
    return statements.length === 0 ? undefined : inner('statement_list', start, end, statements);
  }

  private endsList(): boolean {
    return this.at(T['}']) || this.at(T.case) || this.at(T.default);
  }

  private isLoneLabel(statement: TreeNode): boolean {
    return statement.kind === 'labeled_statement' && statement.children.length === 1;
  }

  private statement(): TreeNode {
    const { start } = this;
    switch (this.token) {
      case T.var:
      case T.const:
      case T.type:
        return this.declaration();
      case T.return: {
        this.next();
        if (this.at(T[';']) || this.at(T['}'])) return inner('return_statement', start, this.before, []);
        const list = this.expressionList();
        return inner('return_statement', start, list.end, [list]);
      }
      case T.if:
        return this.ifStatement();
      case T.for:
        return this.forStatement();
      case T.switch:
        return this.switchStatement();
      case T.select:
        return this.selectStatement();
      case T.go:
        return this.startOf('go_statement');
      case T.defer:
        return this.startOf('defer_statement');
      case T['{']:
        return this.block();
      case T.break:
        return this.jump('break_statement');
      case T.continue:
        return this.jump('continue_statement');
      case T.goto:
        return this.jump('goto_statement');
      case T.fallthrough:
        return this.leafHere('fallthrough_statement');
      default:
        return this.simpleStatement(true);
    }
  }

  protected labeled(label: TreeNode): TreeNode {
    label.kind = 'label_name';
    this.next();
    const name = field('label', label);
    if (this.endsList()) return inner('labeled_statement', name.start, this.before, [name]);
    const statement = this.statement();
    if (this.isLoneLabel(statement)) giveUp();
    return inner('labeled_statement', name.start, statement.end, [name, statement]);
  }

  private ifStatement(): TreeNode {
    const { start } = this;
    this.deeper();
    const parts = this.header(() => {
      const first = this.simpleStatement(false);
      if (this.at(T['{'])) return [field('condition', this.only(first))];
      this.semicolon();
      return [field('initializer', first), field('condition', this.expression())];
    });
    parts.push(field('consequence', this.block()));
    if (this.at(T.else)) {
      this.next();
      parts.push(field('alternative', this.at(T.if) ? this.ifStatement() : this.block()));
    }
    this.depth--;
    return inner('if_statement', start, this.before, parts);
  }

  private forStatement(): TreeNode {
    const { start } = this;
    const parts = this.header(() => {
      if (this.at(T['{'])) return [];
      if (this.at(T.range)) return [this.rangeClause(this.start, [])];
      const first = this.at(T[';']) ? undefined : this.forFirst();
      if (first?.kind === 'range_clause') return [first];
      if (this.at(T['{'])) return [this.only(first as TreeNode)];
      return [this.forClause(first)];
    });
    parts.push(field('body', this.block()));
    return inner('for_statement', start, this.before, parts);
  }

  private switchStatement(): TreeNode {
    const { start } = this;
    const { guard } = this;
    this.guard = undefined;
    const parts = this.header(() => this.switchHeader());
    const isOfTypes = this.guard !== undefined;
    this.guard = guard;
    this.expect(T['{']);
    while (!this.at(T['}'])) parts.push(this.switchCase(isOfTypes));
    this.next();
    return inner(isOfTypes ? 'type_switch_statement' : 'expression_switch_statement', start, this.before, parts);
  }

  private switchHeader(): TreeNode[] {
    if (this.at(T['{'])) return [];
    const first = this.simpleStatement(false);
    if (this.at(T['{'])) return this.switched(first);
    if (this.guard !== undefined) giveUp();
    this.semicolon();
    const initializer = field('initializer', first);
    if (this.at(T['{'])) return [initializer];
    return [initializer, ...this.switched(this.simpleStatement(false))];
  }

  /** What is switched on: a value, or the type of one, perhaps under a name. */
  private switched(statement: TreeNode): TreeNode[] {
    const { guard } = this;
    if (statement.kind !== 'short_var_declaration') {
      const value = this.only(statement);
      if (guard !== undefined && value !== guard) giveUp();
      return [field('value', value)];
    }
    const [left, right] = statement.children;
    if (guard === undefined || right?.children.length !== 1 || right.children[0] !== guard) giveUp();
    return [field('alias', left as TreeNode), field('value', guard)];
  }

  private switchCase(isOfTypes: boolean): TreeNode {
    const { start } = this;
    if (this.at(T.default)) return this.defaultCase();
    this.expect(T.case);
    const parts: TreeNode[] = [];
    if (isOfTypes) {
      do parts.push(field('type', this.type()));
      while (this.separated(T[','], T[':']));
    } else {
      parts.push(field('value', this.expressionList()));
    }
    return this.clause(isOfTypes ? 'type_case' : 'expression_case', start, parts);
  }

  private clause(kind: NodeKind, start: number, parts: TreeNode[]): TreeNode {
    this.expect(T[':']);
    const colon = this.before;
    this.deeper();
    const list = this.statementList();
    this.depth--;
    if (list !== undefined) parts.push(list);
    return inner(kind, start, list?.end ?? colon, parts);
  }

  private defaultCase(): TreeNode {
    const { start } = this;
    this.next();
    return this.clause('default_case', start, []);
  }

  private selectStatement(): TreeNode {
    const { start } = this;
    this.next();
    this.expect(T['{']);
    const cases: TreeNode[] = [];
    while (!this.at(T['}'])) cases.push(this.selectCase());
    this.next();
    return inner('select_statement', start, this.before, cases);
  }

  private selectCase(): TreeNode {
    const { start } = this;
    if (this.at(T.default)) return this.defaultCase();
    this.expect(T.case);
    const statement = this.simpleStatement(false);
    const [first, second, third] = statement.children;
    if (statement.kind === 'send_statement') {
      return this.clause('communication_case', start, [field('communication', statement)]);
    }
    const received = statement.kind === 'expression_statement' ? first : (third ?? second)?.children[0];
    const parts = received === undefined || isType(received) ? giveUp() : [field('right', received)];
    if (statement.kind !== 'expression_statement') {
      const isPlain = statement.kind === 'short_var_declaration' || this.text[second?.start ?? 0] === '=';
      const right = third ?? second;
      if (!isPlain || right?.children.length !== 1) giveUp();
      parts.unshift(first as TreeNode);
    }
    const receive = inner('receive_statement', statement.start, statement.end, parts);
    return this.clause('communication_case', start, [field('communication', receive)]);
  }
}
