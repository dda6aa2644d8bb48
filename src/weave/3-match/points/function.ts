import type { FunctionOption } from '../../../aspects/ir.ts';
import type { MatchContext } from '../../../lang/names/context.ts';
import { groupImplements } from '../../../lang/names/implements.ts';
import { matchesDefinition, matchesType } from '../../../lang/names/matches-type.ts';
import type { TypeName } from '../../../lang/names/type-name.ts';
import { compileGoRegexp } from '../../../lang/patterns/go-regexp.ts';
import { functionName, receiverText } from '../../../lang/tree/functions.ts';
import { signatureOf, typeOfGroup } from '../../../lang/tree/signature.ts';
import type { FieldGroup, FieldGroups, GoNode, Unit } from '../../../lang/tree/unit.ts';
import type { PointHandler } from './handler.ts';

/** `function: [options]`: declarations and literals that satisfy every option. */
export const functionPoint: PointHandler<'function'> = {
  kinds: () => ['FuncDecl', 'FuncLit'],
  matches: (point, node, ctx) =>
    (node.kind === 'FuncDecl' || node.kind === 'FuncLit') && point.options.every((option) => holds(option, node, ctx)),
};

function holds(option: FunctionOption, fn: GoNode, ctx: MatchContext): boolean {
  switch (option.kind) {
    case 'name':
      return functionName(fn) === option.name;
    case 'name-matches':
      return fn.kind === 'FuncDecl' && compileGoRegexp(option.pattern).test(functionName(fn));
    case 'receiver-matches':
      return fn.kind === 'FuncDecl' && compileGoRegexp(option.pattern).test(receiverText(fn));
    case 'receiver-is':
      return fn.kind === 'FuncDecl' && receiverText(fn) === option.text;
    case 'receiver':
      return receiverMatches(option.type, fn, ctx);
    case 'has-receiver':
      return (signatureOf(fn).receiver !== undefined) === option.value;
    case 'has-body':
      return (fn.syntax.field('body') !== undefined) === option.value;
    case 'signature':
      return isSignature(option, fn, ctx);
    case 'signature-contains':
      return containsAny(option, fn, ctx);
    case 'has-type':
      return fieldsOf(option.list, fn).some((field) => matchesType(option.type, typeOfGroup(fn.unit, field), ctx));
    case 'argument-implements':
      return someImplements(option.type, fn.unit, signatureOf(fn).parameters.fields, ctx);
    case 'result-implements':
      return someImplements(option.type, fn.unit, signatureOf(fn).results.fields, ctx);
    case 'final-result-implements':
      return someImplements(option.type, fn.unit, signatureOf(fn).results.fields.slice(-1), ctx);
  }
}

function fieldsOf(list: 'argument' | 'result' | 'final-result', fn: GoNode): readonly FieldGroup[] {
  const { parameters, results } = signatureOf(fn);
  if (list === 'argument') return parameters.fields;
  return list === 'result' ? results.fields : results.fields.slice(-1);
}

function receiverMatches(type: TypeName, fn: GoNode, ctx: MatchContext): boolean {
  const fields = signatureOf(fn).receiver?.fields;
  const only = fields?.length === 1 ? fields[0] : undefined;
  return only !== undefined && matchesDefinition(type, typeOfGroup(fn.unit, only), ctx);
}

type Types = {
  readonly args: readonly TypeName[];
  readonly returns: readonly TypeName[];
  readonly flat?: boolean | undefined;
};

/** Compared group by group, as Orchestrion does: `(a, b int)` is one entry. */
function isSignature(types: Types, fn: GoNode, ctx: MatchContext): boolean {
  const listed = ({ fields }: FieldGroups): readonly FieldGroup[] =>
    types.flat
      ? fields.flatMap((field) => Array.from({ length: Math.max(1, field.names.length) }, () => field))
      : fields;
  const exact = (wanted: readonly TypeName[], groups: FieldGroups): boolean => {
    const fields = listed(groups);
    return (
      wanted.length === fields.length &&
      wanted.every((type, i) => matchesType(type, typeOfGroup(fn.unit, fields[i] as FieldGroup), ctx))
    );
  };
  const { parameters, results } = signatureOf(fn);
  return exact(types.args, parameters) && exact(types.returns, results);
}

/** One of the results or one of the parameters is enough. */
function containsAny(types: Types, fn: GoNode, ctx: MatchContext): boolean {
  const some = (wanted: readonly TypeName[], { fields }: FieldGroups): boolean =>
    wanted.some((type) => fields.some((field) => matchesType(type, typeOfGroup(fn.unit, field), ctx)));
  const { parameters, results } = signatureOf(fn);
  return some(types.returns, results) || some(types.args, parameters);
}

function someImplements(type: TypeName, unit: Unit, fields: readonly FieldGroup[], ctx: MatchContext): boolean {
  // The cheap answer first: a type written as the name needs no type checker.
  if (fields.some((field) => matchesType(type, typeOfGroup(unit, field), ctx))) return true;
  return fields.some((field) => groupImplements(type, { unit, field }, ctx) === true);
}
