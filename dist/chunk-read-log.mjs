import { n as sha256 } from "./chunk-hash.mjs";
import { n as hashInput } from "./chunk-plan.mjs";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

// src/driver/plan/read-log.ts
/** The clock by which file systems date changes ticks in steps of some milliseconds; some count whole seconds. */
const tickMs = 20;
const secondMs = 1e3;
/**
* Knows the bytes that were read while a plan was made: what decides is what was read, not what lies there afterwards. A plan that
* stood for a file's later content would be current for ever, and weave what the file said before.
*/
var ReadLog = class {
	hashes = /* @__PURE__ */ new Map();
	startedMs;
	moved;
	/** @param startedMs when reading began, in ms since 1970 */
	constructor(startedMs = Date.now()) {
		this.startedMs = startedMs;
	}
	/** A view of files that notes what is read through it. */
	watch(below) {
		return {
			...below,
			read: (path) => {
				const bytes = below.read(path);
				this.note(path, bytes === void 0 ? "" : sha256(bytes));
				return bytes;
			}
		};
	}
	/**
	* What a plan notes: every file that was read here, those that were looked for and are not there included, and other inputs.
	*
	* @param others files and folders that decide, though others read them
	* @param fixed folder of files that never change, GOMODCACHE
	*/
	inputs(others, fixed) {
		const read = [...this.hashes.keys()].filter((path) => !path.startsWith(`${fixed}/`));
		return [.../* @__PURE__ */ new Set([...read, ...others])].sort().map((path) => ({
			path,
			hash: this.hashes.get(path) ?? hashInput(path)
		}));
	}
	/**
	* The first input that may have changed since reading began, so that some of it was read before and some after. Files that others
	* read, go commands for instance, are known by the time of their last change only.
	*
	* @param own folder in which planning itself writes
	*/
	changed(inputs, own) {
		if (this.moved !== void 0) return this.moved;
		const isOther = ({ path, hash }) => hashInput(path) !== hash || !this.hashes.has(path) && !path.startsWith(`${own}/`) && changedSince(path, this.startedMs);
		return inputs.find(isOther)?.path;
	}
	note(path, hash) {
		const before = this.hashes.get(path);
		if (before !== void 0 && before !== hash) this.moved ??= path;
		this.hashes.set(path, hash);
	}
};
/** Whether a file, or anything in a folder, may have changed after a moment; in ms since 1970. */
function changedSince(path, startedMs) {
	return [path, ...below(path)].some((each) => {
		const ctimeMs = statSync(each, { throwIfNoEntry: false })?.ctimeMs ?? 0;
		return ctimeMs + (ctimeMs % secondMs === 0 ? secondMs : tickMs) > startedMs;
	});
}
function below(path) {
	if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [];
	return readdirSync(path, {
		recursive: true,
		encoding: "utf8"
	}).map((name) => join(path, name));
}

export { changedSince as n, ReadLog as t };