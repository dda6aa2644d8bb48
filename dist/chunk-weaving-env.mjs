import { i as buildPlace, n as useRemote } from "./chunk-remote-fetch.mjs";
import { t as hashParts } from "./chunk-hash.mjs";
import { i as removeLeftOvers } from "./chunk-sealed.mjs";
import { a as isConfiguration, n as configurationVariables } from "./chunk-facts.mjs";
import { a as takeToolexec, i as splitQuoted, n as quoteWord, r as readFlags, t as findFlags } from "./chunk-flags.mjs";
import { n as cacheUnwritable, u as unquotablePath } from "./chunk-cli.mjs";
import { i as helperName, n as ensureShim, t as nodeFlags } from "./chunk-node-flags.mjs";
import { a as rulesFile, c as writePlan, i as readPlan, o as staleInput } from "./chunk-plan.mjs";
import { t as weaverCode } from "./chunk-weaver-code.mjs";
import { n as withoutOurs, t as savedSettings } from "./chunk-saved-settings.mjs";
import { t as goEnv } from "./chunk-go-env.mjs";
import { n as runGo } from "./chunk-go.mjs";
import { n as overlayEntries } from "./chunk-overlay-file.mjs";
import { existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, renameSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { dirname, join, relative, resolve } from "node:path";

// src/go/overlay.ts
/** Where there is no overlay. */
const noOverlay = overlayOf("", "", /* @__PURE__ */ new Map());
/**
* Reads an overlay.
*
* @param file value of -overlay; undefined or '' without one
* @param cwd directory of the go command, which relative names refer to
* @see cmd/go/internal/fsys, OverlayJSON (Go 1.24 to 1.27): an empty name deletes a file
*/
function readOverlay(file, cwd) {
	if (file === void 0 || file === "") return noOverlay;
	const path = resolve(cwd, file);
	const hash = createHash("sha256");
	const replace = /* @__PURE__ */ new Map();
	try {
		const text = readFileSync(path, "utf8");
		const { Replace = {} } = JSON.parse(text);
		hash.update(text);
		for (const [from, to] of Object.entries(Replace)) {
			replace.set(resolve(cwd, from), to === "" ? "" : resolve(cwd, to));
			const bytes = to === "" ? Buffer.alloc(0) : readFileSync(resolve(cwd, to));
			hash.update(`\n${bytes.length}\n`).update(bytes);
		}
	} catch {
		return overlayOf(path, "", replace);
	}
	return overlayOf(path, hash.digest("hex"), replace);
}
function overlayOf(file, hash, replace) {
	const added = /* @__PURE__ */ new Map();
	for (const [path, to] of replace) if (to !== "") addWithFolders(added, path);
	const actual = (path) => {
		const to = replace.get(path);
		return to === "" ? void 0 : to ?? path;
	};
	const over = (below) => ({
		read: (path) => {
			const place = actual(path);
			return place === void 0 ? void 0 : below.read(place);
		},
		isDirectory: (path) => added.has(path) || !replace.has(path) && below.isDirectory(path),
		list: (folder) => {
			return [.../* @__PURE__ */ new Set([...below.list(folder), ...added.get(folder) ?? []])].filter((name) => replace.get(join(folder, name)) !== "").sort();
		}
	});
	return {
		file,
		hash,
		actual,
		names: (path) => replace.has(path),
		over
	};
}
/** A file that is not on disk may lie in folders that are not, either. */
function addWithFolders(added, path) {
	for (let at = path; dirname(at) !== at; at = dirname(at)) {
		const folder = dirname(at);
		const names = added.get(folder) ?? /* @__PURE__ */ new Set();
		names.add(at.slice(folder.length).replace(/^\//, ""));
		added.set(folder, names);
	}
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
	const shim = ensureShim({
		go: request.go,
		goVersion: goEnv.version,
		cacheDir,
		sourceDir: join(request.home, "helper", "shim"),
		log: request.log,
		env: request.env,
		touchedFile: request.env["GOTS_TOUCHED"]
	});
	shim.catch(() => {});
	if (known && known.shim === await shim) return {
		file,
		plan: known
	};
	const [{ newPlan }, { writeRules }, { PlanAnswers }] = await Promise.all([
		import("./chunk-make-plan.mjs"),
		import("./chunk-rules.mjs"),
		import("./chunk-plan-answers.mjs")
	]);
	const answers = new PlanAnswers(join(dirname(file), "answers.json"), code);
	const plan = await newPlan(request, {
		...place,
		cwd,
		moduleFlags,
		findFlags: findFlags(flags),
		overlay,
		shim,
		code,
		answers
	}).catch(async (error) => {
		await shim.catch(() => {});
		throw error;
	});
	answers.save();
	writeRules(file, plan);
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
	if (staleInput(plan) !== void 0 || !isWhole(file, plan)) return void 0;
	try {
		const now = /* @__PURE__ */ new Date();
		if (now.getTime() - statSync(file).mtimeMs > markAfterMs) utimesSync(file, now, now);
	} catch {}
	return plan;
}
/** Whether the files are there that were generated with the plan: its rules, and what is named by its content. */
function isWhole(file, { injection }) {
	if (!existsSync(rulesFile(file))) return false;
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

// src/gomod/joined-overlay.ts
/**
* The overlay for a go command: the generated one, with the user's own entries, and with the generated ones under the name that the
* folder of the go command has there, which may lead through symbolic links (build-protocol G4).
*
* @param own value of the user's -overlay, or undefined
* @param cwd folder of the go command, as it names it
* @returns path of a file in the cache folder, named by its content
*/
function joinedOverlay({ overlay, entries }, own, cwd, cacheDir) {
	const joined = {
		...overlayEntries(own, cwd),
		...entries,
		...respelled(entries, cwd)
	};
	if (Object.keys(joined).length === Object.keys(entries).length) return overlay;
	const text = `${JSON.stringify({ Replace: joined }, null, 1)}\n`;
	const file = join(cacheDir, "work", hashParts(text).slice(0, 24), "overlay.json");
	if (!existsSync(file)) {
		mkdirSync(dirname(file), { recursive: true });
		const temp = `${file}.${process.pid}`;
		writeFileSync(temp, text);
		renameSync(temp, file);
	}
	return file;
}
/** Entries below the place that a folder really has, as they are named from that folder. */
function respelled(entries, cwd) {
	let real;
	try {
		real = realpathSync(cwd);
	} catch {
		return {};
	}
	if (real === cwd) return {};
	const more = {};
	for (const [path, content] of Object.entries(entries)) {
		const up = relative(real, path);
		const spelled = join(cwd, up);
		if (!path.startsWith(`${real}/`) && !samePlace(dirname(spelled), dirname(path))) continue;
		if (!(spelled in entries)) more[spelled] = content;
	}
	return more;
}
function samePlace(a, b) {
	try {
		return realpathSync(a) === realpathSync(b);
	} catch {
		return false;
	}
}

// src/cli/start/woven-variables.ts
/**
* The variables with which a plain go command weaves.
*
* @throws GotsError cli_path_unquotable
*/
function wovenVariables({ cacheProg }, { flags, goCacheProg, shim, planFile, env }) {
	const quoted = quoteWord(shim) ?? unquotablePath(shim);
	const toolexec = quoteWord(`-toolexec=${quoted}`) ?? unquotablePath(shim);
	const node = quoteWord(process.execPath) ?? unquotablePath(process.execPath);
	const program = quoteWord(cacheProg) ?? unquotablePath(cacheProg);
	return {
		GOFLAGS: [...flags.map((word) => quoteWord(word) ?? word), toolexec].join(" "),
		GOCACHEPROG: `${quoted} cacheprog ${[
			node,
			...nodeFlags,
			program
		].join(" ")}`,
		GOTS_PLAN: planFile,
		GOTS_SAVED: savedSettings(env, goCacheProg)
	};
}

// src/cli/weaving-env.ts
/**
* The variables with which a plain go command weaves the module of the working directory.
*
* @param goArgs arguments of the go command to come, [] for any
* @param way how the caches are filled from a shared cache, where one is set; `before`: when this settles, they are; a fetch that has begun is used
* @param known what go says in this environment, where it was asked already
* @returns undefined outside a module
* @throws GotsError of planning
*/
async function weavingEnv(context, aspectFiles, goArgs, way = "before", known) {
	const { others, toolexec: asked } = takeToolexec(goArgs);
	const { chdir } = readFlags(others, []);
	const unwoven = withoutOurs(context.env);
	const found = known ?? await goEnv(context.go, context.cwd, unwoven, chdir);
	const place = buildPlace(found, context.cwd, others);
	if (!place) return void 0;
	const remote = typeof way === "string" ? await useRemote(context, {
		goEnv: found,
		place,
		goArgs: others,
		way
	}) : way;
	await updateModules(others, found.goflags, {
		go: context.go,
		cwd: context.cwd,
		env: unwoven
	});
	const shimName = remote && helperName("shim", {
		goVersion: found.version,
		sourceDir: join(context.home, "helper", "shim")
	});
	if (shimName && !existsSync(join(context.cacheDir, "bin", shimName))) await remote.awaitProgram(shimName);
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
	await remote?.ready();
	const { flags, args } = withRaised(plan, {
		goflags: userFlags(found),
		goArgs: others,
		cwd: context.cwd
	});
	const settings = {
		flags,
		goCacheProg: found.goCacheProg,
		shim: plan.shim,
		planFile: file,
		env: unwoven
	};
	return {
		variables: {
			...wovenVariables(context, settings),
			...remote?.variables,
			...toolexecOf(asked ?? toolexecIn(found.goflags), plan.shim, context.env)
		},
		plan,
		goEnv: found,
		place,
		goArgs: args,
		isRemote: remote !== void 0,
		ended: () => remote?.stop()
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

export { readOverlay as i, joinedOverlay as n, noOverlay as r, weavingEnv as t };