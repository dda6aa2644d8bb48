import { t as weavingEnv } from "./chunk-weaving-env.mjs";
import { h as noModule, l as inputOutsideWorkspace, m as noMainPackage } from "./chunk-action.mjs";
import { n as cliContext } from "./chunk-action-context.mjs";
import { a as hostPlatform, n as inWorkspace } from "./chunk-annotations.mjs";
import { t as runProgram } from "./chunk-run-program.mjs";
import { n as runGo, t as parseJsonStream } from "./chunk-go.mjs";
import { i as goFailed } from "./chunk-cli.mjs";
import { r as readFlags } from "./chunk-flags.mjs";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

// src/manifest/merge-reports.ts
/**
* One report of several go commands that built parts of one program with the same aspects. A package that one of them compiled and
* the others had from the cache was compiled.
*
* @param reports at least one
*/
function mergeReports(reports) {
	const [first, ...others] = reports;
	const packages = new Map(first.packages.map((each) => [each.importPath, each]));
	for (const each of others.flatMap((report) => report.packages)) {
		if (packages.get(each.importPath)?.fromCache === false) continue;
		packages.set(each.importPath, each);
	}
	const uncovered = new Map(reports.flatMap((report) => report.uncovered ?? []).map((library) => [library.path, library]));
	return {
		...first,
		...reports.some((report) => report.uncovered) ? { uncovered: [...uncovered.values()].sort(byPath) } : {},
		packages: [...packages.values()].sort((a, b) => a.importPath < b.importPath ? -1 : 1),
		buildMs: reports.reduce((sum, { buildMs }) => sum + buildMs, 0),
		compiled: reports.reduce((sum, { compiled }) => sum + compiled, 0)
	};
}
function byPath(a, b) {
	return a.path < b.path ? -1 : 1;
}

// src/action/targets/mains.ts
/**
* The packages of a build.
*
* @throws GotsError cli_go_failed
*/
async function listTargetPackages(flags, patterns, options) {
	const result = await runGo([
		"list",
		"-json=ImportPath,Name,Dir",
		...flags,
		"--",
		...patterns
	], options);
	if (result.exitCode !== 0) goFailed("go list", result.stderr);
	return parseJsonStream(result.stdout);
}
/** The programs among packages, named as go names them; where two would have one name, more of their paths stands before it. */
function mainsOf(packages) {
	const mains = packages.filter(({ Name }) => Name === "main");
	const name = (path, parts) => programName(path).slice(-parts).join("-");
	const parts = new Map(mains.map(({ ImportPath }) => [ImportPath, 1]));
	for (;;) {
		const longer = mains.filter(({ ImportPath: a }) => mains.some(({ ImportPath: b }) => a !== b && sameFile(name(a, parts.get(a) ?? 1), name(b, parts.get(b) ?? 1)))).filter(({ ImportPath }) => (parts.get(ImportPath) ?? 1) < programName(ImportPath).length);
		if (longer.length === 0) break;
		for (const { ImportPath } of longer) parts.set(ImportPath, (parts.get(ImportPath) ?? 1) + 1);
	}
	return mains.map(({ ImportPath, Dir }) => ({
		importPath: ImportPath,
		dir: Dir,
		name: name(ImportPath, parts.get(ImportPath) ?? 1)
	}));
}
/** Systems exist that do not tell letters from capitals in file names. */
function sameFile(a, b) {
	return a.toLowerCase() === b.toLowerCase();
}
/** The file name, without `.exe`, that go gives to a program. */
function goName(importPath) {
	return programName(importPath).at(-1) ?? "";
}
/**
* The elements of an import path that name a program: a last `v2` is a version, not a name.
*
* @see cmd/go/internal/load.DefaultExecName
*/
function programName(importPath) {
	const parts = importPath.split("/");
	return parts.length > 1 && /^v[2-9]$|^v[1-9][0-9]+$/.test(parts.at(-1) ?? "") ? parts.slice(0, -1) : parts;
}

// src/action/targets/settings.ts
/**
* Variables and flags of a target's builds. What is packed for a platform is static and the same on every machine
* (CGO_ENABLED=0, -trimpath), unless the user's flags say otherwise; for Lambda the part of its library that only the retired
* go1.x runtime needs is left out.
*
* @see https://docs.aws.amazon.com/lambda/latest/dg/golang-package.html (lambda.norpc)
*/
function buildSettings(target, userFlags) {
	const platform = {
		GOOS: target.goos,
		GOARCH: target.goarch
	};
	const host = hostPlatform();
	const native = target.goos === host.goos && target.goarch === host.goarch;
	if (target.kind === "executable") return {
		env: native ? {} : platform,
		flags: userFlags
	};
	const given = readFlags(["build", ...userFlags], []).values;
	const trim = given.has("trimpath") ? [] : ["-trimpath"];
	const tags = target.kind === "lambda" ? [`-tags=${addTag(given.get("tags"), "lambda.norpc")}`] : [];
	return {
		env: {
			...platform,
			CGO_ENABLED: "0"
		},
		flags: [
			...trim,
			...userFlags,
			...tags
		]
	};
}
/** -tags given twice counts once, the last time. */
function addTag(tags, tag) {
	return [...(tags ?? "").split(/[\s,]+/).filter((word) => word !== "" && word !== tag), tag].join(",");
}

// src/action/targets/build-targets.ts
/**
* Builds the packages of the input woven for a target and, for comparison, once more without weaving. The programs' files
* go to a folder named after the target.
*
* @throws GotsError of planning; action_no_module, action_no_main; cli_go_failed of `go list`
*/
async function buildTarget(context, target) {
	const { inputs } = context;
	const settings = buildSettings(target, inputs["build-flags"]);
	const cli = cliContext(context, settings.env);
	const list = {
		go: cli.go,
		cwd: context.cwd,
		env: cli.env
	};
	const { goArgs } = buildPlaceOf(context, target);
	const use = await context.shared?.begin(cli, goArgs);
	const weaving = await weavingEnv(cli, aspectEntries(context), goArgs, use);
	if (!weaving) noModule(context.cwd);
	const packages = await listTargetPackages(settings.flags, inputs.packages, list);
	const mains = mainsOf(packages);
	if (mains.length === 0 && target.kind !== "executable") noMainPackage(target.name, inputs.packages);
	const report = join(context.folder, "reports", `${fileName(target)}.json`);
	mkdirSync(join(context.folder, "reports"), { recursive: true });
	rmSync(report, { force: true });
	const folder = join(context.folder, fileName(target));
	const env = {
		...cli.env,
		...weaving.variables,
		GOTS_REPORT_SOURCES: "1"
	};
	const place = {
		context,
		target,
		go: cli.go,
		flags: settings.flags,
		mains,
		packages
	};
	const run = await goBuild({
		...place,
		env,
		folder,
		report,
		busy: `building ${target.name}`
	});
	const found = run.exitCode === 0 ? filesOf(mains, target, folder) : [];
	const made = {
		run,
		mains,
		plan: weaving.variables["GOTS_PLAN"] ?? "",
		report: existsSync(report) ? report : void 0
	};
	if (run.exitCode !== 0 || !inputs.compare || context.cancel.aborted) {
		weaving.ended();
		return {
			...made,
			binaries: found
		};
	}
	const plainFolder = join(context.folder, "plain");
	const graphs = join(context.folder, "plain-actions");
	try {
		await use?.fetched();
		weaving.ended();
		const sinceMs = Date.now();
		const busy = `building ${target.name} plain`;
		const plain = await goBuild({
			...place,
			env: cli.env,
			folder: plainFolder,
			graphs,
			busy
		});
		const sizes = new Map(plain.exitCode === 0 ? filesOf(mains, target, plainFolder).map((b) => [b.name, b.bytes]) : []);
		const binaries = found.map((binary) => ({
			...binary,
			plainBytes: sizes.get(binary.name)
		}));
		if (plain.exitCode !== 0) return {
			...made,
			binaries
		};
		await context.shared?.keepPlain(cli, goArgs, sinceMs);
		return {
			...made,
			binaries,
			plainMs: plain.ms,
			plainCompiled: compiledIn(graphs)
		};
	} finally {
		for (const path of [plainFolder, graphs]) rmSync(path, {
			recursive: true,
			force: true
		});
	}
}
/** The surroundings of the build of a target, and its arguments, by which the shared cache knows it. */
function buildPlaceOf(context, target) {
	const settings = buildSettings(target, context.inputs["build-flags"]);
	return {
		cli: cliContext(context, settings.env),
		goArgs: [
			"build",
			...settings.flags,
			...context.inputs.packages
		]
	};
}
/** How many packages go compiled, by its graphs of actions (-debug-actiongraph); undefined where they are not as they have been so far. */
function compiledIn(folder) {
	try {
		return readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), "utf8"))).flat().filter(({ Mode, Cmd }) => Mode === "build" && Cmd).length;
	} catch {
		return;
	}
}
/**
* The input `aspects` as the loader takes it.
*
* @throws GotsError action_input_outside
*/
function aspectEntries({ inputs, cwd, workspace }) {
	return inputs.aspects.map((entry) => {
		if (entry.startsWith("gots:")) return entry;
		const path = resolve(cwd, entry);
		return inWorkspace(path, workspace) === void 0 ? inputOutsideWorkspace("aspects", entry, workspace) : path;
	});
}
/** A target's name in file names. */
function fileName(target) {
	return target.name.replaceAll("/", "-");
}
function joinReports(files, file) {
	const reports = files.map((each) => JSON.parse(readFileSync(each, "utf8")));
	writeFileSync(file, JSON.stringify(mergeReports(reports)));
	for (const each of files) rmSync(each);
}
/** Builds all packages; the times and messages of several commands are put together. */
async function goBuild(build) {
	const { context, folder } = build;
	rmSync(folder, {
		recursive: true,
		force: true
	});
	mkdirSync(folder, { recursive: true });
	if (build.graphs !== void 0) mkdirSync(build.graphs, { recursive: true });
	const { write, cancel } = context;
	const options = {
		cwd: context.cwd,
		write,
		cancel,
		busy: build.busy
	};
	const runs = [];
	const reports = [];
	for (const args of goCommands(build)) {
		const own = build.report === void 0 ? void 0 : `${build.report}.${runs.length}`;
		const env = own === void 0 ? build.env : {
			...build.env,
			GOTS_REPORT: own
		};
		const graph = build.graphs === void 0 ? [] : [`-debug-actiongraph=${join(build.graphs, `${runs.length}.json`)}`];
		const run = await runProgram(build.go, [
			"build",
			...graph,
			...args
		], {
			...options,
			env
		});
		runs.push(run);
		if (own !== void 0 && existsSync(own)) reports.push(own);
		if (run.exitCode !== 0) break;
	}
	if (build.report !== void 0 && reports.length > 0) joinReports(reports, build.report);
	return {
		exitCode: runs.at(-1)?.exitCode ?? 0,
		ms: runs.reduce((sum, { ms }) => sum + ms, 0),
		output: runs.map(({ output }) => output).join("")
	};
}
/**
* One go command for all packages, unless programs share a name: go writes those over each other, so that each program gets
* a command of its own.
*/
function goCommands({ context, folder, flags, mains, packages, target }) {
	if (mains.every((main) => main.name === goName(main.importPath))) return [[
		...mains.length === 0 ? [] : ["-o", `${folder}/`],
		...flags,
		...context.inputs.packages
	]];
	const libraries = packages.filter(({ Name }) => Name !== "main").map(({ ImportPath }) => ImportPath);
	return [...libraries.length > 0 ? [[...flags, ...libraries]] : [], ...mains.map((main) => [
		"-o",
		join(folder, withSuffix(main.name, target)),
		...flags,
		main.importPath
	])];
}
function filesOf(mains, target, folder) {
	return mains.map(({ name, importPath }) => {
		const file = withSuffix(name, target);
		const path = join(folder, file);
		return {
			name: file,
			importPath,
			path,
			bytes: statSync(path).size
		};
	});
}
function withSuffix(name, target) {
	return target.goos === "windows" ? `${name}.exe` : name;
}

export { buildSettings as i, buildPlaceOf as n, buildTarget as r, aspectEntries as t };