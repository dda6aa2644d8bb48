import type { TreeNode } from '../convert.ts';
import { field, inner } from './make-nodes.ts';
import { ExpressionParser } from './parse-expressions.ts';
import { giveUp } from './scan-tokens.ts';
import { T } from './token-table.ts';

const byteOrderMark = '\u01ef\u01bb\u01bf';

/** Files and their declarations. */
export abstract class DeclarationParser extends ExpressionParser {
  /** The body of a function at the top level. */
  protected abstract body(): TreeNode;

  /** The whole text. */
  file(): TreeNode {
    if (this.text.startsWith(byteOrderMark)) this.end = byteOrderMark.length;
    this.next();
    const { length } = this.text;
    const start = Math.min(this.start, this.comments[0]?.start ?? length);
    const declared: TreeNode[] = [];
    while (!this.at(T.EOF)) {
      declared.push(this.topLevel());
      if (!this.at(T.EOF)) this.expect(T[';']);
    }
    // A type is switched on in the header of a switch only.
    if (this.guard !== undefined) giveUp();
    return inner('source_file', start, length, declared);
  }

  private topLevel(): TreeNode {
    const { start } = this;
    switch (this.token) {
      case T.package: {
        this.next();
        const name = this.name('package_identifier');
        return inner('package_clause', start, name.end, [name]);
      }
      case T.import:
        return this.importDeclaration();
      case T.func:
        return this.functionDeclaration();
      case T.var:
      case T.const:
      case T.type:
        return this.declaration();
      default:
        return giveUp();
    }
  }

  private importDeclaration(): TreeNode {
    const { start } = this;
    this.next();
    if (!this.at(T['('])) {
      const spec = this.importSpec();
      return inner('import_declaration', start, spec.end, [spec]);
    }
    const open = this.start;
    const specs = this.group(() => this.importSpec());
    return inner('import_declaration', start, this.before, [inner('import_spec_list', open, this.before, specs)]);
  }

  private importSpec(): TreeNode {
    const { start } = this;
    const parts: TreeNode[] = [];
    if (this.at(T['.'])) parts.push(field('name', this.leafHere('dot')));
    else if (this.at(T.IDENT)) {
      const isBlank = this.end - start === 1 && this.text[start] === '_';
      parts.push(field('name', this.leafHere(isBlank ? 'blank_identifier' : 'package_identifier')));
    }
    if (this.at(T.STRING)) parts.push(field('path', this.leafHere('interpreted_string_literal')));
    else if (this.at(T.RAW)) parts.push(field('path', this.leafHere('raw_string_literal')));
    else giveUp();
    return inner('import_spec', start, this.before, parts);
  }

  /** Specifications in parentheses. */
  private group(spec: () => TreeNode): TreeNode[] {
    this.next();
    const specs: TreeNode[] = [];
    if (!this.at(T[')'])) {
      do specs.push(spec());
      while (this.separated(T[';'], T[')']));
    }
    this.expect(T[')']);
    return specs;
  }

  protected declaration(): TreeNode {
    const { start, token } = this;
    this.next();
    const open = this.start;
    const isGroup = this.at(T['(']);
    if (token === T.var) {
      const specs = isGroup ? this.group(() => this.varSpec()) : [this.varSpec()];
      const held = isGroup ? [inner('var_spec_list', open, this.before, specs)] : specs;
      return inner('var_declaration', start, this.before, held);
    }
    const spec = () => (token === T.const ? this.constSpec() : this.typeSpec());
    const specs = isGroup ? this.group(spec) : [spec()];
    return inner(token === T.const ? 'const_declaration' : 'type_declaration', start, this.before, specs);
  }

  private names(): TreeNode[] {
    const names = [field('name', this.name('identifier'))];
    while (this.at(T[','])) {
      this.next();
      names.push(field('name', this.name('identifier')));
    }
    return names;
  }

  private varSpec(): TreeNode {
    const { start } = this;
    const parts = this.names();
    if (!this.at(T['='])) parts.push(field('type', this.type()));
    if (this.at(T['='])) {
      this.next();
      parts.push(field('value', this.expressionList()));
    }
    return inner('var_spec', start, this.before, parts);
  }

  private constSpec(): TreeNode {
    const { start } = this;
    const parts = this.names();
    if (!this.at(T[';']) && !this.at(T[')']) && !this.at(T['}'])) {
      if (!this.at(T['='])) parts.push(field('type', this.type()));
      this.expect(T['=']);
      parts.push(field('value', this.expressionList()));
    }
    return inner('const_spec', start, this.before, parts);
  }

  private typeSpec(): TreeNode {
    const { start } = this;
    const parts = [field('name', this.name('type_identifier'))];
    if (this.at(T['[']) && this.beginsTypeParameters()) parts.push(field('type_parameters', this.typeParameters()));
    const isAlias = this.at(T['=']);
    if (isAlias) this.next();
    parts.push(field('type', this.type()));
    return inner(isAlias ? 'type_alias' : 'type_spec', start, this.before, parts);
  }

  /** Of `type T [N]int` and `type T[P any] int`; `[P *C]` and `[P (C)]` are left to the grammar. */
  private beginsTypeParameters(): boolean {
    const mark = this.mark();
    this.next();
    const isName = this.at(T.IDENT);
    if (isName) this.next();
    const after: number = this.token;
    this.reset(mark);
    if (!isName || after === T[']']) return false;
    if (after === T['*'] || after === T['(']) giveUp();
    return (
      after === T.IDENT ||
      after === T[','] ||
      after === T['['] ||
      after === T['~'] ||
      after === T['<-'] ||
      (after >= T.break && after <= T.var)
    );
  }

  private functionDeclaration(): TreeNode {
    const { start } = this;
    this.next();
    const parts: TreeNode[] = [];
    const isMethod = this.at(T['(']);
    if (isMethod) parts.push(field('receiver', this.parameterList()));
    parts.push(field('name', this.name(isMethod ? 'field_identifier' : 'identifier')));
    if (this.at(T['['])) parts.push(field('type_parameters', this.typeParameters()));
    parts.push(...this.signature());
    if (this.at(T['{'])) parts.push(field('body', this.body()));
    return inner(isMethod ? 'method_declaration' : 'function_declaration', start, this.before, parts);
  }
}
