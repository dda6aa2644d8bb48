import { j as askedPackages, n as kindOfAdvice, r as templatesOf } from "./chunk-advice.mjs";
import { _ as withPointsIn, i as kindOfPoint } from "./chunk-ask.mjs";

// src/vocabulary/aspect-packages.ts
/**
* Packages that applying an aspect may bring into a build: template imports, links, types of added fields and
* arguments, replacement functions, blank imports. Sorted, without duplicates and without `unsafe`.
*
* Paths of {@link impliedImports} are not taken out: a package that matches has them already.
*/
function injectablePackages(aspect) {
	return importable([...aspect.advice.flatMap(linkedBy), ...aspect.advice.flatMap(readBy)]);
}
/** Those of {@link injectablePackages} that get into the program; of the others only source files are taken. */
function linkedPackages(aspect) {
	return importable(aspect.advice.flatMap(linkedBy));
}
function linkedBy(advice) {
	const { templates, injects } = kindOfAdvice(advice);
	return [...templates(advice).flatMap(({ imports }) => Object.values(imports)), ...injects(advice)];
}
function readBy(advice) {
	return kindOfAdvice(advice).reads(advice).map(({ path }) => path);
}
function importable(paths) {
	return unique(paths).filter((path) => path !== "unsafe" && path !== "");
}
/**
* Packages of the interfaces that an aspect asks types about: in its join points, and by literal names in its templates.
* Their content decides what weaving makes of packages that need not import them. Sorted, without duplicates.
*/
function consultedPackages(aspect) {
	const inPoints = withPointsIn(aspect.joinPoint).flatMap((point) => kindOfPoint(point).interfaces(point).flatMap(pathOf));
	const inTemplates = aspect.advice.flatMap((advice) => templatesOf(advice).flatMap(askedPackages));
	return unique([...inPoints, ...inTemplates]);
}
function pathOf(type) {
	return type.path === void 0 ? [] : [type.path];
}
function unique(paths) {
	return [...new Set(paths)].sort();
}
/**
* Packages whose source texts decide what weaving makes of a package: those of hooks, whose declarations are read, and
* those whose files are added or stand in for others. Sorted, without duplicates.
*/
function readPackages(aspect) {
	return unique(aspect.advice.flatMap(readBy));
}
/** Files of other packages that become part of the woven one, which then imports what they import. */
function adoptedFiles({ advice }) {
	return advice.flatMap((each) => kindOfAdvice(each).reads(each).flatMap(({ path, file }) => file === void 0 ? [] : [{
		path,
		file
	}]));
}

export { readPackages as a, linkedPackages as i, consultedPackages as n, injectablePackages as r, adoptedFiles as t };