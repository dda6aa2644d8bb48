import { t as githubEntry } from "./chunk-github-file.mjs";
import { appendFileSync } from "node:fs";
import { randomBytes } from "node:crypto";

// src/action/runner/commands.ts
/**
* @param env the runner's variables: GITHUB_OUTPUT and its kin name files
* @param write takes the text of the job's log
* @see https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
*/
function workflowCommands(env, write) {
	const line = (text) => write(`${text}\n`);
	const toFile = (variable, entry) => {
		const file = env[variable];
		if (file) appendFileSync(file, entry);
	};
	return {
		line,
		annotate: (level, message, place = {}) => line(`::${level}${properties(place)}::${escapeData(message)}`),
		group: async (title, body) => {
			const started = Date.now();
			line(`::group::${escapeData(title)}`);
			try {
				return await body();
			} finally {
				line(`(${seconds(Date.now() - started)})`);
				line("::endgroup::");
			}
		},
		foreign: async (body) => {
			const token = `gots-${randomBytes(24).toString("hex")}`;
			line(`::stop-commands::${token}`);
			try {
				return await body();
			} finally {
				line(`::${token}::`);
			}
		},
		mask: (secret) => {
			for (const part of secret.split(/\r?\n/)) if (part.trim() !== "") line(`::add-mask::${escapeData(part)}`);
		},
		addMatcher: (file) => line(`::add-matcher::${escapeData(file)}`),
		setOutput: (name, value) => toFile("GITHUB_OUTPUT", githubEntry(name, value)),
		exportVariable: (name, value) => toFile("GITHUB_ENV", githubEntry(name, value)),
		addPath: (folder) => toFile("GITHUB_PATH", `${folder}\n`),
		saveState: (name, value) => toFile("GITHUB_STATE", githubEntry(name, value))
	};
}
/** `1.2 s`, as shown to people. */
function seconds(ms) {
	return `${(ms / 1e3).toFixed(1)} s`;
}
function properties(place) {
	const pairs = [
		["title", place.title],
		["file", place.file],
		["line", place.line],
		["col", place.column]
	].filter(([, value]) => value !== void 0);
	return pairs.length === 0 ? "" : ` ${pairs.map(([name, value]) => `${name}=${escapeProperty(`${value}`)}`).join(",")}`;
}
function escapeData(text) {
	return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapeProperty(text) {
	return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

export { workflowCommands as n, seconds as t };