import { readFileSync } from "node:fs";

// src/action/github/run-facts.ts
/** Reads what the runner says of its run; undefined where there is none: outside of a workflow, or without a repository. */
function runFacts(env) {
	const [, owner, repository] = /^([\w.-]+)\/([\w.-]+)$/.exec(env["GITHUB_REPOSITORY"] ?? "") ?? [];
	const event = env["GITHUB_EVENT_NAME"];
	if (owner === void 0 || repository === void 0 || !event) return void 0;
	const payload = readPayload(env["GITHUB_EVENT_PATH"]);
	return {
		event,
		owner,
		repository,
		sha: env["GITHUB_SHA"] ?? "",
		refName: env["GITHUB_REF_NAME"] || (env["GITHUB_REF"] ?? "").replace(/^refs\/(heads|tags|pull)\//, ""),
		isTag: env["GITHUB_REF_TYPE"] === "tag" || (env["GITHUB_REF"] ?? "").startsWith("refs/tags/"),
		workflow: env["GITHUB_WORKFLOW"] ?? "",
		runId: Number(env["GITHUB_RUN_ID"] ?? 0),
		attempt: Number(env["GITHUB_RUN_ATTEMPT"] ?? 1) || 1,
		serverUrl: env["GITHUB_SERVER_URL"] || "https://github.com",
		apiUrl: env["GITHUB_API_URL"] || "https://api.github.com",
		pullRequest: pullRequestIn(payload),
		endedRun: endedRunIn(payload)
	};
}
/** Where people see the run. */
function runUrl({ serverUrl, owner, repository, runId }) {
	return `${serverUrl}/${owner}/${repository}/actions/runs/${runId}`;
}
function readPayload(file) {
	try {
		return file ? objectOf(JSON.parse(readFileSync(file, "utf8"))) : {};
	} catch {
		return {};
	}
}
function objectOf(value) {
	return typeof value === "object" && value !== null ? value : {};
}
function at(value, ...path) {
	return path.reduce((inner, name) => objectOf(inner)[name], value);
}
function textAt(value, ...path) {
	const found = at(value, ...path);
	return typeof found === "string" ? found : "";
}
function pullRequestIn(payload) {
	const number = at(payload, "pull_request", "number");
	if (typeof number !== "number") return void 0;
	const head = at(payload, "pull_request", "head", "repo", "full_name");
	return {
		number,
		headSha: textAt(payload, "pull_request", "head", "sha"),
		baseBranch: textAt(payload, "pull_request", "base", "ref"),
		isFork: head !== at(payload, "pull_request", "base", "repo", "full_name")
	};
}
function endedRunIn(payload) {
	const id = at(payload, "workflow_run", "id");
	if (typeof id !== "number") return void 0;
	return {
		id,
		event: textAt(payload, "workflow_run", "event"),
		headSha: textAt(payload, "workflow_run", "head_sha"),
		headBranch: textAt(payload, "workflow_run", "head_branch"),
		headOwner: textAt(payload, "workflow_run", "head_repository", "owner", "login"),
		workflow: textAt(payload, "workflow_run", "name")
	};
}

export { runUrl as n, runFacts as t };