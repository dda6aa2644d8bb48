import { i as buildPlace, n as useRemote } from "./chunk-remote-fetch.mjs";
import { t as hashParts } from "./chunk-hash.mjs";
import { a as removeLeftOvers } from "./chunk-sealed.mjs";
import { a as isConfiguration, n as configurationVariables } from "./chunk-facts.mjs";
import { a as splitQuoted, i as readFlags, n as findFlags, o as takeToolexec, r as quoteWord } from "./chunk-flags.mjs";
import { i as joinedOverlay, n as readOverlay } from "./chunk-overlay.mjs";
import { n as cacheUnwritable, u as unquotablePath } from "./chunk-cli.mjs";
import { t as ensureShim } from "./chunk-shim.mjs";
import { a as rulesFile, c as writePlan, i as readPlan, o as staleInput } from "./chunk-plan.mjs";
import { t as weaverCode } from "./chunk-weaver-code.mjs";
import { r as withoutOurs, t as savedSettings } from "./chunk-saved-settings.mjs";
import { n as helperName, s as nodeFlags } from "./chunk-helper-program.mjs";
import { t as goEnv } from "./chunk-go-env.mjs";
import { n as runGo } from "./chunk-go.mjs";
import { existsSync, readdirSync, statSync, utimesSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

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
* @param way how the caches are filled from a shared cache, where one is set; `before`: when this settles, they are
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
	const remote = await useRemote(context, {
		goEnv: found,
		place,
		goArgs: others,
		way
	});
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

export { weavingEnv as t };