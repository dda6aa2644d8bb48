import { D as templatesOf, E as kindOfAdvice, h as withPointsIn, qt as askedPackages, r as kindOfPoint } from "./chunk-ask.mjs";
import { S as aspectToolFileSyntax } from "./chunk-aspect.mjs";

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

// src/lang/syntax/go-imports.ts
const space = String.raw`(?:[ \t\r\n;]|//[^\n]*|/\*[\s\S]*?\*/)*`;
const blank = String.raw`(?:[ \t\r]|/\*[^\n]*?\*/)*`;
const name = String.raw`(?:[._]|[\p{L}_][\p{L}_\p{Nd}]*)`;
const clause = new RegExp(`${space}package${blank}${name}`, "uy");
const keyword = new RegExp(`${space}import(?![\\p{L}_\\p{Nd}])${space}`, "uy");
const open = new RegExp(`\\(${space}`, "uy");
const close = new RegExp(`${space}\\)`, "uy");
const spec = new RegExp(`${space}(?:${name}${blank})?(?=["\`])("(?:[^"\\\\\\n]|\\\\.)*"|\`[^\`]*\`)`, "uy");
/**
* The imports of a Go file, in order; what follows them is not looked at, nor are build constraints.
*
* @throws GotsError aspect_tool_file_syntax
*/
function goImports({ display, bytes }) {
	const text = bytes.toString("utf8").replace(/^\ufeff/, " ");
	const imports = [];
	let at = 0;
	const take = (pattern) => {
		pattern.lastIndex = at;
		const found = pattern.exec(text);
		if (found) at = pattern.lastIndex;
		return found ?? void 0;
	};
	const spanAt = (offset) => {
		const before = text.slice(0, offset);
		const lineStart = before.lastIndexOf("\n") + 1;
		return {
			file: display,
			line: before.split("\n").length,
			column: Buffer.byteLength(before.slice(lineStart)) + 1
		};
	};
	const fail = (wanted) => {
		const skipped = new RegExp(space, "uy");
		take(skipped);
		return aspectToolFileSyntax(spanAt(at), wanted);
	};
	const takeSpec = () => {
		const found = take(spec);
		if (!found) return false;
		const literal = found[1];
		imports.push({
			path: literal.slice(1, -1),
			span: spanAt(at - literal.length)
		});
		return true;
	};
	if (!take(clause)) fail("a package clause");
	while (take(keyword)) {
		if (!take(open)) {
			if (!takeSpec()) fail("an import path");
			continue;
		}
		while (takeSpec());
		if (!take(close)) fail("an import path or \")\"");
	}
	return imports;
}

export { linkedPackages as a, injectablePackages as i, adoptedFiles as n, readPackages as o, consultedPackages as r, goImports as t };