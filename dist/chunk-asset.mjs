import { r as start } from "./chunk-spawn.mjs";
import { o as oracleFailed } from "./chunk-toolexec.mjs";
import { createRequire } from "node:module";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// src/driver/steps/oracle.ts
/**
* Starts the program, which type-checks the package once and answers until it is closed.
*
* @param findArchive the archive of a package that none of the sources' imports leads to; undefined where there is none
*/
function converse(program, sources, findArchive) {
	const lines = new Replies(sources.importPath);
	const running = start({
		program,
		args: [],
		group: true,
		stdin: "pipe",
		stdout: { line: lines.take }
	});
	running.ended.then(({ code, signal, stderr }) => lines.end(signal ?? `exit code ${code}`, stderr), (error) => lines.end(error.message, ""));
	const { packageFiles, importMap, ...about } = sources;
	const say = (message) => running.input?.write(`${JSON.stringify(message)}\n`);
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
		close: () => running.input?.end()
	};
}
/** A package that cannot be found has no interface. */
function withoutMissing(answer) {
	return answer.missing === void 0 ? answer : { noInterface: `package ${answer.missing} cannot be found` };
}
/** What the program prints, line by line. Its end in the middle is an error for each waiting caller. */
var Replies = class {
	importPath;
	waiting = [];
	ended;
	constructor(importPath) {
		this.importPath = importPath;
	}
	take = (line) => this.waiting.shift()?.resolve(line);
	end(status, stderr) {
		this.ended = {
			status,
			stderr
		};
		for (const { reject } of this.waiting.splice(0)) reject(this.failure(this.ended));
	}
	next() {
		return new Promise((resolve, reject) => {
			if (this.ended === void 0) this.waiting.push({
				resolve,
				reject
			});
			else reject(this.failure(this.ended));
		});
	}
	failure({ status, stderr }) {
		try {
			return oracleFailed(this.importPath, status, stderr.trim());
		} catch (error) {
			return error;
		}
	}
};

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