import "./chunk-rolldown-runtime.mjs";
import { t as enableCompileCache } from "./chunk-compile-cache.mjs";
import { a as inputHoldsNul, c as inputNotNumber, d as inputReservedFlag, f as inputUnclosedQuote, i as inputFlagForPackage, l as inputOutsideWorkspace, o as inputNoFolder, p as inputUnknownValue, s as inputNotBoolean, u as inputPackageForFlag } from "./chunk-action.mjs";
import { i as formatError, r as GotsError } from "./chunk-message.mjs";
import { r as programEnv, t as actionLog } from "./chunk-action-context.mjs";
import { t as cacheModes } from "./chunk-policy.mjs";
import { a as splitQuoted, i as readFlags } from "./chunk-flags.mjs";
import { i as showError, o as parseTargets } from "./chunk-annotations.mjs";
import { n as workflowCommands } from "./chunk-commands.mjs";
import { tmpdir } from "node:os";
import { existsSync, mkdirSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, relative, resolve } from "node:path";

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

// src/action/run-action.ts
/**
* The action's main step.
*
* @param env the runner's variables
* @param write takes the text of the job's log
* @returns exit code of the step
*/
async function runAction(env, write) {
	const commands = workflowCommands(env);
	const cancel = new AbortController();
	for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => cancel.abort());
	const workspace = realPath(env["GITHUB_WORKSPACE"] || process.cwd());
	const place = {
		commands,
		workspace,
		cwd: workspace
	};
	try {
		const read = readInputs(env);
		if (read.kind === "mistaken") {
			for (const mistake of read.mistakes) commands.annotate("error", formatError(mistake));
			return 1;
		}
		const cwd = workingDirectory(read.inputs, workspace);
		const folder = outputFolder(read.inputs, env, workspace);
		const context = {
			inputs: read.inputs,
			env,
			childEnv: programEnv(env),
			workspace,
			cwd,
			folder,
			commands,
			write,
			log: actionLog(env, write),
			cancel: cancel.signal
		};
		if (read.inputs.mode === "unset") {
			const { unsetMode } = await import("./chunk-env.mjs");
			unsetMode(commands, env);
			return 0;
		}
		if (read.inputs.mode === "matrix") {
			const { matrixMode } = await import("./chunk-matrix.mjs");
			matrixMode(read.inputs.targets, commands);
			return 0;
		}
		if (read.inputs.mode === "merge" || read.inputs.mode === "comment") return await publishOthers(context);
		const { noteBuilds, withCaches } = await import("./chunk-in-action2.mjs");
		const cached = await withCaches(context);
		if (read.inputs.mode === "env") {
			const { envMode } = await import("./chunk-env.mjs");
			await envMode(cached);
			noteBuilds(commands, void 0);
			return 0;
		}
		const { runMode } = await import("./chunk-run.mjs");
		const results = await runMode(cached);
		noteBuilds(commands, results);
		setOutputs(commands, results);
		const { publish } = await import("./chunk-publish2.mjs");
		return await publish(context, results) && results.outcome === "passed" ? 0 : 1;
	} catch (error) {
		if (error instanceof GotsError && error.family !== "bug") showError(place, error);
		else commands.annotate("error", `gots: internal error: ${error.stack ?? String(error)}`);
		return 1;
	}
}
async function publishOthers(context) {
	const { commentMode, mergeMode } = await import("./chunk-other-modes.mjs");
	await (context.inputs.mode === "merge" ? mergeMode(context) : commentMode(context));
	return 0;
}
/** The outputs of a run that built, whether or not it passed. */
function setOutputs(commands, results) {
	const binaries = results.targets.flatMap(({ name, binaries: files }) => files.map((file) => ({
		target: name,
		name: file.name,
		path: file.path,
		bytes: file.bytes
	})));
	const packages = results.targets.flatMap(({ name, packages: files }) => files.map((file) => ({
		target: name,
		...file
	})));
	commands.setOutput("folder", results.folder);
	commands.setOutput("results", join(results.folder, "results.json"));
	commands.setOutput("binaries", JSON.stringify(binaries));
	commands.setOutput("packages", JSON.stringify(packages));
}
function workingDirectory({ "working-directory": given }, workspace) {
	const path = resolve(workspace, given);
	if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) inputNoFolder("working-directory", given);
	const real = realpathSync(path);
	if (isOutside(real, workspace)) inputOutsideWorkspace("working-directory", given, workspace);
	return real;
}
/** Below the runner's own folder, which it empties between jobs; a second use in one job gets a second folder. */
function outputFolder({ "output-directory": given }, env, workspace) {
	if (given !== "") {
		const path = resolve(workspace, given);
		if (isOutside(path, workspace)) inputOutsideWorkspace("output-directory", given, workspace);
		mkdirSync(path, { recursive: true });
		return path;
	}
	const temp = env["RUNNER_TEMP"] || tmpdir();
	for (let count = 1;; count++) {
		const path = join(temp, count === 1 ? "gots" : `gots-${count}`);
		if (existsSync(path)) continue;
		mkdirSync(path, { recursive: true });
		return path;
	}
}
function isOutside(path, workspace) {
	const found = relative(workspace, path);
	return found.startsWith("..") || isAbsolute(found);
}
function realPath(path) {
	try {
		return realpathSync(path);
	} catch {
		return path;
	}
}

// src/action/main.ts
enableCompileCache();
process.exitCode = await runAction(process.env, (text) => void process.stdout.write(text));

export {  };