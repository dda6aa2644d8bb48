import type { TypeName } from '../lang/names/type-name.ts';
import { askedPackages } from '../rewrite/render/asked-packages.ts';
import { type Advice, kindOfAdvice, templatesOf } from './advice.ts';
import { kindOfPoint, withPointsIn } from './ask.ts';
import type { Aspect } from './aspect.ts';

/**
 * Packages that applying an aspect may bring into a build: template imports, links, types of added fields and
 * arguments, replacement functions, blank imports. Sorted, without duplicates and without `unsafe`.
 *
 * Paths of {@link impliedImports} are not taken out: a package that matches has them already.
 */
export function injectablePackages(aspect: Aspect): string[] {
  return importable([...aspect.advice.flatMap(linkedBy), ...aspect.advice.flatMap(readBy)]);
}

/** Those of {@link injectablePackages} that get into the program; of the others only source files are taken. */
export function linkedPackages(aspect: Aspect): string[] {
  return importable(aspect.advice.flatMap(linkedBy));
}

function linkedBy(advice: Advice): readonly string[] {
  const { templates, injects } = kindOfAdvice(advice);
  return [...templates(advice).flatMap(({ imports }) => Object.values(imports)), ...injects(advice)];
}

function readBy(advice: Advice): readonly string[] {
  return kindOfAdvice(advice)
    .reads(advice)
    .map(({ path }) => path);
}

function importable(paths: readonly string[]): string[] {
  return unique(paths).filter((path) => path !== 'unsafe' && path !== '');
}

/**
 * Packages of the interfaces that an aspect asks types about: in its join points, and by literal names in its templates.
 * Their content decides what weaving makes of packages that need not import them. Sorted, without duplicates.
 */
export function consultedPackages(aspect: Aspect): string[] {
  const inPoints = withPointsIn(aspect.joinPoint).flatMap((point) =>
    kindOfPoint(point).interfaces(point).flatMap(pathOf),
  );
  const inTemplates = aspect.advice.flatMap((advice) => templatesOf(advice).flatMap(askedPackages));
  return unique([...inPoints, ...inTemplates]);
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
  return unique(aspect.advice.flatMap(readBy));
}

/** Files of other packages that become part of the woven one, which then imports what they import. */
export function adoptedFiles({ advice }: Aspect): readonly { readonly path: string; readonly file: string }[] {
  return advice.flatMap((each) =>
    kindOfAdvice(each)
      .reads(each)
      .flatMap(({ path, file }) => (file === undefined ? [] : [{ path, file }])),
  );
}
