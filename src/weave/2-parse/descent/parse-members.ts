import type { TreeNode } from '../convert.ts';
import { field, inner } from './make-nodes.ts';
import { PartParser } from './parse-parts.ts';
import { giveUp } from './scan-tokens.ts';
import { T } from './token-table.ts';

/** What types are made of: names with arguments, parameters, fields and methods. */
export abstract class MemberParser extends PartParser {
  /** What follows a name: the rest of a qualified one, type arguments. */
  protected namedType(name: TreeNode): TreeNode {
    let type = name;
    if (this.at(T['.'])) {
      this.next();
      name.kind = 'package_identifier';
      const last = field('name', this.name('type_identifier'));
      type = inner('qualified_type', name.start, last.end, [field('package', name), last]);
    }
    if (!this.at(T['['])) return type;
    const { start } = this;
    this.next();
    const given: TreeNode[] = [];
    do given.push(this.typeElement('type_elem'));
    while (this.separated(T[','], T[']']));
    this.expect(T[']']);
    const list = inner('type_arguments', start, this.before, given);
    return inner('generic_type', type.start, this.before, [field('type', type), field('type_arguments', list)]);
  }

  /** Parameters and result. */
  protected signature(): TreeNode[] {
    const parameters = field('parameters', this.parameterList());
    if (this.at(T['('])) return [parameters, field('result', this.parameterList())];
    return this.beginsType() ? [parameters, field('result', this.type())] : [parameters];
  }

  protected typeElement(kind: 'type_elem' | 'type_constraint'): TreeNode {
    const types = [this.type()];
    while (this.at(T['|'])) {
      this.next();
      types.push(this.type());
    }
    return inner(kind, (types[0] as TreeNode).start, this.before, types);
  }

  protected typeParameters(): TreeNode {
    const { start } = this;
    this.next();
    const declared: TreeNode[] = [];
    do {
      const names = [field('name', this.name('identifier'))];
      while (this.at(T[','])) {
        this.next();
        names.push(field('name', this.name('identifier')));
      }
      names.push(field('type', this.typeElement('type_constraint')));
      declared.push(inner('type_parameter_declaration', (names[0] as TreeNode).start, this.before, names));
    } while (this.separated(T[','], T[']']));
    this.expect(T[']']);
    return inner('type_parameter_list', start, this.before, declared);
  }

  protected structType(): TreeNode {
    const { start } = this;
    this.next();
    const open = this.expect(T['{']);
    const fields: TreeNode[] = [];
    if (!this.at(T['}'])) {
      do fields.push(this.fieldDeclaration());
      while (this.separated(T[';'], T['}']));
    }
    this.expect(T['}']);
    return inner('struct_type', start, this.before, [inner('field_declaration_list', open, this.before, fields)]);
  }

  private fieldDeclaration(): TreeNode {
    const { start } = this;
    const parts: TreeNode[] = [];
    if (this.at(T['*'])) {
      this.next();
      parts.push(field('type', this.namedType(this.name('type_identifier'))));
    } else {
      const first = this.name('field_identifier');
      const isEmbedded =
        this.at(T[';']) ||
        this.at(T['}']) ||
        this.at(T['.']) ||
        this.at(T.STRING) ||
        this.at(T.RAW) ||
        (this.at(T['[']) && !this.typeFollowsBrackets());
      if (isEmbedded) {
        first.kind = 'type_identifier';
        parts.push(field('type', this.namedType(first)));
      } else {
        parts.push(field('name', first));
        while (this.at(T[','])) {
          this.next();
          parts.push(field('name', this.name('field_identifier')));
        }
        parts.push(field('type', this.type()));
      }
    }
    if (this.at(T.STRING)) parts.push(field('tag', this.leafHere('interpreted_string_literal')));
    else if (this.at(T.RAW)) parts.push(field('tag', this.leafHere('raw_string_literal')));
    return inner('field_declaration', start, this.before, parts);
  }

  protected interfaceType(): TreeNode {
    const { start } = this;
    this.next();
    this.expect(T['{']);
    const elements: TreeNode[] = [];
    if (!this.at(T['}'])) {
      do elements.push(this.interfaceElement());
      while (this.separated(T[';'], T['}']));
    }
    this.expect(T['}']);
    return inner('interface_type', start, this.before, elements);
  }

  private interfaceElement(): TreeNode {
    if (this.at(T.IDENT)) {
      const mark = this.mark();
      const name = field('name', this.name('field_identifier'));
      if (this.at(T['('])) {
        const parts = this.signature();
        return inner('method_elem', name.start, this.before, [name, ...parts]);
      }
      this.reset(mark);
    }
    return this.typeElement('type_elem');
  }

  parameterList(): TreeNode {
    const start = this.expect(T['(']);
    const entries: Entry[] = [];
    if (!this.at(T[')'])) {
      do entries.push(this.parameter());
      while (this.separated(T[','], T[')']));
    }
    this.expect(T[')']);
    return inner('parameter_list', start, this.before, declarations(entries));
  }

  private parameter(): Entry {
    if (this.at(T['...'])) {
      const { start } = this;
      this.next();
      return { start, end: 0, type: this.type(), isVariadic: true };
    }
    const { start } = this;
    if (!this.at(T.IDENT)) return { start, type: this.type() };
    const name = this.name('identifier');
    if (this.at(T[',']) || this.at(T[')'])) return { start, name };
    if (this.at(T['.']) || (this.at(T['[']) && !this.typeFollowsBrackets())) {
      name.kind = 'type_identifier';
      return { start, type: this.namedType(name) };
    }
    if (this.at(T['...'])) {
      this.next();
      return { start, name, type: this.type(), isVariadic: true };
    }
    return { start, name, type: this.type() };
  }
}

/** What stands between two commas of a parameter list; a name alone may be a type. */
interface Entry {
  readonly start: number;
  readonly end?: number;
  readonly name?: TreeNode;
  readonly type?: TreeNode;
  readonly isVariadic?: boolean;
}

/** Where one parameter has a name all have. */
function declarations(entries: readonly Entry[]): TreeNode[] {
  const isNamed = entries.some(({ name, type }) => name !== undefined && type !== undefined);
  const declared: TreeNode[] = [];
  let names: TreeNode[] = [];
  for (const { start, name, type, isVariadic } of entries) {
    const kind = isVariadic ? 'variadic_parameter_declaration' : 'parameter_declaration';
    if (!isNamed) {
      if (name !== undefined) name.kind = 'type_identifier';
      const only = (type ?? name) as TreeNode;
      declared.push(inner(kind, start, only.end, [field('type', only)]));
      continue;
    }
    if (name === undefined) giveUp();
    names.push(field('name', name));
    if (type === undefined) continue;
    if (isVariadic && names.length > 1) giveUp();
    const first = names[0] as TreeNode;
    declared.push(inner(kind, first.start, type.end, [...names, field('type', type)]));
    names = [];
  }
  if (names.length > 0) giveUp();
  return declared;
}
