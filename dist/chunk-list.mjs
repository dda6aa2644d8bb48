import { i as goFailed } from "./chunk-cli.mjs";
import { n as runGo, t as parseJsonStream } from "./chunk-go.mjs";

// src/go/list.ts
const listedFields = "ImportPath,Name,Dir,Standard,Module,GoFiles,CgoFiles,IgnoredGoFiles,TestGoFiles,XTestGoFiles,Imports,TestImports,XTestImports,Error";
/**
* Asks go about packages. One that cannot be had is in the answer too, with an `Error`.
*
* @param args patterns, and flags before them
* @param fields those that are asked for
* @throws GotsError cli_go_failed
*/
async function listPackages(args, options, fields = listedFields) {
	const result = await runGo([
		"list",
		"-e",
		`-json=${fields}`,
		...args
	], options);
	if (result.exitCode !== 0) goFailed("go list", result.stderr);
	return parseJsonStream(result.stdout);
}

export { listPackages as t };