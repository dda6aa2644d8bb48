import { appendFileSync } from "node:fs";

// src/action/runner/add-summary.ts
/** Adds Markdown to the job's summary, unless the input `summary` says no, or the runner has none. */
function addSummary({ inputs, env }, text) {
	const file = env["GITHUB_STEP_SUMMARY"];
	if (inputs.summary && file) appendFileSync(file, text());
}

export { addSummary as t };