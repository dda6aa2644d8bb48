import { samePath, selectorParts } from '../../lang/names/names.ts';
import { isDeclaredLocally } from '../../lang/names/scope.ts';
import type { SyntaxNode } from '../../lang/syntax/syntax.ts';
import { syntaxText } from '../../lang/tree/go-node.ts';
import type { Unit } from '../../lang/tree/unit.ts';
import type { Site } from '../file-session.ts';

/**
 * Gives every `key.Name` of a rendered text, where `key` is one of the template's imports and no local of the text, the
 * name under which the file knows that package. Moved nodes are placeholders at this point, so user code is not touched.
 */
export function resolveImports(unit: Unit, site: Site): void {
  const imports = unit.rendered?.template.imports ?? {};
  if (Object.keys(imports).length === 0) return;
  const visit = (node: SyntaxNode): void => {
    resolve(unit, node, { imports, site });
    node.children.forEach(visit);
  };
  visit(unit.tree.root);
}

function resolve(
  unit: Unit,
  node: SyntaxNode,
  { imports, site }: { imports: Readonly<Record<string, string>>; site: Site },
): void {
  if (node.kind !== 'selector_expression' && node.kind !== 'qualified_type') return;
  const { left, right } = selectorParts(node);
  if (left === undefined || right === undefined || (left.kind !== 'identifier' && left.kind !== 'package_identifier'))
    return;
  const key = syntaxText(unit, left);
  const path = Object.hasOwn(imports, key) ? imports[key] : undefined;
  if (path === undefined || isDeclaredLocally(unit.tree, left, key)) return;
  const { ctx, names } = site.session;
  if (samePath(path, ctx.facts.importPath)) {
    unit.changes.texts.set(node, syntaxText(unit, right));
  } else {
    unit.changes.texts.set(left, names.nameFor(path, key, { unit, syntax: left }));
  }
}
