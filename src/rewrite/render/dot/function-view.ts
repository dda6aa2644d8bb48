import { groupImplements } from '../../../lang/names/implements.ts';
import { matchesType } from '../../../lang/names/matches-type.ts';
import type { TypeName } from '../../../lang/names/type-name.ts';
import { parseTypeName } from '../../../lang/names/type-name.ts';
import { packageClauseName } from '../../../lang/syntax/raw-file.ts';
import { goInt, goString } from '../../../lang/template/values/types.ts';
import type { Dotted, DottedMember, Value } from '../../../lang/template/values/values.ts';
import { functionName, receiverText } from '../../../lang/tree/functions.ts';
import { isFunction } from '../../../lang/tree/go-kind.ts';
import { enclosingFunction, parentOf } from '../../../lang/tree/parents.ts';
import { signatureOf, typeOfGroup } from '../../../lang/tree/signature.ts';
import type { FieldGroup, FieldGroups, GoNode } from '../../../lang/tree/unit.ts';
import type { Site } from '../../file-session.ts';
import { entryNameAt, type ListName } from '../../names/entry-names.ts';
import type { OwnNames } from '../../names/own-names.ts';

/** `.Function`: the nearest function around the node, itself included. Asking for a name gives one in the signature. */
export function functionView(site: Site, asked: Asked): Dotted {
  const fn = isFunction(site.node.kind) ? site.node : enclosingFunction(site.slot);
  return { goType: '*code.function', member: (name) => memberOf(site, fn, { name, asked }) };
}

interface Question {
  readonly name: string;
  readonly asked: Asked;
}

function memberOf(site: Site, fn: GoNode | undefined, { name, asked }: Question): DottedMember | undefined {
  const { own } = site.session.pkg;
  switch (name) {
    case 'Name':
      return method(() => functionName(inside(fn)));
    case 'QualifiedName':
      return method(() => qualifiedName(inside(fn), site));
    case 'Receiver':
      return method(() => receiverName(inside(fn), own));
    case 'Argument':
      return indexed((index) => entryNameAt(signatureOf(inside(fn)).parameters, index, 'argument', own));
    case 'Result':
      return indexed((index) => entryNameAt(signatureOf(inside(fn)).results, index, 'result', own));
    case 'ArgumentOfType':
      return typed((type) =>
        firstName(site, fn, 'argument', (field, f) => matchesType(type, typeOfGroup(f.unit, field), site.session.ctx)),
      );
    case 'ResultOfType':
      return typed((type) =>
        firstName(site, fn, 'result', (field, f) => matchesType(type, typeOfGroup(f.unit, field), site.session.ctx)),
      );
    case 'ArgumentThatImplements':
      return askable(asked, (type) => implementing(site, fn, { list: 'argument', type, last: false }));
    case 'ResultThatImplements':
      return askable(asked, (type) => implementing(site, fn, { list: 'result', type, last: false }));
    case 'LastResultThatImplements':
      return askable(asked, (type) => implementing(site, fn, { list: 'result', type, last: true }));
    case 'FinalResultImplements':
      return askable(asked, (type) => finalImplements(site, fn, type));
    default:
      return undefined;
  }
}

function method(call: () => Value): DottedMember {
  return { kind: 'method', method: { params: [], call } };
}

function indexed(call: (index: number) => Value): DottedMember {
  return { kind: 'method', method: { params: [goInt], call: ([index]) => call(Number(index)) } };
}

function typed(call: (type: TypeName) => Value): DottedMember {
  return { kind: 'method', method: { params: [goString], call: ([text]) => call(typeArgument(String(text))) } };
}

/** Packages of interfaces that the template names in its text; only these are part of the keys under which its result is kept. */
export type Asked = readonly string[];

/** @throws Error if the name was computed: an edit of that interface would go unnoticed */
function askable(asked: Asked, call: (type: TypeName) => Value): DottedMember {
  return typed((type) => {
    if (type.path === undefined || asked.includes(type.path)) return call(type);
    throw new Error(`the interface ${type.path}.${type.name} has to be named in the template, not computed`);
  });
}

function typeArgument(text: string): TypeName {
  const type = parseTypeName(text);
  if (type === undefined) throw new Error(`invalid type name ${JSON.stringify(text)}`);
  return type;
}

function inside(fn: GoNode | undefined): GoNode {
  if (fn === undefined) throw new Error('no enclosing function');
  return fn;
}

/** As stack traces name it, without type arguments: `example.com/shop.(*Cart).Add`, `main.run`; a literal as the function that it is in. */
function qualifiedName(fn: GoNode, { session }: Site): string {
  const { facts, file } = session.ctx;
  const isMain = facts.command !== false && packageClauseName(file.tree.source.bytes) === 'main';
  const path = isMain ? 'main' : facts.importPath;
  const named = declarationAround(fn);
  const suffix = named === fn ? '' : '.func';
  if (named === undefined) return path + suffix;
  const receiver = receiverText(named);
  const type = receiver.startsWith('*') ? `(${receiver}).` : receiver && `${receiver}.`;
  return `${path}.${type}${functionName(named)}${suffix}`;
}

function declarationAround(fn: GoNode): GoNode | undefined {
  for (let up: GoNode | undefined = fn; up !== undefined; up = parentOf(up)) if (up.kind === 'FuncDecl') return up;
  return undefined;
}

function receiverName(fn: GoNode, own: OwnNames): string {
  const { receiver } = signatureOf(fn);
  if (receiver === undefined) throw new Error('the enclosing function is not a method');
  return entryNameAt(receiver, 0, 'receiver', own);
}

function listOf(fn: GoNode, list: ListName): FieldGroups {
  const { parameters, results } = signatureOf(fn);
  return list === 'argument' ? parameters : results;
}

/** The first name of the first group that satisfies the test; empty if none does. */
function firstName(
  site: Site,
  fn: GoNode | undefined,
  list: ListName,
  test: (field: FieldGroup, fn: GoNode) => boolean,
): string {
  if (fn === undefined) return '';
  const groups = listOf(fn, list);
  const found = groups.fields.findIndex((field) => test(field, fn));
  return found < 0 ? '' : entryNameAt(groups, flatIndex(groups, found), list, site.session.pkg.own);
}

function flatIndex(groups: FieldGroups, group: number): number {
  return groups.fields.slice(0, group).reduce((sum, field) => sum + Math.max(1, field.names.length), 0);
}

interface Wanted {
  readonly list: 'argument' | 'result';
  readonly type: TypeName;
  readonly last: boolean;
}

/** A type written as the name wins over one that implements it. */
function implementing(site: Site, fn: GoNode | undefined, { list, type, last }: Wanted): string {
  if (fn === undefined) return '';
  const { ctx } = site.session;
  const groups = listOf(fn, list);
  const find = (test: (field: FieldGroup) => boolean): number =>
    last ? groups.fields.findLastIndex(test) : groups.fields.findIndex(test);
  let found = find((field) => matchesType(type, typeOfGroup(fn.unit, field), ctx));
  if (found < 0) found = find((field) => implementsType(site, fn, field, type));
  if (found < 0) return '';
  const width = groups.fields[found]?.names.length ?? 0;
  return entryNameAt(
    groups,
    flatIndex(groups, found) + (last ? Math.max(0, width - 1) : 0),
    list,
    site.session.pkg.own,
  );
}

function implementsType(site: Site, fn: GoNode, field: FieldGroup, type: TypeName): boolean {
  const answer = groupImplements(type, { unit: fn.unit, field }, site.session.ctx);
  if (answer === undefined) throw new Error(`cannot resolve interface ${type.path ? `${type.path}.` : ''}${type.name}`);
  return answer;
}

function finalImplements(site: Site, fn: GoNode | undefined, type: TypeName): boolean {
  const final = fn === undefined ? undefined : signatureOf(fn).results.fields.at(-1);
  return fn !== undefined && final !== undefined && implementsType(site, fn, final, type);
}
