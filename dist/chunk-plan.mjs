import { n as sha256 } from "./chunk-hash.mjs";
import { t as system } from "./chunk-system.mjs";
import { closeSync, fstatSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { createHash, randomBytes } from "node:crypto";

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
/** Process id of a process's parent; undefined if there is no such process, or the system does not tell. */
function parentPid(pid) {
	return system.parentOf(pid);
}
/** Arguments of a process in one text; '' where the system does not tell. */
function commandLine(pid) {
	return system.commandLineOf(pid);
}
/** Arguments of a process, program first; empty where the system does not tell. */
function processArguments(pid) {
	return system.argumentsOf(pid);
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
		renameSync(temp, file);
	} catch (error) {
		rmSync(temp, { force: true });
		throw error;
	}
}

// src/base/trust.ts
const others = {
	group: 16,
	world: 2
};
/**
* Why a file or folder is not to be believed: another user made it, or may have written to it. The administrator may change any
* file anyway, so files of root are believed.
*
* @param who `group`: where members of its group may not write either
* @returns undefined if it may be believed
*/
function distrust({ uid, mode }, who, me = process.getuid?.()) {
	if (me === void 0) return void 0;
	if (uid !== me && uid !== 0) return `it belongs to user ${uid}`;
	if ((mode & others.world) !== 0) return "every user may write to it";
	return who === "group" && (mode & others.group) !== 0 ? "its group may write to it" : void 0;
}

// src/base/sealed.ts
/**
* Puts a line in front of a text that says what it is and what it must be: a text that was cut off, has grown, was damaged, or is
* another's is told from the one that was written.
*
* @param kind what it is and whose, without line breaks
*/
function seal(kind, text) {
	return `gots ${kind} ${sha256(text)}\n${text}`;
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
	let fd;
	try {
		fd = openSync(file, "r");
	} catch (error) {
		return { reason: `it cannot be read (${error.code})` };
	}
	try {
		const reason = distrust(fstatSync(fd), "group");
		return reason === void 0 ? unseal(kind, readFileSync(fd, "utf8")) : { reason };
	} catch (error) {
		return { reason: `it cannot be read (${error.code})` };
	} finally {
		closeSync(fd);
	}
}

// src/driver/plan/plan.ts
/** Version of gots, for people; keys hold {@link Plan.code}. */
const weaverVersion = "0.1.0";
/** What a plan is made of is known to the code that made it only. */
const planKind = (code) => `plan ${code}`;
/** @throws the error of the file system */
function writePlan(file, plan) {
	writeSealed(file, planKind(plan.code), JSON.stringify(plan));
}
/**
* Reads a plan that this code made.
*
* @param code of the weaver that reads it
* @returns the plan, or why it cannot be used
*/
function readPlan(file, code) {
	const sealed = readSealed(file, planKind(code));
	return "reason" in sealed ? sealed : { plan: JSON.parse(sealed.text) };
}
function hashFile(path) {
	try {
		return sha256(readFileSync(path));
	} catch {
		return "";
	}
}
/** The state of a {@link PlanInput}. */
function hashInput(path) {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? stampOf(path) : hashFile(path);
}
/** Names, sizes and times of all files below a folder: vendor/ holds too many to read them in every build. */
function stampOf(dir) {
	const lines = readdirSync(dir, {
		recursive: true,
		encoding: "utf8"
	}).sort();
	const describe = (name) => {
		const { size, mtimeMs } = statSync(join(dir, name));
		return `${name} ${size} ${mtimeMs}`;
	};
	return sha256(lines.map(describe).join("\n"));
}
/** The first input that is not as it was, or undefined. */
function staleInput(plan) {
	return plan.inputs.find((input) => hashInput(input.path) !== input.hash)?.path;
}

export { processStart as S, parentPid as _, weaverVersion as a, processMark as b, seal as c, distrust as d, removeLeftOvers as f, hasEnded as g, commandLine as h, staleInput as i, unseal as l, writeWhole as m, hashInput as n, writePlan as o, temporaryName as p, readPlan as r, readSealed as s, hashFile as t, writeSealed as u, pidNamespace as v, processPlace as x, processArguments as y };