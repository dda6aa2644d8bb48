import { n as sha256, t as hashParts } from "./chunk-hash.mjs";
import { r as writeSealed, t as readSealed } from "./chunk-sealed.mjs";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

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

export { weaverFiles as n, isHelperSource as r, weaverCode as t };