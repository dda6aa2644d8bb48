import { n as failure } from "./chunk-message.mjs";

// src/report/texts/cli.ts
const texts = {
	cli_go_not_found: {
		code: "cli_go_not_found",
		message: "cannot run \"%go%\"",
		hint: "install Go 1.24 or newer and put it in PATH"
	},
	cli_go_too_old: {
		code: "cli_go_too_old",
		message: "%version% is too old: gots needs Go 1.24 or newer",
		hint: "install a newer Go, or raise the go or toolchain line of go.mod"
	},
	cli_go_failed: {
		code: "cli_go_failed",
		message: "%command%: %stderr%",
		family: "go"
	},
	cli_unknown_command: {
		code: "cli_unknown_command",
		message: "unknown command \"%name%\"",
		hint: "commands are %known%"
	},
	cli_usage: {
		code: "cli_usage",
		message: "%message%",
		hint: "%hint%"
	},
	cli_unquotable_path: {
		code: "cli_unquotable_path",
		message: "the path %path% holds both kinds of quotes, which GOFLAGS and GOCACHEPROG cannot express",
		hint: "move it to a plain path"
	},
	cli_cache_unwritable: {
		code: "cli_cache_unwritable",
		message: "cannot write to the cache folder %dir%: %message%",
		hint: "set GOTS_CACHE to a folder that can be written and has room"
	},
	cli_file_in_no_package: {
		code: "cli_file_in_no_package",
		message: "go compiles %file% in no package of this build%problem%",
		hint: "name a Go file of this module, of a module that it requires or of the standard library"
	},
	cli_package_not_listed: {
		code: "cli_package_not_listed",
		message: "%path%: %problem%",
		family: "go"
	},
	cli_file_gone: {
		code: "cli_file_gone",
		message: "%path% is not there any more",
		hint: "something removed it after go had listed it; try again"
	}
};

// src/report/codes/cli.ts
/** There is no go command to run. */
function goNotFound(go) {
	throw failure(texts.cli_go_not_found, { go });
}
/** GOCACHEPROG is stable since Go 1.24. */
function goTooOld(version) {
	throw failure(texts.cli_go_too_old, { version });
}
/** go itself failed before anything was woven; its message says why. */
function goFailed(command, stderr) {
	throw failure(texts.cli_go_failed, {
		command,
		stderr: stderr.trim()
	});
}
function unknownCommand(name, known) {
	throw failure(texts.cli_unknown_command, {
		name,
		known: known.join(", ")
	});
}
function badUsage(message, hint) {
	throw failure(texts.cli_usage, {
		message,
		hint
	});
}
/** The path of node, or of this installation: that of the shim is made plain where need be. */
function unquotablePath(path) {
	throw failure(texts.cli_unquotable_path, { path: JSON.stringify(path) });
}
/** What a build needs besides caches (plan, shim, workspace) cannot be written. */
function cacheUnwritable(dir, cause) {
	throw failure(texts.cli_cache_unwritable, {
		dir,
		message: cause.message
	}, { cause });
}
/** A file that go compiles in no package here. */
function fileInNoPackage(file, problem) {
	throw failure(texts.cli_file_in_no_package, {
		file,
		problem: problem === void 0 ? "" : `: ${problem.trim()}`
	});
}
/** A package named on the command line that go cannot find. */
function packageNotListed(path, problem) {
	throw failure(texts.cli_package_not_listed, {
		path,
		problem: problem.trim()
	});
}
/** go has listed a file that is not there any more. */
function goFileGone(path) {
	throw failure(texts.cli_file_gone, { path });
}

export { goFileGone as a, packageNotListed as c, goFailed as i, unknownCommand as l, cacheUnwritable as n, goNotFound as o, fileInNoPackage as r, goTooOld as s, badUsage as t, unquotablePath as u };