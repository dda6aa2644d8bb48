import "./chunk-rolldown-runtime.mjs";
import { i as readFlags } from "./chunk-flags.mjs";
import { o as goNotFound } from "./chunk-cli.mjs";
import { t as weavingEnv } from "./chunk-weaving-env.mjs";
import { constants } from "node:os";
import { spawn } from "node:child_process";

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
	return runAttached(context.go, weaving?.goArgs ?? line.rest, {
		...context.env,
		...weaving?.variables
	}, context.cwd);
}
/** Runs a command on this terminal; signals reach it through the terminal's process group, or are passed on. */
function runAttached(program, args, env, cwd) {
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, {
			cwd,
			env,
			stdio: "inherit"
		});
		const ignore = () => {};
		const pass = (signal) => child.kill(signal);
		for (const signal of ["SIGINT", "SIGQUIT"]) process.on(signal, ignore);
		for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, pass);
		child.on("error", (error) => {
			try {
				if (error.code === "ENOENT") goNotFound(program);
				reject(error);
			} catch (described) {
				reject(described);
			}
		});
		child.on("close", (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
	});
}

export { runGoCommand };