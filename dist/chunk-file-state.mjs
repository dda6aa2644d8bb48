import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

// src/base/file-state.ts
const secondNs = 1000000000n;
/** What tells states of a file or folder apart: mode, size, times and inode, as helper/shim/replay.go writes them; '-' if there is none. */
function fileState(path) {
	return read(path)?.state ?? "-";
}
/**
* The {@link fileState}, if it tells of every later change.
*
* @param beforeMs in ms since 1970; when reading of what the state stands for began
* @returns undefined if the file changed after that, or so shortly before that another change might not show
*/
function settledState(path, beforeMs) {
	const found = read(path);
	if (!found) return "-";
	const ticksNs = found.ctimeNs % secondNs === 0n ? 2n * secondNs : secondNs / 10n;
	return found.ctimeNs + ticksNs > BigInt(Math.floor(beforeMs)) * 1000000n ? void 0 : found.state;
}
/** What {@link fileState} is to be asked of so that each change below a path shows: a folder with all files and folders below it; of a file, the file. */
function withAllBelow(path) {
	if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
	return [path, ...readdirSync(path, {
		recursive: true,
		encoding: "utf8"
	}).map((name) => join(path, name))];
}
function read(path) {
	const info = statSync(path, {
		bigint: true,
		throwIfNoEntry: false
	});
	if (!info) return void 0;
	const { mode, size, mtimeNs, ctimeNs, ino } = info;
	return {
		state: `${mode} ${size} ${mtimeNs} ${ctimeNs} ${ino}`,
		ctimeNs
	};
}

export { settledState as n, withAllBelow as r, fileState as t };