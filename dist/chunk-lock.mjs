import { a as temporaryName, l as processPlace, u as processStart } from "./chunk-sealed.mjs";
import { existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";

// src/cache/disk/folder.ts
/** A file of a cache by its id, below the cache's folder, with slashes. */
function entryName(id, kind) {
	return `${id.slice(0, 2)}/${id}-${kind}`;
}
/** Writes to a folder in the layout of GOCACHE. Files appear by rename, so readers and writers need no lock. */
var CacheFolder = class {
	dir;
	isOurs;
	made = /* @__PURE__ */ new Set();
	/** @param isOurs whatever the umask, only this user may write to what it makes; in the user's own cache modes are those that go gives */
	constructor(dir, isOurs) {
		this.dir = dir;
		this.isOurs = isOurs;
	}
	/** @throws Error for an id that is none: ids become names of files */
	pathOf(id, kind) {
		if (!/^[0-9a-f]{64}$/.test(id)) throw new Error(`bad cache id ${JSON.stringify(id)}`);
		return join(this.dir, entryName(id, kind));
	}
	/** Writes a file as a whole or not at all. */
	write(file, bytes) {
		const folder = dirname(file);
		const wasMade = this.made.has(folder);
		if (!wasMade) this.makeFolder(folder);
		const temp = temporaryName(file);
		try {
			writeFileSync(temp, bytes, {
				flag: "wx",
				mode: this.fileMode
			});
			renameSync(temp, file);
		} catch (error) {
			this.made.delete(folder);
			if (existsSync(temp)) unlinkSync(temp);
			if (wasMade && !existsSync(folder)) this.write(file, bytes);
			else throw error;
		}
	}
	/** Moves a file into place; false where only a copy can get there, since it lies on another file system. */
	move(from, to) {
		try {
			this.makeFolder(dirname(to));
			renameSync(from, to);
			return true;
		} catch {
			return false;
		}
	}
	/** Opens a file beside the place of an output, for a body that arrives in parts; undefined if that cannot be written. */
	spool(outputId) {
		const path = temporaryName(this.pathOf(outputId, "d"));
		try {
			this.makeFolder(dirname(path));
			return {
				fd: openSync(path, "wx", this.fileMode),
				path
			};
		} catch {
			return;
		}
	}
	get fileMode() {
		return this.isOurs ? 420 : 438;
	}
	makeFolder(folder) {
		mkdirSync(folder, {
			recursive: true,
			mode: this.isOurs ? 493 : 511
		});
		this.made.add(folder);
	}
};

// src/process/lock.ts
const pollMs = 50;
/** A lock of another machine or container cannot be asked whether its owner lives; nothing done under a lock takes so long. */
const foreignStaleMs = 6e5;
/**
* Runs a task while no other process runs one under the same lock file. Waits for its turn. A lock that a dead process left behind is
* broken; should two processes break it at once, both may run, so the task must be harmless when done twice at a time.
*
* @param path lock file; its directory is made
* @throws what the task throws, and the errors of the file system
*/
async function withLock(path, task) {
	mkdirSync(dirname(path), { recursive: true });
	while (!tryTake(path)) if (isStale(path)) rmSync(path, { force: true });
	else await setTimeout(pollMs);
	try {
		return await task();
	} finally {
		rmSync(path, { force: true });
	}
}
function tryTake(path) {
	try {
		writeFileSync(path, `${processPlace} ${process.pid} ${processStart(process.pid)}`, { flag: "wx" });
		return true;
	} catch (error) {
		if (error.code === "EEXIST") return false;
		throw error;
	}
}
function isStale(path) {
	try {
		const age = Date.now() - statSync(path).mtimeMs;
		const [host, pid, start] = readFileSync(path, "utf8").split(" ");
		if (start === void 0) return age > 1e3;
		return host === processPlace ? processStart(Number(pid)) !== start : age > foreignStaleMs;
	} catch {
		return false;
	}
}

export { CacheFolder as n, withLock as t };