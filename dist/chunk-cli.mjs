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
/** go has listed a file that is not there any more. */
function goFileGone(path) {
	throw new GotsError({
		code: "cli_file_gone",
		message: `${path} is not there any more`,
		hint: "something removed it after go had listed it; try again"
	});
}

export { goFileGone as a, packageNotListed as c, goFailed as i, unknownCommand as l, cacheUnwritable as n, goNotFound as o, fileInNoPackage as r, goTooOld as s, badUsage as t, unquotablePath as u };