import "./chunk-rolldown-runtime.mjs";
import { r as seconds } from "./chunk-amounts.mjs";
import { a as modulePathOf } from "./chunk-module-folder.mjs";
import { s as weaverVersion } from "./chunk-plan.mjs";
import { t as goEnv } from "./chunk-go-env.mjs";
import { h as noModule } from "./chunk-action.mjs";
import { i as formatError, r as GotsError } from "./chunk-message.mjs";
import { n as cliContext } from "./chunk-action-context.mjs";
import { a as hostPlatform, i as showError, n as inWorkspace, r as placedMessages, t as annotateAll } from "./chunk-annotations.mjs";
import { i as buildSettings, n as buildPlaceOf, r as buildTarget, t as aspectEntries } from "./chunk-build-targets.mjs";
import { t as runProgram } from "./chunk-run-program.mjs";
import { t as weavingEnv } from "./chunk-weaving-env.mjs";
import { n as quoteWord, r as readFlags } from "./chunk-flags.mjs";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";

// src/action/targets/emulator.ts
/** GOARCH as QEMU names it. */
const machines = {
	amd64: "x86_64",
	arm64: "aarch64",
	arm: "arm",
	386: "i386",
	riscv64: "riscv64",
	s390x: "s390x",
	ppc64le: "ppc64le",
	loong64: "loongarch64"
};
/** How long another program may keep apt's locks: new machines bring themselves up to date while their first job runs. */
const aptPatienceMs = 18e4;
/** Whether apt-get failed because another one is at work. @param output what it printed */
function aptIsLocked(output) {
	return /Could not get lock|Unable to (acquire|lock)/.test(output);
}
/** What runs a target's tests here; Debian's package of QEMU is installed where it is missing and can be. */
async function runnerFor(context, target) {
	const host = hostPlatform();
	if (target.goos === host.goos && (target.goarch === host.goarch || host.goarch === "amd64" && target.goarch === "386")) return { kind: "native" };
	if (target.goos !== "linux" || host.goos !== "linux") return {
		kind: "none",
		reason: `a ${host.goos}/${host.goarch} runner cannot run programs for ${target.goos}/${target.goarch}`
	};
	const machine = machines[target.goarch] ?? target.goarch;
	const found = () => inPath(`qemu-${machine}-static`, context.childEnv) ?? inPath(`qemu-${machine}`, context.childEnv);
	const present = found();
	if (present !== void 0) return {
		kind: "emulated",
		emulator: present
	};
	const problem = await installQemu(context);
	const installed = found();
	if (installed !== void 0) return {
		kind: "emulated",
		emulator: installed
	};
	return {
		kind: "none",
		reason: `there is no qemu-${machine}-static, and installing qemu-user-static failed: ${problem}`
	};
}
/** @returns why it failed */
async function installQemu(context) {
	if (inPath("apt-get", context.childEnv) === void 0) return "no apt-get here";
	const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
	const env = {
		...context.childEnv,
		DEBIAN_FRONTEND: "noninteractive"
	};
	const options = {
		cwd: context.cwd,
		env,
		write: context.write,
		cancel: context.cancel,
		busy: "installing qemu-user-static"
	};
	const run = async (...argv) => {
		const [program = "", ...args] = [...sudo, ...argv];
		if (inPath(program, env) === void 0) return void 0;
		const end = Date.now() + aptPatienceMs;
		for (;;) {
			const ran = await runProgram(program, args, options);
			if (!(ran.exitCode !== 0 && aptIsLocked(ran.output)) || Date.now() > end || context.cancel.aborted) return ran;
			await setTimeout(2e3);
		}
	};
	if (await run("apt-get", "update", "-q") === void 0) return "no sudo here";
	const installed = await run("apt-get", "install", "-q", "-y", "--no-install-recommends", "qemu-user-static");
	return installed?.exitCode === 0 ? "the package has no emulator for it" : installed?.output.trim().split("\n").at(-1) ?? "";
}
function inPath(program, env) {
	return (env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, program)).find((file) => existsSync(file));
}

// src/action/targets/failures.ts
/**
* The failures of tests at their lines. `t.Error` and the like name the file alone, which lies in the package's folder; what
* the compiler says is relative to the working directory.
*
* @param cwd where go was run
*/
function failureMessages(failures, place, cwd) {
	return failures.flatMap(({ importPath, test, output, passesPlain }) => {
		const dir = folderOf(importPath, place);
		const suspect = passesPlain ? "; it passes without weaving: an aspect is the likely cause" : "";
		const [, path = "", line, column, text = ""] = /^[ \t]*(?:vet: )?([^\s:]+\.go):(\d+)(?::(\d+))?: (.*)$/m.exec(output) ?? [];
		const base = path.includes("/") ? cwd : dir;
		const file = base === void 0 || path === "" ? void 0 : inWorkspace(join(base, path), place.workspace);
		return {
			place: file === void 0 ? {} : {
				file,
				line: Number(line),
				...column ? { column: Number(column) } : {}
			},
			message: `${test === "" ? importPath : `${test} (${importPath})`} fails${text === "" ? "" : `: ${text}`}${suspect}`
		};
	});
}
/** Shows what failed in the tests of a platform. */
function annotateFailures(commands, failures, place) {
	const title = `tests for ${place.platform}`;
	const leaves = failures.filter(({ importPath, test }) => !failures.some((other) => other.importPath === importPath && other.test.startsWith(`${test}/`)));
	annotateAll(commands, "error", title, failureMessages(leaves, place, place.cwd));
}
/** The folder of a package of the module; undefined for one of another module. */
function folderOf(importPath, { module, moduleDir }) {
	if (importPath === module) return moduleDir;
	return importPath.startsWith(`${module}/`) ? join(moduleDir, importPath.slice(module.length + 1)) : void 0;
}

// src/action/targets/test-output.ts
/** Of each test that much of its output is kept for reports. */
const keptChars = 16384;
/**
* Follows `go test -json`: prints what `go test` would print, and counts.
*
* @see cmd/internal/test2json, and `go help buildjson` for what the compiler says
*/
var TestLog = class {
	#write;
	#verbose;
	#outputs = /* @__PURE__ */ new Map();
	#failures = [];
	#counts = {
		pass: 0,
		fail: 0,
		skip: 0
	};
	constructor(options) {
		this.#write = options.write;
		this.#verbose = options.verbose;
	}
	/** @param line without its end; what is no event is printed as it is */
	line(line) {
		const event = eventOf(line);
		if (!event) {
			this.#write(`${line}\n`);
			return;
		}
		const { Action, Output = "", Test = "" } = event;
		const key = keyOf(event);
		if (Action === "output" || Action === "build-output") this.#output(event, key, Output);
		else if (Action === "pass" || Action === "skip") this.#passed(Action, Test, key);
		else if (Action === "fail") this.#failed(event, key);
	}
	counts() {
		const { pass, fail, skip } = this.#counts;
		return {
			passed: pass,
			failed: fail,
			skipped: skip,
			failures: this.#failures
		};
	}
	#output(event, key, text) {
		const kept = this.#outputs.get(key) ?? "";
		if (kept.length < keptChars) this.#outputs.set(key, (kept + text).slice(0, keptChars));
		const own = event.Test === void 0 && !/^(PASS|=== )/.test(text);
		if (this.#verbose || own) this.#write(text);
	}
	#passed(action, test, key) {
		if (test !== "") this.#counts[action]++;
		this.#outputs.delete(key);
	}
	#failed(event, key) {
		const { Package = "", Test = "" } = event;
		const output = (event.FailedBuild === void 0 ? "" : this.#outputs.get(`${event.FailedBuild}\n`) ?? "") + (this.#outputs.get(key) ?? "");
		if (Test !== "") {
			this.#counts.fail++;
			if (!this.#verbose) this.#write(output);
		}
		const known = this.#failures.some((failure) => failure.importPath === Package);
		if (Test === "" && known) return;
		if (Test === "") this.#counts.fail++;
		this.#failures.push({
			importPath: Package,
			test: Test,
			output
		});
	}
};
function keyOf({ Package, ImportPath, Test }) {
	return `${Package ?? ImportPath ?? ""}\n${Test ?? ""}`;
}
function eventOf(line) {
	if (!line.startsWith("{")) return void 0;
	try {
		const event = JSON.parse(line);
		return typeof event.Action === "string" ? event : void 0;
	} catch {
		return;
	}
}

// src/action/targets/test.ts
/**
* Runs the tests of the packages, woven. Those that fail are run once more without weaving: what passes then fails because of
* an aspect.
*
* @throws GotsError of planning
*/
async function testTarget(context, target, runner) {
	const settings = buildSettings(target, context.inputs["build-flags"]);
	const cli = cliContext(context, settings.env);
	const emulated = runner.kind === "emulated";
	const given = context.inputs["test-flags"].filter((word) => !emulated || !/^--?race(=|$)/.test(word));
	const flags = [...settings.flags, ...given];
	const exec = emulated ? [`-exec=${quoteWord(runner.emulator) ?? runner.emulator}`] : [];
	const goArgs = [
		"test",
		...context.inputs.packages,
		...flags
	];
	const use = await context.shared?.begin(cli, goArgs);
	const weaving = await weavingEnv(cli, aspectEntries(context), goArgs, use);
	if (!weaving) noModule(context.cwd);
	const verbose = readFlags(["test", ...flags], []).values.get("v") === "true";
	const goTest = async (env, packages) => {
		const log = new TestLog({
			write: context.write,
			verbose
		});
		const options = {
			cwd: context.cwd,
			env,
			cancel: context.cancel,
			write: context.write,
			onLine: (line) => log.line(line),
			busy: `testing ${target.name}`
		};
		return {
			run: await runProgram(cli.go, [
				"test",
				"-json",
				...exec,
				...packages,
				...flags
			], options),
			counts: log.counts()
		};
	};
	const { run, counts } = await goTest({
		...cli.env,
		...weaving.variables
	}, context.inputs.packages);
	weaving.ended();
	const failures = [...counts.failures];
	if (run.exitCode !== 0 && failures.length === 0 && !context.cancel.aborted) failures.push({
		importPath: context.inputs.packages.join(" "),
		test: "",
		output: run.output
	});
	const failed = run.exitCode === 0 ? 0 : Math.max(1, counts.failed);
	const results = {
		...emulated ? { emulator: runner.emulator } : {},
		ms: run.ms,
		passed: counts.passed,
		failed,
		skipped: counts.skipped,
		failures
	};
	if (failures.length === 0 || context.cancel.aborted) return results;
	context.write("\nThe packages that failed, without weaving:\n");
	const packages = [...new Set(failures.map(({ importPath }) => importPath))];
	const plain = await goTest(cli.env, packages);
	return {
		...results,
		failures: failures.map((failure) => judged(failure, plain.counts.failures, plain.run.exitCode))
	};
}
/** A failure with what the run without weaving says about it. */
function judged(failure, plain, exitCode) {
	if (exitCode !== 0 && plain.length === 0) return failure;
	const again = plain.some(({ importPath, test }) => importPath === failure.importPath && (test === failure.test || test === ""));
	return {
		...failure,
		passesPlain: !again
	};
}

// src/action/modes/show-plan.ts
/**
* Prints what is going to be done: versions, module, aspects, modules that come in with them, targets.
*
* @throws GotsError of planning
*/
async function showPlan(context, goVersion) {
	const { commands, inputs } = context;
	const [target] = inputs.targets;
	const early = target && buildPlaceOf(context, target);
	const use = early && await context.shared?.begin(early.cli, early.goArgs);
	const goArgs = ["build", ...inputs["build-flags"]];
	const weaving = await weavingEnv(cliContext(context), aspectEntries(context), goArgs, use);
	if (!weaving) noModule(context.cwd);
	const { plan } = weaving;
	const rows = [
		["gots", weaverVersion],
		["go", goVersion],
		["module", `${plan.rootModule} (${plan.moduleDirs.join(", ")})`],
		["packages", inputs.packages.join(" ")],
		["targets", inputs.targets.map(({ name }) => name).join(" ")],
		["aspects", `${plan.aspects.length} from ${plan.aspectFiles.map(({ display }) => display).join(", ")}`],
		...plan.added.map(({ path, version, raisedFrom }) => ["module in", `${path} ${version}${raisedFrom === void 0 ? "" : ` (raised from ${raisedFrom})`}`]),
		["output", context.folder]
	];
	await commands.foreign(async () => {
		for (const [what = "", value = ""] of rows) commands.line(`${what.padEnd(10)} ${value.replaceAll(/[\r\n]/g, " ")}`);
	});
}

// src/action/modes/run.ts
/**
* `mode: run`: builds every target, runs the tests where this machine can run them, packages, and records it all. A target
* that fails does not keep the others from being built.
*
* @throws GotsError where nothing can be built at all: no go, no module, aspects that cannot be read
*/
async function runMode(context) {
	const { inputs, commands, folder, workspace } = context;
	const cli = cliContext(context);
	const found = await goEnv(cli.go, context.cwd, cli.env);
	if (found.goMod === "") noModule(context.cwd);
	const moduleDir = dirname(found.goMod);
	const module = {
		module: modulePathOf(moduleDir),
		moduleDir
	};
	await commands.group("gots: plan", () => showPlan(context, found.version));
	const tested = /* @__PURE__ */ new Map();
	const built = [];
	for (const target of inputs.targets) {
		if (context.cancel.aborted) break;
		built.push(await runTarget(context, target, module, tested));
	}
	const targets = await withImages(context, built, found);
	const outcome = worst(targets.map((target) => target.outcome), context.cancel.aborted);
	const results = {
		schema: 1,
		weaver: weaverVersion,
		go: found.version,
		...module,
		workspace,
		folder,
		outcome,
		targets
	};
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, "results.json"), `${JSON.stringify(results, null, 2)}\n`);
	return results;
}
async function runTarget(context, target, place, tested) {
	const { commands } = context;
	const { name, kind, goos, goarch } = target;
	const base = {
		name,
		kind,
		goos,
		goarch,
		packages: []
	};
	try {
		const built = await commands.group(`gots: build ${name}`, () => commands.foreign(() => buildTarget(context, target)));
		const { binaries, plan, report, plainMs, plainCompiled, run } = built;
		const result = {
			...base,
			binaries,
			plan,
			report,
			plainMs,
			plainCompiled,
			wovenMs: run.ms
		};
		if (context.cancel.aborted) return {
			...result,
			outcome: "cancelled"
		};
		if (run.exitCode !== 0) {
			const problem = `go build for ${name} failed (exit code ${run.exitCode})`;
			annotateAll(commands, "error", problem, placedMessages(run.output, context.cwd, context.workspace));
			commands.annotate("error", problem);
			return {
				...result,
				outcome: "failed",
				problem
			};
		}
		const packages = await packagesOf(context, target, built);
		const tests = await testsOf(context, target, tested);
		if (tests) {
			const platform = `${goos}/${goarch}`;
			annotateFailures(commands, tests.failures, {
				...place,
				workspace: context.workspace,
				cwd: context.cwd,
				platform
			});
		}
		if (context.cancel.aborted) return {
			...result,
			packages,
			tests,
			outcome: "cancelled"
		};
		const problem = tests && tests.failed > 0 ? `${tests.failed} tests failed for ${name}` : void 0;
		return {
			...result,
			packages,
			tests,
			problem,
			outcome: problem === void 0 ? "passed" : "failed"
		};
	} catch (error) {
		if (!(error instanceof GotsError) || error.family === "bug") throw error;
		showError(context, error);
		return {
			...base,
			binaries: [],
			wovenMs: 0,
			outcome: "failed",
			problem: formatError(error)
		};
	}
}
/** Loaded when there is something to pack: most runs have nothing. */
async function packagesOf(context, target, built) {
	if (target.kind === "executable") return [];
	const { packageTarget } = await import("./chunk-package-target.mjs");
	return packageTarget(context, target, built.binaries, built.mains);
}
/** The images of all machines belong to the first target that asks for one. */
async function withImages(context, targets, go) {
	const first = targets.find(({ kind }) => kind === "oci");
	const incomplete = targets.some(({ kind, binaries }) => kind === "oci" && binaries.length === 0);
	if (!first || incomplete || context.cancel.aborted) return targets;
	const { packageImages } = await import("./chunk-package-target.mjs");
	const packages = await packageImages(context, targets, go.goRoot);
	return targets.map((target) => target === first ? {
		...target,
		packages
	} : target);
}
/** Tests run once for each system and machine, whatever is packaged for it. */
async function testsOf(context, target, tested) {
	const { commands, inputs } = context;
	const platform = `${target.goos}/${target.goarch}`;
	if (!inputs.test || tested.has(platform)) return void 0;
	const results = await commands.group(`gots: test ${platform}`, () => commands.foreign(async () => {
		const runner = await runnerFor(context, target);
		return runner.kind === "none" ? runner.reason : testTarget(context, target, runner);
	}));
	if (typeof results === "string") {
		commands.annotate("notice", `tests for ${platform} are not run: ${results}`);
		tested.set(platform, void 0);
		return;
	}
	tested.set(platform, results);
	commands.line(`${platform}: ${results.passed} passed, ${results.failed} failed, ${results.skipped} skipped (${seconds(results.ms)})`);
	return results;
}
function worst(outcomes, cancelled) {
	if (cancelled || outcomes.includes("cancelled")) return "cancelled";
	return outcomes.includes("failed") ? "failed" : "passed";
}

export { runMode };