import { readFileSync, readdirSync, statSync } from "node:fs";

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
/** What is known of a file; undefined where there is none, or none that can be reached. */
function statIfThere(path) {
	try {
		return statSync(path, { throwIfNoEntry: false });
	} catch {
		return;
	}
}

export { readIfThere as n, statIfThere as r, namesIfThere as t };