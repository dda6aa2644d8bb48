import { templateFrom } from '../../../aspects/read-template.ts';
import { booleanOf, fields, filledTextOf, type ReadContext } from '../../../aspects/schema.ts';
import { flag, keysOf, map, text } from '../../../aspects/shape.ts';
import { templateFields } from '../../../aspects/template-shape.ts';
import type { YamlEntry } from '../../../aspects/yaml-node.ts';
import type { CodeTemplate } from '../../../lang/template/code-template.ts';
import { writtenValues } from '../../../lang/tree/constants.ts';
import { syntaxText } from '../../../lang/tree/go-node.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';
import { adviceNoValue } from '../../../report/codes/hooks.ts';
import type { Site } from '../../../rewrite/file-session.ts';
import { renderExpression } from '../../../rewrite/render/render.ts';
import { requireConstant } from '../../../rewrite/require-constant.ts';
import { wrongNode } from '../../../rewrite/wrong-node.ts';
import type { AdviceKind, AnyAdvice } from '../../advice-kind.ts';

/**
 * Gives names of a variable or constant specification the rendered value, or one that is made of the value they have; the type
 * stays. Constants that repeat the expression of a changed one keep their values (`rewrite/edits/value-edits.ts`).
 */
export interface AssignValue extends AnyAdvice {
  readonly kind: 'assign-value';
  readonly template: CodeTemplate;
  /** Only these names of the declaration; all of them by default. */
  readonly names?: readonly string[] | undefined;
  /** The dot is the value there is; declarations without one are left alone, unless `names` asks for them. */
  readonly wraps?: boolean | undefined;
}

const shape = map(
  {
    ...templateFields,
    name: {
      shape: text('a name'),
      doc: 'Only this name of the declaration; by default the names that the join point says, or else all.',
    },
    wraps: {
      shape: flag,
      doc: '`{{ . }}` is the value there is; declarations without one are left alone, unless they are named.',
    },
  },
  true,
);

export const assignValue: AdviceKind<AssignValue> = {
  words: {
    'assign-value': {
      shape,
      doc: 'Gives declared variables or constants another value. Constants that repeat the expression of a changed one keep theirs.',
      example: '{ template: "true" }',
      read,
    },
  },
  templates: ({ template }) => [template],
  injects: () => [],
  reads: () => [],
  onNode: {
    fits: {
      accepts: (kind) => kind === 'ValueSpec',
      wanted: 'a variable or constant declaration',
      hint: 'match one with "value-declaration"',
    },
    apply,
    mayHideErrors: () => true,
    mayMoveOrder: true,
    oncePerFile: false,
    // The value that a variable has can be anything.
    dotKinds: (matched, { wraps }) => (wraps ? 'any' : matched),
  },
  onPackage: undefined,
  forNames: (advice, names) => (advice.names === undefined ? { ...advice, names } : advice),
  valueTemplate: ({ template }) => template,
};

function read(entry: YamlEntry, ctx: ReadContext): AssignValue {
  const where = '"assign-value"';
  const found = fields(ctx, entry.value, { where, known: keysOf(shape) });
  const name = found.name && filledTextOf(found.name, where);
  const wraps = found.wraps !== undefined && booleanOf(found.wraps.value, '"wraps"');
  const template = templateFrom(ctx, found, entry.value);
  const more = { ...(name === undefined ? {} : { names: [name] }), ...(wraps ? { wraps } : {}) };
  return { kind: 'assign-value', template, ...more, span: entry.span };
}

/** @throws GotsError advice_wrong_node, advice_no_value, advice_no_constant */
function apply(advice: AssignValue, site: Site): void {
  const { node } = site;
  if (node.kind !== 'ValueSpec') wrongNode(site, advice, 'a variable or constant declaration');
  const names = node.syntax
    .fields('name')
    .filter((name) => name.kind === 'identifier' || name.kind === 'blank_identifier')
    .map((name) => syntaxText(node.unit, name));
  const { values } = node.unit.changes;
  const old = values.get(node.syntax) ?? writtenValues(node.unit, node.syntax);
  const chosen = names.map((name) => advice.names === undefined || advice.names.includes(name));
  const hasOwn = old.length === names.length;
  // Where one value serves several names, or there is none, those that are to keep theirs cannot.
  const isPossible = hasOwn || (advice.wraps !== true && chosen.every(Boolean));
  if (!isPossible && advice.names === undefined) return;
  if (!isPossible || !chosen.includes(true))
    adviceNoValue(advice.span, advice.names?.[0] ?? names[0] ?? '', names.length);
  values.set(node.syntax, newValues(advice, site, { old, chosen }));
}

function newValues(
  advice: AssignValue,
  site: Site,
  { old, chosen }: { readonly old: readonly GoNode[]; readonly chosen: readonly boolean[] },
): GoNode[] {
  const { node } = site;
  const render = (dot: GoNode): GoNode => {
    const value = renderExpression(advice.template, site, dot);
    if (node.syntax.kind === 'const_spec') requireConstant(value, advice, node);
    return value;
  };
  const common = advice.wraps ? undefined : render(node);
  return chosen.map((isChosen, i) => {
    const before = old[i] ?? node;
    return isChosen ? (common ?? render(before)) : before;
  });
}
