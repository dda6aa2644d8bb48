import { S as runtimeDirUnusable, a as ensureHelper, d as weaverCode, i as joinedOverlay, m as claimPrivateDir, n as readOverlay, o as isWhole$1, p as nodeFlags, s as settle } from "./chunk-overlay.mjs";
import { i as modulePathOf } from "./chunk-module-folder.mjs";
import { a as splitQuoted, i as readFlags, n as findFlags, o as takeToolexec, r as quoteWord } from "./chunk-flags.mjs";
import { a as isConfiguration, n as configurationVariables, y as parseModFile } from "./chunk-facts.mjs";
import { t as hashParts } from "./chunk-hash.mjs";
import { f as removeLeftOvers, i as staleInput, o as writePlan, p as temporaryName, r as readPlan } from "./chunk-plan.mjs";
import { n as cacheUnwritable, u as unquotablePath } from "./chunk-cli.mjs";
import { r as withoutOurs, t as savedSettings } from "./chunk-saved-settings.mjs";
import { t as goEnv } from "./chunk-go-env.mjs";
import { n as runGo } from "./chunk-go.mjs";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, utimesSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";

// src/driver/plan/build-place.ts
/**
* The module that a go command is about: that of its folder. The root of a workspace is in no module; there it is the members that the
* packages of the command line belong to, or all of them where none is named.
*
* @param goArgs arguments of the go command, [] for any
* @returns undefined outside of modules and workspaces
*/
function buildPlace(goEnv, cwd, goArgs) {
	if (goEnv.goMod !== "") {
		const moduleDir = dirname(goEnv.goMod);
		return {
			moduleDir,
			configDirs: [moduleDir]
		};
	}
	if (goEnv.goWork === "") return void 0;
	const { chdir, packages } = readFlags(goArgs, splitQuoted(goEnv.goflags));
	const from = chdir === void 0 ? cwd : resolve(cwd, chdir);
	const members = membersOf(goEnv.goWork);
	const named = members.filter((dir) => packages.some((pattern) => isAbout(pattern, dir, from)));
	const configDirs = named.length > 0 ? named : members;
	const [moduleDir] = configDirs;
	return moduleDir === void 0 ? void 0 : {
		moduleDir,
		configDirs
	};
}
/** Folders of the modules of a workspace. */
function membersOf(goWork) {
	const { uses } = parseModFile(readFileSync(goWork, "utf8"));
	return uses.map((dir) => resolve(dirname(goWork), dir)).filter((dir) => existsSync(join(dir, "go.mod")));
}
/** Whether a package pattern names packages of the module in a folder. */
function isAbout(pattern, dir, cwd) {
	const isTree = /(^|\/)\.\.\.$/.test(pattern);
	const base = pattern.replace(/\/?\.\.\.$/, "");
	if (/^(\.{1,2}(\/|$)|\/)/.test(pattern) || pattern.endsWith(".go")) {
		const place = resolve(cwd, pattern.endsWith(".go") ? dirname(pattern) : base);
		return isBelow(dir, place) || isTree && isBelow(place, dir);
	}
	const module = modulePathOf(dir);
	return base === module || base.startsWith(`${module}/`) || isTree && (base === "" || module.startsWith(`${base}/`));
}
function isBelow(dir, place) {
	const name = relative(dir, place);
	return name === "" || !(name === ".." || name.startsWith("../"));
}

// src/driver/programs/shim.ts
/**
* Path of the shim for this machine, built on first use.
*
* @returns absolute; fit to be quoted in GOFLAGS, for which it is copied elsewhere if need be
* @throws GotsError shim_build_failed with what go printed; runtime_dir_unusable
*/
async function ensureShim(options) {
	const path = await ensureHelper("shim", options);
	return isQuotable(path) ? path : plainCopy(path);
}
/** Whether `-toolexec=<path>` can stand in GOFLAGS: split twice, with no way to express a word that needs both kinds of quotes. */
function isQuotable(path) {
	const once = quoteWord(path);
	return once !== void 0 && quoteWord(`-toolexec=${once}`) !== void 0;
}
function plainCopy(path) {
	const dir = `/tmp/gots-${process.getuid?.() ?? 0}`;
	const reason = claimPrivateDir(dir);
	if (reason !== void 0) runtimeDirUnusable([`${dir}: ${reason}`]);
	const bin = join(dir, "bin");
	mkdirSync(bin, {
		recursive: true,
		mode: 448
	});
	const copy = join(bin, basename(path));
	if (isWhole$1(copy)) return copy;
	const temporary = temporaryName(copy);
	copyFileSync(path, temporary);
	settle(temporary, copy);
	return copy;
}

// src/driver/plan/current-plan.ts
/**
* The plan of a build, from the last one if nothing it was made from has changed. Warnings are shown when it is made.
*
* @returns path of the plan, and the plan
* @throws GotsError of aspects, modules and the shim; cli_cache_unwritable
*/
async function currentPlan(request) {
	try {
		return await findOrMake(request);
	} catch (error) {
		const { code = "", path = "" } = error;
		if ([
			"EACCES",
			"EPERM",
			"EROFS",
			"ENOSPC",
			"EDQUOT",
			"ENOTDIR"
		].includes(code) && (path === "" || path.startsWith(request.cacheDir))) cacheUnwritable(request.cacheDir, error);
		throw error;
	}
}
/** Marking a plan as used once a day is enough for the removal of old ones. */
const markAfterMs = 864e5;
async function findOrMake(request) {
	const { goEnv, cacheDir, place } = request;
	const { moduleDir, configDirs } = place;
	const flags = readFlags(request.goArgs, splitQuoted(goEnv.goflags));
	const cwd = resolve(request.cwd, flags.chdir ?? "");
	const modfile = flags.values.get("modfile");
	const overlay = readOverlay(flags.values.get("overlay"), cwd);
	const moduleFlags = {
		mod: flags.values.get("mod"),
		modfile: modfile && resolve(cwd, modfile),
		overlay,
		tags: flags.values.get("tags")
	};
	const identity = [
		request.aspectFiles.join("\n"),
		JSON.stringify(goEnv),
		JSON.stringify({
			...moduleFlags,
			overlay: overlay.file
		}),
		configDirs.join("\n"),
		...[
			"GOOS",
			"GOARCH",
			"CGO_ENABLED"
		].map((name) => request.env[name] ?? ""),
		...configurationVariables.map((name) => request.env[name] ?? ""),
		...readdirSync(moduleDir).filter(isConfiguration),
		request.home,
		process.execPath,
		process.version
	];
	const code = weaverCode(request.home, cacheDir);
	const file = join(cacheDir, "plans", hashParts(code, moduleDir, ...identity).slice(0, 32), "plan.json");
	const known = lastPlan(file, code);
	const shim = await ensureShim({
		go: request.go,
		goVersion: goEnv.version,
		cacheDir,
		sourceDir: join(request.home, "helper", "shim"),
		log: request.log,
		env: request.env,
		touchedFile: request.env["GOTS_TOUCHED"]
	});
	if (known && known.shim === shim) return {
		file,
		plan: known
	};
	const { newPlan } = await import("./chunk-make-plan.mjs");
	const plan = await newPlan(request, {
		...place,
		cwd,
		moduleFlags,
		findFlags: findFlags(flags),
		overlay,
		shim,
		code
	});
	writePlan(file, plan);
	removeLeftOvers(dirname(file));
	return {
		file,
		plan
	};
}
/** The plan on disk, if it can be believed, every input is as it was and what was generated for it still exists. */
function lastPlan(file, code) {
	const last = readPlan(file, code);
	if ("reason" in last) return void 0;
	const { plan } = last;
	if (staleInput(plan) !== void 0 || !isWhole(plan)) return void 0;
	try {
		const now = /* @__PURE__ */ new Date();
		if (now.getTime() - statSync(file).mtimeMs > markAfterMs) utimesSync(file, now, now);
	} catch {}
	return plan;
}
/** Whether the files are there that were generated beside the plan; they are named by their content. */
function isWhole({ injection }) {
	if (!injection) return true;
	return [injection.overlay, ...Object.keys(injection.standIns)].every((path) => existsSync(path));
}

// src/go/update-modules.ts
/**
* With -mod=mod, go writes what is missing into go.mod and go.sum when it loads packages. That is done here before anything is read from
* them: a plan is made from the files as the build will have them. Where it fails, the go command to come says why.
*
* @param goArgs arguments of the go command to come
* @param goflags effective GOFLAGS
*/
async function updateModules(goArgs, goflags, options) {
	const { command, chdir, packages, values } = readFlags(goArgs, splitQuoted(goflags));
	if (command === "" || values.get("mod") !== "mod") return;
	const given = [
		"modfile",
		"overlay",
		"tags"
	].flatMap((name) => values.has(name) ? [`-${name}=${values.get(name)}`] : []);
	const tests = command === "test" || command === "vet" ? ["-test"] : [];
	const args = [
		...chdir === void 0 ? [] : ["-C", chdir],
		"list",
		"-mod=mod",
		"-deps",
		...tests,
		"-f",
		"{{\"\"}}",
		...given,
		"--",
		...packages
	];
	await runGo(args, {
		...options,
		env: {
			...options.env,
			GOFLAGS: "-buildvcs=false",
			GOCACHEPROG: ""
		}
	});
}

// src/cli/weaving-env.ts
/**
* The variables with which a plain go command weaves the module of the working directory.
*
* @param goArgs arguments of the go command to come, [] for any
* @returns undefined outside a module
* @throws GotsError of planning
*/
async function weavingEnv(context, aspectFiles, goArgs) {
	const { others, toolexec: asked } = takeToolexec(goArgs);
	const { chdir } = readFlags(others, []);
	const unwoven = withoutOurs(context.env);
	const found = await goEnv(context.go, context.cwd, unwoven, chdir);
	const place = buildPlace(found, context.cwd, others);
	if (!place) return void 0;
	await updateModules(others, found.goflags, {
		go: context.go,
		cwd: context.cwd,
		env: unwoven
	});
	const { file, plan } = await currentPlan({
		go: context.go,
		goEnv: found,
		cwd: context.cwd,
		env: unwoven,
		aspectFiles,
		goArgs: others,
		cacheDir: context.cacheDir,
		home: context.home,
		log: context.log,
		place
	});
	const shim = quoteWord(plan.shim) ?? unquotablePath(plan.shim);
	const toolexec = quoteWord(`-toolexec=${shim}`) ?? unquotablePath(plan.shim);
	const node = quoteWord(process.execPath) ?? unquotablePath(process.execPath);
	const program = quoteWord(context.cacheProg) ?? unquotablePath(context.cacheProg);
	const { flags, args } = withRaised(plan, {
		goflags: userFlags(found),
		goArgs: others,
		cwd: context.cwd
	});
	return {
		variables: {
			GOFLAGS: [...flags.map((word) => quoteWord(word) ?? word), toolexec].join(" "),
			GOCACHEPROG: `${shim} cacheprog ${[
				node,
				...nodeFlags,
				program
			].join(" ")}`,
			GOTS_PLAN: file,
			GOTS_SAVED: savedSettings(unwoven, found.goCacheProg),
			...toolexecOf(asked ?? toolexecIn(found.goflags), plan.shim, context.env)
		},
		plan,
		goEnv: found,
		place,
		goArgs: args
	};
}
/** The value of -toolexec in GOFLAGS, of the environment or of `go env -w`. */
function toolexecIn(goflags) {
	return splitQuoted(goflags).filter((word) => /^--?toolexec=/.test(word)).at(-1)?.replace(/^--?toolexec=/, "");
}
/**
* The variable that hands the user's own -toolexec program to the shim, which runs the tools through it. go itself takes one such
* program only.
*/
function toolexecOf(own, shim, env) {
	const isOurs = splitQuoted(own ?? "")[0] === shim;
	if (own !== void 0 && own.trim() !== "" && !isOurs) return { GOTS_TOOLEXEC: own };
	return env["GOTS_TOOLEXEC"] ? { GOTS_TOOLEXEC: "" } : {};
}
/** GOFLAGS and arguments with the overlay of raised modules, joined with the user's own; as they are where nothing is raised. */
function withRaised({ injection, cacheDir }, { goflags, goArgs, cwd }) {
	if (injection?.raises !== true) return {
		flags: goflags,
		args: goArgs
	};
	const { values, chdir } = readFlags(goArgs, goflags);
	const from = chdir === void 0 ? cwd : resolve(cwd, chdir);
	const overlay = joinedOverlay(injection, values.get("overlay"), from, cacheDir);
	if (quoteWord(`-overlay=${overlay}`) === void 0) unquotablePath(overlay);
	return {
		flags: [...goflags.filter((word) => !/^--?overlay=/.test(word)), `-overlay=${overlay}`],
		args: withOverlay(goArgs, overlay)
	};
}
/** Arguments of a go command with another value for each -overlay that is among them. */
function withOverlay(goArgs, overlay) {
	const end = goArgs.findIndex((word) => /^--?args$|^--$/.test(word));
	return goArgs.map((word, at) => {
		if (end >= 0 && at >= end) return word;
		if (/^--?overlay=/.test(word)) return `-overlay=${overlay}`;
		return /^--?overlay$/.test(goArgs[at - 1] ?? "") ? overlay : word;
	});
}
/** Effective GOFLAGS of the user. */
function userFlags({ goflags }) {
	return splitQuoted(goflags).filter((word) => !/^--?toolexec\b/.test(word));
}

export { buildPlace as n, weavingEnv as t };