import { templateFrom } from '../../../aspects/read-template.ts';
import { booleanOf, fields, filledTextOf, integerOf, type ReadContext, yamlText } from '../../../aspects/schema.ts';
import { flag, keysOf, map, number, text } from '../../../aspects/shape.ts';
import { templateFields } from '../../../aspects/template-shape.ts';
import type { YamlEntry } from '../../../aspects/yaml-node.ts';
import { compileGoRegexp } from '../../../lang/patterns/go-regexp.ts';
import type { SyntaxNode } from '../../../lang/syntax/syntax.ts';
import type { CodeTemplate } from '../../../lang/template/code-template.ts';
import { functionOfBody } from '../../../lang/tree/functions.ts';
import { syntaxText } from '../../../lang/tree/go-node.ts';
import { signatureOf } from '../../../lang/tree/signature.ts';
import type { GoNode, Unit } from '../../../lang/tree/unit.ts';
import { adviceNoStatement } from '../../../report/codes/hooks.ts';
import type { Site } from '../../../rewrite/file-session.ts';
import { hasBareReturn } from '../../../rewrite/hidden-errors.ts';
import { settleOpen } from '../../../rewrite/names/open-names.ts';
import { nameResults } from '../../../rewrite/names/result-names.ts';
import { refuseMoves, renderStatements } from '../../../rewrite/render/render.ts';
import { wrongNode } from '../../../rewrite/wrong-node.ts';
import type { AdviceKind, AnyAdvice } from '../../advice-kind.ts';

/** Puts statements, as a rule in a block of their own, in front of all others in a block. */
export interface PrependStatements extends AnyAdvice {
  readonly kind: 'prepend-statements';
  readonly template: CodeTemplate;
  readonly order: number;
  /** Undefined is the default namespace, which sorts after every other. */
  readonly namespace?: string | undefined;
  /** Results without a name get this one and their index, `retVal0`, under which the statements know them. */
  readonly resultNames?: string | undefined;
  /** Not in a block of their own: what they declare can be seen by the rest of the function. */
  readonly open?: boolean | undefined;
  /** Not at the top: beside the first statement whose text the regular expression of Go finds itself in. */
  readonly beside?: { readonly pattern: string; readonly placement: 'before' | 'after' } | undefined;
}

const shape = map(
  {
    ...templateFields,
    order: { shape: number, doc: 'Statements of lower order stand further down: the last applied stands first.' },
    open: { shape: flag, doc: 'Not in a block of their own: the rest of the function sees what they declare.' },
    'result-names': {
      shape: text('a name'),
      doc: 'Results without a name get this one and their index, under which the statements know them.',
    },
    namespace: { shape: text('any name'), doc: 'Orders count within a namespace; the default one comes last.' },
  },
  true,
);

export const prependStatements: AdviceKind<PrependStatements> = {
  words: {
    'prepend-statements': {
      shape,
      doc: 'Puts statements, in a block of their own, at the top of a block. Needs a block: `function-body`.',
      example: '{ template: "defer trace({{ .Function.Name | printf `%q` }})()" }',
      read,
    },
  },
  templates: ({ template }) => [template],
  injects: () => [],
  reads: () => [],
  onNode: {
    fits: {
      accepts: (kind) => kind === 'BlockStmt',
      wanted: 'a block',
      hint: 'put the join point into "function-body"',
    },
    apply,
    mayHideErrors,
    mayMoveOrder: true,
    oncePerFile: false,
  },
  onPackage: undefined,
  rank: ({ order, namespace }) => ({ order, namespace }),
};

function read(entry: YamlEntry, ctx: ReadContext): PrependStatements {
  const where = '"prepend-statements"';
  const found = fields(ctx, entry.value, { where, known: keysOf(shape) });
  const namespace = found.namespace ? yamlText(found.namespace.value, '"namespace"') : '';
  const order = found.order ? integerOf(found.order.value, '"order"') : 0;
  const resultNames = found['result-names'] && filledTextOf(found['result-names'], where);
  const open = found.open !== undefined && booleanOf(found.open.value, '"open"');
  const more = { ...(open ? { open } : {}), ...(resultNames === undefined ? {} : { resultNames }) };
  const common = { template: templateFrom(ctx, found, entry.value), order, ...more, span: entry.span };
  // An empty namespace is the default one, which sorts last.
  return { kind: 'prepend-statements', ...common, ...(namespace === '' ? {} : { namespace }) };
}

const jump = /\b(?:goto|break|continue)[ \t]+[\p{L}_]/u;

/**
 * At the top of a declared function, statements are known to hide little: new names of results make a bare `return` valid,
 * statements end an empty body, and a jump uses a label.
 */
function mayHideErrors({ beside, template }: PrependStatements, slot: GoNode): boolean {
  const fn = functionOfBody(slot);
  if (fn?.kind !== 'FuncDecl' || beside !== undefined || jump.test(template.source)) return true;
  return hasBareReturn(fn) || (slot.syntax.children.length === 0 && signatureOf(fn).results.fields.length > 0);
}

/** @throws GotsError advice_wrong_node, advice_no_statement, template_… */
function apply(advice: PrependStatements, site: Site): void {
  const { node, session } = site;
  if (node.kind !== 'BlockStmt') wrongNode(site, advice, 'a block');
  const fn = advice.resultNames === undefined ? undefined : functionOfBody(node);
  // Before the template asks for them.
  if (fn !== undefined) nameResults(fn, advice.resultNames as string, undefined, session.pkg.own);
  const unit: Unit = renderStatements(advice.template, site, node);
  refuseMoves(unit);
  if (fn !== undefined) nameResults(fn, advice.resultNames as string, unit, session.pkg.own);
  if (advice.open && advice.beside === undefined) settleOpen(unit, node, session.pkg.own);
  const { prepended, beside } = node.unit.changes;
  if (advice.beside !== undefined) {
    const { pattern, placement } = advice.beside;
    const statement = statementLike(node, compileGoRegexp(pattern));
    if (statement === undefined) adviceNoStatement(advice.span, pattern);
    beside.set(statement, [...(beside.get(statement) ?? []), { unit, placement }]);
    return;
  }
  prepended.set(node.syntax, [...(prepended.get(node.syntax) ?? []), { unit, open: advice.open === true }]);
}

/** The first statement, outer ones before those inside them, that stands in braces and whose text the pattern is found in. */
function statementLike(block: GoNode, pattern: { test: (text: string) => boolean }): SyntaxNode | undefined {
  const visit = (node: SyntaxNode): SyntaxNode | undefined => {
    const isList = node.kind === 'statement_list' && node.parent?.kind === 'block';
    for (const child of node.children) {
      const found = isList && pattern.test(syntaxText(block.unit, child)) ? child : visit(child);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return visit(block.syntax);
}
