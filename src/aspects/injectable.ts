import type { TypeName } from '../lang/names/type-name.ts';
import type { CodeTemplate } from '../lang/template/code-template.ts';
import { type AdviceParts, adviceParts } from './advice-parts.ts';
import type { Aspect, FunctionOption, GoText, JoinPoint } from './ir.ts';
import { pointParts, withPointsIn } from './point-parts.ts';

/**
 * Packages that applying an aspect may bring into a build: template imports, links, types of added fields and
 * arguments, replacement functions, blank imports. Sorted, without duplicates and without `unsafe`.
 *
 * Paths of {@link impliedImports} are not taken out: a package that matches has them already.
 */
export function injectablePackages(aspect: Aspect): string[] {
  return importable(aspect.advice.map(adviceParts).flatMap((parts) => [...linkedBy(parts), ...parts.reads]));
}

/** Those of {@link injectablePackages} that get into the program; of the others only source files are taken. */
export function linkedPackages(aspect: Aspect): string[] {
  return importable(aspect.advice.map(adviceParts).flatMap(linkedBy));
}

function linkedBy({ templates, types, packages }: AdviceParts): string[] {
  return [...templates.flatMap(importsOf), ...types.flatMap(typePaths), ...packages];
}

function importable(paths: readonly string[]): string[] {
  return unique(paths).filter((path) => path !== 'unsafe' && path !== '');
}

function typePaths(type: TypeName | GoText): string[] {
  return 'kind' in type ? Object.values(type.imports ?? {}) : pathOf(type);
}

function importsOf(template: CodeTemplate): string[] {
  return Object.values(template.imports);
}

/**
 * Packages that every package with a match imports, or is: the union for `all-of`, the intersection for `one-of`,
 * nothing for `not`. Sorted, without duplicates.
 *
 * Interfaces of `*-implements` are not among them: a type implements an interface without importing its package.
 */
export function impliedImports(point: JoinPoint): string[] {
  return unique(implied(point));
}

function implied(point: JoinPoint): string[] {
  switch (point.kind) {
    case 'all-of':
      return point.points.flatMap(implied);
    case 'one-of': {
      const [first = [], ...others] = point.points.map((child) => new Set(implied(child)));
      return [...first].filter((path) => others.every((other) => other.has(path)));
    }
    case 'function-body':
      return implied(point.point);
    case 'function':
      return point.options.flatMap(impliedByOption);
    case 'import-path':
    case 'declaration-of':
      return [point.path];
    case 'function-call':
      return point.path === undefined ? [] : [point.path];
    case 'method-call':
      return pathOf(point.receiver);
    case 'struct-definition':
    case 'struct-literal':
    case 'value-declaration':
      return pathOf(point.type);
    case 'import-glob':
    case 'command':
    case 'test-build':
    case 'file-has':
    case 'package-value':
    case 'not':
    case 'package-name':
    case 'package-filter':
    case 'test-main':
    case 'module-version':
    case 'go-version':
    case 'configuration':
    case 'directive':
      return [];
  }
}

/** `signature-contains` asks for any one of its types, so it implies no particular one. */
function impliedByOption(option: FunctionOption): string[] {
  if (option.kind === 'receiver') return pathOf(option.type);
  if (option.kind === 'signature') return [...option.args, ...option.returns].flatMap(pathOf);
  return [];
}

/**
 * Packages of the interfaces that an aspect asks types about: in its join points, and by literal names in its templates.
 * Their content decides what weaving makes of packages that need not import them. Sorted, without duplicates.
 */
export function consultedPackages(aspect: Aspect): string[] {
  const inPoints = withPointsIn(aspect.joinPoint).flatMap((point) => pointParts(point).interfaces.flatMap(pathOf));
  const inTemplates = aspect.advice.flatMap((advice) => adviceParts(advice).templates.flatMap(askedPackages));
  return unique([...inPoints, ...inTemplates]);
}

/**
 * Packages of the interfaces that a template names: `.Function.ArgumentThatImplements "path.Name"` and its kin. Strings that
 * cannot be such names do no harm.
 */
export function askedPackages({ source }: CodeTemplate): string[] {
  if (!source.includes('Implements')) return [];
  return [...source.matchAll(/["`]\*?([\w.~\-/]+)\.\w+["`]/g)].map(([, path]) => path as string);
}

function pathOf(type: TypeName): string[] {
  return type.path === undefined ? [] : [type.path];
}

function unique(paths: readonly string[]): string[] {
  return [...new Set(paths)].sort();
}

/**
 * Packages whose source texts decide what weaving makes of a package: those of hooks, whose declarations are read, and
 * those whose files are added or stand in for others. Sorted, without duplicates.
 */
export function readPackages(aspect: Aspect): string[] {
  return unique(aspect.advice.flatMap((advice) => adviceParts(advice).reads));
}
