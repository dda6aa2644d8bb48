import { readFileSync, readdirSync, statSync } from "node:fs";

// src/base/file-view.ts
const isAbsent = (error) => ["ENOENT", "ENOTDIR"].includes(error.code ?? "");
function unlessAbsent(make, otherwise) {
	try {
		return make();
	} catch (error) {
		if (isAbsent(error)) return otherwise;
		throw error;
	}
}
/** The disk itself. */
const disk = {
	read: (path) => unlessAbsent(() => readFileSync(path), void 0),
	isDirectory: (path) => unlessAbsent(() => statSync(path).isDirectory(), false),
	list: (folder) => unlessAbsent(() => readdirSync(folder), [])
};

export { disk as t };