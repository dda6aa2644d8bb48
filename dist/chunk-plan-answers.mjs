import "./chunk-rolldown-runtime.mjs";
import { n as sha256, t as hashParts } from "./chunk-hash.mjs";
import { n as changedSince, r as KeptValues } from "./chunk-read-log.mjs";
import { t as hashFile } from "./chunk-plan.mjs";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

// src/driver/plan/plan-answers.ts
/**
* Answers of go commands that a plan was made with, in a file beside the plan. The next plan differs most often by the text of an aspect,
* which decides none of them.
*/
var PlanAnswers = class {
	values;
	/** @param code of the weaver: the answers of another are not believed */
	constructor(file, code) {
		this.values = new KeptValues(file, `answers ${code}`);
	}
	async recall(question, ask) {
		const key = hashParts(...question);
		const known = this.values.get(key);
		if (known && holds(known)) {
			this.values.note(key, known);
			return known.value;
		}
		const startedMs = Date.now();
		const { value, files, folders } = await ask();
		if (files && !files.some((path) => changedSince(path, startedMs))) {
			const states = Object.fromEntries(files.map((path) => [path, stateOf(path)]));
			this.values.note(key, {
				value,
				states,
				folders
			});
		}
		return value;
	}
	/** Files the answers that this plan was made with. */
	save() {
		this.values.save(false);
	}
};
function holds({ states, folders }) {
	return folders.every((path) => existsSync(path)) && Object.keys(states).every((path) => stateOf(path) === states[path]);
}
/** Of a file its hash, of a folder that of its Go files' names, sizes and times; '' if it is absent. */
function stateOf(path) {
	if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return hashFile(path);
	const lines = readdirSync(path).filter((name) => name.endsWith(".go")).sort().map((name) => {
		const { size = -1, mtimeMs = 0 } = statSync(join(path, name), { throwIfNoEntry: false }) ?? {};
		return `${name} ${size} ${mtimeMs}`;
	});
	return sha256(lines.join("\n"));
}

export { PlanAnswers };