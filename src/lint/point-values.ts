import type { FunctionOption, JoinPoint } from '../aspects/ir.ts';
import { printTypeName } from '../lang/names/type-name.ts';
import { configurationMatches } from '../weave/1-select/package.ts';
import type { Literal, Never } from './conjunctions.ts';

const identifier = /^[\p{L}_][\p{L}\p{Nd}_]*$/u;
/** What cmd/go accepts as an import path, roughly: no blanks, quotes or empty elements (golang.org/x/mod/module.CheckImportPath). */
const importPath = /^(?![./~-])[\p{L}\p{Nd}._~+=@-]+(?:\/[\p{L}\p{Nd}._~+=@-]+)*$/u;

/** Why a literal by itself matches nothing; undefined where it may match. */
export function impossible({ point, negated }: Literal): string | undefined {
  if (negated) {
    const isEverything = point.kind === 'package-filter' && !point.root && /^\*\*?$/.test(point.pattern ?? '');
    return isEverything ? `it excludes "${point.pattern}", which is everything` : undefined;
  }
  switch (point.kind) {
    case 'import-path':
      return importPath.test(point.path) ? undefined : `"${point.path}" is not an import path`;
    case 'package-name':
      return nameless(point.name, 'a package name');
    case 'configuration':
      return configurationMatches(point.pairs) ? undefined : 'the only configuration there is says httpmode: wrap';
    case 'method-call':
      return nameless(point.name, 'a method name');
    case 'struct-definition':
      return point.type.path === undefined && point.anyPackage !== true
        ? 'a struct is named with its package: path.Name'
        : undefined;
    case 'struct-literal':
      if (point.type.pointer) return 'no literal has a pointer type; write "match: pointer-only" for &T{…}';
      return point.field === undefined ? undefined : nameless(point.field, 'a field name');
    case 'function':
      return point.options.map(impossibleOption).find((reason) => reason !== undefined);
    default:
      return undefined;
  }
}

function impossibleOption(option: FunctionOption): string | undefined {
  if (option.kind === 'name' && option.name !== '') return nameless(option.name, 'a function name');
  if (option.kind === 'receiver' && option.type.path === undefined) {
    return `a receiver is named with its package: path.${option.type.name}`;
  }
  return undefined;
}

function nameless(name: string, what: string): string | undefined {
  return identifier.test(name) ? undefined : `"${name}" is not ${what}`;
}

/** Points that ask for two names of one thing. */
export function clashOfNames(literals: readonly Literal[]): Never | undefined {
  const seen = new Map<string, string>();
  for (const { point, negated } of literals) {
    if (negated) continue;
    for (const [what, value] of valuesOf(point)) {
      const before = seen.get(what);
      if (before !== undefined && before !== value)
        return { point, reason: `${what} is not both ${before} and ${value}` };
      seen.set(what, value);
    }
  }
  return undefined;
}

/** What a point fixes of the node it matches. */
function valuesOf(point: JoinPoint): [string, string][] {
  switch (point.kind) {
    case 'function':
      return point.options.flatMap(valuesOfOption);
    case 'function-call':
      return [
        ['the callee of a call', JSON.stringify(`${point.path === undefined ? '' : `${point.path}.`}${point.name}`)],
      ];
    case 'method-call':
      return [
        ['the method of a call', JSON.stringify(point.name)],
        ['the receiver of a call', printTypeName(point.receiver)],
      ];
    case 'struct-definition':
      return [['the name of a type', JSON.stringify(point.type.name)]];
    default:
      return [];
  }
}

function valuesOfOption(option: FunctionOption): [string, string][] {
  switch (option.kind) {
    case 'name':
      return [['the name of a function', JSON.stringify(option.name)]];
    case 'receiver':
      return [
        ['a receiver', printTypeName(option.type)],
        ['whether a function is a method', 'true'],
      ];
    case 'has-receiver':
      return [['whether a function is a method', String(option.value)]];
    default:
      return [];
  }
}
