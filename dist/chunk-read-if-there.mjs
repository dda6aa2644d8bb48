import { readFileSync, readdirSync } from "node:fs";

// src/base/read-if-there.ts
/** The text of a file; '' where there is none. */
function readIfThere(path) {
	try {
		return readFileSync(path, "utf8");
	} catch {
		return "";
	}
}
/** The names in a folder, sorted; none where there is no folder. */
function namesIfThere(dir) {
	try {
		return readdirSync(dir).sort();
	} catch {
		return [];
	}
}

export { readIfThere as n, namesIfThere as t };