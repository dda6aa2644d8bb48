import { n as sha256 } from "./chunk-hash.mjs";
import { r as writeSealed, t as readSealed } from "./chunk-sealed.mjs";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

// src/driver/plan/plan.ts
/** Version of gots, for people; keys hold {@link Plan.code}. */
const weaverVersion = "0.1.0";
/** What a plan is made of is known to the code that made it only. */
const planKind = (code) => `plan ${code}`;
/** @throws the error of the file system */
function writePlan(file, plan) {
	writeSealed(file, planKind(plan.code), planText(plan));
}
/** The text that is sealed: its hash tells plans apart. */
function planText(plan) {
	return JSON.stringify(plan);
}
/** Where the rules of a plan lie (rules.ts). */
function rulesFile(planFile) {
	return `${planFile}.rules`;
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

export { rulesFile as a, writePlan as c, readPlan as i, hashInput as n, staleInput as o, planText as r, weaverVersion as s, hashFile as t };