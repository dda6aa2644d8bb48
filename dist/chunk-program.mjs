import { o as goNotFound } from "./chunk-cli.mjs";
import { constants } from "node:os";
import { spawn } from "node:child_process";

// src/action/runner/program.ts
const silenceMs = 6e4;
const graceMs = 5e3;
const keptBytes = 1 << 20;
/**
* Runs a program, without a shell, in a process group of its own.
*
* @throws GotsError cli_go_not_found where there is no such program
*/
function runProgram(program, args, options) {
	const started = Date.now();
	const ownGroup = process.platform !== "win32";
	const child = spawn(program, args, {
		cwd: options.cwd,
		env: options.env,
		stdio: [
			"ignore",
			"pipe",
			"pipe"
		],
		detached: ownGroup
	});
	const log = new Printed(options);
	const signal = (name) => {
		if (child.pid === void 0) return;
		try {
			process.kill(ownGroup ? -child.pid : child.pid, name);
		} catch {}
	};
	let grace;
	const stop = () => {
		signal("SIGINT");
		grace ??= setTimeout(() => signal("SIGKILL"), graceMs);
	};
	if (options.cancel.aborted) stop();
	options.cancel.addEventListener("abort", stop);
	const lines = options.onLine ? lineSplitter(options.onLine) : void 0;
	child.stdout.setEncoding("utf8").on("data", (text) => lines ? lines.push(text) : log.print(text));
	child.stderr.setEncoding("utf8").on("data", (text) => log.print(text));
	return new Promise((resolve, reject) => {
		const end = () => {
			clearTimeout(grace);
			options.cancel.removeEventListener("abort", stop);
			lines?.end();
			log.end();
		};
		child.on("error", (error) => {
			end();
			try {
				if (error.code === "ENOENT") goNotFound(program);
				reject(error);
			} catch (described) {
				reject(described);
			}
		});
		child.on("close", (code, name) => {
			end();
			resolve({
				exitCode: code ?? 128 + (name ? constants.signals[name] : 0),
				ms: Date.now() - started,
				output: log.text()
			});
		});
	});
}
/** What a program has printed, on its way to the log; ends with a full line, and breaks long silence. */
var Printed = class {
	#options;
	#parts = [];
	#started = Date.now();
	#timer;
	#size = 0;
	#last = "\n";
	#moved = false;
	constructor(options) {
		this.#options = options;
		this.#timer = setInterval(() => this.#tick(), silenceMs);
	}
	print(text) {
		this.#moved = true;
		this.#options.write(text);
		this.#last = text.at(-1) ?? this.#last;
		if (this.#size < keptBytes) this.#parts.push(text);
		this.#size += text.length;
	}
	/** A command that follows must begin a line, else the runner does not see it. */
	end() {
		clearInterval(this.#timer);
		if (this.#last !== "\n") this.#options.write("\n");
	}
	text() {
		return this.#parts.join("").slice(0, keptBytes);
	}
	#tick() {
		const minutes = Math.round((Date.now() - this.#started) / 6e4);
		if (!this.#moved && this.#last === "\n") this.#options.write(`… ${this.#options.busy}, ${minutes} min\n`);
		this.#moved = false;
	}
};
function lineSplitter(onLine) {
	let rest = "";
	return {
		push: (text) => {
			const parts = (rest + text).split("\n");
			rest = parts.pop() ?? "";
			for (const part of parts) onLine(part.replace(/\r$/, ""));
		},
		end: () => {
			if (rest !== "") onLine(rest);
			rest = "";
		}
	};
}

export { runProgram as t };