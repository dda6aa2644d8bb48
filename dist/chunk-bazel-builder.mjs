import "./chunk-rolldown-runtime.mjs";
import { n as runToEnd, t as exitCodeOf } from "./chunk-spawn.mjs";
import { a as readBazelPlan, c as bazelArchiveMissing, d as bazelPackageDiffers, f as bazelParamsUnreadable, i as oracleFile, l as bazelBuilderMissing, n as driverPlan, o as sourcesOfPackage, r as moduleFolder, t as archiveOf, u as bazelFlagMissing } from "./chunk-bazel-plan.mjs";
import { i as packageFacts, n as liveAspects } from "./chunk-package-aspects.mjs";
import { A as mergeLinkDeps, D as Weaver, F as readBuildId, I as replaceBuildId, L as goProcess, O as ArchiveDeps, P as printMember, S as languageFlags, T as exportedPackageName, _ as parseCompile, a as checkOrder, b as printCompile, c as recordedName, h as changeCompile, j as printLinkDeps, k as linkDepsMember, l as sourcesOf, n as writeWovenFiles, o as hiddenErrors, p as printImportcfg, r as messagesOfPlainGo, s as describeCompile, t as archiveLinks, u as addPackageFiles, w as flagValue } from "./chunk-fingerprints.mjs";
import { i as readFlags, r as quoteWord } from "./chunk-flags.mjs";
import { t as goEnv } from "./chunk-go-env.mjs";
import { s as nodeFlags } from "./chunk-helper-program.mjs";
import { c as writePlan } from "./chunk-plan.mjs";
import { t as savedSettings } from "./chunk-saved-settings.mjs";
import { t as weaverCode } from "./chunk-weaver-code.mjs";
import { t as ensureShim } from "./chunk-shim.mjs";
import { i as moduleDirOf } from "./chunk-module-folder.mjs";
import { t as goFilesIn } from "./chunk-package-files.mjs";
import { n as converse } from "./chunk-asset.mjs";
import { t as pluginLoader } from "./chunk-plugins.mjs";
import { t as badUsage } from "./chunk-cli.mjs";
import { r as parseOptions, s as usageOf } from "./chunk-read-options.mjs";
import { tmpdir } from "node:os";
import { appendFileSync, chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";

// src/driver/bazel/params.ts
/**
* Replaces each `-param=FILE` by the words of that file, as rules_go's builder does.
*
* @throws GotsError bazel_params_unreadable
* @see rules_go, go/tools/builders/env.go, expandParamsFiles
*/
function expandParams(args) {
	return args.flatMap((word) => {
		const file = /^-param=(.*)$/s.exec(word)?.[1];
		return file === void 0 ? [word] : readParams(file);
	});
}
function readParams(file) {
	let text;
	try {
		text = readFileSync(file, "utf8");
	} catch (error) {
		return bazelParamsUnreadable(file, error.message);
	}
	const words = [];
	let word = "";
	let isQuoted = false;
	for (let at = 0; at < text.length; at++) {
		const char = text[at];
		if (char === "'") isQuoted = !isQuoted;
		else if (char === "\\" && !isQuoted) {
			at++;
			if (at === text.length) return bazelParamsUnreadable(file, "it ends behind a backslash");
			word += text[at];
		} else if (char === "\n" && !isQuoted) {
			words.push(word);
			word = "";
		} else word += char;
	}
	if (isQuoted) return bazelParamsUnreadable(file, "a quote in it is not closed");
	return word === "" ? words : [...words, word];
}
/** Flags that take no value, by action; `-v` and `-work` are those of all. */
const switches = {
	stdlib: [
		"race",
		"msan",
		"shared",
		"dynlink"
	],
	link: [
		"race",
		"msan",
		"cover"
	]
};
/** The flags of an action, as far as they come before `--`. */
var BuilderFlags = class {
	verb;
	given = /* @__PURE__ */ new Map();
	/** @param args behind the verb, parameter files expanded */
	constructor(verb, args) {
		this.verb = verb;
		const alone = /* @__PURE__ */ new Set([
			"v",
			"work",
			...switches[verb] ?? []
		]);
		for (let at = 0; at < args.length && args[at] !== "--"; at++) {
			const [, name, inline] = /^--?([^=]+)(?:=(.*))?$/s.exec(args[at]) ?? [];
			if (name === void 0 || inline === void 0 && alone.has(name)) continue;
			const value = inline ?? args[++at] ?? "";
			const values = this.given.get(name);
			if (values) values.push(value);
			else this.given.set(name, [value]);
		}
	}
	/** The last value. */
	value(name) {
		return this.given.get(name)?.at(-1);
	}
	/** Every value, in order. */
	values(name) {
		return this.given.get(name) ?? [];
	}
	/** @throws GotsError bazel_flag_missing */
	need(name) {
		return this.value(name) ?? bazelFlagMissing(this.verb, `-${name}`);
	}
};
/** Reads a value of `-arc`. */
function readArchive(value) {
	const [paths = "", packagePath = "", ...file] = value.split("=");
	return {
		importPaths: paths.split(":"),
		packagePath,
		file: file.join("=")
	};
}

// src/driver/bazel/link-action.ts
/**
* Where the standard library's archives are, and with them those of injected packages; absolute.
*
* @throws GotsError bazel_flag_missing
*/
function archivesFolder(flags, { cwd, env }) {
	const goroot = flags.value("goroot") || env["GOROOT"] || flags.need("goroot");
	return resolve(cwd, goroot, "pkg", flags.need("installsuffix"));
}
/**
* The arguments of a link with the archives of all that weaving makes the program need, and that no import statement of its own leads to.
*
* @param args behind the verb
* @throws GotsError bazel_archive_missing, bazel_package_differs, link_deps_unreadable
*/
function linkArguments(args, flags, plan, context) {
	const folder = archivesFolder(flags, context);
	const own = new Map(flags.values("arc").map(readArchive).map(({ packagePath, file }) => [packagePath, resolve(context.cwd, file)]));
	const main = resolve(context.cwd, flags.need("main"));
	const std = readFileSync(resolve(context.cwd, flags.need("package_list")), "utf8").split("\n").map((line) => line.trim());
	const added = closureOf(plan, {
		folder,
		own,
		std: new Set(std.filter((line) => line !== "")),
		main
	});
	checkInterfaces(plan, added, own);
	const words = [...added].flatMap(([path, file]) => ["-arc", `gots=${path}=${file}`]);
	const end = args.indexOf("--");
	return end < 0 ? [...args, ...words] : [
		...args.slice(0, end),
		...words,
		...args.slice(end)
	];
}
/** Archives that the link lacks, by path: what archives want linked, and what these import. */
function closureOf(plan, { folder, own, std, main }) {
	const deps = new ArchiveDeps("/dev/null");
	const packages = new Map(plan.packages.map((each) => [each.path, each]));
	const added = /* @__PURE__ */ new Map();
	const todo = [
		main,
		...own.values(),
		...[...std].map((path) => archiveOf(folder, path))
	].flatMap((file) => deps.of(file)).map(({ path }) => path);
	for (let path = todo.pop(); path !== void 0; path = todo.pop()) {
		if (own.has(path) || std.has(path) || added.has(path)) continue;
		const file = archiveOf(folder, path);
		if (!existsSync(file)) bazelArchiveMissing(path, "this program", folder);
		added.set(path, file);
		todo.push(...packages.get(path)?.imports ?? [], ...deps.of(file).map((dep) => dep.path));
	}
	return new Map([...added].sort(([a], [b]) => a < b ? -1 : 1));
}
/** Go links a package only with the interfaces that it was compiled against. Where the program has a package of the plan itself, these may differ. */
function checkInterfaces(plan, added, own) {
	const twice = /* @__PURE__ */ new Map();
	for (const { path } of plan.packages) {
		const file = own.get(path);
		if (file !== void 0) twice.set(path, archiveLinks(readFileSync(file))?.fingerprint);
	}
	if (twice.size === 0) return;
	for (const [user, file] of added) for (const [path, wanted] of archiveLinks(readFileSync(file))?.imports ?? []) {
		const held = twice.get(path);
		if (held !== void 0 && held !== wanted) bazelPackageDiffers(path, user);
	}
}

// src/driver/bazel/compile-action.ts
/**
* What weaving makes of rules_go's action for one package: the builder does all that it does, and calls a stand-in for the compiler.
*
* @returns undefined where no aspect can match, and nothing that the package imports wants to be linked
* @throws GotsError bazel_flag_missing
*/
function packageCompile(flags, plan, { cwd, env, plan: folder }) {
	const importPath = flags.value("importpath") ?? flags.need("p");
	const archives = archivesFolder(flags, {
		cwd,
		env
	});
	if (!mayChange(flags, importPath, plan, cwd, archives)) return void 0;
	const tools = "pkg/tool";
	const sdk = resolve(cwd, flags.need("sdk"));
	const platform = readdirSync(join(sdk, tools)).find((name) => compilerIn(join(sdk, tools, name)) !== void 0) ?? "";
	const place = join(tools, platform, compilerIn(join(sdk, tools, platform)) ?? "compile");
	return {
		place,
		state: {
			kind: "compile",
			plan: folder,
			tool: join(sdk, place),
			importPath,
			archives
		}
	};
}
function compilerIn(folder) {
	return ["compile", "compile.exe"].find((name) => existsSync(join(folder, name)));
}
function mayChange(flags, importPath, plan, cwd, archives) {
	const deps = new ArchiveDeps("/dev/null");
	if (flags.values("arc").map((value) => resolve(cwd, readArchive(value).file)).some((file) => deps.of(file).length > 0)) return true;
	const texts = flags.values("src").filter((file) => file.endsWith(".go")).map((file) => readFileSync(resolve(cwd, file), "latin1"));
	const quoted = new Set(texts.flatMap((text) => [...text.matchAll(/["`]([^"`\s]+)["`]/g)].map((match) => match[1] ?? "")));
	if ([...quoted].filter((path) => existsSync(archiveOf(archives, path))).some((path) => deps.of(archiveOf(archives, path)).length > 0)) return true;
	const own = new Set(flags.values("arc").map((value) => readArchive(value).packagePath));
	const facts = packageFacts({
		path: importPath,
		name: "",
		imports: [...quoted, ...own],
		testMain: false
	}, plan);
	return mayMatch(plan, facts) || mayMatch(plan, {
		...facts,
		command: true,
		name: "main"
	}) || mayMatch(plan, {
		...facts,
		testMain: true
	});
}
function mayMatch(plan, facts) {
	return liveAspects(plan, new Set(plan.injectedOnly), facts).length > 0;
}

// src/driver/bazel/tool-stand-in.ts
/**
* Makes an SDK in which one tool is this program, and all else that of the real one.
*
* @param sdk absolute
* @param tool path of the tool below the SDK
*/
function shadowSdk(folder, sdk, tool, state, self) {
	const shadow = join(folder, "sdk");
	const stateFile = join(folder, `${state.kind}.json`);
	writeFileSync(stateFile, JSON.stringify(state));
	let from = sdk;
	let to = shadow;
	for (const part of tool.split("/")) {
		mkdirSync(to);
		for (const name of readdirSync(from)) if (name !== part) symlinkSync(join(from, name), join(to, name));
		from = join(from, part);
		to = join(to, part);
	}
	const words = [
		...self,
		stateFile,
		"--"
	].map((word) => `'${word.replaceAll("'", `'\\''`)}'`);
	writeFileSync(to, `#!/bin/sh\nexec ${words.join(" ")} "$@"\n`);
	chmodSync(to, 493);
	return shadow;
}
/** Reads what {@link shadowSdk} wrote. */
function readToolState(file) {
	return JSON.parse(readFileSync(file, "utf8"));
}

// src/driver/bazel/builder.ts
/**
* Runs one action as rules_go asks its builder to: that of a package, of the standard library and of a link so that they weave, all others as they are.
*
* @param args the builder's arguments
* @returns the builder's exit code
* @throws GotsError bazel_…
*/
async function runBuilderAction(args, context) {
	const words = expandParams(args);
	const folder = mkdtempSync(join(tmpdir(), "gots-bazel-"));
	try {
		const changed = changeAction(words, folder, context);
		return await runBuilder(changed === void 0 ? args : spill(changed.args, folder), context);
	} finally {
		rmSync(folder, {
			recursive: true,
			force: true
		});
	}
}
/** @returns undefined for an action that weaving leaves alone */
function changeAction([verb = "", ...args], folder, context) {
	const flags = new BuilderFlags(verb, args);
	const plan = () => readBazelPlan(context.plan);
	switch (verb) {
		case "compilepkg": {
			const compile = packageCompile(flags, plan(), context);
			if (compile === void 0) return void 0;
			const sdk = resolve(context.cwd, flags.need("sdk"));
			return { args: [
				verb,
				...args,
				"-sdk",
				shadowSdk(folder, sdk, compile.place, compile.state, context.self)
			] };
		}
		case "stdlib": {
			plan();
			const sdk = resolve(context.cwd, flags.need("sdk"));
			const installSuffix = flags.need("installsuffix");
			const state = {
				kind: "go",
				plan: context.plan,
				tool: join(sdk, "bin/go"),
				installSuffix
			};
			return { args: [
				verb,
				...args,
				"-sdk",
				shadowSdk(folder, sdk, "bin/go", state, context.self)
			] };
		}
		case "link": return { args: [verb, ...linkArguments(args, flags, plan(), context)] };
	}
}
/** Command lines up to this long need no file. */
const longest = 3e4;
/** Hands long command lines over in a file, as Bazel does. */
function spill(args, folder) {
	if (args.reduce((sum, word) => sum + word.length + 1, 0) < longest) return args;
	const file = join(folder, "params");
	writeFileSync(file, args.map((word) => `'${word.replaceAll("'", `'\\''`)}'\n`).join(""));
	return [`-param=${file}`];
}
async function runBuilder(args, { builder, cwd, env }) {
	const ended = await runToEnd({
		program: builder,
		args,
		cwd,
		env,
		stdout: "inherit",
		stderr: "inherit"
	}).catch((error) => bazelBuilderMissing(builder, error.message));
	return exitCodeOf(ended);
}

// src/driver/bazel/standard-library.ts
/**
* Does what `go install std` is to do in rules_go's action for the standard library: compiles its packages, woven, and beside them all that weaving may bring
* into any package of the program. Everything comes from the plan's folder and the SDK.
*
* @param args of the go command, which begin with `install`
* @returns go's exit code
* @throws GotsError bazel_plan_unreadable, those of the shim, and go's
*/
async function buildLibrary(state, args, context) {
	const work = mkdtempSync(join(tmpdir(), "gots-std-"));
	try {
		return await new Library(state, work, context).build(args);
	} finally {
		rmSync(work, {
			recursive: true,
			force: true
		});
	}
}
var Library = class {
	state;
	context;
	module;
	cacheDir;
	env;
	constructor(state, work, context) {
		this.state = state;
		this.context = context;
		this.module = join(work, "module");
		this.cacheDir = join(work, "gots");
		cpSync(join(state.plan, moduleFolder), this.module, {
			recursive: true,
			dereference: true
		});
		mkdirSync(this.cacheDir);
		const { GOROOT: goRoot = "", GOCACHE: goCache = join(work, "cache") } = context.env;
		const offline = {
			GOPROXY: "off",
			GOSUMDB: "off",
			GOWORK: "off",
			GOENV: "off",
			GOTOOLCHAIN: "local"
		};
		const places = {
			GOROOT: goRoot,
			GOCACHE: goCache,
			GOPATH: join(work, "path"),
			GOMODCACHE: join(work, "modules")
		};
		const modules = {
			GO111MODULE: "on",
			GOFLAGS: "",
			GODEBUG: (context.env["GODEBUG"] ?? "").split(",").filter((setting) => !setting.startsWith("installgoroot=")).join(",")
		};
		const path = [dirname(state.tool), context.env["PATH"] ?? ""].join(delimiter);
		this.env = {
			HOME: work,
			...context.env,
			...offline,
			...places,
			...modules,
			PATH: path
		};
	}
	async build(args) {
		const { state, env, module } = this;
		const plan = readBazelPlan(state.plan);
		const { flags, packages } = installed(args);
		const own = plan.packages.filter(({ dir }) => dir !== "").map(({ path }) => path);
		const words = [
			"list",
			"-export",
			"-deps",
			"-trimpath",
			"-f",
			"{{if .Export}}{{.ImportPath}}	{{.Export}}{{end}}",
			...flags,
			"--",
			...packages,
			...own
		];
		const variables = await this.variables();
		const ended = await runToEnd({
			program: state.tool,
			args: words,
			cwd: module,
			env: {
				...env,
				...variables
			}
		});
		process.stderr.write(ended.stderr);
		const code = exitCodeOf(ended);
		if (code !== 0) return code;
		const folder = join(env["GOROOT"] ?? "", "pkg", state.installSuffix);
		for (const line of ended.stdout.split("\n").filter((each) => each !== "")) {
			const [path = "", archive = ""] = line.split("	");
			const to = archiveOf(folder, path);
			mkdirSync(dirname(to), { recursive: true });
			writeFileSync(to, withoutBuildId(readFileSync(archive)));
		}
		return 0;
	}
	/** With them a go command weaves by the plan. */
	async variables() {
		const { state, env, context, cacheDir, module } = this;
		const plan = readBazelPlan(state.plan);
		const { version: goVersion } = await goEnv(state.tool, module, env);
		const sourceDir = join(context.home, "helper", "shim");
		const shim = await ensureShim({
			go: state.tool,
			goVersion,
			cacheDir,
			sourceDir,
			log: context.log,
			env
		});
		const code = weaverCode(context.home, cacheDir);
		const file = join(cacheDir, "plan.json");
		const places = {
			code,
			moduleDirs: [module],
			goCache: env["GOCACHE"] ?? "",
			cacheDir,
			shim
		};
		writePlan(file, driverPlan({
			...plan,
			goVersion
		}, places));
		const quote = (word) => quoteWord(word) ?? word;
		return {
			GOFLAGS: quote(`-toolexec=${quote(shim)}`),
			GOCACHEPROG: [
				shim,
				"cacheprog",
				process.execPath,
				...nodeFlags,
				context.cacheProg
			].map(quote).join(" "),
			GOTS_CACHE: cacheDir,
			GOTS_PLAN: file,
			GOTS_SAVED: savedSettings({}, "")
		};
	}
};
/** Flags and packages of `go install`. The builder's -toolexec takes build ids away, which weaving needs; they are blotted out in the end. */
function installed(args) {
	const { packages } = readFlags(args, []);
	const words = args.slice(1, args.length - packages.length);
	const at = words.indexOf("-toolexec");
	return {
		flags: at < 0 ? words : [...words.slice(0, at), ...words.slice(at + 2)],
		packages
	};
}
/** Build ids of cgo packages hold the folder of the action; nothing reads them any more. */
function withoutBuildId(archive) {
	const id = readBuildId(archive);
	return id === void 0 || id === "" ? archive : replaceBuildId(archive, id, "redacted".padEnd(id.length, "-"));
}

// src/driver/bazel/weave-compile.ts
/**
* Compiles one package as rules_go's builder asks its compiler to, woven. What must be linked is noted in both archives that it writes: importers read the
* one, the link the other.
*
* @param args the compiler's arguments, or the response file that holds them
* @returns the compiler's exit code
* @throws GotsError bazel_…, and those of weaving
*/
async function weaveCompile(state, args, context) {
	const command = parseCompile(responseFile(args));
	if (command.importcfg === void 0 || command.goFiles.length === 0) return run([state.tool, ...args], context);
	const bazel = readBazelPlan(state.plan);
	const deps = new ArchiveDeps("/dev/null");
	const host = hostOf(command, state, context, deps);
	const plan = driverPlan(bazel, {
		...noPlaces,
		moduleDirs: usersFolders(host, bazel)
	});
	const work = mkdtempSync(join(tmpdir(), "gots-compile-"));
	try {
		return await new BazelCompile({
			state,
			bazel,
			plan,
			deps,
			host,
			work,
			context
		}).run();
	} finally {
		rmSync(work, {
			recursive: true,
			force: true
		});
	}
}
const noPlaces = {
	code: "",
	goCache: "",
	cacheDir: "",
	shim: ""
};
/**
* Words of a response file, as the builder writes it for long command lines: up to Go 1.26 one a line with backslashes doubled, from Go 1.27 on in the
* manner of GCC.
*/
function responseFile(args) {
	const [first = ""] = args;
	if (args.length !== 1 || !first.startsWith("@")) return args;
	const text = readFileSync(first.slice(1), "utf8");
	if (!/^"/m.test(text)) return text.split("\n").filter((line) => line !== "").map(unescapeLine);
	return (text.match(/"(?:[^"\\]|\\[\s\S])*"|\S+/g) ?? []).map((word) => word.startsWith("\"") ? word.slice(1, -1).replace(/\\([\s\S])/g, "$1") : word);
}
function unescapeLine(line) {
	return line.replace(/\\(.)/g, (_, char) => char === "n" ? "\n" : char);
}
function hostOf(command, { tool, importPath }, { cwd }, deps) {
	const caller = {
		pid: process.pid,
		goPid: 0,
		pwd: "",
		chain: ""
	};
	const request = {
		kind: "compile",
		tool,
		args: printCompile(command),
		cwd,
		importPath,
		...caller
	};
	const owner = goProcess("", [], void 0);
	const job = {
		node: "",
		importPath,
		owner,
		done: Promise.resolve(),
		finish: () => {}
	};
	const host = describeCompile({
		command,
		request,
		owner,
		job
	}, deps, void 0);
	const testMain = command.packagePath === "main" && command.goFiles.some((file) => /(^|\/)testmain\.go$/.test(file));
	return {
		...host,
		facts: {
			...host.facts,
			testMain
		}
	};
}
/** Folders of the program's own packages, whose errors are shown as plain Go shows them. */
function usersFolders({ command, request, facts }, { rootModule }) {
	if (facts.path !== rootModule && !facts.path.startsWith(`${rootModule}/`)) return [];
	return command.goFiles.map((file) => moduleDirOf(dirname(resolve(request.cwd, file))) ?? "");
}
async function run(argv, { cwd, env, write }) {
	const ended = await execute(argv, cwd, env);
	write(ended.output.toString("utf8"));
	return ended.exitCode;
}
async function execute([program = "", ...args], cwd, env) {
	const ended = await runToEnd({
		program,
		args,
		cwd,
		env
	});
	return {
		exitCode: exitCodeOf(ended),
		output: Buffer.from(ended.stdout + ended.stderr)
	};
}
var BazelCompile = class {
	parts;
	checks;
	constructor(parts) {
		this.parts = parts;
		const { plan, state, context } = parts;
		const find = async (path) => {
			const file = archiveOf(state.archives, path);
			return existsSync(file) ? file : void 0;
		};
		const types = { open: async (_, sources) => converse(join(state.plan, oracleFile), sources, find) };
		const accepts = async (program, args, cwd) => (await execute([program, ...args], cwd, context.env)).exitCode === 0;
		this.checks = {
			plan,
			log: context.log,
			types,
			go: { accepts },
			goarch: context.env["GOARCH"] ?? ""
		};
	}
	async run() {
		const { host, plan, bazel, state, context } = this.parts;
		const facts = packageFacts(host.facts, plan);
		const live = liveAspects(plan, new Set(bazel.injectedOnly), facts);
		const woven = live.length === 0 ? void 0 : await this.weave(live, facts);
		const archives = this.archivesFor(woven);
		const wanted = [...host.facts.inherited, ...(woven?.links ?? []).map(relocation)];
		if (woven === void 0 && wanted.length === 0) return run([state.tool, ...printCompile(host.command)], context);
		if (woven?.files.every(({ text }) => text === void 0) === true && woven.added.length === 0 && wanted.length === 0) return run([state.tool, ...printCompile(host.command)], context);
		return this.compile(woven, archives, facts.importPath);
	}
	async weave(live, facts) {
		const { host, plan, bazel, state, context } = this.parts;
		const { command, request, importcfg } = host;
		const known = new Map(bazel.packages.map((each) => [each.path, each]));
		const nameOf = (path) => {
			const file = importcfg.packageFiles.get(path);
			return file === void 0 ? known.get(path)?.name : exportedPackageName(readFileSync(resolve(request.cwd, file)));
		};
		const weaving = {
			facts,
			files: command.goFiles.map((name) => ({
				name: recordedName(host, name),
				bytes: readFileSync(resolve(request.cwd, name))
			})),
			packageName: (path) => nameOf(importcfg.importMap.get(path) ?? path),
			packageFiles: (path) => {
				const folder = sourcesOfPackage(state.plan, known.get(path));
				return folder === void 0 ? void 0 : goFilesIn(folder, path);
			},
			lang: command.lang,
			weaverVersion: plan.version
		};
		const weaver = new Weaver(pluginLoader([]));
		const sources = sourcesOf(host, facts.importPath, context.env["GOARCH"] ?? "");
		return weaver.weave(weaving, live, () => this.checks.types.open(host.owner, sources), false);
	}
	/** Archives of what woven code imports, and of what a main package imports so that it is initialised. */
	archivesFor(woven) {
		const { host, deps } = this.parts;
		const found = /* @__PURE__ */ new Map();
		const isMain = host.command.packagePath === "main";
		const todo = [...woven?.imports ?? [], ...isMain ? this.blank(woven) : []];
		for (let path = todo.pop(); path !== void 0; path = todo.pop()) {
			if (path === "unsafe" || found.has(path) || host.importcfg.packageFiles.has(path)) continue;
			const file = this.archive(path);
			found.set(path, file);
			if (isMain) todo.push(...relocations(deps.of(file)));
		}
		return found;
	}
	archive(path) {
		const { state, host } = this.parts;
		const file = archiveOf(state.archives, path);
		return existsSync(file) ? file : bazelArchiveMissing(path, host.facts.path, state.archives);
	}
	/** What a main package must import blank. */
	blank(woven) {
		return [...relocations(this.parts.host.facts.inherited), ...woven?.links ?? []];
	}
	async compile(woven, archives, importPath) {
		const { host, deps, state, work: folder, context } = this.parts;
		const { command, request } = host;
		const below = [...archives.values()].flatMap((file) => deps.of(file));
		const all = command.packagePath === "main" ? [...this.blank(woven), ...relocations(below)] : [];
		const pending = [...new Set(all)].filter((path) => !host.importcfg.packageFiles.has(path)).sort();
		mkdirSync(join(folder, "src"));
		const { goFiles, originals } = writeWovenFiles(folder, host, woven, pending);
		const importcfg = join(folder, "importcfg");
		writeFileSync(importcfg, printImportcfg(addPackageFiles(host.importcfg, archives)));
		const flags = languageFlags(command, {
			path: importPath,
			lang: woven?.lang ?? "",
			texts: [...woven?.files ?? [], ...woven?.added ?? []].flatMap((file) => file.text ?? []),
			originals: () => command.goFiles.map((name) => readFileSync(resolve(request.cwd, name)))
		});
		if (woven?.mayMoveOrder) await checkOrder(this.checks, host, woven, {
			goFiles,
			archives,
			lang: flagValue(flags, "lang")
		});
		const trimpath = [`${folder}=>gots`, ...command.trimpath === void 0 ? [] : [command.trimpath]].join(";");
		const changed = changeCompile({
			...command,
			flags
		}, {
			goFiles,
			importcfg,
			trimpath
		});
		const isHidden = hiddenErrors(this.checks, host, woven, folder);
		const messages = messagesOfPlainGo({
			tool: state.tool,
			command,
			folder,
			originals,
			mayHideErrors: () => isHidden
		});
		let argv = [state.tool, ...printCompile(changed)];
		for (;;) {
			const reply = await messages.ended({
				kind: "ended",
				...await execute(argv, context.cwd, context.env)
			});
			if (reply.kind === "run") {
				argv = reply.argv;
				continue;
			}
			if (reply.kind !== "done") throw new Error(`a compile ended with "${reply.kind}"`);
			context.write(reply.stdout.toString());
			if (reply.exitCode === 0) this.noteDeps(woven, below);
			return reply.exitCode;
		}
	}
	/** What the link must add, for importers and for the link itself. */
	noteDeps(woven, below) {
		const { host } = this.parts;
		const { command, request, facts, importcfg } = host;
		const imports = (woven?.imports ?? []).filter((path) => path !== "unsafe" && !importcfg.packageFiles.has(path));
		const deps = mergeLinkDeps([
			...facts.inherited,
			...(woven?.links ?? []).map(relocation),
			...imports.map((path) => ({
				kind: "import",
				path
			})),
			...below
		]);
		if (deps.length === 0) return;
		const member = printMember(linkDepsMember, Buffer.from(printLinkDeps(deps)));
		for (const file of [command.output, flagValue(command.flags, "linkobj")]) if (file !== void 0) appendFileSync(resolve(request.cwd, file), member);
	}
};
function relocation(path) {
	return {
		kind: "relocation",
		path
	};
}
function relocations(deps) {
	return deps.filter(({ kind }) => kind === "relocation").map(({ path }) => path);
}

// src/cli/commands/bazel-builder.ts
/**
* `gots bazel-builder --plan DIR --builder FILE -- ARGS…`: runs an action of rules_go as its builder does, and weaves.
*
* @returns the exit code of the builder, or of the tool that it stands in for
* @throws GotsError cli_usage, bazel_… and those of weaving
*/
async function runBazelBuilderCommand({ rest }, context) {
	const end = rest.indexOf("--");
	const { value } = parseOptions("bazel-builder", end < 0 ? rest : rest.slice(0, end));
	const args = end < 0 ? [] : rest.slice(end + 1);
	const { env, log, home, cacheProg, write } = context;
	const cwd = process.cwd();
	const standIn = value("stand-in");
	if (standIn !== void 0) {
		const state = readToolState(standIn);
		return state.kind === "go" ? buildLibrary(state, args, {
			env,
			log,
			home,
			cacheProg
		}) : weaveCompile(state, args, {
			cwd,
			env,
			log,
			write
		});
	}
	const plan = value("plan") ?? badUsage("gots bazel-builder needs --plan", usageOf("bazel-builder"));
	const builder = value("builder") ?? badUsage("gots bazel-builder needs --builder", usageOf("bazel-builder"));
	const self = [
		process.execPath,
		...process.execArgv,
		process.argv[1] ?? "",
		"bazel-builder",
		"--stand-in"
	];
	return runBuilderAction(args, {
		plan: resolve(cwd, plan),
		builder: resolve(cwd, builder),
		cwd,
		env,
		self,
		log
	});
}

export { runBazelBuilderCommand };