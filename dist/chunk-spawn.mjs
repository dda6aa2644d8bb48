import { t as lineSplitter } from "./chunk-lines.mjs";
import { t as system } from "./chunk-system.mjs";
import { constants } from "node:os";
import { spawn } from "node:child_process";

// src/process/spawn.ts
/**
* Runs a program to its end.
*
* @throws the system's error if it cannot be started (ENOENT and the like)
*/
function runToEnd(command) {
	return start(command).ended;
}
/** Starts a program. Whatever goes wrong is told by `exited` and `ended`. */
function start(command) {
	const group = (command.group ?? false) && system.hasGroups;
	const child = spawn(command.program, command.args, {
		cwd: command.cwd,
		env: command.env,
		detached: group,
		stdio: [
			stdinOf(command),
			stdioOf(command.stdout),
			stdioOf(command.stderr)
		]
	});
	const [stdout, stderr] = [read(child.stdout, command.stdout), read(child.stderr, command.stderr)];
	child.stdin?.on("error", () => {});
	if (typeof command.stdin === "object") child.stdin?.end(command.stdin.text);
	const exit = () => {
		if (child.exitCode !== null && child.pid !== void 0) return {
			code: child.exitCode,
			signal: null
		};
		return child.signalCode === null ? void 0 : {
			code: null,
			signal: child.signalCode
		};
	};
	const signal = (name) => {
		if (child.pid === void 0) return;
		if (group) signalGroup(child.pid, name);
		else child.kill(name);
	};
	const exited = exitOf(child, "exit");
	const ended = exitOf(child, "close").then((how) => ({
		...how,
		stdout: stdout(),
		stderr: stderr()
	}));
	for (const promise of [exited, ended]) promise.catch(() => {});
	if (command.cancel) stopOnCancel(command.cancel, signal, ended);
	return {
		pid: child.pid,
		input: command.stdin === "pipe" ? child.stdin ?? void 0 : void 0,
		exited,
		ended,
		exit,
		signal
	};
}
/** Sends a signal to all processes of a group. Does nothing when they have ended. */
function signalGroup(leader, name) {
	try {
		process.kill(system.hasGroups ? -leader : leader, name);
	} catch {}
}
/** The exit code by which a shell tells of an end: that of the program, or 128 and the number of the signal. */
function exitCodeOf({ code, signal }) {
	return code ?? 128 + constants.signals[signal];
}
function stdinOf({ stdin = "none" }) {
	if (stdin === "none") return "ignore";
	return stdin === "inherit" ? "inherit" : "pipe";
}
function stdioOf(sink = "capture") {
	return sink === "inherit" || sink === "ignore" || typeof sink === "number" ? sink : "pipe";
}
/** Reads a stream into its sink; gives what was captured. */
function read(stream, sink = "capture") {
	if (!stream) return () => "";
	if (sink === "capture") {
		const chunks = [];
		stream.on("data", (chunk) => chunks.push(chunk));
		return () => Buffer.concat(chunks).toString("utf8");
	}
	stream.setEncoding("utf8");
	if (typeof sink === "function") stream.on("data", sink);
	else if (typeof sink === "object") {
		const lines = lineSplitter(sink.line);
		stream.on("data", lines.push).on("end", lines.end);
	}
	return () => "";
}
function exitOf(child, event) {
	return new Promise((resolve, reject) => {
		child.on("error", reject);
		child.once(event, (code, signal) => resolve(signal === null ? {
			code: code ?? 0,
			signal
		} : {
			code: null,
			signal
		}));
	});
}
function stopOnCancel({ signal: cancel, graceMs }, signal, ended) {
	let grace;
	const stop = () => {
		signal("SIGINT");
		grace ??= setTimeout(() => signal("SIGKILL"), graceMs);
	};
	const forget = () => {
		clearTimeout(grace);
		cancel.removeEventListener("abort", stop);
	};
	ended.then(forget, forget);
	if (cancel.aborted) stop();
	cancel.addEventListener("abort", stop);
}

export { runToEnd as n, start as r, exitCodeOf as t };