import { readFileSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

// src/gomod/overlay-file.ts
/**
* Reads the file of a user's -overlay; {} where it cannot be read, which go will say.
*
* @param cwd directory of the go command, which relative names refer to
*/
function overlayEntries(file, cwd) {
	if (file === void 0 || file === "") return {};
	try {
		const { Replace = {} } = JSON.parse(readFileSync(resolve(cwd, file), "utf8"));
		return Object.fromEntries(Object.entries(Replace).map(([from, to]) => [resolve(cwd, from), to === "" ? "" : resolve(cwd, to)]));
	} catch {
		return {};
	}
}
/**
* An overlay entry under each spelling of the folder that a file lies in: go takes $PWD at its word, and an overlay compares texts
* (build-protocol G4).
*/
function entriesFor(file, content) {
	try {
		return {
			[file]: content,
			[join(realpathSync(dirname(file)), basename(file))]: content
		};
	} catch {
		return { [file]: content };
	}
}

export { overlayEntries as n, entriesFor as t };