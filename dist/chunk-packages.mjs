import { i as goFailed } from "./chunk-cli.mjs";
import { n as runGo, t as parseJsonStream } from "./chunk-go.mjs";

// src/go/packages.ts
/** Looks packages up with the go command; `flags` are those that decide how modules are found. */
function packageFinder(where) {
	return (paths, moduleDir) => findPackages(paths, {
		...where,
		cwd: moduleDir
	});
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

export { packageFinder as t };