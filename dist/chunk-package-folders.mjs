import { r as moduleAbove } from "./chunk-module-folder.mjs";
import { n as runGo } from "./chunk-go.mjs";
import { i as goFailed } from "./chunk-cli.mjs";

// src/cli/package-folders.ts
/**
* Asks go for the folders of packages whose files advice refers to.
*
* @throws GotsError cli_go_failed where a module is there and go cannot list at all
*/
async function packageFolders(paths, context) {
	if (paths.length === 0) return /* @__PURE__ */ new Map();
	const args = [
		"list",
		"-e",
		"-f",
		"{{.ImportPath}}	{{.Dir}}",
		"--",
		...paths
	];
	const { stdout, stderr, exitCode } = await runGo(args, {
		go: context.go,
		cwd: context.cwd,
		env: context.env
	});
	if (exitCode !== 0 && moduleAbove(context.cwd) !== void 0) goFailed("go list", stderr);
	const pairs = stdout.split("\n").map((row) => row.split("	"));
	return new Map(pairs.flatMap(([path, dir]) => path && dir ? [[path, dir]] : []));
}

export { packageFolders as t };