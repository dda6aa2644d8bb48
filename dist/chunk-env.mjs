import "./chunk-rolldown-runtime.mjs";
import { t as gateFolder } from "./chunk-gate-folder.mjs";
import { t as weavingEnv } from "./chunk-weaving-env.mjs";
import { h as noModule } from "./chunk-action.mjs";
import { n as cliContext } from "./chunk-action-context.mjs";
import { n as buildPlaceOf, t as aspectEntries } from "./chunk-build-targets.mjs";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

// src/action/runner/problem-matcher.ts
/**
* How gots' own messages are found in the logs of later steps: `gots: file:line:col: message (code); hint`. What the compiler
* says is left to setup-go's matcher, so that nothing is annotated twice.
*
* @see https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md
*/
const problemMatcher = { problemMatcher: [{
	owner: "gots",
	pattern: [{
		regexp: "^(?:gots: )?([^\\s:][^:]*):(\\d+):(\\d+): (.* \\([a-z0-9]+(?:_[a-z0-9]+)+\\)(?:; .*)?)$",
		file: 1,
		line: 2,
		column: 3,
		message: 4
	}]
}] };

// src/action/modes/env.ts
/**
* `mode: env`: from here on the go commands of the job weave the module, whatever starts them. Where modules of the program are
* raised, GOFLAGS holds an overlay that commands like `go mod tidy` must not see; so a gate comes before go in PATH that takes all
* of it back for these, and outside the module.
*
* @throws GotsError of planning; action_no_module
*/
async function envMode(context) {
	const { commands } = context;
	const cli = cliContext(context);
	const [target] = context.inputs.targets;
	const early = target && buildPlaceOf(context, target);
	const use = early && await context.shared?.begin(early.cli, early.goArgs, "before");
	const goArgs = ["build", ...context.inputs["build-flags"]];
	const weaving = await weavingEnv(cli, aspectEntries(context), goArgs, use);
	if (!weaving) noModule(context.cwd);
	for (const [name, value] of Object.entries(weaving.variables)) commands.exportVariable(name, value);
	if (weaving.plan.injection?.raises === true) commands.addPath(await gateFolder(cli, weaving.goEnv.version));
	const matcher = join(context.folder, "problem-matcher.json");
	writeFileSync(matcher, JSON.stringify(problemMatcher));
	commands.addMatcher(matcher);
	commands.line(`go commands in ${weaving.plan.moduleDirs.join(", ")} weave from here on; \`mode: unset\` ends that`);
}
const names = ["GOFLAGS", "GOCACHEPROG"];
/** `mode: unset`: the variables are again what they were before `mode: env`. A variable that was not set is empty, which means the same to go. */
function unsetMode(commands, env) {
	const text = env["GOTS_SAVED"];
	if (!text) {
		commands.annotate("notice", "mode: unset: no earlier step of this job used mode: env");
		return;
	}
	const values = JSON.parse(text);
	for (const [at, name] of names.entries()) commands.exportVariable(name, values[at] ?? "");
	for (const name of [
		"GOTS_PLAN",
		"GOTS_SAVED",
		"GOTS_TOOLEXEC"
	]) commands.exportVariable(name, "");
	commands.line(`::remove-matcher owner=${problemMatcher.problemMatcher[0].owner}::`);
}

export { envMode, unsetMode };