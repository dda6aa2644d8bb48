import { readFileSync, readdirSync, readlinkSync } from "node:fs";
import { spawnSync } from "node:child_process";

// src/process/spawn-sync.ts
/**
* Runs a program that ends at once, and waits for it. Its standard error is not read.
*
* @returns its standard output, and its exit code, which is null if a signal ended it
* @throws the system's error if it cannot be started
*/
function runSync(program, args, { env, cwd, input = "" } = {}) {
	const { error, status, stdout } = spawnSync(program, args, {
		env,
		cwd,
		input,
		encoding: "utf8",
		maxBuffer: Number.POSITIVE_INFINITY,
		stdio: [
			"pipe",
			"pipe",
			"ignore"
		]
	});
	if (error) throw error;
	return {
		code: status,
		stdout
	};
}

// src/process/posix.ts
/** `ps` of macOS, at its fixed place. */
const ps = "/bin/ps";
/** Linux counts processor time in hundredths of a second (USER_HZ), whatever the machine. */
const tickMs = 10;
/** Linux tells about processes in /proc. */
const linux = {
	/** @see proc_pid_stat(5): `starttime` is field 22, the 20th behind the name. */
	startOf: (pid) => orUndefined(() => statFields(pid)[19]),
	parentOf: (pid) => orUndefined(() => Number(statFields(pid)[1])),
	busyMsOf: (pid) => orUndefined(() => {
		const isBusy = readdirSync(`/proc/${pid}/task`).some((id) => orUndefined(() => statFields(`${pid}/task/${id}`)[0]) === "R");
		const [user, system] = statFields(pid).slice(11, 13).map(Number);
		return isBusy ? ((user ?? 0) + (system ?? 0)) * tickMs : void 0;
	}),
	argumentsOf: (pid) => linux.commandLineOf(pid).split("\0").slice(0, -1),
	commandLineOf: (pid) => orUndefined(() => readFileSync(`/proc/${pid}/cmdline`, "utf8")) ?? "",
	namespace: () => orUndefined(() => /^pid:\[(\d+)\]$/.exec(readlinkSync("/proc/self/ns/pid"))?.[1]) ?? "0",
	hasGroups: true
};
/** macOS has no /proc; `ps` tells. */
const darwin = {
	startOf: (pid) => orUndefined(() => secondsOfLstart(askPs("lstart=", pid, {
		TZ: "UTC",
		LC_ALL: "C"
	}))),
	parentOf: (pid) => orUndefined(() => Number.parseInt(askPs("ppid=", pid), 10)),
	busyMsOf: (pid) => orUndefined(() => {
		const [state = "", time = ""] = askPs("state=,time=", pid).trim().split(/\s+/);
		return state.startsWith("R") ? msOfTime(time) : void 0;
	}),
	argumentsOf: (pid) => orUndefined(() => askPs("args=", pid).trim().split(/\s+/)) ?? [],
	commandLineOf: () => "",
	namespace: () => "0",
	hasGroups: true
};
/** The fields behind the program's name, which stands in parentheses and may hold anything. */
function statFields(pid) {
	const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
	return stat.slice(stat.lastIndexOf(")") + 1).trim().split(" ");
}
function askPs(column, pid, env) {
	return runSync(ps, [
		"-o",
		column,
		"-p",
		String(pid)
	], { env }).stdout;
}
/** Milliseconds of what `ps -o time=` prints: minutes and seconds with two digits behind the point, such as `12:03.45`. */
function msOfTime(text) {
	const [, minutes, seconds] = /^(\d+):(\d\d\.\d\d)$/.exec(text) ?? [];
	return minutes === void 0 ? void 0 : Math.round(Number(minutes) * 6e4 + Number(seconds) * 1e3);
}
/** Seconds since 1970 of what `ps -o lstart=` prints with TZ=UTC and LC_ALL=C, such as `Sat Nov 21 07:33:05 2026`. */
function secondsOfLstart(text) {
	const milliseconds = Date.parse(`${text.trim()} UTC`);
	return Number.isNaN(milliseconds) ? void 0 : String(milliseconds / 1e3);
}
function orUndefined(ask) {
	try {
		return ask();
	} catch {
		return;
	}
}

// src/process/windows.ts
/**
* Windows tells nothing yet: gots does not build on Windows hosts. What is needed is the creation time and the parent of a process
* (`GetProcessTimes`, `NtQueryInformationProcess`), which Node does not give.
*/
const windows = {
	startOf: () => void 0,
	parentOf: () => void 0,
	busyMsOf: () => void 0,
	argumentsOf: () => [],
	commandLineOf: () => "",
	namespace: () => "0",
	hasGroups: false
};

// src/process/system.ts
/** The one place that chooses. Systems other than these are asked as Linux is. */
const systems = {
	darwin,
	win32: windows
};
/** The system of this machine. */
const system = systems[process.platform] ?? linux;

export { runSync as n, system as t };