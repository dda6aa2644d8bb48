import { v as oracleFailed } from "./chunk-helper-program.mjs";
import { createRequire } from "node:module";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

// src/build/oracle.ts
/**
* Starts the program, which type-checks the package once and answers until it is closed.
*
* @param findArchive the archive of a package that none of the sources' imports leads to; undefined where there is none
*/
function converse(program, sources, findArchive) {
	const child = spawn(program, [], {
		stdio: [
			"pipe",
			"pipe",
			"pipe"
		],
		detached: true
	});
	const lines = replies(child, sources.importPath);
	const { packageFiles, importMap, ...about } = sources;
	const say = (message) => child.stdin?.write(`${JSON.stringify(message)}\n`);
	say({
		...about,
		packageFiles: Object.fromEntries(packageFiles),
		importMap: Object.fromEntries(importMap)
	});
	const sought = /* @__PURE__ */ new Set();
	const ask = async (questions, added = {}) => {
		say({
			packageFiles: added,
			questions
		});
		const answers = JSON.parse(await lines.next());
		const missing = [...new Set(answers.flatMap(({ missing }) => missing ?? []))].filter((path) => !sought.has(path));
		if (missing.length === 0) return answers.map(withoutMissing);
		const found = {};
		for (const path of missing) {
			sought.add(path);
			const archive = await findArchive(path);
			if (archive !== void 0) found[path] = archive;
		}
		return ask(questions, found);
	};
	return {
		ask: (questions) => ask(questions),
		close: () => child.stdin?.end()
	};
}
/** A package that nobody can find has no interface. */
function withoutMissing(answer) {
	return answer.missing === void 0 ? answer : { noInterface: `package ${answer.missing} cannot be found` };
}
/** The program's output line by line. An end in the middle is an error for whoever waits. */
function replies(child, importPath) {
	const waiting = [];
	let stderr = "";
	let ended;
	const failure = () => {
		try {
			return oracleFailed(importPath, ended ?? "", stderr.trim());
		} catch (error) {
			return error;
		}
	};
	const end = (status) => {
		ended ??= status;
		for (const { reject } of waiting.splice(0)) reject(failure());
	};
	if (child.stdout) createInterface({ input: child.stdout }).on("line", (line) => waiting.shift()?.resolve(line));
	child.stderr?.setEncoding("utf8").on("data", (text) => {
		stderr += text;
	});
	child.stdin?.on("error", () => {});
	child.on("error", (error) => end(error.message));
	child.on("close", (code, signal) => end(signal ?? `exit code ${code}`));
	return { next: () => new Promise((resolve, reject) => {
		if (ended === void 0) waiting.push({
			resolve,
			reject
		});
		else reject(failure());
	}) };
}

// src/base/asset.ts
const packages = {
	"web-tree-sitter.wasm": "web-tree-sitter/web-tree-sitter.wasm",
	"tree-sitter-go.wasm": "tree-sitter-go/tree-sitter-go.wasm"
};
/** Absolute path of a .wasm file: beside the bundle this code is part of (dist/), else in node_modules. */
function wasmPath(asset) {
	const beside = join(dirname(fileURLToPath(import.meta.url)), asset);
	return existsSync(beside) ? beside : createRequire(import.meta.url).resolve(packages[asset]);
}

export { converse as n, wasmPath as t };