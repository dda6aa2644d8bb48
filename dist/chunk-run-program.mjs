import { n as runToEnd, t as exitCodeOf } from "./chunk-spawn.mjs";
import { o as goNotFound } from "./chunk-cli.mjs";

// src/action/runner/run-program.ts
const silenceMs = 6e4;
const graceMs = 5e3;
const keptBytes = 1 << 20;
/**
* Runs a program, without a shell, in a process group of its own.
*
* @throws GotsError cli_go_not_found where there is no such program
*/
async function runProgram(program, args, options) {
	const started = Date.now();
	const log = new Printed(options);
	const print = (text) => log.print(text);
	try {
		const ended = await runToEnd({
			program,
			args,
			cwd: options.cwd,
			env: options.env,
			group: true,
			cancel: {
				signal: options.cancel,
				graceMs
			},
			stdout: options.onLine ? { line: options.onLine } : print,
			stderr: print
		});
		return {
			exitCode: exitCodeOf(ended),
			ms: Date.now() - started,
			output: log.text()
		};
	} catch (error) {
		if (error.code === "ENOENT") goNotFound(program);
		throw error;
	} finally {
		log.end();
	}
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

export { runProgram as t };