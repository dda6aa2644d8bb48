import { r as writeSealed, t as readSealed } from "./chunk-sealed.mjs";
import { n as sha256 } from "./chunk-hash.mjs";
import { n as hashInput } from "./chunk-plan.mjs";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

// src/base/kept-values.ts
/** Values by key that an earlier process found out, in a sealed file, and those of this one. Plain JSON. The file is read when it is first asked. */
var KeptValues = class {
	file;
	kind;
	known;
	now = /* @__PURE__ */ new Map();
	/** @param kind what they are and whose: a file of another kind is not believed */
	constructor(file, kind) {
		this.file = file;
		this.kind = kind;
	}
	get(key) {
		return this.now.get(key) ?? this.before.get(key);
	}
	/** Notes a value that counts in this process: one that it found out, or one that it was told by `get`. */
	note(key, value) {
		this.now.set(key, value);
	}
	/**
	* Files what this process noted, if that changes the file. What cannot be written is found out again.
	*
	* @param withOthers whether the values stay that it did not note
	*/
	save(withOthers) {
		if (withOthers && this.now.size === 0) return;
		const values = new Map([...withOthers ? this.before : [], ...this.now]);
		if (values.size === this.before.size && [...values].every(([key, value]) => this.before.get(key) === value)) return;
		try {
			writeSealed(this.file, this.kind, JSON.stringify([...values]));
		} catch {}
	}
	get before() {
		if (!this.known) {
			const sealed = readSealed(this.file, this.kind);
			this.known = new Map("reason" in sealed ? [] : JSON.parse(sealed.text));
		}
		return this.known;
	}
};

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

export { changedSince as n, KeptValues as r, ReadLog as t };