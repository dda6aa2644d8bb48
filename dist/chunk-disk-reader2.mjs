import "./chunk-rolldown-runtime.mjs";
import { g as aspectFileUnreadable } from "./chunk-aspect.mjs";
import { readFileSync, readdirSync, statSync } from "node:fs";

// src/dialects/load/disk-reader.ts
/** Reads aspect files from disk. @throws GotsError aspect_file_unreadable where the file system refuses */
const diskReader = {
	read: (path) => {
		try {
			return readFileSync(path);
		} catch (error) {
			return isAbsent(error) ? void 0 : aspectFileUnreadable(path, error);
		}
	},
	isDirectory: (path) => {
		try {
			return statSync(path).isDirectory();
		} catch (error) {
			return isAbsent(error) ? false : aspectFileUnreadable(path, error);
		}
	},
	list: (path) => {
		try {
			return readdirSync(path);
		} catch (error) {
			return isAbsent(error) ? [] : aspectFileUnreadable(path, error);
		}
	}
};
function isAbsent(error) {
	const code = error instanceof Error && "code" in error ? error.code : void 0;
	return code === "ENOENT" || code === "ENOTDIR";
}

export { diskReader as t };