import { r as writeSealed, t as readSealed } from "./chunk-sealed.mjs";
import { n as sha256 } from "./chunk-hash.mjs";
import { t as namesIfThere } from "./chunk-read-if-there.mjs";
import { lstatSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

// src/cache/packs/entries.ts
const cacheNames = ["go", "weave"];
/** What may be in a pack: entries of caches in Go's layout, and gots' own helper programs. Nothing that is believed by its time. */
const entryName = /^(?:go\/([0-9a-f]{2})\/\1[0-9a-f]{62}-[ad]|weave\/([0-9a-f]{2})\/\2[0-9a-f]{62}-[adf]|weave\/bin\/[a-z]+-[0-9a-f]{20}(?:\.sum)?)$/;
function isEntryName(path) {
	return entryName.test(path);
}
/** The id by which an output is filed is its digest; undefined for other files. */
function outputId(path) {
	return /([0-9a-f]{64})-d$/.exec(path)?.[1];
}
/** Where a file of a pack lies in the caches of this machine. */
function sourceOf(folders, path) {
	const slash = path.indexOf("/");
	return join(folders[path.slice(0, slash)], path.slice(slash + 1));
}
/**
* Digests of cache files, as a pack would hold them.
*
* @param paths below a pack's folder: `go/ab/ab…-d`
* @returns what is there and whole; entries that were trimmed meanwhile, or are damaged, are left out
*/
function describeFiles(folders, paths) {
	const files = {};
	for (const path of [...new Set(paths)].sort()) {
		const bytes = isEntryName(path) ? readRegular(sourceOf(folders, path)) : void 0;
		if (bytes === void 0) continue;
		const digest = sha256(bytes);
		if ((outputId(path) ?? digest) === digest) files[path] = [digest, bytes.length];
	}
	return files;
}
function totalBytes(files) {
	return Object.values(files).reduce((sum, [, bytes]) => sum + bytes, 0);
}
/** The bytes of a plain file; undefined for what is not there, or is anything else than a file. */
function readRegular(file) {
	try {
		return lstatSync(file).isFile() ? readFileSync(file) : void 0;
	} catch {
		return;
	}
}
/** What the text of an entry file `-a` says; undefined if it is not one of its action. */
function readEntry(path, text) {
	const action = /([0-9a-f]{64})-a$/.exec(path)?.[1];
	const fields = /^v1 ([0-9a-f]{64}) ([0-9a-f]{64}) +(\d+) +\d+\n$/.exec(text.toString("latin1"));
	if (!fields || fields[1] !== action) return void 0;
	return {
		outputId: fields[2],
		size: Number(fields[3])
	};
}

// src/cache/remote/outbox.ts
const sealKind = "upload 1";
/** A job that could not be sent for this long is given up. */
const keepMs = 864e5;
function folderOf(cacheDir) {
	return join(cacheDir, "remote", "outbox");
}
/** Jobs that wait, oldest first. What is too old, or cannot be read, is removed. */
function waitingJobs(cacheDir, now) {
	const folder = folderOf(cacheDir);
	return namesIfThere(folder).filter((name) => name.endsWith(".json")).flatMap((name) => {
		const file = join(folder, name);
		const sealed = readSealed(file, sealKind);
		const job = "text" in sealed ? JSON.parse(sealed.text) : void 0;
		if (job && now - job.createdMs < keepMs) return [{
			file,
			job
		}];
		rmSync(file, { force: true });
		return [];
	});
}
/** Adds files to what a build has left; an upload that has begun does not see it. @throws the error of the file system */
function extendJob({ file, job }, used) {
	writeSealed(file, sealKind, JSON.stringify({
		...job,
		used: [...job.used, ...used]
	}));
}
function removeJob({ file }) {
	rmSync(file, { force: true });
}

export { describeFiles as a, readEntry as c, totalBytes as d, cacheNames as i, readRegular as l, removeJob as n, isEntryName as o, waitingJobs as r, outputId as s, extendJob as t, sourceOf as u };