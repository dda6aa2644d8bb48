import { n as sha256 } from "./chunk-hash.mjs";
import { t as system } from "./chunk-system.mjs";
import { t as distrust } from "./chunk-trust.mjs";
import { hostname } from "node:os";
import { chmodSync, closeSync, fstatSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createHash, randomBytes } from "node:crypto";
import { dirname, join } from "node:path";

// src/process/identity.ts
/**
* When a process started: clock ticks since boot on Linux, seconds since 1970 on macOS. With the pid it names a process once and for
* all. `helper/shim` computes the same text.
*
* @returns undefined if there is no such process, or the system does not tell
*/
function processStart(pid) {
	return system.startOf(pid);
}
/**
* Processor time in ms that a process has used, if one of its threads runs, or would if a processor were free; undefined if none does, or if the system
* does not tell.
*/
function busyMs(pid) {
	return pid === void 0 ? void 0 : system.busyMsOf(pid);
}
/** Inode of our PID namespace, since containers that share a directory may have equal pids; "0" where there are no namespaces. */
function pidNamespace() {
	return system.namespace();
}
/** Where process ids mean the same processes as here: machines and containers may share a cache. */
const processPlace = `${hostname()}/${pidNamespace()}`;
const placeMark = createHash("sha256").update(processPlace).digest("hex").slice(0, 8);
let ownMark;
/** This process, in names of files: `<place>-<pid>-<start>`. */
function processMark() {
	ownMark ??= `${placeMark}-${process.pid}-${processStart(process.pid) ?? 0}`;
	return ownMark;
}
/** Whether a mark of {@link processMark} is of a process of this place that has ended. */
function hasEnded(mark) {
	const [place, pid, start] = mark.split("-");
	return place === placeMark && processStart(Number(pid)) !== start;
}

// src/base/temporary.ts
const temporary = /\.([0-9a-f]{8})-(\d+)-(\d+)\.[0-9a-f]{12}\.tmp$/;
/** A new name beside a file, for what becomes that file by a rename. It tells which process made it, see {@link removeLeftOvers}. */
function temporaryName(file) {
	return `${file}.${processMark()}.${randomBytes(6).toString("hex")}.tmp`;
}
/**
* Removes from a folder the temporary files of processes that were killed. Errors are ignored: the next build tries again.
*
* @returns how many were removed
*/
function removeLeftOvers(folder) {
	let removed = 0;
	try {
		for (const name of readdirSync(folder)) {
			const [, place, pid, start] = temporary.exec(name) ?? [];
			if (place === void 0 || !hasEnded(`${place}-${pid}-${start}`)) continue;
			rmSync(join(folder, name), { force: true });
			removed++;
		}
	} catch {}
	return removed;
}
/**
* Writes a file that appears as a whole or not at all, readable by its owner only unless `mode` says otherwise.
*
* @throws the error of the file system
*/
function writeWhole(file, content, mode = 384) {
	mkdirSync(dirname(file), {
		recursive: true,
		mode: 493
	});
	const temp = temporaryName(file);
	try {
		writeFileSync(temp, content, {
			flag: "wx",
			mode
		});
		if ((mode & 63) === 0) chmodSync(temp, mode);
		renameSync(temp, file);
	} catch (error) {
		rmSync(temp, { force: true });
		throw error;
	}
}

// src/base/sealed.ts
/**
* Puts a line in front of a text that says what it is and what it must be: a text that was cut off, has grown, was damaged, or is
* another's is told from the one that was written.
*
* @param kind what it is and whose, without line breaks
*/
function seal(kind, text) {
	return headOf(kind, text) + text;
}
/** The text behind such a line. */
function unseal(kind, sealed) {
	const end = sealed.indexOf("\n");
	const head = sealed.slice(0, Math.max(end, 0));
	if (!head.startsWith("gots ")) return { reason: "it is damaged, or of another version of gots" };
	const text = sealed.slice(end + 1);
	const hash = head.slice(head.lastIndexOf(" ") + 1);
	if (hash !== sha256(text)) return { reason: "it is damaged" };
	return head === `gots ${kind} ${hash}` ? { text } : { reason: "it was made by another version of gots, or for something else" };
}
/**
* Writes a sealed file of the user's own, at once.
*
* @throws the error of the file system
*/
function writeSealed(file, kind, text) {
	writeWhole(file, seal(kind, text));
}
/** Reads such a file; one that somebody else has written, or could have, is not believed. */
function readSealed(file, kind) {
	const bytes = readBelieved(file);
	return "reason" in bytes ? bytes : unseal(kind, bytes.toString("utf8"));
}
function headOf(kind, content) {
	return `gots ${kind} ${sha256(content)}\n`;
}
function readBelieved(file) {
	let fd;
	try {
		fd = openSync(file, "r");
	} catch (error) {
		return { reason: `it cannot be read (${error.code})` };
	}
	try {
		const reason = distrust(fstatSync(fd), "group");
		return reason === void 0 ? readFileSync(fd) : { reason };
	} catch (error) {
		return { reason: `it cannot be read (${error.code})` };
	} finally {
		closeSync(fd);
	}
}

export { temporaryName as a, pidNamespace as c, removeLeftOvers as i, processPlace as l, unseal as n, writeWhole as o, writeSealed as r, busyMs as s, readSealed as t, processStart as u };