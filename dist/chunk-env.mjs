import { t as ensureHelper } from "./chunk-helper-program.mjs";
import { t as weavingEnv } from "./chunk-weaving-env.mjs";
import { h as noModule } from "./chunk-action.mjs";
import { n as cliContext } from "./chunk-context2.mjs";
import { t as aspectEntries } from "./chunk-build.mjs";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

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
* `mode: env`: from here on the go commands of the job weave the module, whoever starts them. Where modules are injected,
* GOWORK must be set, with which go refuses to work anywhere else; so a gate comes before go in PATH that takes all of it back
* outside the module.
*
* @throws GotsError of planning; action_no_module
*/
async function envMode(context) {
	const { commands } = context;
	const cli = cliContext(context);
	const weaving = await weavingEnv(cli, aspectEntries(context), ["build", ...context.inputs["build-flags"]]);
	if (!weaving) noModule(context.cwd);
	for (const [name, value] of Object.entries(weaving.variables)) commands.exportVariable(name, value);
	if (weaving.plan.goWork !== "") {
		const sourceDir = join(cli.home, "helper", "gate");
		const { go, cacheDir, log, env } = cli;
		const gate = await ensureHelper("gate", {
			go,
			goVersion: weaving.goEnv.version,
			cacheDir,
			sourceDir,
			log,
			touchedFile: env["GOTS_TOUCHED"]
		});
		commands.addPath(gateFolder(cacheDir, gate));
	}
	const matcher = join(context.folder, "problem-matcher.json");
	writeFileSync(matcher, JSON.stringify(problemMatcher));
	commands.addMatcher(matcher);
	commands.line(`go commands in ${weaving.plan.moduleDirs.join(", ")} weave from here on; \`mode: unset\` ends that`);
}
/** A folder that holds the gate under the name `go`. */
function gateFolder(cacheDir, gate) {
	const folder = join(cacheDir, "path", basename(gate));
	const link = join(folder, "go");
	mkdirSync(folder, { recursive: true });
	rmSync(link, { force: true });
	symlinkSync(gate, link);
	return folder;
}
const names = [
	"GOFLAGS",
	"GOCACHEPROG",
	"GOWORK"
];
/** `mode: unset`: the variables are again what they were before `mode: env`. A variable that was not set is empty, which means the same to go. */
function unsetMode(commands, env) {
	const text = env["GOTS_SAVED"];
	if (!text) {
		commands.annotate("notice", "mode: unset: no earlier step of this job used mode: env");
		return;
	}
	const values = JSON.parse(text);
	for (const [at, name] of names.entries()) commands.exportVariable(name, values[at] ?? "");
	for (const name of ["GOTS_PLAN", "GOTS_SAVED"]) commands.exportVariable(name, "");
	commands.line(`::remove-matcher owner=${problemMatcher.problemMatcher[0].owner}::`);
}

export { envMode, unsetMode };