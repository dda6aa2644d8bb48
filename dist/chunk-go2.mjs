import "./chunk-rolldown-runtime.mjs";
import { i as readFlags } from "./chunk-flags.mjs";
import { i as start, t as exitCodeOf } from "./chunk-spawn.mjs";
import { o as goNotFound } from "./chunk-cli.mjs";
import { t as weavingEnv } from "./chunk-weaving-env.mjs";

// src/process/foreground.ts
/**
* Runs a program on this terminal in place of this process: it has the three standard streams, and this process outlives it. Signals from
* the terminal reach it through the terminal's process group, others are passed on.
*
* @returns the exit code, as a shell tells it
* @throws the system's error if it cannot be started
*/
async function runInForeground(program, args, env, cwd) {
	const running = start({
		program,
		args,
		env,
		cwd,
		stdin: "inherit",
		stdout: "inherit",
		stderr: "inherit"
	});
	const ignore = () => {};
	const pass = (name) => running.signal(name);
	for (const name of ["SIGINT", "SIGQUIT"]) process.on(name, ignore);
	for (const name of ["SIGTERM", "SIGHUP"]) process.on(name, pass);
	return exitCodeOf(await running.ended);
}

// src/cli/commands/go.ts
/** Commands of go that compile the module's packages. All others run as they are. */
const building = /* @__PURE__ */ new Set([
	"build",
	"run",
	"test",
	"install",
	"vet",
	"list"
]);
/**
* `gots go ARGS…`: any go command, woven.
*
* @returns go's exit code
* @throws GotsError of planning; then go was not run
*/
async function runGoCommand(line, context) {
	const { command } = readFlags(line.rest, []);
	const weaving = building.has(command) ? await weavingEnv(context, line.aspectFiles, line.rest) : void 0;
	if (building.has(command) && !weaving) context.log.warn("not weaving: no go.mod here");
	return runOnTerminal(context.go, weaving?.goArgs ?? line.rest, {
		...context.env,
		...weaving?.variables
	}, context.cwd);
}
/** @throws GotsError cli_go_not_found */
async function runOnTerminal(go, args, env, cwd) {
	try {
		return await runInForeground(go, args, env, cwd);
	} catch (error) {
		if (error.code === "ENOENT") goNotFound(go);
		throw error;
	}
}

export { runGoCommand };