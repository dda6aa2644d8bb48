import { i as goFailed } from "./chunk-cli.mjs";
import { n as runGo, t as parseJsonStream } from "./chunk-go.mjs";

// src/go/go-answers.ts
/** Variables by which the go command finds packages and modules, as text; those that only say where it keeps things are left out. */
function goVariables(env) {
	return Object.keys(env).filter((name) => /^(GO(?!TS_|CACHE|TMPDIR)|CGO_)/.test(name)).sort().map((name) => `${name}=${env[name]}`).join("\n");
}
/** Remembers nothing. */
const askAlways = { recall: async (_question, ask) => (await ask()).value };
/** A go command ended with this on stderr: no answer to remember. */
var GoRefused = class extends Error {};

// src/go/packages.ts
const askedAlways = {
	answers: askAlways,
	decisive: []
};
/**
* Looks packages up with the go command, or in what it said last time.
*
* @param where.flags those that decide how modules are found
* @param remembered.decisive the files that decide it
*/
function packageFinder(where, remembered = askedAlways) {
	const { flags, env } = where;
	const { answers, decisive } = remembered;
	return async (paths, moduleDir) => {
		const question = [
			"find packages",
			moduleDir,
			goVariables(env),
			...flags,
			"--",
			...paths
		];
		const found = await answers.recall(question, async () => {
			const value = [...await findPackages(paths, {
				...where,
				cwd: moduleDir
			})];
			return {
				value,
				files: value.some(([, folder]) => "problem" in folder) ? void 0 : decisive,
				folders: value.flatMap(([, folder]) => "dir" in folder ? [folder.dir] : [])
			};
		});
		return new Map(found);
	};
}
/**
* Finds the folders of packages, whatever their build constraints say.
*
* @param where.cwd a folder of the main module; `flags` are those that decide how modules are found
* @throws GotsError cli_go_failed when go cannot list at all
*/
async function findPackages(paths, where) {
	const args = [
		"list",
		"-e",
		"-find",
		"-json=ImportPath,Dir,Module,Error",
		...where.flags,
		"--",
		...paths
	];
	const result = await runGo(args, {
		...where,
		env: {
			...where.env,
			GOFLAGS: "-buildvcs=false",
			GOCACHEPROG: ""
		}
	});
	if (result.exitCode !== 0) goFailed("go list", result.stderr);
	const folders = parseJsonStream(result.stdout).map(({ ImportPath, Dir, Module, Error: error }) => [ImportPath, Dir ? {
		dir: Dir,
		module: moduleOf(Module)
	} : { problem: firstLine(error?.Err ?? "") }]);
	return new Map(folders);
}
function moduleOf(module) {
	if (!module?.Dir) return void 0;
	const { Path, Dir, Version = "", Replace } = module;
	return {
		path: Path,
		dir: Dir,
		isFixed: (Replace ? Replace.Version ?? "" : Version) !== ""
	};
}
function firstLine(text) {
	return (text.trim().split("\n")[0] ?? "").replace(/; to add it:$/, "").replace(/:$/, "");
}

export { GoRefused as n, goVariables as r, packageFinder as t };