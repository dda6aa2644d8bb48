import { matchesType } from '../../../lang/names/matches-type.ts';
import { parseTypeName } from '../../../lang/names/type-name.ts';
import { goInt, goString } from '../../../lang/template/values/types.ts';
import { type Dotted, type DottedMember, struct, type Value } from '../../../lang/template/values/values.ts';
import { isDirective, leadingComments } from '../../../lang/tree/comments.ts';
import { functionName, functionOfBody } from '../../../lang/tree/functions.ts';
import { parentOf } from '../../../lang/tree/parents.ts';
import { signatureOf, typeOfGroup } from '../../../lang/tree/signature.ts';
import type { FieldGroups, GoNode } from '../../../lang/tree/unit.ts';
import type { Site } from '../../file-session.ts';
import { entryNameAt } from '../../names/entry-names.ts';
import type { Placeholders } from './ast-view.ts';
import { parseArguments } from './otelc-arguments.ts';

/** What the dot is in templates of otelc's rules: the node, and questions about the function around it. */
export function otelcDot(
  site: Site,
  node: GoNode,
  at: { placeholders: Placeholders; directive: string | undefined },
): Dotted {
  const fn = (): GoNode => declaredFunction(site.node) ?? missing();
  return {
    goType: '*instrument.funcTemplateData',
    member: (name) => memberOf(site, name, fn, at.directive),
    print: () => ({ kind: 'node', node }),
    placeholder: () => at.placeholders.add(node, false),
  };
}

/** The function declared at the top level that a node is in, whatever closures are between. */
function declaredFunction(node: GoNode): GoNode | undefined {
  const own = functionOfBody(node);
  if (own?.kind === 'FuncDecl') return own;
  for (let up: GoNode | undefined = node; up !== undefined; up = parentOf(up)) if (up.kind === 'FuncDecl') return up;
  return undefined;
}

function missing(): never {
  throw new Error('no enclosing function');
}

type List = 'argument' | 'result';

function memberOf(site: Site, name: string, fn: () => GoNode, directive: string | undefined): DottedMember | undefined {
  const { own } = site.session.pkg;
  switch (name) {
    case 'FuncName':
      return method([], () => functionName(fn()));
    case 'FuncArgument':
      return method([goInt], ([index]) => entryNameAt(groupsOf(fn(), 'argument'), Number(index), 'argument', own));
    case 'FuncReturn':
      return method([goInt], ([index]) => entryNameAt(groupsOf(fn(), 'result'), Number(index), 'result', own));
    case 'FuncArgumentCount':
      return method([], () => BigInt(count(groupsOf(fn(), 'argument'))));
    case 'FuncReturnCount':
      return method([], () => BigInt(count(groupsOf(fn(), 'result'))));
    case 'FuncArgumentOfType':
      return method([goString], ([type]) => ofType(site, fn(), 'argument', String(type)));
    case 'FuncReturnOfType':
      return method([goString], ([type]) => ofType(site, fn(), 'result', String(type)));
    case 'DirectiveArgs':
      return method([], () =>
        argumentsOf(fn(), directive).map(({ key, value }) => struct('ast.DirectiveArg', { Key: key, Value: value })),
      );
    case 'DirectiveArg':
      return method([goString], ([key]) => argumentsOf(fn(), directive).find((arg) => arg.key === key)?.value ?? '');
    default:
      return undefined;
  }
}

function method(params: readonly (typeof goInt)[], call: (args: readonly unknown[]) => Value): DottedMember {
  return {
    kind: 'method',
    method: { params: [...params], call: (args: readonly unknown[]) => call(args) },
  } as DottedMember;
}

function groupsOf(fn: GoNode, list: List): FieldGroups {
  const { parameters, results } = signatureOf(fn);
  return list === 'argument' ? parameters : results;
}

function count({ fields }: FieldGroups): number {
  return fields.reduce((sum, { names }) => sum + Math.max(1, names.length), 0);
}

function ofType(site: Site, fn: GoNode, list: List, text: string): string {
  const type = parseTypeName(text);
  if (type === undefined) throw new Error(`invalid type name ${JSON.stringify(text)}`);
  const groups = groupsOf(fn, list);
  const found = groups.fields.findIndex((field) => matchesType(type, typeOfGroup(fn.unit, field), site.session.ctx));
  if (found < 0) return '';
  return entryNameAt(groups, count({ ...groups, fields: groups.fields.slice(0, found) }), list, site.session.pkg.own);
}

function argumentsOf(fn: GoNode, directive: string | undefined) {
  if (directive === undefined) return [];
  const comment = leadingComments(fn).find((text) => isDirective(text, directive));
  return comment === undefined ? [] : parseArguments(comment.slice(directive.length + 2));
}
