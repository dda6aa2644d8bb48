import "./chunk-rolldown-runtime.mjs";
import { n as enableCompileCache, t as workflowCommands } from "./chunk-commands.mjs";
import { l as inputOutsideWorkspace, o as inputNoFolder } from "./chunk-action.mjs";
import { i as formatError, r as GotsError } from "./chunk-message.mjs";
import { r as programEnv, t as actionLog } from "./chunk-action-context.mjs";
import { t as readInputs } from "./chunk-read-inputs.mjs";
import { i as showError } from "./chunk-annotations.mjs";
import { tmpdir } from "node:os";
import { existsSync, mkdirSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, relative, resolve } from "node:path";

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
		const { endFetches, noteBuilds, withCaches } = await import("./chunk-in-action2.mjs");
		const { context: cached, shared } = await withCaches(context);
		if (read.inputs.mode === "env") {
			const { envMode } = await import("./chunk-env.mjs");
			await envMode(cached);
			await endFetches(context, shared);
			noteBuilds(commands, void 0);
			return 0;
		}
		const { runMode } = await import("./chunk-run.mjs");
		const results = await runMode(cached);
		noteBuilds(commands, results);
		setOutputs(commands, results);
		const { publish } = await import("./chunk-publish2.mjs");
		const published = await publish(context, results);
		await endFetches(context, shared);
		return published && results.outcome === "passed" ? 0 : 1;
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