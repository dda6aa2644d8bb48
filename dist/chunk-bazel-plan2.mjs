import "./chunk-rolldown-runtime.mjs";
import { t as disk } from "./chunk-file-view.mjs";
import { n as runGo, t as parseJsonStream } from "./chunk-go.mjs";
import { t as injectedFlags } from "./chunk-injected-flags.mjs";
import { t as compareGo } from "./chunk-versions.mjs";
import { i as oracleFile, p as bazelPlanPlugin, r as moduleFolder, s as writeBazelPlan } from "./chunk-bazel-plan.mjs";
import { i as goFailed, t as badUsage } from "./chunk-cli.mjs";
import { r as injectablePackages, t as adoptedFiles } from "./chunk-aspect-packages.mjs";
import "./chunk-hash.mjs";
import "./chunk-module-folder.mjs";
import "./chunk-flags.mjs";
import { t as weavingEnv } from "./chunk-weaving-env.mjs";
import "./chunk-settings-file.mjs";
import { t as goImports } from "./chunk-go-imports.mjs";
import { r as GotsError } from "./chunk-message.mjs";
import "./chunk-package-aspects.mjs";
import "./chunk-plan.mjs";
import "./chunk-build.mjs";
import "./chunk-package-files.mjs";
import { n as withoutOurs } from "./chunk-saved-settings.mjs";
import { r as ensureHelper } from "./chunk-node-flags.mjs";
import { r as parseOptions, s as usageOf } from "./chunk-read-options.mjs";
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";

// src/driver/injected/find-injected.ts
/**
* What files of other packages import that become part of a woven one, and their own packages do not: build constraints do not
* count for such files.
*/
function importsOfAdopted(aspects, { packages }, view) {
	const byPath = new Map(packages.map((p) => [p.path, p]));
	const imports = [...new Set(aspects.flatMap(adoptedFiles).flatMap(({ path, file }) => {
		const dir = byPath.get(path)?.dir ?? "";
		return dir === "" ? [] : [join(dir, file)];
	}))].flatMap((file) => importsIn(file, view));
	return [...new Set(imports)].filter((path) => path !== "C" && path !== "unsafe" && !byPath.has(path)).sort();
}
function importsIn(file, view) {
	const bytes = view.read(file);
	try {
		return bytes === void 0 ? [] : goImports({
			display: file,
			bytes
		}).map(({ path }) => path);
	} catch (error) {
		if (error instanceof GotsError) return [];
		throw error;
	}
}

// src/driver/bazel/make-bazel-plan.ts
/**
* Writes a folder from which packages can be woven on any machine, without network, module cache and GOCACHE: the aspects, the sources of
* all packages that they may bring in, and the oracle program.
*
* @param folder is replaced
* @throws GotsError bazel_plan_plugin, cli_go_failed
*/
async function makeBazelPlan(folder, request) {
	const { plan } = request;
	for (const { id, advice } of plan.aspects) if (advice.some(({ kind }) => kind === "plugin")) bazelPlanPlugin(id);
	const roots = [...new Set(plan.aspects.flatMap(injectablePackages))].sort();
	const flags = injectedFlags(request.flags, plan.injection);
	const named = await list(request, [
		...flags,
		"--",
		...roots
	], roots.length > 0);
	const places = named.map(({ ImportPath: path, Dir: dir = "" }) => ({
		path,
		dir
	}));
	const extra = importsOfAdopted(plan.aspects, { packages: places }, disk);
	const listed = extra.length === 0 ? named : await list(request, [
		...flags,
		"--",
		...roots,
		...extra
	], true);
	const program = await list(request, [
		...plan.injection?.raises ? flags : request.flags,
		"--",
		"./..."
	], true);
	rmSync(folder, {
		recursive: true,
		force: true
	});
	mkdirSync(folder, { recursive: true });
	const found = listed.filter(({ Dir, Error: error }) => Dir !== void 0 && error === void 0);
	const packages = copyModules(join(folder, moduleFolder), found, plan);
	const users = new Set(program.map(({ ImportPath }) => ImportPath));
	writeBazelPlan(folder, {
		version: plan.version,
		rootModule: plan.rootModule,
		goVersion: plan.goVersion,
		modules: plan.modules && portable(plan.modules, [...program, ...found]),
		aspects: plan.aspects,
		packages,
		injectedOnly: packages.map(({ path }) => path).filter((path) => !users.has(path))
	});
	cpSync(request.oracle, join(folder, oracleFile));
}
async function list({ go, cwd, env }, args, isNeeded) {
	if (!isNeeded) return [];
	const result = await runGo([
		"list",
		"-e",
		"-deps",
		`-json=ImportPath,Name,Dir,Standard,Imports,ImportMap,Module,Error`,
		...args
	], {
		go,
		cwd,
		env
	});
	if (result.exitCode !== 0) goFailed("go list", result.stderr);
	return parseJsonStream(result.stdout).filter(({ ImportPath }) => ImportPath !== "unsafe");
}
/** The table without folders: which module holds each package is written down, so that no folder is looked at. */
function portable(table, packages) {
	const pairs = packages.flatMap(({ ImportPath, Module: module }) => module ? [[ImportPath, module.Path]] : []);
	return {
		versions: table.versions,
		dirs: {},
		vendored: {
			...table.vendored,
			...Object.fromEntries(pairs)
		}
	};
}
/** Copies packages into a main module and folders that it replaces modules by, each with the language version of its own go.mod. */
function copyModules(folder, listed, { rootModule, goVersion }) {
	const modules = /* @__PURE__ */ new Map();
	for (const { Module: module } of listed) if (module) modules.set(module.Path, module);
	const own = modules.get(rootModule);
	const newest = [...modules.values()].map(({ GoVersion = "1.16" }) => GoVersion).sort(compareGo).at(-1);
	const isMain = own?.Main === true && compareGo(own.GoVersion ?? "1.16", newest ?? "1.16") >= 0;
	const folderOf = ({ Path, Version = "v0.0.0" }) => isMain && Path === rootModule ? "" : join("gots.modules", `${Path}@${Version}`);
	const others = [...modules.values()].filter((module) => folderOf(module) !== "");
	const go = isMain ? own.GoVersion : newest ?? goVersion.replace(/^go/, "");
	const lines = others.flatMap((module) => [`require ${module.Path} ${module.Version ?? "v0.0.0"}`, `replace ${module.Path} => ./${folderOf(module)}`]);
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, "go.mod"), `${[
		`module ${isMain ? rootModule : "gots.bazel"}`,
		`go ${go}`,
		...lines
	].join("\n")}\n`);
	for (const module of others) {
		const dir = join(folder, folderOf(module));
		mkdirSync(dir, { recursive: true });
		writeFileSync(join(dir, "go.mod"), `module ${module.Path}\n\ngo ${module.GoVersion ?? "1.16"}\n`);
	}
	return listed.map((each) => {
		const { ImportPath: path, Name: name = "", Imports = [], ImportMap = {}, Module: module, Dir = "" } = each;
		const imports = Imports.map((imported) => ImportMap[imported] ?? imported).filter(isArchived);
		if (!module) return {
			path,
			name,
			imports,
			dir: ""
		};
		const dir = join(folderOf(module), path.slice(module.Path.length)) || ".";
		copyPackage(Dir, join(folder, dir));
		return {
			path,
			name,
			imports,
			dir
		};
	});
}
/** A package's own files and those that it may embed, without the packages below it and without tests. */
function copyPackage(from, to) {
	mkdirSync(to, { recursive: true });
	for (const entry of readdirSync(from, { withFileTypes: true })) {
		const source = join(from, entry.name);
		if (entry.name === "go.mod" || entry.name.endsWith("_test.go")) continue;
		if (!entry.isDirectory()) cpSync(source, join(to, entry.name), { dereference: true });
		else if (!holdsGo(source)) cpSync(source, join(to, entry.name), {
			recursive: true,
			dereference: true
		});
	}
}
function holdsGo(folder) {
	return readdirSync(folder, {
		recursive: true,
		encoding: "utf8"
	}).some((name) => /\.go$|(^|\/)go\.mod$/.test(name));
}
function isArchived(path) {
	return path !== "unsafe" && path !== "C";
}

// src/cli/commands/bazel-plan.ts
/**
* `gots bazel-plan -o DIR`: writes what `gots bazel-builder` weaves by.
*
* @throws GotsError cli_usage, bazel_plan_plugin and those of planning
*/
async function runBazelPlanCommand(line, context) {
	const { value, flags } = parseOptions("bazel-plan", line.rest);
	const folder = value("o") ?? badUsage("gots bazel-plan needs a folder", usageOf("bazel-plan"));
	const env = withoutOurs(context.env);
	const weaving = await weavingEnv(context, line.aspectFiles, ["build", ...flags]);
	if (!weaving) badUsage(`no go.mod in ${context.cwd} or above`, "run `gots bazel-plan` in the module to be woven");
	const oracle = await ensureHelper("oracle", {
		go: context.go,
		goVersion: weaving.goEnv.version,
		cacheDir: context.cacheDir,
		sourceDir: join(context.home, "helper", "oracle"),
		log: context.log,
		env
	});
	const { go, cwd } = context;
	await makeBazelPlan(resolve(cwd, folder), {
		plan: weaving.plan,
		go,
		cwd,
		env,
		flags,
		oracle
	});
	return 0;
}

export { runBazelPlanCommand };