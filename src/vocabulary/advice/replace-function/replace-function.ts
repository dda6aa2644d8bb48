import { filledTextOf, type ReadContext } from '../../../aspects/schema.ts';
import { text } from '../../../aspects/shape.ts';
import type { YamlEntry } from '../../../aspects/yaml-node.ts';
import type { SyntaxNode } from '../../../lang/syntax/syntax.ts';
import type { CodeTemplate } from '../../../lang/template/code-template.ts';
import { calleeOf, insideOf } from '../../../lang/tree/syntax-shapes.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';
import type { Site } from '../../../rewrite/file-session.ts';
import { keyOfPath } from '../../../rewrite/names/import-names.ts';
import { renderExpression } from '../../../rewrite/render/render.ts';
import { wrongNode } from '../../../rewrite/wrong-node.ts';
import type { AdviceKind, AnyAdvice } from '../../advice-kind.ts';
import { callFit } from '../call-fit.ts';

/** Calls another function with the same arguments, and type arguments. */
export interface ReplaceFunction extends AnyAdvice {
  readonly kind: 'replace-function';
  /** Undefined for functions that are predeclared or of the package itself. */
  readonly path?: string | undefined;
  readonly name: string;
  /** Type arguments of the old callee are lost, as in Orchestrion. */
  readonly quirks?: true | undefined;
}

export const replaceFunction: AdviceKind<ReplaceFunction> = {
  words: {
    'replace-function': {
      shape: text('[path.]Name'),
      doc: 'Calls another function with the same arguments and type arguments.',
      example: 'example.com/x.Get',
      read,
    },
  },
  templates: () => [],
  injects: ({ path }) => (path === undefined ? [] : [path]),
  reads: () => [],
  onNode: {
    fits: callFit,
    apply,
    mayHideErrors: () => true,
    mayMoveOrder: true,
    oncePerFile: false,
  },
  onPackage: undefined,
};

/** Split at the last dot; without one the function is predeclared or of the package itself. */
function read(entry: YamlEntry, { quirks }: ReadContext): ReplaceFunction {
  const written = filledTextOf(entry, 'the advice');
  const dot = written.lastIndexOf('.');
  const common = { name: written.slice(dot + 1), ...(quirks ? { quirks } : {}), span: entry.span };
  return dot < 0
    ? { kind: 'replace-function', ...common }
    : { kind: 'replace-function', path: written.slice(0, dot), ...common };
}

/** @throws GotsError advice_wrong_node */
function apply(advice: ReplaceFunction, site: Site): void {
  const { node } = site;
  const slot = node.kind === 'CallExpr' ? slotOf(node, advice.quirks) : undefined;
  if (slot === undefined) wrongNode(site, advice, 'a call');
  const { slots, dropped } = node.unit.changes;
  slots.set(slot, renderExpression(calleeTemplate(advice), site, node));
  const typeArguments = node.syntax.kind === 'call_expression' ? node.syntax.field('type_arguments') : undefined;
  if (advice.quirks && typeArguments !== undefined) dropped.add(typeArguments);
}

/** The name that is called; type arguments behind it stay, those of `f[int]` are those of what replaces `f`. */
function slotOf({ unit, syntax }: GoNode, quirks: true | undefined): SyntaxNode | undefined {
  let slot = calleeOf(syntax);
  while (slot !== undefined && !quirks && !unit.changes.slots.has(slot)) {
    const inner = insideOf(slot);
    if (inner === undefined) break;
    slot = inner;
  }
  return slot;
}

/** The new callee as a template, so that its package is imported and named as those of templates are. */
function calleeTemplate({ path, name, span }: ReplaceFunction): CodeTemplate {
  if (path === undefined) return { source: name, imports: {}, lines: [span] };
  const key = keyOfPath(path);
  return { source: `${key}.${name}`, imports: { [key]: path }, lines: [span] };
}
