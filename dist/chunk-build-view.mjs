import { t as disk } from "./chunk-file-view.mjs";
import { n as buildPlace, t as weavingEnv } from "./chunk-weaving-env.mjs";
import { r as withoutOurs } from "./chunk-saved-settings.mjs";
import { a as splitQuoted, i as readFlags, n as findFlags, r as quoteWord } from "./chunk-flags.mjs";
import { t as goEnv } from "./chunk-go-env.mjs";
import { c as noOverlay, l as readOverlay, s as joinedOverlay } from "./chunk-helper-program.mjs";
import { t as injectedFlags } from "./chunk-injected-flags.mjs";
import { t as badUsage, u as unquotablePath } from "./chunk-cli.mjs";
import { t as GotsError } from "./chunk-diagnostic.mjs";
import { dirname } from "node:path";

// src/cli/build-view.ts
/** Flags of go that say which files are compiled, and how packages are found; with those in {@link switches}, that take no value. */
const valued = "tags|mod|modfile|overlay";
const switches = "race|msan|asan";
/** For usage texts. */
const buildFlagsUsage = "[-tags LIST] [-mod MODE] [-modfile FILE] [-overlay FILE] [-race|-msan|-asan]";
/**
* Takes the flags of a build out of a command's arguments.
*
* @returns those flags as go takes them, and all the rest
* @throws GotsError cli_usage where a value is missing
*/
function takeBuildFlags(words, usage) {
	const flags = [];
	const rest = [];
	for (let at = 0; at < words.length; at++) {
		const word = words[at];
		const [, name, value] = new RegExp(`^--?(${valued})(?:=([\\s\\S]*))?$`).exec(word) ?? [];
		if (name !== void 0) flags.push(`-${name}=${value ?? words[++at] ?? badUsage(`${word} needs a value`, usage)}`);
		else if (new RegExp(`^--?(?:${switches})(?:=.*)?$`).test(word)) flags.push(word.replace(/^--/, "-"));
		else rest.push(word);
	}
	return {
		flags,
		rest
	};
}
/**
* The view of a build with some flags, from the working directory.
*
* @throws GotsError of {@link goEnv}
*/
async function buildView(context, flags) {
	const { go, cwd } = context;
	const env = withoutOurs(context.env);
	const found = await goEnv(go, cwd, env);
	const words = [...splitQuoted(found.goflags), ...flags];
	const goflags = words.map((word) => quoteWord(word) ?? unquotablePath(word)).join(" ");
	const place = buildPlace(found, cwd, []);
	const overlay = readOverlay(readFlags([], words).values.get("overlay"), cwd);
	return {
		context: {
			...context,
			env: flags.length === 0 ? env : {
				...env,
				GOFLAGS: goflags
			}
		},
		goEnv: {
			...found,
			goflags
		},
		moduleDir: place?.moduleDir ?? "",
		place,
		overlay,
		files: overlay.over(disk)
	};
}
/**
* As {@link buildView}, also where go cannot be asked: aspects can be read without it.
*
* @param told gets the reason why go cannot be asked
*/
async function looseView(context, flags, told) {
	try {
		return await buildView(context, flags);
	} catch (error) {
		if (!(error instanceof GotsError)) throw error;
		told(error.message);
		return {
			context,
			goEnv: void 0,
			moduleDir: "",
			place: void 0,
			overlay: noOverlay,
			files: disk
		};
	}
}
/** Where the aspects of that build are looked for. */
function aspectsPlaceOf({ context, goEnv: found, moduleDir, place, overlay }) {
	return {
		root: moduleDir || context.cwd,
		configDirs: place?.configDirs,
		workDir: found === void 0 || found.goWork === "" ? void 0 : dirname(found.goWork),
		home: context.home,
		moduleCache: found?.modCache,
		env: context.env,
		go: found && moduleDir !== "" ? {
			program: context.go,
			flags: findFlags(flagsOf(found))
		} : void 0,
		overlay
	};
}
function flagsOf({ goflags }) {
	return readFlags([], splitQuoted(goflags));
}
/**
* Plans that build, as a build would; its modules join the context's environment, and nothing weaves there.
*
* @param aspectFiles named on the command line
* @throws GotsError of planning; cli_usage outside of modules
*/
async function plannedView(view, aspectFiles, command) {
	const { context } = view;
	const weaving = await weavingEnv(context, aspectFiles, []);
	if (!weaving) return badUsage(`no go.mod in ${context.cwd} or above`, `run \`gots ${command}\` in the module that is built`);
	const { GOFLAGS = "", GOCACHEPROG: _, GOTS_PLAN: __, GOTS_SAVED: ___, ...joined } = weaving.variables;
	const words = splitQuoted(GOFLAGS).filter((word) => !/^--?toolexec=/.test(word));
	const { injection, cacheDir } = weaving.plan;
	const own = readFlags([], words).values.get("overlay");
	const generated = injection && joinedOverlay(injection, own, context.cwd, cacheDir);
	const goflags = injectedFlags(words, injection, generated).map((word) => quoteWord(word) ?? word).join(" ");
	const env = {
		...context.env,
		...joined,
		GOFLAGS: goflags
	};
	return {
		...view,
		goEnv: weaving.goEnv,
		context: {
			...context,
			env
		},
		plan: weaving.plan
	};
}

export { plannedView as a, looseView as i, buildFlagsUsage as n, takeBuildFlags as o, buildView as r, aspectsPlaceOf as t };