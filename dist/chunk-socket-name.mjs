import "./chunk-sealed.mjs";
import { s as runtimeDirUnusable } from "./chunk-toolexec.mjs";
import { lstatSync, mkdirSync } from "node:fs";
import { join } from "node:path";

// src/driver/front/socket-name.ts
/** sun_path of macOS has 104 bytes; the shim passes over longer names. A temporary name to bind to must be no longer. */
const maxPathBytes = 99;
/** `<pid>-<start>-<namespace>.sock` at its longest. */
const nameBytes = 44;
/**
* Directory of our sockets: `$XDG_RUNTIME_DIR/gots`, else `$TMPDIR/gots-<uid>`, else `/tmp/gots-<uid>`; made if it is missing. It belongs
* to us, is no symbolic link and is closed to all others; a directory that fails this is passed over, as the shim does.
*
* @throws GotsError runtime_dir_unusable if none of them can be used
*/
function runtimeDir({ XDG_RUNTIME_DIR: xdg, TMPDIR: tmp }) {
	const uid = process.getuid?.() ?? 0;
	return firstUsableDir([
		...xdg ? [`${xdg}/gots`] : [],
		...tmp ? [`${tmp}/gots-${uid}`] : [],
		`/tmp/gots-${uid}`
	]);
}
/**
* The first of some directories that sockets of ours may lie in.
*
* @throws GotsError runtime_dir_unusable
*/
function firstUsableDir(candidates) {
	const reasons = [];
	for (const dir of candidates) {
		const reason = Buffer.byteLength(dir) + 1 + nameBytes <= maxPathBytes ? claimPrivateDir(dir) : "its path is too long for a socket";
		if (reason === void 0) return dir;
		reasons.push(`${dir}: ${reason}`);
	}
	return runtimeDirUnusable(reasons);
}
/**
* Makes a directory that is ours alone, or checks that an existing one is.
*
* @returns why it cannot be used; undefined if it can
*/
function claimPrivateDir(dir) {
	try {
		mkdirSync(dir, { mode: 448 });
	} catch (error) {
		if (error.code !== "EEXIST") return error.message;
	}
	const stat = lstatSync(dir);
	if (!stat.isDirectory()) return "it is no directory";
	if (stat.uid !== process.getuid?.()) return `it belongs to user ${stat.uid}`;
	return (stat.mode & 63) === 0 ? void 0 : "others may enter it";
}

export { runtimeDir as n, claimPrivateDir as t };