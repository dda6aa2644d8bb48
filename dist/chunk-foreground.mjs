import { r as start, t as exitCodeOf } from "./chunk-spawn.mjs";

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

export { runInForeground as t };