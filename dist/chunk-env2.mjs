import "./chunk-rolldown-runtime.mjs";
import { t as goEnv } from "./chunk-go-env.mjs";
import { t as badUsage } from "./chunk-cli.mjs";
import { t as gateFolder } from "./chunk-gate-folder.mjs";
import { r as parseOptions } from "./chunk-read-options.mjs";
import { t as weavingEnv } from "./chunk-weaving-env.mjs";
import { appendFileSync } from "node:fs";
import { delimiter } from "node:path";

// src/base/github-file.ts
/**
* One entry of a file command ($GITHUB_ENV, $GITHUB_OUTPUT, $GITHUB_STATE), in the form for arbitrary text: the delimiter is
* one that the value does not contain, so that no value can end its entry and begin another.
*
* @see https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions#multiline-strings
*/
function githubEntry(name, value) {
	let delimiter = "GOTS_END";
	while (value.includes(delimiter)) delimiter += "_";
	return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}

// src/cli/commands/env.ts
const formats = [
	"sh",
	"json",
	"github"
];
/**
* `gots env [--format sh|json|github]`: the variables with which plain go commands weave.
* `github` appends them to $GITHUB_ENV, for the later steps of a job. Where weaving raises modules, PATH is among them: commands that
* write go.mod must not see the overlay in GOFLAGS.
*
* @throws GotsError cli_usage and those of planning
*/
async function runEnvCommand(line, context) {
	const format = readFormat(line.rest);
	const weaving = await weavingEnv(context, line.aspectFiles, []);
	if (!weaving) {
		const { version } = await goEnv(context.go, context.cwd, context.env);
		badUsage(`no go.mod in ${context.cwd} or above (${version})`, "run `gots env` in the module to be woven");
	}
	const gate = weaving.plan.injection?.raises === true ? await gateFolder(context, weaving.goEnv.version) : void 0;
	const variables = {
		...weaving.variables,
		...gate === void 0 ? {} : withFirst(gate, context.env["PATH"] ?? "")
	};
	const entries = Object.entries(variables);
	if (format === "json") context.write(`${JSON.stringify(variables, null, 2)}\n`);
	else if (format === "sh") context.write(entries.map(([name, value]) => `export ${name}=${shellQuote(value)}\n`).join(""));
	else appendFileSync(githubFile(context.env), entries.map(([name, value]) => githubEntry(name, value)).join(""));
	return 0;
}
/** PATH with a folder in front; as it is where that is there already. */
function withFirst(folder, path) {
	return path.split(delimiter).includes(folder) ? {} : { PATH: [folder, path].join(delimiter) };
}
function readFormat(rest) {
	const format = parseOptions("env", rest).value("format") ?? "sh";
	return formats.find((name) => name === format) ?? badUsage(`unknown format "${format}"`, `formats are ${formats.join(", ")}`);
}
function shellQuote(value) {
	return `'${value.replaceAll("'", `'\\''`)}'`;
}
function githubFile(env) {
	return env["GITHUB_ENV"] || badUsage("GITHUB_ENV is not set", "--format github works in a GitHub Actions job");
}

export { runEnvCommand };