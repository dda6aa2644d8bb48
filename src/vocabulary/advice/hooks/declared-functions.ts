import { readable } from '../../../lang/syntax/source.ts';
import type { SyntaxNode, SyntaxTree } from '../../../lang/syntax/syntax.ts';

/** A declared function with the file that declares it. */
export interface DeclaredFunction {
  readonly tree: SyntaxTree;
  readonly node: SyntaxNode;
}

/** The functions at the top level of a package, methods left out; of several with one name the first. */
export type Functions = ReadonlyMap<string, DeclaredFunction>;

export interface DeclaredEntry {
  /** Empty where it has none. */
  readonly name: string;
  readonly type: string;
  readonly syntax: SyntaxNode | undefined;
  readonly variadic: boolean;
}

/** The parameters of a function, one by one. */
export function entriesOf({ tree, node }: DeclaredFunction): DeclaredEntry[] {
  const text = (at: SyntaxNode): string => readable(tree.source, at.start, at.end);
  return (node.field('parameters')?.children ?? []).flatMap((field) => {
    const type = field.field('type');
    const variadic = field.kind === 'variadic_parameter_declaration';
    const names = field.fields('name').map(text);
    return (names.length === 0 ? [''] : names).map((name) => ({
      name,
      type: type ? text(type) : '',
      syntax: type,
      variadic,
    }));
  });
}
