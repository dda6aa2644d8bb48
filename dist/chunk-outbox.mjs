import { t as namesIfThere } from "./chunk-read-if-there.mjs";
import { i as writeSealed, p as processMark, t as readSealed } from "./chunk-sealed.mjs";
import { rmSync } from "node:fs";
import { join } from "node:path";

// src/cache/remote/outbox.ts
const sealKind = "upload 1";
/** A job that could not be sent for this long is given up. */
const keepMs = 864e5;
function folderOf(cacheDir) {
	return join(cacheDir, "remote", "outbox");
}
/** @throws the error of the file system */
function addJob(cacheDir, job) {
	writeSealed(join(folderOf(cacheDir), `${job.createdMs}-${processMark()}.json`), sealKind, JSON.stringify(job));
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
function removeJob({ file }) {
	rmSync(file, { force: true });
}

export { removeJob as n, waitingJobs as r, addJob as t };