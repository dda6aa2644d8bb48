import { t as hashParts } from "./chunk-hash.mjs";
import { n as overlayEntries } from "./chunk-overlay-file.mjs";
import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { dirname, join, relative, resolve } from "node:path";

// src/gomod/joined-overlay.ts
/**
* The overlay for a go command: the generated one, with the user's own entries, and with the generated ones under the name that the
* folder of the go command has there, which may lead through symbolic links (build-protocol G4).
*
* @param own value of the user's -overlay, or undefined
* @param cwd folder of the go command, as it names it
* @returns path of a file in the cache folder, named by its content
*/
function joinedOverlay({ overlay, entries }, own, cwd, cacheDir) {
	const joined = {
		...overlayEntries(own, cwd),
		...entries,
		...respelled(entries, cwd)
	};
	if (Object.keys(joined).length === Object.keys(entries).length) return overlay;
	const text = `${JSON.stringify({ Replace: joined }, null, 1)}\n`;
	const file = join(cacheDir, "work", hashParts(text).slice(0, 24), "overlay.json");
	if (!existsSync(file)) {
		mkdirSync(dirname(file), { recursive: true });
		const temp = `${file}.${process.pid}`;
		writeFileSync(temp, text);
		renameSync(temp, file);
	}
	return file;
}
/** Entries below the place that a folder really has, as they are named from that folder. */
function respelled(entries, cwd) {
	let real;
	try {
		real = realpathSync(cwd);
	} catch {
		return {};
	}
	if (real === cwd) return {};
	const more = {};
	for (const [path, content] of Object.entries(entries)) {
		const up = relative(real, path);
		const spelled = join(cwd, up);
		if (!path.startsWith(`${real}/`) && !samePlace(dirname(spelled), dirname(path))) continue;
		if (!(spelled in entries)) more[spelled] = content;
	}
	return more;
}
/** Whether an overlay holds all entries of the generated one. */
function coversAll(file, entries, cwd) {
	const has = overlayEntries(file, cwd);
	return Object.entries(entries).every(([path, content]) => has[path] === content);
}
function samePlace(a, b) {
	try {
		return realpathSync(a) === realpathSync(b);
	} catch {
		return false;
	}
}

// src/go/overlay.ts
/** Where there is no overlay. */
const noOverlay = overlayOf("", "", /* @__PURE__ */ new Map());
/**
* Reads an overlay.
*
* @param file value of -overlay; undefined or '' without one
* @param cwd directory of the go command, which relative names refer to
* @see cmd/go/internal/fsys, OverlayJSON (Go 1.24 to 1.27): an empty name deletes a file
*/
function readOverlay(file, cwd) {
	if (file === void 0 || file === "") return noOverlay;
	const path = resolve(cwd, file);
	const hash = createHash("sha256");
	const replace = /* @__PURE__ */ new Map();
	try {
		const text = readFileSync(path, "utf8");
		const { Replace = {} } = JSON.parse(text);
		hash.update(text);
		for (const [from, to] of Object.entries(Replace)) {
			replace.set(resolve(cwd, from), to === "" ? "" : resolve(cwd, to));
			const bytes = to === "" ? Buffer.alloc(0) : readFileSync(resolve(cwd, to));
			hash.update(`\n${bytes.length}\n`).update(bytes);
		}
	} catch {
		return overlayOf(path, "", replace);
	}
	return overlayOf(path, hash.digest("hex"), replace);
}
function overlayOf(file, hash, replace) {
	const added = /* @__PURE__ */ new Map();
	for (const [path, to] of replace) if (to !== "") addWithFolders(added, path);
	const actual = (path) => {
		const to = replace.get(path);
		return to === "" ? void 0 : to ?? path;
	};
	const over = (below) => ({
		read: (path) => {
			const place = actual(path);
			return place === void 0 ? void 0 : below.read(place);
		},
		isDirectory: (path) => added.has(path) || !replace.has(path) && below.isDirectory(path),
		list: (folder) => {
			return [.../* @__PURE__ */ new Set([...below.list(folder), ...added.get(folder) ?? []])].filter((name) => replace.get(join(folder, name)) !== "").sort();
		}
	});
	return {
		file,
		hash,
		actual,
		names: (path) => replace.has(path),
		over
	};
}
/** A file that is not on disk may lie in folders that are not, either. */
function addWithFolders(added, path) {
	for (let at = path; dirname(at) !== at; at = dirname(at)) {
		const folder = dirname(at);
		const names = added.get(folder) ?? /* @__PURE__ */ new Set();
		names.add(at.slice(folder.length).replace(/^\//, ""));
		added.set(folder, names);
	}
}

export { joinedOverlay as i, readOverlay as n, coversAll as r, noOverlay as t };