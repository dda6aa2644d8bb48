import type { MatchContext } from '../../../lang/names/match-context.ts';
import { nameOf } from '../../../lang/names/names.ts';
import { current, textOf } from '../../../lang/tree/go-node.ts';
import { parentOf } from '../../../lang/tree/parents.ts';
import { spanOf } from '../../../lang/tree/span.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';
import type { PluginNode } from '../../../plugin/api.ts';
import type { DotValue } from '../../../rewrite/render/dot/field-readers.ts';
import { fieldOf } from '../../../rewrite/render/dot/fields.ts';

/** Nodes as a plug-in sees them. */
export interface NodeViews {
  readonly of: (node: GoNode) => PluginNode;
  /** The node behind a view; undefined for what is none of these views. */
  readonly nodeOf: (view: PluginNode) => GoNode | undefined;
}

/** Views of nodes for one match; the same node has the same view. */
export function nodeViews(ctx: MatchContext): NodeViews {
  const views = new Map<GoNode, PluginNode>();
  const nodes = new WeakMap<PluginNode, GoNode>();
  const of = (node: GoNode): PluginNode => {
    const shown = current(node);
    const known = views.get(shown);
    if (known !== undefined) return known;
    const view: PluginNode = Object.freeze({
      kind: shown.kind,
      get text() {
        return textOf(shown);
      },
      get position() {
        return spanOf(shown.unit, shown.syntax.start);
      },
      get parent() {
        const parent = parentOf(shown);
        return parent && of(parent);
      },
      get symbol() {
        return nameOf(shown, ctx);
      },
      field: (name: string) => {
        const value = fieldOf(shown, name, ctx);
        return value && plain(value);
      },
    });
    views.set(shown, view);
    nodes.set(view, shown);
    return view;
  };
  const plain = (value: DotValue): ReturnType<PluginNode['field']> => {
    switch (value.kind) {
      case 'text':
        return value.text;
      case 'flag':
        return value.value;
      case 'node':
        return value.node && of(value.node);
      case 'nodes':
        return value.nodes.map(of);
    }
  };
  return { of, nodeOf: (view) => nodes.get(view) };
}
