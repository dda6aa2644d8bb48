import { readFileSync } from "node:fs";

// src/action/cache/policy.ts
/** The input `cache`. */
const cacheModes = [
	"auto",
	"read",
	"write",
	"off"
];
/** Runs that anybody can cause with the rights of the default branch: the service takes nothing from them. */
const untrusted = /* @__PURE__ */ new Set([
	"pull_request_target",
	"issue_comment",
	"issues",
	"discussion",
	"discussion_comment",
	"fork",
	"watch",
	"workflow_run"
]);
/**
* Whether to restore and save. `auto` saves where others can use it: on the default branch, by schedule, for tags. An entry that a
* pull request saves serves no other branch and pushes others out of the repository's share of the service.
*/
function cachePolicy(mode, facts) {
	const { tokenMode } = facts;
	if (mode === "off") return {
		restores: false,
		saves: false,
		reason: "the input `cache` is `off`"
	};
	const mayRead = tokenMode !== "none" && tokenMode !== "write-only";
	const mayWrite = tokenMode !== "none" && tokenMode !== "read";
	const unwilling = whyNotSave(mode, facts);
	const reason = !mayRead || !mayWrite && unwilling === "" ? `this run's cache mode is \`${tokenMode}\`` : unwilling;
	return {
		restores: mayRead,
		saves: mayWrite && unwilling === "",
		reason
	};
}
function whyNotSave(mode, { event, ref, defaultBranch }) {
	if (mode === "read") return "the input `cache` is `read`";
	if (mode === "write") return "";
	if (untrusted.has(event)) return `runs of the event ${event} may not save`;
	return ref === `refs/heads/${defaultBranch}` || ref.startsWith("refs/tags/") ? "" : `it is saved on ${defaultBranch} and for tags only`;
}
/** What the runner tells of this run. */
function cacheRunFacts(env) {
	return {
		event: env["GITHUB_EVENT_NAME"] ?? "",
		ref: env["GITHUB_REF"] ?? "",
		defaultBranch: defaultBranchOf(env["GITHUB_EVENT_PATH"]) ?? "main",
		tokenMode: knownMode((env["ACTIONS_CACHE_MODE"] ?? "").trim().toLowerCase())
	};
}
/** A mode that is not known forbids nothing: the service itself decides. */
function knownMode(mode) {
	return [
		"none",
		"read",
		"write",
		"write-only"
	].includes(mode) ? mode : "";
}
function defaultBranchOf(eventFile) {
	try {
		const branch = JSON.parse(readFileSync(eventFile ?? "", "utf8")).repository?.default_branch;
		return typeof branch === "string" ? branch : void 0;
	} catch {
		return;
	}
}

export { cachePolicy as n, cacheRunFacts as r, cacheModes as t };