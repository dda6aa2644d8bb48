import { C as aspectToolFileSyntax } from "./chunk-aspect.mjs";

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

export { goImports as t };