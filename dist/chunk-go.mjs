import { r as start } from "./chunk-spawn.mjs";

// src/go/go.ts
/**
* Runs a go command and collects what it prints.
*
* @throws the system's error if go cannot be started (ENOENT and the like)
*/
async function runGo(args, options) {
	const { go: program, cwd, env, detached: group } = options;
	const running = start({
		program,
		args,
		cwd,
		env,
		group
	});
	if (running.pid !== void 0) options.started?.(running.pid);
	const { code, stdout, stderr } = await running.ended;
	return {
		exitCode: code ?? 1,
		stdout,
		stderr
	};
}
/** Parses the concatenated JSON objects that `go list -json` prints. */
function parseJsonStream(text) {
	const objects = [];
	for (const part of text.split(/^(?=\{$)/m)) if (part.trim() !== "") objects.push(JSON.parse(part));
	return objects;
}

export { runGo as n, parseJsonStream as t };