import { t as GotsError } from "./chunk-diagnostic.mjs";

// src/report/codes/cli.ts
/** There is no go command to run. */
function goNotFound(go) {
	throw new GotsError({
		code: "cli_go_not_found",
		message: `cannot run "${go}"`,
		hint: "install Go 1.24 or newer and put it in PATH"
	});
}
/** GOCACHEPROG is stable since Go 1.24. */
function goTooOld(version) {
	throw new GotsError({
		code: "cli_go_too_old",
		message: `${version} is too old: gots needs Go 1.24 or newer`,
		hint: "install a newer Go, or raise the go or toolchain line of go.mod"
	});
}
/** go itself failed before anything was woven; its message says why. */
function goFailed(command, stderr) {
	throw new GotsError({
		code: "cli_go_failed",
		message: `${command}: ${stderr.trim()}`,
		family: "go"
	});
}
function unknownCommand(name, known) {
	throw new GotsError({
		code: "cli_unknown_command",
		message: `unknown command "${name}"`,
		hint: `commands are ${known.join(", ")}`
	});
}
function badUsage(message, hint) {
	throw new GotsError({
		code: "cli_usage",
		message,
		hint
	});
}
/** -mod=mod and -modfile cannot be used with the workspace that brings the injected modules. */
function workspaceModFlag(flag) {
	throw new GotsError({
		code: "workspace_mod_flag",
		message: `${flag} cannot be combined with injected modules, which come through a workspace`,
		hint: `build without ${flag}, or require the injected modules in go.mod yourself`
	});
}
function workspaceGoTooOld(needed, running) {
	throw new GotsError({
		code: "workspace_go_too_old",
		message: `the injected modules need go >= ${needed}, this is ${running}`,
		hint: `use Go ${needed} (GOTOOLCHAIN=go${needed})`
	});
}
/** The user's modules and the injected ones do not go together, or a module cannot be had. */
function workspaceUnresolved(stderr) {
	throw new GotsError({
		code: "workspace_unresolved",
		message: `the modules that weaving injects cannot be resolved: ${saidOnce(stderr)}`,
		family: "go"
	});
}
/** Go says the same of a module for each of its packages: a line and those indented below it. */
function saidOnce(stderr) {
	return [...new Set(stderr.split(/\n(?=\S)/))].join("\n");
}
/** vendor/ was changed by hand: building from the module cache would build something else. */
function vendorDiffers(files) {
	const shown = files.slice(0, 5).join(", ");
	throw new GotsError({
		code: "workspace_vendor_differs",
		message: `vendor/ differs from its modules in ${files.length} files: ${shown}${files.length > 5 ? ", …" : ""}`,
		hint: "run `go mod vendor`, or replace the changed module in go.mod"
	});
}
/** The path of node, or of this installation: that of the shim is made plain where need be. */
function unquotablePath(path) {
	throw new GotsError({
		code: "cli_unquotable_path",
		message: `the path ${JSON.stringify(path)} holds both kinds of quotes, which GOFLAGS and GOCACHEPROG cannot express`,
		hint: "move it to a plain path"
	});
}
/** What a build needs besides caches (plan, shim, workspace) cannot be written. */
function cacheUnwritable(dir, cause) {
	throw new GotsError({
		code: "cli_cache_unwritable",
		message: `cannot write to the cache folder ${dir}: ${cause.message}`,
		hint: "set GOTS_CACHE to a folder that can be written and has room",
		cause
	});
}
/** A file that go compiles in no package here. */
function fileInNoPackage(file, problem) {
	throw new GotsError({
		code: "cli_file_in_no_package",
		message: `go compiles ${file} in no package of this build${problem === void 0 ? "" : `: ${problem.trim()}`}`,
		hint: "name a Go file of this module, of a module that it requires or of the standard library"
	});
}
/** A package named on the command line that go cannot find. */
function packageNotListed(path, problem) {
	throw new GotsError({
		code: "cli_package_not_listed",
		message: `${path}: ${problem.trim()}`,
		family: "go"
	});
}

export { goNotFound as a, unknownCommand as c, workspaceGoTooOld as d, workspaceModFlag as f, goFailed as i, unquotablePath as l, cacheUnwritable as n, goTooOld as o, workspaceUnresolved as p, fileInNoPackage as r, packageNotListed as s, badUsage as t, vendorDiffers as u };