import { g as processStart, h as pidNamespace, l as socketNoProcess, s as runtimeDirUnusable } from "./chunk-helper-program.mjs";
import { lstatSync, mkdirSync } from "node:fs";
import { join } from "node:path";

// src/build/socket-name.ts
/** sun_path of macOS has 104 bytes; the shim passes over longer names. A temporary name to bind to must be no longer. */
const maxPathBytes = 99;
/** `<pid>-<start>-<namespace>.sock` at its longest. */
const nameBytes = 44;
/**
* Path of the socket on which the build server of a go command listens. The shim computes the same from its ancestors, so nothing has
* to be handed down to it (`helper/shim/server.go`).
*
* @param goPid process id of the go command
* @throws GotsError socket_no_process if there is no such process; runtime_dir_unusable
*/
function socketPath(goPid) {
	const start = processStart(goPid) ?? socketNoProcess(goPid);
	return join(runtimeDir(), `${goPid}-${start}-${pidNamespace()}.sock`);
}
/**
* Directory of our sockets: `$XDG_RUNTIME_DIR/gots`, else `$TMPDIR/gots-<uid>`, else `/tmp/gots-<uid>`; made if it is missing. It belongs
* to us, is no symbolic link and is closed to all others; a directory that fails this is passed over, as the shim does.
*
* @throws GotsError runtime_dir_unusable if none of them can be used
*/
function runtimeDir() {
	const uid = process.getuid?.() ?? 0;
	const { XDG_RUNTIME_DIR: xdg, TMPDIR: tmp } = process.env;
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

// src/build/node-flags.ts
/**
* Options of the Node that runs the cache program. Young objects get 3 × 4 MB instead of 3 × 16 MB: on an application of 624
* packages the program's peak falls from 213 to 168 MB and no build gets slower.
*/
const nodeFlags = ["--max-semi-space-size=4"];

export { socketPath as i, claimPrivateDir as n, runtimeDir as r, nodeFlags as t };