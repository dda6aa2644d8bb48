import "./chunk-rolldown-runtime.mjs";
import { n as signals, t as startSink } from "./chunk-sink.mjs";
import { n as runToEnd } from "./chunk-spawn.mjs";
import { t as badUsage } from "./chunk-cli.mjs";
import { n as failure } from "./chunk-message.mjs";
import { r as parseOptions, s as usageOf } from "./chunk-read-options.mjs";
import { t as weavingEnv } from "./chunk-weaving-env.mjs";
import { tmpdir } from "node:os";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

// src/report/texts/doctor.ts
const texts = {
	doctor_build_failed: {
		code: "doctor_build_failed",
		message: "`%command%` ended with exit code %exitCode%",
		hint: "the go command's own messages are above",
		family: "go"
	},
	doctor_no_program: {
		code: "doctor_no_program",
		message: "%what% is no program",
		hint: "`gots doctor PACKAGE` needs a package main, as `go build` does"
	},
	doctor_no_report: {
		code: "doctor_no_report",
		message: "%program% was started with GOTS_DOCTOR and wrote no report",
		hint: "it is not woven with the built-in set gots:otel, or by another version of gots; %output%"
	}
};

// src/report/codes/doctor.ts
/** Raised when the program cannot be built; the go command has said why. */
function doctorBuildFailed(command, exitCode) {
	throw failure(texts.doctor_build_failed, {
		command,
		exitCode
	});
}
/** Raised when what is to be examined cannot be started. */
function doctorNoProgram(what) {
	throw failure(texts.doctor_no_program, { what });
}
/** Raised when a program does not answer as a woven one does. */
function doctorNoReport(program, output) {
	const shown = output.trim().slice(-300);
	throw failure(texts.doctor_no_report, {
		program,
		output: shown === "" ? "it wrote nothing" : `it wrote: ${shown}`
	});
}

// src/cli/commands/doctor/program-report.ts
const prefix = "gots-doctor: ";
/** Finds the report in what a program printed; undefined where there is none of this version. */
function readProgramReport(output) {
	const line = output.split("\n").findLast((each) => each.startsWith(prefix));
	if (line === void 0) return void 0;
	try {
		const report = JSON.parse(line.slice(13));
		return report?.version === 1 ? report : void 0;
	} catch {
		return;
	}
}

// src/cli/commands/doctor/render-report.ts
/**
* What a program would send where, for people.
*
* @param came signals whose test record this machine's receiver has got; undefined where the program tried its own endpoints
*/
function renderProgramReport(report, came) {
	const lines = [];
	const row = (name, value) => lines.push(`${name.padEnd(13)}${value}`);
	if (report.disabled) row("telemetry", "is off: nothing is recorded");
	else settings();
	if (report.configFile) row("settings", `of ${report.configFile}`);
	if (!report.disabled) lines.push("resource", ...report.resource.map(([name, value]) => `  ${name} = ${value}`));
	if (report.problems.length > 0) lines.push("problems", ...report.problems.map((problem) => `  ${problem}`));
	return `${lines.join("\n")}\n`;
	function settings() {
		destinations();
		const ratio = report.samplerRatio === void 0 ? "" : ` ${report.samplerRatio}`;
		row("sampler", `${report.sampler}${ratio}`);
		list("routes", report.routes);
		list("propagators", report.propagators);
		list("excluded", report.exclude);
		list("enabled", report.enabledInstrumentations);
		list("disabled", report.disabledInstrumentations);
		row("goroutines", glsText(report.gls));
		row("at exit", `waits at most ${duration(report.exitTimeoutMs)} for what is not sent yet`);
	}
	function destinations() {
		for (const signal of signals) {
			const exporters = report[signal];
			if (exporters.length === 0) row(signal, "off");
			for (const exporter of exporters) row(signal, placeText(exporter, came?.has(signal)));
		}
		if (came !== void 0 && signals.some((signal) => report[signal].some(({ sent }) => sent))) row("tried", "with a receiver of this command; --live sends to the addresses above");
	}
	function list(name, values) {
		if (values.length > 0) row(name, values.join(", "));
	}
}
/** Whether something is wrong: a setting that is not used, or a record that was not taken. @param came as above */
function hasProblem(report, came) {
	if (report.problems.length > 0) return true;
	return signals.some((signal) => report[signal].some(({ error, sent }) => error !== void 0 || sent && came?.has(signal) === false));
}
function placeText(exporter, cameHere) {
	const { kind, protocol, endpoint, headers = [], gzip, tls = [], intervalMs, temporality } = exporter;
	const parts = [
		[
			kind,
			protocol,
			endpoint,
			exporter.default && endpoint ? "(the default)" : ""
		].filter(Boolean).join(" "),
		headers.length > 0 ? `headers ${headers.join(", ")}` : "",
		gzip ? "gzip" : "",
		tls.length > 0 ? `TLS ${tls.join(", ")}` : "",
		temporality ?? "",
		intervalMs === void 0 ? "" : `every ${duration(intervalMs)}`
	];
	const tried = exporter.error !== void 0 ? `FAILED: ${exporter.error}` : exporter.sent ? cameHere === false ? "FAILED: the test record did not come" : "test record taken" : "";
	return `${parts.filter((part) => part !== "").join(", ")}${tried && `: ${tried}`}`;
}
function glsText(gls) {
	if (gls === "off") return "context is found in ctx only (GOTS_GLS=off)";
	return `context is found without ctx too (GOTS_GLS=${gls})`;
}
/** `5 s`, `1.5 s`, `250 ms`. */
function duration(ms) {
	return ms < 1e3 ? `${ms} ms` : `${ms / 1e3} s`;
}

// src/cli/commands/doctor.ts
/** A program that does not answer in this time has not been woven, and serves perhaps. */
const answerTimeoutMs = 3e4;
/**
* `gots doctor`: what a woven program would send where.
*
* @returns 1 where a setting is not used, or a record was not taken
* @throws GotsError cli_usage, doctor_*, those of planning
*/
async function runDoctorCommand(line, context) {
	const { has, operands } = parseOptions("doctor", line.rest);
	if (operands.length > 1) badUsage("one package or binary at a time", usageOf("doctor"));
	const [named = "."] = operands;
	const dir = mkdtempSync(join(tmpdir(), "gots-doctor-"));
	try {
		const { report, came } = await ask(isBinary(resolve(context.cwd, named)) ? resolve(context.cwd, named) : await build(named, {
			line,
			context,
			dir
		}), {
			named,
			isLive: has("live"),
			context
		});
		context.write(has("json") ? `${JSON.stringify(report, null, 2)}\n` : renderProgramReport(report, came));
		return hasProblem(report, came) ? 1 : 0;
	} finally {
		rmSync(dir, {
			recursive: true,
			force: true
		});
	}
}
function isBinary(path) {
	return existsSync(path) && statSync(path).isFile() && !path.endsWith(".go");
}
/** @returns the program's path */
async function build(named, { line, context, dir }) {
	const args = [
		"build",
		"-o",
		`${dir}/`,
		named
	];
	const weaving = await weavingEnv(context, line.aspectFiles, args);
	if (!weaving) return badUsage(`no go.mod in ${context.cwd} or above`, usageOf("doctor"));
	const { code } = await runToEnd({
		program: context.go,
		args: weaving.goArgs,
		cwd: context.cwd,
		env: {
			...context.env,
			...weaving.variables
		},
		stdout: "inherit",
		stderr: "inherit"
	});
	weaving.ended();
	if (code !== 0) doctorBuildFailed(["go", ...args].join(" "), code ?? 1);
	const [program, ...others] = readdirSync(dir);
	if (others.length > 0) badUsage("one package or binary at a time", usageOf("doctor"));
	return program === void 0 ? doctorNoProgram(named) : join(dir, program);
}
/** Starts the program, which answers before its main function runs. */
async function ask(program, at) {
	const came = /* @__PURE__ */ new Set();
	const sink = await startSink({
		host: "127.0.0.1",
		onRequest: (signal) => came.add(signal)
	});
	const { context, named, isLive } = at;
	try {
		const { stdout, stderr } = await runToEnd({
			program,
			args: [],
			cwd: context.cwd,
			env: {
				...context.env,
				GOTS_DOCTOR: isLive ? "live" : sink.urls.http
			},
			cancel: {
				signal: AbortSignal.timeout(answerTimeoutMs),
				graceMs: 1e3
			}
		});
		return {
			report: readProgramReport(stdout) ?? doctorNoReport(named, stderr || stdout),
			came: isLive ? void 0 : came
		};
	} catch (error) {
		if ([
			"EACCES",
			"ENOEXEC",
			"ENOENT"
		].includes(error.code ?? "")) doctorNoProgram(named);
		throw error;
	} finally {
		await sink.close();
	}
}

export { runDoctorCommand };