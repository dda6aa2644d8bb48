import { n as failure } from "./chunk-message.mjs";

// src/report/texts/toolexec.ts
const texts = {
	shim_bad_frame: {
		code: "shim_bad_frame",
		message: "a message on the build server's socket cannot be read: %why%",
		hint: "the shim in -toolexec and the cache program in GOCACHEPROG must come from the same gots; run `gots env` again"
	},
	toolexec_unknown_flag: {
		code: "toolexec_unknown_flag",
		message: "flag \"%word%\" of go tool %tool% is not known to gots",
		hint: "if it is a new flag of your Go version, write it as -flag=value; if not, check -gcflags and -ldflags"
	},
	toolexec_flag_without_value: {
		code: "toolexec_flag_without_value",
		message: "flag \"%word%\" of go tool %tool% has no value",
		hint: "check -gcflags and -ldflags"
	},
	toolexec_no_flag: {
		code: "toolexec_no_flag",
		message: "the command line of go tool %tool% has no %flag%",
		hint: "gots weaves what the go command compiles; run the tool without the shim"
	},
	archive_corrupt: {
		code: "archive_corrupt",
		message: "a package archive cannot be read: %why%",
		hint: "the cache may be damaged; `go clean -cache` and `gots cache clean` empty both",
		family: "bug"
	},
	archive_bad_member_name: {
		code: "archive_bad_member_name",
		message: "\"%name%\" cannot be the name of an archive member: at most 15 printable characters, an extension other than .o and .syso",
		family: "bug"
	},
	archive_build_id_length: {
		code: "archive_build_id_length",
		message: "build id \"%from%\" cannot be replaced by \"%to%\": their lengths differ or are zero",
		family: "bug"
	},
	link_deps_unreadable: {
		code: "link_deps_unreadable",
		message: "%archive%: link.deps has a line that cannot be read: \"%line%\"",
		hint: "it was written by another or newer tool; empty its cache and build again"
	},
	socket_no_process: {
		code: "socket_no_process",
		message: "there is no process %pid%, or its start time cannot be read",
		hint: "the cache program is meant to be started by a go command, through GOCACHEPROG; /proc must be mounted on Linux"
	},
	runtime_dir_unusable: {
		code: "runtime_dir_unusable",
		message: "no directory for the build server's socket: %reasons%",
		hint: "point TMPDIR or XDG_RUNTIME_DIR at a directory of your own with a short path"
	},
	shim_build_failed: {
		code: "shim_build_failed",
		message: "the %name% cannot be built: `%command%` ended with %status%%stderr%",
		hint: "gots needs Go 1.24 or newer; `go version` shows yours"
	},
	oracle_build_failed: {
		code: "oracle_build_failed",
		message: "the %name% cannot be built: `%command%` ended with %status%%stderr%",
		hint: "gots needs Go 1.24 or newer; `go version` shows yours"
	},
	gate_build_failed: {
		code: "gate_build_failed",
		message: "the %name% cannot be built: `%command%` ended with %status%%stderr%",
		hint: "gots needs Go 1.24 or newer; `go version` shows yours"
	},
	oracle_failed: {
		code: "oracle_failed",
		message: "type checking %importPath% for its aspects failed: the oracle ended with %status%%stderr%",
		hint: "please report it, with the version of Go",
		family: "bug"
	},
	modinfo_unreadable: {
		code: "modinfo_unreadable",
		message: "the module information for the linker cannot be read: %quoted%",
		hint: "is this Go version supported? `gots version` lists those that are",
		family: "bug"
	}
};

// src/report/codes/toolexec.ts
/** Raised when a tool's command line has a flag that no supported Go version knows: whether it takes a value decides what is a file. */
function toolexecUnknownFlag(tool, word) {
	throw failure(texts.toolexec_unknown_flag, {
		word,
		tool
	});
}
/** Raised when the last word of a tool's command line is a flag that needs a value. */
function toolexecFlagWithoutValue(tool, word) {
	throw failure(texts.toolexec_flag_without_value, {
		word,
		tool
	});
}
/** Raised when a tool's command line lacks a flag that cmd/go always gives. */
function toolexecNoFlag(tool, flag) {
	throw failure(texts.toolexec_no_flag, {
		tool,
		flag
	});
}
/** Raised when an archive, by its own words or size, is damaged. */
function archiveCorrupt(why) {
	throw failure(texts.archive_corrupt, { why });
}
/** Raised when a member is to get a name that the archive cannot hold or the linker would misread. */
function archiveBadMemberName(name) {
	throw failure(texts.archive_bad_member_name, { name });
}
/** Raised when a build id is to be replaced by one of another length, which would move everything behind it. */
function archiveBuildIdLength(from, to) {
	throw failure(texts.archive_build_id_length, {
		from,
		to
	});
}
/** Raised when the list of link dependencies in an archive is of an unknown version or form. */
function linkDepsUnreadable(archive, line) {
	throw failure(texts.link_deps_unreadable, {
		archive,
		line
	});
}
/** Raised when no directory for sockets is ours alone. */
function runtimeDirUnusable(reasons) {
	throw failure(texts.runtime_dir_unusable, { reasons: reasons.join("; ") });
}
/** Raised when go cannot build one of the programs in `helper/`: shim_build_failed, oracle_build_failed. */
function helperBuildFailed(name, command, status, stderr) {
	throw failure(texts[`${name}_build_failed`], {
		name,
		command,
		status,
		stderr: stderr === "" ? "" : `: ${stderr}`
	});
}
/** Raised when the program that answers questions about types ends in the middle. */
function oracleFailed(importPath, status, stderr) {
	throw failure(texts.oracle_failed, {
		importPath,
		status,
		stderr: stderr === "" ? "" : `: ${stderr}`
	});
}

export { linkDepsUnreadable as a, toolexecFlagWithoutValue as c, helperBuildFailed as i, toolexecNoFlag as l, archiveBuildIdLength as n, oracleFailed as o, archiveCorrupt as r, runtimeDirUnusable as s, archiveBadMemberName as t, toolexecUnknownFlag as u };