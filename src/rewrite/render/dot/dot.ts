import { goString } from '../../../lang/template/values/types.ts';
import { type Dotted, struct, type Value } from '../../../lang/template/values/values.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';
import type { Site } from '../../file-session.ts';
import { nodeView, type Placeholders } from './ast-view.ts';
import { directiveArguments } from './directive-args.ts';
import { type Asked, functionView } from './function-view.ts';

/** What a template's dot is: the matched node, printed by itself, and ways to ask about it. */
export function dotOf(
  site: Site,
  node: GoNode,
  { placeholders, asked }: { readonly placeholders: Placeholders; readonly asked: Asked },
): Dotted {
  return {
    goType: '*code.dot',
    member(name) {
      switch (name) {
        case 'AST':
          return { kind: 'field', value: nodeView(node, { ctx: site.session.ctx, placeholders }) };
        case 'Function':
          return { kind: 'field', value: functionView(site, asked) };
        case 'DirectiveArgs':
          return { kind: 'method', method: { params: [goString], call: ([word]) => directives(site, String(word)) } };
        default:
          return undefined;
      }
    },
    print: () => ({ kind: 'node', node }),
    placeholder: () => placeholders.add(node, false),
  };
}

function directives(site: Site, name: string): Value {
  return directiveArguments(site.slot, name).map(({ key, value }) =>
    struct('code.directiveArgument', { Key: key, Value: value }),
  );
}
