import { spawn } from "node:child_process";

// src/go/go.ts
/**
* Runs a go command and collects what it prints.
*
* @throws the spawn error (ENOENT and the like)
*/
function runGo(args, options) {
	const spawnOptions = {
		cwd: options.cwd,
		env: options.env,
		stdio: [
			"ignore",
			"pipe",
			"pipe"
		],
		detached: options.detached ?? false
	};
	return new Promise((resolve, reject) => {
		const child = spawn(options.go, args, spawnOptions);
		const out = [];
		const err = [];
		child.stdout?.on("data", (chunk) => out.push(chunk));
		child.stderr?.on("data", (chunk) => err.push(chunk));
		child.on("error", reject);
		child.on("spawn", () => {
			if (child.pid !== void 0) options.started?.(child.pid);
		});
		child.on("close", (code, signal) => resolve({
			exitCode: code ?? (signal ? 1 : 0),
			stdout: Buffer.concat(out).toString("utf8"),
			stderr: Buffer.concat(err).toString("utf8")
		}));
	});
}
/** Parses the concatenated JSON objects that `go list -json` prints. */
function parseJsonStream(text) {
	const objects = [];
	for (const part of text.split(/^(?=\{$)/m)) if (part.trim() !== "") objects.push(JSON.parse(part));
	return objects;
}

export { runGo as n, parseJsonStream as t };