import { r as writeSealed, t as readSealed } from "./chunk-sealed.mjs";
import { n as sha256, t as hashParts } from "./chunk-hash.mjs";
import { s as runtimeDirUnusable } from "./chunk-toolexec.mjs";
import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, statSync } from "node:fs";
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

// src/base/helper-source.ts
/**
* Whether a file in the folder of a helper program (`helper/shim`, …) is part of that program. Tests are not: they change neither the
* program nor a key.
*/
function isHelperSource(name) {
	return name.endsWith(".go") && !name.endsWith("_test.go") || name === "go.mod";
}

// src/driver/plan/weaver-code.ts
/** Folders below `home` with the files in them that decide what weaving makes of a package. */
const folders = {
	dist: (name) => /\.([mc]js|wasm)$/.test(name),
	"helper/oracle": isHelperSource,
	"helper/shim": isHelperSource
};
/** A file changed this shortly ago may change again without its state showing it; file systems may count whole seconds. */
const restlessMs = 2e3;
/**
* Files of the code that weaves; absolute, sorted. `dist/weaver.json`, which the build of dist writes, names those of the command
* and the cache program; without it all count.
*
* @param home folder that holds dist/ and helper/
*/
function weaverFiles(home) {
	const listed = listOf(join(home, "dist", "weaver.json"));
	return Object.entries(folders).flatMap(([folder, isSource]) => {
		const dir = join(home, folder);
		const isMeant = (name) => isSource(name) && (folder !== "dist" || (listed?.has(name) ?? true));
		return (existsSync(dir) ? readdirSync(dir).filter(isMeant).sort() : []).map((name) => join(dir, name));
	});
}
function listOf(file) {
	return existsSync(file) ? new Set(JSON.parse(readFileSync(file, "utf8"))) : void 0;
}
/**
* Hash of the code that weaves: part of every key, so that nothing that other code made is ever taken for what this code would
* make. The files are read once, after that only their states are looked at.
*
* @param cacheDir where the hash is remembered
*/
function weaverCode(home, cacheDir) {
	const files = weaverFiles(home);
	const stats = files.map((file) => statSync(file));
	const state = sha256(files.map((file, at) => `${file} ${stateOf(stats[at])}`).join("\n"));
	const memo = join(cacheDir, "builds", `weaver-${sha256(home).slice(0, 16)}.json`);
	const known = readSealed(memo, `weaver ${state}`);
	if ("text" in known) return known.text;
	const code = hashParts(...files.flatMap((file) => [file.slice(home.length), readFileSync(file)]));
	if (Math.max(0, ...stats.map(({ ctimeMs }) => ctimeMs)) + restlessMs < Date.now()) remember(memo, state, code);
	return code;
}
function remember(memo, state, code) {
	try {
		writeSealed(memo, `weaver ${state}`, code);
	} catch {}
}
function stateOf({ size, mtimeMs, ctimeMs, ino }) {
	return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

export { runtimeDir as a, claimPrivateDir as i, weaverFiles as n, isHelperSource as r, weaverCode as t };