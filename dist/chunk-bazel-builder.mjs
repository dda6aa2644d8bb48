import "./chunk-rolldown-runtime.mjs";
import { n as runToEnd, t as exitCodeOf } from "./chunk-spawn.mjs";
import { a as readBazelPlan, c as bazelArchiveMissing, d as bazelPackageDiffers, f as bazelParamsUnreadable, i as oracleFile, l as bazelBuilderMissing, n as driverPlan, o as sourcesOfPackage, r as moduleFolder, t as archiveOf, u as bazelFlagMissing } from "./chunk-bazel-plan.mjs";
import { n as liveAspects, r as packageFacts } from "./chunk-package-aspects.mjs";
import { a as linkDepsUnreadable, c as toolexecFlagWithoutValue, l as toolexecNoFlag, n as archiveBuildIdLength, r as archiveCorrupt, t as archiveBadMemberName, u as toolexecUnknownFlag } from "./chunk-toolexec.mjs";
import { n as quoteWord, r as readFlags } from "./chunk-flags.mjs";
import { t as goEnv } from "./chunk-go-env.mjs";
import { n as ensureShim, t as nodeFlags } from "./chunk-node-flags.mjs";
import { c as writePlan } from "./chunk-plan.mjs";
import { t as savedSettings } from "./chunk-saved-settings.mjs";
import { t as weaverCode } from "./chunk-weaver-code.mjs";
import { i as moduleDirOf } from "./chunk-module-folder.mjs";
import { r as GotsError } from "./chunk-message.mjs";
import { t as goFilesIn } from "./chunk-package-files.mjs";
import { Mt as initOrderMoved, ot as likelyAnswer, xn as pathAndParents } from "./chunk-ask.mjs";
import { C as packageClauseName } from "./chunk-advice.mjs";
import { t as loopSemantics } from "./chunk-build.mjs";
import { n as converse, t as wasmPath } from "./chunk-asset.mjs";
import { t as pluginLoader } from "./chunk-plugins.mjs";
import { t as badUsage } from "./chunk-cli.mjs";
import { r as parseOptions, s as usageOf } from "./chunk-read-options.mjs";
import { tmpdir } from "node:os";
import { appendFileSync, chmodSync, closeSync, cpSync, existsSync, fstatSync, mkdirSync, mkdtempSync, openSync, readFileSync, readSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, delimiter, dirname, join, resolve } from "node:path";

// src/toolexec/archive.ts
/** First bytes of every ar archive. */
const archiveMagic = "!<arch>\n";
/** Bytes of the header before each member. */
const memberHeaderBytes = 60;
/** Whether these bytes begin as an ar archive does. */
function isArchive(bytes) {
	return bytes.length >= 8 && latin1(bytes, 0, 8) === "!<arch>\n";
}
/**
* Lists the members of an archive in order.
*
* @throws GotsError archive_corrupt
* @see cmd/internal/archive, Go 1.24 to 1.27: header `%-16s%-12d%-6d%-6d%-8o%-10d` and a backquote, content padded to an even length
*/
function listMembers(bytes) {
	if (!isArchive(bytes)) archiveCorrupt("it does not begin with \"!<arch>\"");
	const members = [];
	let at = 8;
	while (at < bytes.length) {
		const header = latin1(bytes, at, at + 60);
		const size = /^[0-9]+ *$/.test(header.slice(48, 58)) ? Number.parseInt(header.slice(48, 58), 10) : -1;
		if (!header.endsWith("`\n") || header.length < 60 || size < 0) archiveCorrupt(`the header of its member ${members.length + 1} cannot be read`);
		const start = at + 60;
		const end = start + size;
		if (end > bytes.length) archiveCorrupt(`its member ${members.length + 1} is cut off`);
		members.push({
			name: header.slice(0, 16).trimEnd(),
			start,
			end
		});
		at = end + size % 2;
	}
	return members;
}
/**
* Content of the first member of that name.
*
* @returns a view of `bytes`, not a copy; undefined if there is none
* @throws GotsError archive_corrupt
*/
function readMember(bytes, name) {
	const member = listMembers(bytes).find((candidate) => candidate.name === name);
	return member && bytes.subarray(member.start, member.end);
}
/**
* Header and content of a member, padded, ready to be written behind an archive. Deterministic: no time, no owner, mode 0644.
*
* @param name at most 15 bytes, with an extension other than .o and .syso: else the linker loads the member as an object
*   (cmd/link/internal/ld/lib.go, loadobjfile)
* @param content at least 8 bytes: cmd/internal/archive looks at so many, also in the last member
* @throws GotsError archive_bad_member_name
*/
function printMember(name, content) {
	if (!/^[\x21-\x7e]{1,15}$/.test(name) || !/\.(?!o$|syso$)[^.]+$/.test(name)) archiveBadMemberName(name);
	const size = String(content.length);
	const header = `${name.padEnd(16)}${"0".padEnd(12)}${"0".padEnd(6)}${"0".padEnd(6)}${"644".padEnd(8)}${size.padEnd(10)}\`\n`;
	const padding = Buffer.alloc(content.length % 2);
	return Buffer.concat([
		Buffer.from(header, "latin1"),
		content,
		padding
	]);
}
/**
* The build id that an archive carries, as `action/content`.
*
* @returns undefined if the archive was compiled without one
* @throws GotsError archive_corrupt
* @see cmd/internal/buildid/buildid.go, ReadFile: second line of the first member's content, `build id "…"`
*/
function readBuildId(bytes) {
	const packageDefinition = readMember(bytes, "__.PKGDEF");
	if (packageDefinition === void 0) archiveCorrupt("it has no member \"__.PKGDEF\"");
	const lines = latin1(packageDefinition, 0, 1024).split("\n");
	return /^build id "([^"\\]*)"$/.exec(lines[1] ?? "")?.[1];
}
/**
* A copy of the bytes with each occurrence of one build id replaced by another of the same length.
*
* @throws GotsError archive_build_id_length
*/
function replaceBuildId(bytes, from, to) {
	if (from.length !== to.length || from.length === 0) archiveBuildIdLength(from, to);
	const result = Buffer.from(bytes);
	const original = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const key = Buffer.from(from, "latin1");
	for (let at = original.indexOf(key); at >= 0; at = original.indexOf(key, at + key.length)) result.write(to, at, "latin1");
	return result;
}
function latin1(bytes, start, end) {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1", start, end);
}

// src/toolexec/link-deps.ts
/** Name of the archive member that lists link dependencies; Orchestrion's, so that both read each other's archives. */
const linkDepsMember = "link.deps";
/**
* Reads the content of a `link.deps` member.
*
* @param archive file name for the message
* @returns sorted by path, one entry a path
* @throws GotsError link_deps_unreadable for a version other than 1 and 2 or an unknown kind
*/
function parseLinkDeps(text, archive) {
	const [head = "", ...lines] = text.split("\n");
	const version = /^#link\.deps@v([12])$/.exec(head.trim())?.[1];
	if (version === void 0) linkDepsUnreadable(archive, head);
	const entries = lines.map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
	if (version === "1") return mergeLinkDeps(entries.map((path) => ({
		path,
		kind: "import"
	})));
	return mergeLinkDeps(entries.map((line) => {
		const [kind, path, ...more] = line.split("	");
		if (kind !== "import" && kind !== "relocation" || !path || more.length > 0) linkDepsUnreadable(archive, line);
		return {
			path,
			kind
		};
	}));
}
/** Content of a `link.deps` member, version 2: one line each, sorted by path. Same dependencies, same bytes. */
function printLinkDeps(deps) {
	return `${["#link.deps@v2", ...mergeLinkDeps(deps).map(({ kind, path }) => `${kind}\t${path}`)].join("\n")}\n`;
}
/** One entry a path, sorted by path; `import` is the stronger kind. */
function mergeLinkDeps(deps) {
	const kinds = /* @__PURE__ */ new Map();
	for (const { path, kind } of deps) if (kinds.get(path) !== "import") kinds.set(path, kind);
	return [...kinds].map(([path, kind]) => ({
		path,
		kind
	})).sort((a, b) => a.path < b.path ? -1 : 1);
}

// src/driver/steps/archive-deps.ts
const none = [];
/** Link dependencies that archives carry, each archive read once; files below `vanillaDir` never carry any. */
var ArchiveDeps = class {
	vanillaDir;
	known = /* @__PURE__ */ new Map();
	constructor(vanillaDir) {
		this.vanillaDir = `${vanillaDir}/`;
	}
	/** @throws GotsError link_deps_unreadable */
	of(file) {
		if (file.startsWith(this.vanillaDir)) return none;
		let deps = this.known.get(file);
		if (!deps) {
			const text = readMemberText(file, linkDepsMember);
			deps = text === void 0 ? none : parseLinkDeps(text, file);
			this.known.set(file, deps);
		}
		return deps;
	}
	/** Notes what an archive is going to carry, before it is written. */
	set(file, deps) {
		this.known.set(file, deps);
	}
};
/** Text of a member, reading only the headers before it: archives are large, and this runs for every import. */
function readMemberText(file, name) {
	let fd;
	try {
		fd = openSync(file, "r");
	} catch {
		return;
	}
	try {
		const header = Buffer.alloc(60);
		if (readSync(fd, header, 0, "!<arch>\n".length, 0) < "!<arch>\n".length) return void 0;
		if (header.toString("latin1", 0, "!<arch>\n".length) !== "!<arch>\n") return void 0;
		let at = archiveMagic.length;
		while (readSync(fd, header, 0, 60, at) === 60) {
			const size = Number.parseInt(header.toString("latin1", 48, 58), 10);
			if (!(size >= 0)) return void 0;
			if (header.toString("latin1", 0, 16).trimEnd() === name) {
				const content = Buffer.alloc(size);
				readSync(fd, content, 0, size, at + 60);
				return content.toString("utf8");
			}
			at += 60 + size + size % 2;
		}
		return;
	} finally {
		closeSync(fd);
	}
}

// src/toolexec/fingerprints.ts
const magic = "\0go120ld";
const fingerprintBytes$1 = 8;
/**
* Fingerprints in the object file of a package archive; what the linker compares before it says "fingerprint mismatch".
*
* @returns undefined for an object format that is not Go 1.20–1.27's
* @see cmd/internal/goobj: magic, fingerprint, flags, block offsets, of which the first two bound the autolib table
*/
function archiveLinks(bytes) {
	const member = readMember(bytes, "_go_.o");
	if (!member) return void 0;
	const buffer = Buffer.from(member.buffer, member.byteOffset, member.byteLength);
	const start = buffer.indexOf("\n!\n", 0, "latin1");
	const object = buffer.subarray(start + 3);
	if (start < 0 || object.toString("latin1", 0, 8) !== magic) return void 0;
	const at = 8;
	const offsets = 20;
	const imports = /* @__PURE__ */ new Map();
	const end = object.readUInt32LE(24);
	for (let entry = object.readUInt32LE(offsets); entry < end; entry += 16) {
		const text = object.readUInt32LE(entry + 4);
		const path = object.toString("utf8", text, text + object.readUInt32LE(entry));
		imports.set(path, object.toString("hex", entry + 8, entry + 8 + fingerprintBytes$1));
	}
	return {
		fingerprint: object.toString("hex", at, 16),
		imports
	};
}

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

// src/toolexec/tool-flags.ts
/** Flags of `go tool compile` of Go 1.24 to 1.27, as its -h prints them. */
const compileFlags = {
	tool: "compile",
	switches: words(`% + B C E K L N S V W asan clobberdead clobberdeadreg complete dwarf dwarfbasentries dwarflocationlists
    dynlink e errorurl h j l linkshared live m msan nolocalimports pack r race shared smallframes std t u v w wb`),
	valued: words(`D I asmhdr bench blockprofile buildid c coveragecfg cpuprofile d embedcfg env gendwarfinl goversion importcfg
    installsuffix json lang linkobj memprofile memprofilerate mutexprofile o p pgoprofile spectre symabis traceprofile trimpath`)
};
/** Flags of `go tool link` of Go 1.24 to 1.27, as its -h prints them; `8` exists for plan9 alone. */
const linkFlags = {
	tool: "link",
	switches: words(`8 V a asan aslr bindnow c checklinkname compressdwarf d debugnosplit dumpdep e f g h linkshared msan n
    pruneweakmap race s v w`),
	valued: words(`B D E H I L R T X benchmark benchmarkprofile buildid buildmode capturehostobjs cpuprofile debugtextsize
    debugtramp extar extld extldflags fipso funcalign importcfg installsuffix k libgcc linkmode macos macsdk memprofile
    memprofilerate o pluginpath r randlayout strictdups tmpdir`)
};
/**
* Splits a command line into flags and what follows them, as Go's package flag does: the first word that is no flag ends them.
*
* @param args arguments behind the tool
* @throws GotsError toolexec_unknown_flag, toolexec_flag_without_value
*/
function splitFlags(args, table) {
	const flags = [];
	let at = 0;
	while (at < args.length) {
		const word = args[at] ?? "";
		if (word === "--") return {
			flags,
			rest: args.slice(at + 1)
		};
		if (word.length < 2 || !word.startsWith("-")) break;
		const [, name = "", value] = /^--?([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
		at++;
		if (value !== void 0) flags.push({
			name,
			value,
			form: "equals"
		});
		else if (table.switches.has(name)) flags.push({
			name,
			value: void 0,
			form: "alone"
		});
		else if (!table.valued.has(name)) toolexecUnknownFlag(table.tool, word);
		else {
			flags.push({
				name,
				value: args[at] ?? toolexecFlagWithoutValue(table.tool, word),
				form: "two words"
			});
			at++;
		}
	}
	return {
		flags,
		rest: args.slice(at)
	};
}
/** The words of the flags again, each in its own form. */
function printFlags(flags) {
	return flags.flatMap(({ name, value, form }) => {
		if (form === "alone") return [`-${name}`];
		return form === "equals" ? [`-${name}=${value}`] : [`-${name}`, value ?? ""];
	});
}
/** The value that counts: the tools let the last occurrence win. undefined if the flag is absent or a switch without value. */
function flagValue(flags, name) {
	return flags.findLast((flag) => flag.name === name)?.value;
}
/** Whether a switch is on: `-std` or `-std=true` (any of Go's spellings of true). */
function isSwitchOn(flags, name) {
	const flag = flags.findLast((candidate) => candidate.name === name);
	return flag !== void 0 && (flag.value === void 0 || /^(1|t|T|true|TRUE|True)$/.test(flag.value));
}
/** Gives every occurrence of a flag that takes a value the new value; adds `-name=value` behind all others if there is none. */
function setFlag(flags, name, value) {
	if (!flags.some((flag) => flag.name === name)) return [...flags, {
		name,
		value,
		form: "equals"
	}];
	return flags.map((flag) => flag.name === name ? {
		...flag,
		value
	} : flag);
}
function words(text) {
	return new Set(text.split(/\s+/));
}

// src/toolexec/argv.ts
/**
* Reads a compile command line. It has no response files: cmd/go writes those only for programs called compile, link and so on
* (exec.go, useResponseFile), and below -toolexec the program is the shim.
*
* @param args arguments behind the tool; not modified
* @throws GotsError toolexec_unknown_flag, toolexec_flag_without_value, toolexec_no_flag if -o or -p is missing
* @see cmd/go/internal/work/gc.go, Go 1.24 to 1.27: flags come first, files last
*/
function parseCompile(args) {
	const { flags, rest } = splitFlags(args, compileFlags);
	return compileOf(flags, rest);
}
function compileOf(flags, goFiles) {
	return {
		flags,
		goFiles,
		packagePath: flagValue(flags, "p") ?? toolexecNoFlag("compile", "-p"),
		importcfg: flagValue(flags, "importcfg"),
		output: flagValue(flags, "o") ?? toolexecNoFlag("compile", "-o"),
		buildId: parseBuildId(flagValue(flags, "buildid")),
		lang: flagValue(flags, "lang"),
		isComplete: isSwitchOn(flags, "complete"),
		isStd: isSwitchOn(flags, "std"),
		trimpath: flagValue(flags, "trimpath"),
		pgoProfile: flagValue(flags, "pgoprofile"),
		symabis: flagValue(flags, "symabis"),
		asmHeader: flagValue(flags, "asmhdr"),
		embedcfg: flagValue(flags, "embedcfg"),
		coveragecfg: flagValue(flags, "coveragecfg")
	};
}
/** The words of a compile command line; the inverse of {@link parseCompile}. */
function printCompile(command) {
	return [...printFlags(command.flags), ...command.goFiles];
}
/** The command with some of its parts replaced, all else in its place. */
function changeCompile(command, change) {
	let { flags } = command;
	if (change.importcfg !== void 0) flags = setFlag(flags, "importcfg", change.importcfg);
	if (change.output !== void 0) flags = setFlag(flags, "o", change.output);
	if (change.lang !== void 0) flags = setFlag(flags, "lang", change.lang);
	if (change.trimpath !== void 0) flags = setFlag(flags, "trimpath", change.trimpath);
	return compileOf(flags, change.goFiles ?? command.goFiles);
}
function parseBuildId(text) {
	if (text === void 0 || text === "") return void 0;
	const parts = text.split("/");
	return {
		text,
		actionId: parts[0] ?? "",
		contentId: parts.at(-1) ?? ""
	};
}
/**
* Splits the description that cmd/go hands to tools.
*
* @param text `p`, `p [p.test]`, `p [mainpkg]` or `p.test`
* @see cmd/go/internal/load/pkg.go, Package.Desc, Go 1.24 to 1.27
*/
function parseImportPath(text) {
	const [, path, variant] = /^(.*?) \[(.*)\]$/s.exec(text) ?? [];
	if (path === void 0 || variant === void 0) return {
		path: text,
		forTest: void 0,
		forMain: void 0
	};
	return variant.endsWith(".test") ? {
		path,
		forTest: variant.slice(0, -5),
		forMain: void 0
	} : {
		path,
		forTest: void 0,
		forMain: variant
	};
}

// src/toolexec/export-data.ts
/** Versions of the unified export format whose beginning is known: 1 and 2 in Go 1.24 to 1.26, 4 in Go 1.27. */
const exportVersions = /* @__PURE__ */ new Set([
	1,
	2,
	3,
	4
]);
/** Sections of the export data, by number; ten in all (internal/pkgbits/reloc.go). */
const section = {
	string: 0,
	meta: 1,
	package: 3,
	count: 10
};
const fingerprintBytes = 8;
/**
* Name in the package clause of an archive's package, from its export data alone: a builder may have put the object elsewhere (`-linkobj`).
*
* @returns undefined where {@link peekArchive} would give up on the export data
*/
function exportedPackageName(bytes) {
	try {
		const definition = readMember(bytes, "__.PKGDEF");
		return definition && readExport(bufferOf(definition))?.name;
	} catch (error) {
		return giveUp(error);
	}
}
/** Reads outside the data throw RangeError; listMembers throws archive_corrupt. */
function giveUp(error) {
	if (error instanceof RangeError || error instanceof GotsError && error.code === "archive_corrupt") return void 0;
	throw error;
}
/** The export data: 'u', version, flags, ends of sections, ends of elements, elements, fingerprint, marker. */
function readExport(definition) {
	const start = definition.indexOf("\n$$B\nu", 0, "latin1");
	if (!definition.toString("latin1", 0, 10).startsWith("go object ") || start < 0) return void 0;
	const data = definition.subarray(start + 6);
	const end = data.length - 4;
	if (data.toString("latin1", Math.max(0, end)) !== "\n$$\n") return void 0;
	const flags = data.readUInt32LE(4);
	if (!exportVersions.has(data.readUInt32LE(0)) || flags !== 0) return void 0;
	const elements = elementTable(data.subarray(8, end - fingerprintBytes));
	if (!elements) return void 0;
	const root = readElement(elements(section.meta, 0));
	const self = readElement(elements(section.package, root.reference(section.package)));
	return {
		path: elements(section.string, self.reference(section.string)).toString(),
		name: elements(section.string, self.reference(section.string)).toString(),
		fingerprint: data.subarray(end - fingerprintBytes, end)
	};
}
/**
* Finds elements by section and index.
*
* @param data from the ends of sections to the last element
* @returns undefined if the table does not fit the data
*/
function elementTable(data) {
	const total = data.readUInt32LE(4 * (section.count - 1));
	const ends = data.subarray(4 * section.count);
	const content = ends.subarray(4 * total);
	if (total === 0 || ends.readUInt32LE(4 * (total - 1)) !== content.length) return void 0;
	return (kind, index) => {
		const at = (kind === 0 ? 0 : data.readUInt32LE(4 * (kind - 1))) + index;
		if (at >= data.readUInt32LE(4 * kind)) throw new RangeError(`section ${kind} has no element ${index}`);
		return content.subarray(at === 0 ? 0 : ends.readUInt32LE(4 * (at - 1)), ends.readUInt32LE(4 * at));
	};
}
/** An element begins with a table of references (section, index); its data name them by number in that table. */
function readElement(element) {
	let at = 0;
	const uvarint = () => {
		let value = 0;
		for (let scale = 1; scale <= 2 ** 28; scale *= 128) {
			const byte = element.readUInt8(at++);
			value += (byte & 127) * scale;
			if (byte < 128) return value;
		}
		throw new RangeError("a number is too long");
	};
	const count = uvarint();
	if (count > element.length) throw new RangeError("a reference table is too long");
	const references = Array.from({ length: count }, () => ({
		kind: uvarint(),
		index: uvarint()
	}));
	return { reference(kind) {
		const found = references[uvarint()];
		if (found?.kind !== kind) throw new RangeError(`no reference to section ${kind}`);
		return found.index;
	} };
}
function bufferOf(bytes) {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

// src/toolexec/importcfg.ts
/**
* Reads an import configuration.
*
* @see cmd/compile/internal/base/flag.go and cmd/link/internal/ld/ld.go, readImportCfg, Go 1.24 to 1.27
*/
function parseImportcfg(text) {
	const lines = text.split("\n");
	if (lines.at(-1) === "") lines.pop();
	return importcfgOf(lines.map(parseLine));
}
function importcfgOf(lines) {
	return {
		lines,
		packageFiles: new Map(lines.flatMap((line) => line.kind === "packagefile" ? [[line.path, line.file]] : [])),
		importMap: new Map(lines.flatMap((line) => line.kind === "importmap" ? [[line.from, line.to]] : []))
	};
}
function parseLine(text) {
	const other = {
		kind: "other",
		text
	};
	const [, verb, args = ""] = /^(\S+) +(.*)$/s.exec(text.trim()) ?? [];
	if (verb === "modinfo") return {
		kind: "modinfo",
		quoted: args
	};
	const equals = args.indexOf("=");
	if (equals <= 0 || equals === args.length - 1) return other;
	const left = args.slice(0, equals);
	const right = args.slice(equals + 1);
	if (verb === "packagefile") return {
		kind: "packagefile",
		path: left,
		file: right
	};
	return verb === "importmap" ? {
		kind: "importmap",
		from: left,
		to: right
	} : other;
}
/** The text of an import configuration; the inverse of {@link parseImportcfg}. */
function printImportcfg(importcfg) {
	return importcfg.lines.map((line) => `${printLine(line)}\n`).join("");
}
function printLine(line) {
	switch (line.kind) {
		case "packagefile": return `packagefile ${line.path}=${line.file}`;
		case "importmap": return `importmap ${line.from}=${line.to}`;
		case "modinfo": return `modinfo ${line.quoted}`;
		case "other": return line.text;
	}
}
/**
* Adds archives behind all other lines, sorted by import path.
*
* @param archives import path to archive file; paths that the configuration has already stay as they are, since two archives
*   of one package do not link
*/
function addPackageFiles(importcfg, archives) {
	const added = [...archives].filter(([path]) => !importcfg.packageFiles.has(path)).sort(([a], [b]) => a < b ? -1 : 1).map(([path, file]) => ({
		kind: "packagefile",
		path,
		file
	}));
	return added.length === 0 ? importcfg : importcfgOf([...importcfg.lines, ...added]);
}

// src/driver/serve/go-process.ts
function goProcess(token, chain, resolution) {
	return {
		token,
		chain,
		resolution,
		mode: "unknown",
		flags: void 0,
		cwd: "",
		go: "go",
		actions: /* @__PURE__ */ new Map()
	};
}

// src/driver/steps/own-compile.ts
/**
* Up to this size of a package's Go files in bytes the compiler finds its errors sooner than the type oracle does. The oracle must also be
* built, with the type checker of the standard library: longer than all packages of most programs that are looked at take.
*/
const mostBytes = 131072;
/** Flags by which a compile writes other files, or prints more. */
const reporting = new Set("bench blockprofile cpuprofile gendwarfinl json m memprofile mutexprofile traceprofile".split(" "));
/** Whether the compiler is the one to ask for a package's errors. */
function isSmall({ command, request }) {
	return command.goFiles.map((file) => statSync(resolve(request.cwd, file)).size).reduce((sum, size) => sum + size, 0) <= mostBytes;
}
/**
* Whether the compiler takes the package's own files. They are compiled without optimisation, and nothing of that is kept. That may refuse
* a file which an optimising compile takes (a stack frame that is too large); those it accepts have no error of types.
*
* @param folder for the files of this compile, absolute
*/
async function isAccepted(go, { command, request }, folder) {
	const kept = command.flags.filter(({ name }) => !reporting.has(name));
	const header = command.asmHeader === void 0 ? kept : setFlag(kept, "asmhdr", join(folder, "own.h"));
	const cheap = ["N", "l"].map((name) => ({
		name,
		value: void 0,
		form: "alone"
	}));
	const own = changeCompile({
		...command,
		flags: [...header, ...cheap]
	}, { output: join(folder, "own.a") });
	return go.accepts(request.tool, printCompile(own), request.cwd);
}

// src/toolexec/trimpath.ts
/**
* A path as the tools record it under `-trimpath`: the first rewrite whose left side is the path or a folder above it applies.
*
* @param rewrites `from=>to;from=>to`, where `from` alone means `from=>`
* @see cmd/internal/objabi/line.go, ApplyRewrites, Go 1.24 to 1.27
*/
function applyRewrites(path, rewrites) {
	for (const rewrite of rewrites.split(";")) {
		const arrow = rewrite.lastIndexOf("=>");
		const from = arrow < 0 ? rewrite : rewrite.slice(0, arrow);
		const to = arrow < 0 ? "" : rewrite.slice(arrow + 2);
		if (from === "") continue;
		if (path === from) return to;
		if (path.startsWith(`${from}/`)) return to === "" ? path.slice(from.length + 1) : `${to}${path.slice(from.length)}`;
	}
	return path;
}

// src/driver/steps/language.ts
/** The last version in which an iteration does not have variables of its own is 1.21. */
const ownVariables = 1022;
/** The first compiler that tells a file's version behind a line directive (cmd/compile/internal/noder/writer.go, distinctVars). */
const firstRightCompiler = 1026;
const loop = /\bfor\b[^{}\n]*:=/;
const raisedFile = /^\/\/go:build\b.*\bgo1\.(2[2-9]|[3-9]\d)\b/m;
/**
* Flags of a compile whose sources were woven, with the language level of its templates, and with loop variables as the package's own
* level has them. In packages below Go 1.22 the level that a template needs would change these, and so do, with the compilers of Go 1.24
* and 1.25, the line directives of woven text: those compilers take a position behind one for a file of the newest version.
*
* @throws GotsError build_loop_semantics where the files of one package differ in this
*/
function languageFlags(command, sources) {
	const own = langNumber(command.lang ?? "");
	const needed = langNumber(sources.lang);
	const isRaised = own > 0 && needed > own;
	const flags = isRaised ? command.flags.map((flag) => flag.name === "lang" ? {
		...flag,
		value: sources.lang
	} : flag) : command.flags;
	if (own === 0 || own >= ownVariables) return flags;
	if (!(langNumber(flagValue(command.flags, "goversion") ?? "") < firstRightCompiler && sources.texts.some((text) => loop.test(text.toString("latin1")))) && !(isRaised && needed >= ownVariables)) return flags;
	if (sources.originals().some((file) => raisedFile.test(file.toString("latin1")))) loopSemantics(sources.path, command.lang ?? "", flagValue(command.flags, "goversion") ?? "");
	return [...flags, {
		name: "d",
		value: "loopvarhash=qn",
		form: "equals"
	}];
}
/** `go1.21` and `go1.21.3` as 1021; 0 for anything else. */
function langNumber(lang) {
	const match = /^go(\d+)\.(\d+)/.exec(lang);
	return match ? Number(match[1]) * 1e3 + Number(match[2]) : 0;
}
/**
* The language version of a package that comes in with a module whose go line is lowered in the overlay; undefined where cmd/go's is right.
*
* @param languages version by module path; '' for modules below one of these that keep theirs
*/
function languageFor(languages, importPath) {
	if (languages === void 0) return void 0;
	for (const path of pathAndParents(importPath)) if (Object.hasOwn(languages, path)) return languages[path] || void 0;
}

// src/driver/steps/package-compile.ts
/**
* Reads what a compile is about: its importcfg, the link dependencies of what it imports, and its first file.
*
* @param given what cmd/go asked for; the command must have an importcfg and a Go file
* @param languages language versions by module path, see {@link languageFor}
* @throws GotsError link_deps_unreadable
*/
function describeCompile(given, deps, languages) {
	const { command, request, owner, job } = given;
	const importcfg = parseImportcfg(readFileSync(resolve(request.cwd, command.importcfg), "utf8"));
	const inherited = [];
	for (const file of importcfg.packageFiles.values()) inherited.push(...deps.of(resolve(request.cwd, file)));
	const path = command.packagePath === "main" || request.importPath !== "" ? request.importPath : command.packagePath;
	const testMain = command.packagePath === "main" && command.goFiles.some((file) => basename(file) === "_testmain.go");
	const firstFile = readFileSync(resolve(request.cwd, command.goFiles[0]));
	const imports = [...importcfg.packageFiles.keys()].sort();
	const satisfied = mergeLinkDeps(inherited).filter((dep) => dep.kind === "relocation" || !importcfg.packageFiles.has(dep.path));
	const facts = {
		path,
		name: packageClauseName(firstFile) ?? "",
		imports,
		testMain,
		inherited: satisfied
	};
	const language = languageFor(languages, parseImportPath(path).path) ?? "";
	return {
		command: language === "" ? command : changeCompile(command, { lang: language }),
		request,
		owner,
		job,
		importcfg,
		facts,
		isTold: isTold(command, facts),
		language
	};
}
/** An archive has the path that -p says: none for a main package, and no mark of a test. `-d` and `-linkobj` give it another form. */
function isTold({ packagePath, flags }, { path, name, inherited }) {
	const isOther = flags.some((flag) => flag.name === "d" || flag.name === "linkobj");
	return path === packagePath && name !== "main" && inherited.length === 0 && !isOther;
}
/** A package for type checking: what the compiler is given. */
function sourcesOf(compilation, importPath, goarch) {
	const { command, request, importcfg } = compilation;
	const absolute = (file) => resolve(request.cwd, file);
	return {
		importPath,
		lang: command.lang,
		goarch,
		files: command.goFiles.map((name) => ({
			name: recordedName(compilation, name),
			path: absolute(name)
		})),
		packageFiles: new Map([...importcfg.packageFiles].map(([path, file]) => [path, absolute(file)])),
		importMap: importcfg.importMap
	};
}
/**
* The name that positions in woven text give to a file. The compiler would shorten it under -trimpath, but records columns of the text
* as it stands, behind a name in it: that must not depend on where the file lies.
*/
function recordedName({ command, request }, name) {
	return applyRewrites(resolve(request.cwd, name), command.trimpath ?? "");
}

// src/driver/steps/check-woven.ts
/**
* Whether the package's own files have an error that weaving may hide, or may have one. Packages of other modules are as their authors
* published them, and not looked at.
*
* @param folder for files that this needs, absolute
*/
async function hiddenErrors(context, host, woven, folder) {
	if (!woven?.mayHideErrors || !isUsers(context, host)) return false;
	context.log.debug(`errors of ${host.facts.path} that weaving may hide are looked for`);
	try {
		if (isSmall(host)) return !await isAccepted(context.go, host, folder);
		const { error } = await ask(context, host, {
			...ownSources(context, host),
			strict: true
		}, "error");
		return error !== void 0;
	} catch (error) {
		context.log.debug(`errors of ${host.facts.path}: ${error.message}`);
		return true;
	}
}
function isUsers({ plan }, { command, request }) {
	return [...new Set(command.goFiles.map((file) => dirname(resolve(request.cwd, file))))].some((folder) => plan.moduleDirs.includes(moduleDirOf(folder) ?? ""));
}
/**
* Checks that the package's own variables are initialised in the order in which they are without weaving. A package with an error is left
* to the compiler.
*
* @param parts.goFiles woven and own files, in the order in which they are compiled; `archives` are those that woven code adds
* @throws GotsError weave_init_order
*/
async function checkOrder(context, host, woven, parts) {
	const own = ownSources(context, host);
	context.log.debug(`order of initialisation in ${own.importPath} is compared`);
	const files = parts.goFiles.map((file) => ({
		name: file,
		path: resolve(host.request.cwd, file)
	}));
	const packageFiles = new Map([...own.packageFiles, ...parts.archives]);
	const [plain, moved] = await Promise.all([ask(context, host, own, "order"), ask(context, host, {
		...own,
		files,
		packageFiles,
		lang: parts.lang
	}, "order")]);
	if (plain.unknown !== void 0 || moved.unknown !== void 0) return;
	const [before, after] = [plain.order ?? [], moved.order ?? []];
	const wanted = before.filter((name) => after.includes(name));
	const found = after.filter((name) => before.includes(name));
	const at = wanted.findIndex((name, index) => found[index] !== name);
	if (at < 0) return;
	const { importPath } = own;
	initOrderMoved({
		importPath,
		early: found[at] ?? "",
		late: wanted[at] ?? ""
	}, woven.matches[0]?.aspectSpan);
}
function ownSources({ plan, goarch }, host) {
	return sourcesOf(host, packageFacts(host.facts, plan).importPath, goarch);
}
async function ask({ types }, { owner }, sources, kind) {
	const conversation = await types.open(owner, sources);
	try {
		const [answer = {}] = await conversation.ask([{ kind }]);
		return answer;
	} finally {
		conversation.close();
	}
}

// src/driver/steps/weaver.ts
/** Weaves packages; loads weaving when the first one needs it, or before, and tree-sitter when a text does. */
var Weaver = class {
	loaded;
	plugins;
	constructor(plugins) {
		this.plugins = plugins;
	}
	/** Loads weaving before a package needs it, while go still loads packages. An error is one of the first package's. */
	prepare() {
		this.loaded ??= load();
		this.loaded.catch(() => {});
	}
	/**
	* @param types begins a conversation about the package; called once, if an aspect needs types
	* @param mayGuess takes likely answers where the compiler refutes what is woven with a wrong one
	*/
	async weave(request, aspects, types, mayGuess) {
		this.loaded ??= load();
		const weave = await this.loaded;
		const plugins = await this.plugins(aspects);
		let conversation;
		let isGuessed = false;
		try {
			return {
				...await weave(request, aspects, plugins, async (questions) => {
					if (mayGuess && conversation === void 0 && questions.every((question) => question.isRefutable)) {
						isGuessed = true;
						return questions.map(() => likelyAnswer);
					}
					conversation ??= await types();
					return conversation.ask(questions);
				}),
				isGuessed
			};
		} finally {
			conversation?.close();
		}
	}
};
async function load() {
	const [{ lazyGrammar }, { weaveWithTypes }] = await Promise.all([import("./chunk-lazy-grammar.mjs"), import("./chunk-weave-with-types2.mjs")]);
	const withGrammar = lazyGrammar(loadTreeSitter);
	return (request, aspects, plugins, ask) => withGrammar((grammar) => weaveWithTypes(request, aspects, {
		grammar,
		plugins
	}, ask));
}
async function loadTreeSitter() {
	return (await import("./chunk-load-grammar2.mjs")).loadTreeSitter({
		runtimeWasm: readFileSync(wasmPath("web-tree-sitter.wasm")),
		goWasm: readFileSync(wasmPath("tree-sitter-go.wasm"))
	});
}

// src/driver/steps/woven-compile.ts
/**
* Shows the user's errors as plain go does: where woven files do not compile, or may compile only because they are woven, the package's
* own files are compiled, for their messages alone. If these have no error, weaving made it, and the woven files' messages are shown.
*/
function messagesOfPlainGo(woven) {
	let failed;
	let isPlain = false;
	return { async ended(request) {
		if (isPlain) return failed === void 0 || request.exitCode !== 0 ? show(request) : showWoven(woven, failed);
		if (request.exitCode === 0 && !await woven.mayHideErrors()) return show(request);
		if (request.exitCode > 128) return show(request);
		if (request.exitCode !== 0) failed = request;
		isPlain = true;
		return plainCompile(woven);
	} };
}
const done = {
	kind: "done",
	exitCode: 0,
	stdout: "",
	stderr: ""
};
/** Ends as the tool did. */
function show({ output }) {
	return {
		...done,
		stdout: output
	};
}
function showWoven(woven, { exitCode, output }) {
	return {
		...done,
		exitCode,
		stdout: withoutWovenNames(woven, output)
	};
}
/** Compiles the package as it is and keeps nothing of that but the messages. */
function plainCompile({ tool, command, folder }) {
	const { flags } = command;
	const asmHeader = command.asmHeader === void 0 ? flags : setFlag(flags, "asmhdr", join(folder, "plain.h"));
	const object = flagValue(flags, "linkobj") === void 0 ? asmHeader : setFlag(asmHeader, "linkobj", join(folder, "plain.o"));
	const plain = changeCompile({
		...command,
		flags: object
	}, { output: join(folder, "plain.a") });
	return {
		kind: "run",
		argv: [tool, ...printCompile(plain)],
		env: [],
		appends: []
	};
}
/**
* Takes the names of woven files out of a compiler's messages. The compiler adds them in brackets to a place inside a message that a line
* directive moved: `main.go:3:8[/tmp/…/gots/src/main.go:4:8]`.
*/
function withoutWovenNames({ originals }, output) {
	const bytes = (text) => Buffer.from(text).toString("latin1");
	let text = output.toString("latin1");
	for (const [file, original] of originals) {
		const name = bytes(file);
		const pattern = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
		text = text.replace(new RegExp(`\\[${pattern}:\\d+(?::\\d+)?\\]`, "g"), "").replaceAll(name, bytes(original));
	}
	return Buffer.from(text, "latin1");
}

// src/driver/steps/woven-files.ts
/**
* Writes the woven files of a package, those that weaving adds, and for a main package one that imports what must be linked.
*
* @param folder gets a folder `src`, which must exist
* @param pending packages that a main package imports blank
* @returns files to compile, in the order in which their variables are initialised; of each written file the name of its original
*/
function writeWovenFiles(folder, host, woven, pending) {
	const originals = /* @__PURE__ */ new Map();
	const byName = new Map(woven?.files.map((file) => [file.name, file.text]));
	const used = /* @__PURE__ */ new Set();
	const early = [];
	const goFiles = host.command.goFiles.map((name) => {
		const text = byName.get(recordedName(host, name));
		if (!text) return name;
		let base = basename(name);
		for (let n = 1; used.has(base); n++) base = `${n}_${basename(name)}`;
		used.add(base);
		const file = join(folder, "src", base);
		writeFileSync(file, text);
		originals.set(file, name);
		return file;
	});
	for (const { name, text, first } of woven?.added ?? []) {
		const file = join(folder, "src", name);
		writeFileSync(file, text);
		originals.set(file, name);
		if (first) early.push(file);
		else goFiles.push(file);
	}
	goFiles.unshift(...early);
	if (pending.length === 0) return {
		goFiles,
		originals
	};
	const file = join(folder, "src", "gots_links.go");
	const lines = pending.map((path) => `import _ ${JSON.stringify(path)}\n`);
	writeFileSync(file, `//line <gots>:1:1\npackage main\n${lines.join("")}`);
	return {
		goFiles: [...goFiles, file],
		originals
	};
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