import { t as GotsError } from "./chunk-diagnostic.mjs";
import { lstatSync, mkdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { execFileSync } from "node:child_process";

// src/build/process-identity.ts
/**
* When a process started, in the system's own unit: clock ticks since boot on Linux, seconds since 1970 on macOS. With the pid it names
* a process once and for all. `helper/shim` computes the same text.
*
* @returns undefined if there is no such process, or it cannot be asked
*/
function processStart(pid) {
	return process.platform === "darwin" ? startByPs(pid) : startByProc(pid);
}
/** @see proc_pid_stat(5): the name in parentheses may hold anything; `starttime` is field 22, the 20th behind the name. */
function startByProc(pid) {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
		return stat.slice(stat.lastIndexOf(")") + 1).trim().split(" ")[19];
	} catch {
		return;
	}
}
/** Process id of a process's parent; undefined if there is no such process, or it cannot be asked. */
function parentPid(pid) {
	try {
		if (process.platform === "darwin") return Number.parseInt(execFileSync("ps", [
			"-o",
			"ppid=",
			"-p",
			String(pid)
		], { encoding: "utf8" }), 10);
		const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
		const fields = stat.slice(stat.lastIndexOf(")") + 1).trim();
		return Number(fields.split(" ")[1]);
	} catch {
		return;
	}
}
/** Arguments of a process in one text; '' where the system does not tell. */
function commandLine(pid) {
	try {
		return process.platform === "linux" ? readFileSync(`/proc/${pid}/cmdline`, "utf8") : "";
	} catch {
		return "";
	}
}
function startByPs(pid) {
	try {
		const env = {
			...process.env,
			TZ: "UTC",
			LC_ALL: "C"
		};
		return secondsOfLstart(execFileSync("ps", [
			"-o",
			"lstart=",
			"-p",
			String(pid)
		], {
			env,
			encoding: "utf8"
		}));
	} catch {
		return;
	}
}
/** Seconds since 1970 of what `ps -o lstart=` prints with TZ=UTC and LC_ALL=C, such as `Sat Nov 21 07:33:05 2026`. */
function secondsOfLstart(text) {
	const milliseconds = Date.parse(`${text.trim()} UTC`);
	return Number.isNaN(milliseconds) ? void 0 : String(milliseconds / 1e3);
}
/** Inode of our PID namespace, since containers that share a directory may have equal pids; "0" where there are no namespaces. */
function pidNamespace() {
	try {
		return /^pid:\[(\d+)\]$/.exec(readlinkSync("/proc/self/ns/pid"))?.[1] ?? "0";
	} catch {
		return "0";
	}
}

// src/report/codes/toolexec.ts
/** Raised when bytes on the build server's socket are not a message of this version's shim. */
function shimBadFrame(why) {
	throw new GotsError({
		code: "shim_bad_frame",
		message: `a message on the build server's socket cannot be read: ${why}`,
		hint: "the shim in -toolexec and the cache program in GOCACHEPROG must come from the same gots; run `gots env` again"
	});
}
/** Raised when a tool's command line has a flag that no supported Go version knows: whether it takes a value decides what is a file. */
function toolexecUnknownFlag(tool, word) {
	throw new GotsError({
		code: "toolexec_unknown_flag",
		message: `flag "${word}" of go tool ${tool} is not known to gots`,
		hint: "if it is a new flag of your Go version, write it as -flag=value; if not, check -gcflags and -ldflags"
	});
}
/** Raised when the last word of a tool's command line is a flag that needs a value. */
function toolexecFlagWithoutValue(tool, word) {
	throw new GotsError({
		code: "toolexec_flag_without_value",
		message: `flag "${word}" of go tool ${tool} has no value`,
		hint: "check -gcflags and -ldflags"
	});
}
/** Raised when a tool's command line lacks a flag that cmd/go always gives. */
function toolexecNoFlag(tool, flag) {
	throw new GotsError({
		code: "toolexec_no_flag",
		message: `the command line of go tool ${tool} has no ${flag}`,
		hint: "gots weaves what the go command compiles; run the tool without the shim"
	});
}
/** Raised when an archive, by its own words or size, is damaged. */
function archiveCorrupt(why) {
	throw new GotsError({
		code: "archive_corrupt",
		message: `a package archive cannot be read: ${why}`,
		hint: "the cache may be damaged; `go clean -cache` and `gots cache clean` empty both",
		family: "bug"
	});
}
/** Raised when a build id is to be replaced by one of another length, which would move everything behind it. */
function archiveBuildIdLength(from, to) {
	throw new GotsError({
		code: "archive_build_id_length",
		message: `build id "${from}" cannot be replaced by "${to}": their lengths differ or are zero`,
		family: "bug"
	});
}
/** Raised when the list of link dependencies in an archive is of an unknown version or form. */
function linkDepsUnreadable(archive, line) {
	throw new GotsError({
		code: "link_deps_unreadable",
		message: `${archive}: link.deps has a line that cannot be read: "${line}"`,
		hint: "it was written by another or newer tool; empty its cache and build again"
	});
}
/** Raised when the build server is to listen for a go command that does not run. */
function socketNoProcess(pid) {
	throw new GotsError({
		code: "socket_no_process",
		message: `there is no process ${pid}, or its start time cannot be read`,
		hint: "the cache program is meant to be started by a go command, through GOCACHEPROG; /proc must be mounted on Linux"
	});
}
/** Raised when no directory for sockets is ours alone. */
function runtimeDirUnusable(reasons) {
	throw new GotsError({
		code: "runtime_dir_unusable",
		message: `no directory for the build server's socket: ${reasons.join("; ")}`,
		hint: "point TMPDIR or XDG_RUNTIME_DIR at a directory of your own with a short path"
	});
}
/** Raised when go cannot build the shim. */
function shimBuildFailed(command, status, stderr) {
	throw new GotsError({
		code: "shim_build_failed",
		message: `the shim cannot be built: \`${command}\` ended with ${status}${stderr === "" ? "" : `: ${stderr}`}`,
		hint: "gots needs Go 1.24 or newer; `go version` shows yours"
	});
}
/** Raised when the module information that cmd/go hands to the linker is not of the form known. */
function modinfoUnreadable(quoted) {
	throw new GotsError({
		code: "modinfo_unreadable",
		message: `the module information for the linker cannot be read: ${quoted.slice(0, 200)}`,
		hint: "is this Go version supported? `gots version` lists those that are",
		family: "bug"
	});
}

// src/build/socket-name.ts
/** sun_path of macOS has 104 bytes; the shim passes over longer names. A temporary name to bind to must be no longer. */
const maxPathBytes = 99;
/** `<pid>-<start>-<namespace>.sock` at its longest. */
const nameBytes = 44;
/**
* Path of the socket on which the build server of a go command listens. The shim computes the same from its ancestors, so nothing has
* to be handed down to it (`helper/shim/server.go`).
*
* @param goPid process id of the go command
* @throws GotsError socket_no_process if there is no such process; runtime_dir_unusable
*/
function socketPath(goPid) {
	const start = processStart(goPid) ?? socketNoProcess(goPid);
	return join(runtimeDir(), `${goPid}-${start}-${pidNamespace()}.sock`);
}
/**
* Directory of our sockets: `$XDG_RUNTIME_DIR/gots`, else `$TMPDIR/gots-<uid>`, else `/tmp/gots-<uid>`; made if it is missing. It belongs
* to us, is no symbolic link and is closed to all others; a directory that fails this is passed over, as the shim does.
*
* @throws GotsError runtime_dir_unusable if none of them can be used
*/
function runtimeDir() {
	const uid = process.getuid?.() ?? 0;
	const { XDG_RUNTIME_DIR: xdg, TMPDIR: tmp } = process.env;
	return firstUsableDir([
		...xdg ? [`${xdg}/gots`] : [],
		...tmp ? [`${tmp}/gots-${uid}`] : [],
		`/tmp/gots-${uid}`
	]);
}
/**
* The first of some directories that sockets of ours may lie in.
*
* @throws GotsError runtime_dir_unusable
*/
function firstUsableDir(candidates) {
	const reasons = [];
	for (const dir of candidates) {
		const reason = Buffer.byteLength(dir) + 1 + nameBytes <= maxPathBytes ? claimPrivateDir(dir) : "its path is too long for a socket";
		if (reason === void 0) return dir;
		reasons.push(`${dir}: ${reason}`);
	}
	return runtimeDirUnusable(reasons);
}
/**
* Makes a directory that is ours alone, or checks that an existing one is.
*
* @returns why it cannot be used; undefined if it can
*/
function claimPrivateDir(dir) {
	try {
		mkdirSync(dir, { mode: 448 });
	} catch (error) {
		if (error.code !== "EEXIST") return error.message;
	}
	const stat = lstatSync(dir);
	if (!stat.isDirectory()) return "it is no directory";
	if (stat.uid !== process.getuid?.()) return `it belongs to user ${stat.uid}`;
	return (stat.mode & 63) === 0 ? void 0 : "others may enter it";
}

export { processStart as _, archiveCorrupt as a, runtimeDirUnusable as c, toolexecFlagWithoutValue as d, toolexecNoFlag as f, pidNamespace as g, parentPid as h, archiveBuildIdLength as i, shimBadFrame as l, commandLine as m, runtimeDir as n, linkDepsUnreadable as o, toolexecUnknownFlag as p, socketPath as r, modinfoUnreadable as s, claimPrivateDir as t, shimBuildFailed as u };