import type { MatchContext } from '../../../lang/names/match-context.ts';
import type { GoType } from '../../../lang/template/values/types.ts';
import { bool, type Dotted, type DottedMember, slice, type Value } from '../../../lang/template/values/values.ts';
import { isExpression } from '../../../lang/tree/go-kind.ts';
import { current } from '../../../lang/tree/go-node.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';
import type { DotValue } from './field-readers.ts';
import { fieldOf } from './fields.ts';

/** Where printed nodes are noted while a template runs. */
export interface Placeholders {
  /** Text that stands for the node until the output has been parsed. `copy`: the node may be printed elsewhere too. */
  readonly add: (node: GoNode, copy: boolean) => string;
}

export interface ViewContext {
  readonly ctx: MatchContext;
  readonly placeholders: Placeholders;
}

const nodeType: GoType = { kind: 'named', name: '*code.nodeWrapper', nilable: true };

/** `.AST`: a node whose fields are those of go/ast, as they are after the changes made so far. Printing it moves it. */
export function nodeView(node: GoNode, view: ViewContext): Dotted {
  const shown = current(node);
  return {
    goType: `*dst.${shown.kind}`,
    member(name): DottedMember | undefined {
      if (name === 'Copy' && isExpression(shown.kind)) return { kind: 'field', value: copyView(shown, view) };
      const value = fieldOf(shown, name, view.ctx);
      return value === undefined ? undefined : { kind: 'field', value: templateValue(value, view) };
    },
    print: () => ({ kind: 'node', node: shown }),
    placeholder: () => view.placeholders.add(shown, false),
  };
}

function copyView(node: GoNode, view: ViewContext): Dotted {
  const add = (): string => view.placeholders.add(node, true);
  return { ...nodeView(node, view), print: () => ({ kind: 'text', text: add() }), placeholder: add };
}

function templateValue(value: DotValue, view: ViewContext): Value {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'flag':
      return bool(value.value);
    case 'node':
      return value.node === undefined ? null : nodeView(value.node, view);
    case 'nodes':
      return slice(
        nodeType,
        value.nodes.map((node) => nodeView(node, view)),
      );
  }
}
