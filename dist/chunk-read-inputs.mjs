import { a as inputHoldsNul, c as inputNotNumber, d as inputReservedFlag, f as inputUnclosedQuote, i as inputFlagForPackage, p as inputUnknownValue, s as inputNotBoolean, u as inputPackageForFlag } from "./chunk-action.mjs";
import { r as GotsError } from "./chunk-message.mjs";
import { t as runFacts } from "./chunk-run-facts.mjs";
import { i as splitQuoted, r as readFlags } from "./chunk-flags.mjs";
import { o as parseTargets } from "./chunk-annotations.mjs";
import { readFileSync } from "node:fs";

// src/action/cache/policy.ts
/** The input `cache`. */
const cacheModes = [
	"auto",
	"read",
	"write",
	"off"
];
/** Events that anybody can cause and whose runs have the rights of the default branch: GitHub's service takes nothing from them. */
const outsideEvents = /* @__PURE__ */ new Set([
	"pull_request_target",
	"issue_comment",
	"commit_comment",
	"issues",
	"discussion",
	"discussion_comment",
	"fork",
	"gollum",
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
	if (outsideEvents.has(event)) return `runs of the event ${event} may not save`;
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

// src/action/shared-cache/access.ts
/** The input `remote-cache-mode`. */
const accessModes = [
	"auto",
	"read",
	"read-write"
];
/** Events by which people with the right to write run what is on a branch. */
const ownEvents = /* @__PURE__ */ new Set([
	"push",
	"schedule",
	"workflow_dispatch"
]);
/** @param asked the input, or GOTS_REMOTE_MODE where the input is `auto` */
function remoteAccess(asked, facts) {
	const trust = trustOf(facts);
	const reading = (reason) => ({
		mode: "read",
		trust,
		reason,
		isRefused: asked === "read-write" && reason !== ""
	});
	if (trust === "fork") return reading("a pull request from a fork only reads");
	if (trust === "outside") return reading(`runs of the event ${facts.event} only read`);
	if (asked === "read") return {
		...reading("`read` is set"),
		isRefused: false
	};
	if (asked === "auto" && trust !== "trusted") return reading(`builds are stored on ${facts.defaultBranch} and on protected branches only`);
	return {
		mode: "read-write",
		trust,
		reason: "",
		isRefused: false
	};
}
function trustOf({ event, ref, defaultBranch, isProtected, isFork }) {
	if (outsideEvents.has(event)) return "outside";
	if (isFork) return "fork";
	const isGuarded = ref.startsWith("refs/heads/") && (isProtected || ref === `refs/heads/${defaultBranch}`);
	return ownEvents.has(event) && isGuarded ? "trusted" : "inside";
}
/** What the runner tells of this run. A fork whose repository is gone is a fork. */
function accessFacts(env) {
	const { event, ref, defaultBranch } = cacheRunFacts(env);
	return {
		event,
		ref,
		defaultBranch,
		isProtected: env["GITHUB_REF_PROTECTED"] === "true",
		isFork: runFacts(env)?.pullRequest?.isFork ?? /^pull_request/.test(event)
	};
}

// src/action/inputs/parsers.ts
/** One line of text as it is. */
function textInput(fallback) {
	return {
		fallback,
		parse: (_, value) => value
	};
}
function choiceInput(fallback, known) {
	return {
		fallback,
		parse: (name, value) => known.find((k) => k === value) ?? inputUnknownValue(name, value, known)
	};
}
/** The spellings of YAML 1.2, as @actions/core takes them. */
function flagInput(fallback) {
	const parse = (name, value) => {
		if (/^(true|True|TRUE)$/.test(value)) return true;
		return /^(false|False|FALSE)$/.test(value) ? false : inputNotBoolean(name, value);
	};
	return {
		fallback: `${fallback}`,
		parse
	};
}
function wholeNumber(fallback, least, most) {
	const parse = (name, value) => {
		const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
		return number >= least && number <= most ? number : inputNotNumber(name, value, least, most);
	};
	return {
		fallback: `${fallback}`,
		parse
	};
}
/** Words separated by blanks and lines; quotes keep blanks in a word, as in GOFLAGS. */
function words(fallback) {
	return {
		fallback,
		parse: splitWords
	};
}
function packages(fallback) {
	const parse = (name, value) => {
		const found = splitWords(name, value);
		const odd = found.find((word) => word.startsWith("-"));
		return odd === void 0 ? found : inputFlagForPackage(odd);
	};
	return {
		fallback,
		parse
	};
}
/** Flags that the action sets; another value would make its report untrue or write elsewhere. */
const reserved = [
	"o",
	"C",
	"toolexec",
	"n",
	"json",
	"exec",
	"c",
	"i",
	"a",
	"overlay"
];
/** Flags of a go command. */
function goFlags(command) {
	const parse = (name, value) => {
		const found = splitWords(name, value);
		const flags = readFlags([command, ...found], []);
		const odd = flags.packages[0] ?? found.find((word) => word === "-args" || word === "--args" || word === "--");
		if (odd !== void 0) inputPackageForFlag(name, odd);
		const taken = reserved.find((known) => flags.values.has(known) || known === "C" && flags.chdir !== void 0);
		return taken === void 0 ? found : inputReservedFlag(name, taken);
	};
	return {
		fallback: "",
		parse
	};
}
function targets(fallback) {
	return {
		fallback,
		parse: (_, value) => parseTargets(value)
	};
}
function splitWords(name, value) {
	const rest = value.replaceAll(/"[^"]*"|'[^']*'|[^\s"'][^\s]*/g, "");
	if (/["']/.test(rest)) inputUnclosedQuote(name, value);
	return splitQuoted(value);
}

// src/action/inputs/table.ts
/** The inputs of action.yml, where each is described. A test compares names and defaults. */
const inputTable = {
	mode: choiceInput("run", [
		"run",
		"env",
		"unset",
		"merge",
		"comment",
		"matrix"
	]),
	"working-directory": textInput("."),
	packages: packages("./..."),
	targets: targets("host"),
	aspects: words(""),
	"build-flags": goFlags("build"),
	test: flagInput(true),
	"test-flags": goFlags("test"),
	compare: flagInput(true),
	cache: choiceInput("auto", cacheModes),
	"remote-cache": textInput(""),
	"remote-cache-mode": choiceInput("auto", accessModes),
	"output-directory": textInput(""),
	configuration: textInput(""),
	upload: flagInput(true),
	"retention-days": wholeNumber(0, 0, 400),
	summary: flagInput(true),
	comment: flagInput(true),
	release: flagInput(false),
	"api-url": textInput(""),
	token: textInput("${{ github.token }}")
};

// src/action/inputs/read-inputs.ts
/**
* Reads the inputs from the variables that the runner sets, `INPUT_<NAME>`.
*
* @returns all mistakes at once, so that they can be mended at once
*/
function readInputs(env) {
	const mistakes = [];
	const values = Object.entries(inputTable).map(([name, parser]) => {
		try {
			return [name, readInput(env, name, parser)];
		} catch (error) {
			if (!(error instanceof GotsError)) throw error;
			mistakes.push(error);
			return [name, void 0];
		}
	});
	if (mistakes.length > 0) return {
		kind: "mistaken",
		mistakes
	};
	return {
		kind: "read",
		inputs: Object.fromEntries(values)
	};
}
function readInput(env, name, parser) {
	const given = (env[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`] ?? "").trim();
	if (given.includes("\0")) inputHoldsNul(name);
	const value = given === "" ? parser.fallback : given;
	return parser.parse(name, value);
}

export { cachePolicy as a, remoteAccess as i, accessFacts as n, cacheRunFacts as o, accessModes as r, readInputs as t };