import "./chunk-rolldown-runtime.mjs";
import { n as readIfThere, t as namesIfThere } from "./chunk-read-if-there.mjs";
import { t as configuredAspects } from "./chunk-configured.mjs";
import { i as dialectNamed, r as dialectFacts, t as configurationFiles } from "./chunk-facts.mjs";
import { r as dialects } from "./chunk-load-plugins.mjs";
import { t as hashParts } from "./chunk-hash.mjs";
import { r as KeptValues, t as ReadLog } from "./chunk-read-log.mjs";
import { t as isPluginFile } from "./chunk-plugin-file.mjs";
import { n as runGo, t as parseJsonStream } from "./chunk-go.mjs";
import { n as GoRefused, r as goVariables, t as packageFinder } from "./chunk-packages.mjs";
import { i as formatError, n as failure, r as GotsError } from "./chunk-message.mjs";
import { i as goFailed } from "./chunk-cli.mjs";
import { t as injectedFlags } from "./chunk-injected-flags.mjs";
import { n as packageDir, r as vendoredModules, t as moduleOf } from "./chunk-module-table.mjs";
import { i as withoutDirectives, n as modWord, r as parseModFile, t as isFolder } from "./chunk-mod-file.mjs";
import { a as someVersion, i as highestGo, n as compareModuleVersions, r as escaped, t as compareGo } from "./chunk-versions.mjs";
import { n as planUnsteady } from "./chunk-build.mjs";
import { t as asksForVersions } from "./chunk-package.mjs";
import { n as holdsGo } from "./chunk-module-folder.mjs";
import { t as entriesFor } from "./chunk-overlay-file.mjs";
import { i as splitQuoted } from "./chunk-flags.mjs";
import { T as isInRange, r as impliedImports, xn as pathAndParents } from "./chunk-ask.mjs";
import { i as linkedPackages, r as injectablePackages } from "./chunk-aspect-packages.mjs";
import { s as weaverVersion } from "./chunk-plan.mjs";
import { copyFileSync, existsSync, linkSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";

// src/dialects/hook-modules.ts
/** The modules that injected packages come from, for all dialects, each once and in the order of their folders. */
function hookModules(loaded, place) {
	const found = Object.values(dialects).map(({ name, modules }) => {
		return modules(loaded.files.filter(({ path }) => dialectOf(path) === name), loaded, place);
	});
	return {
		beside: [...new Map(found.flatMap((each) => each.beside.map((module) => [module.dir, module]))).values()].sort((a, b) => a.dir < b.dir ? -1 : 1),
		checkout: found.flatMap(({ checkout }) => checkout),
		pins: found.flatMap(({ pins }) => pins)
	};
}
/** Where a name says nothing, the dialect that most files are in: their modules are found in the same way. */
function dialectOf(path) {
	return dialectNamed(basename(path)) ?? "gots";
}

// src/dialects/load/kept-files.ts
/**
* The files of the built-in sets as they were read before, in one file. To read their YAML and their templates takes longer than all else that a
* plan is made of, and they change with gots alone.
*/
var KeptFiles = class {
	values;
	/** @param code of the weaver: what another made of the files is not believed */
	constructor(file, code) {
		this.values = new KeptValues(file, `aspects ${code}`);
	}
	/**
	* What an aspect file says: of a built-in set as it was read before, if its name and content are the same.
	*
	* @param parse reads the file; `isWhole` where it had nothing to warn of, which would be lost
	*/
	recall({ display, bytes }, parse) {
		if (!display.startsWith("gots:")) return parse().file;
		const key = hashParts(display, bytes);
		const known = this.values.get(key);
		if (known) {
			this.values.note(key, known);
			return known;
		}
		const { file, isWhole } = parse();
		if (isWhole) this.values.note(key, file);
		return file;
	}
	/** Files what this plan used beside what others did. */
	save() {
		this.values.save(true);
	}
};

// src/report/texts/modules.ts
const texts = {
	modules_go_too_old: {
		code: "modules_go_too_old",
		message: "the injected modules need go >= %needed%, this is %running%",
		hint: "use Go %needed% (GOTOOLCHAIN=go%needed%)"
	},
	modules_unresolved: {
		code: "modules_unresolved",
		message: "the modules that weaving injects cannot be resolved: %saidOnce%",
		family: "go"
	},
	modules_vendor_too_old: {
		code: "modules_vendor_too_old",
		message: "vendor/ holds %path% %has%, and %askedBy% needs %needed%",
		hint: "run `go get %path%@%needed% && go mod vendor`, or leave those aspects out (`disable` in gots.yml)"
	},
	modules_overlay_lost: {
		code: "modules_overlay_lost",
		message: "-overlay=%file% on the command line takes the place of the overlay that `gots env` set up to raise modules",
		hint: "build with `gots go`, or put -overlay into GOFLAGS before `gots env`"
	}
};

// src/report/codes/modules.ts
function modulesGoTooOld(needed, running) {
	throw failure(texts.modules_go_too_old, {
		needed,
		running
	});
}
/** The user's modules and the injected ones do not go together, or a module cannot be had. */
function modulesUnresolved(stderr) {
	if (/^go: errors parsing \S*go\.mod:/.test(stderr)) goFailed("go list", stderr);
	throw failure(texts.modules_unresolved, { saidOnce: saidOnce(stderr) });
}
/** Go says the same of a module for each of its packages: a line and those indented below it. */
function saidOnce(stderr) {
	return [...new Set(stderr.split(/\n(?=\S)/))].join("\n");
}
/** A module of vendor/ is older than what the injected code works with; only `go mod vendor` can change what is there. */
function vendorTooOld(path, has, needed, askedBy) {
	throw failure(texts.modules_vendor_too_old, {
		path,
		has,
		askedBy,
		needed
	});
}

// src/gomod/existing-packages.ts
/**
* Those of some packages that the modules of the build have, as go finds them. Go is asked only about modules whose files are not here yet,
* which are downloaded: about a package that is in no module it would read the requirements of all.
*
* @throws GotsError modules_unresolved
*/
async function existingPackages(paths, table, options) {
	const found = /* @__PURE__ */ new Set();
	const open = [];
	for (const path of paths) {
		if (moduleOf(table, path) === void 0) {
			if (!path.split("/")[0].includes(".")) open.push(path);
			continue;
		}
		const dir = packageDir(table, path);
		const module = table.dirs[moduleOf(table, path)?.path ?? ""];
		if (dir === void 0 || module === void 0 || !isThere(module)) open.push(path);
		else if (isThere(dir)) found.add(path);
	}
	if (open.length === 0) return found;
	const { flags, injection } = options;
	const own = Object.entries({
		mod: flags.mod === "mod" ? void 0 : flags.mod,
		modfile: flags.modfile,
		overlay: flags.overlay.file || void 0
	}).flatMap(([name, value]) => value === void 0 ? [] : [`-${name}=${value}`]);
	const env = {
		...options.env,
		GOFLAGS: "-buildvcs=false",
		GOCACHEPROG: ""
	};
	const args = [
		"list",
		"-e",
		"-f",
		"{{if .Dir}}{{.ImportPath}}{{end}}",
		...injectedFlags(own, injection),
		"--",
		...open
	];
	const result = await runGo(args, {
		go: options.go,
		cwd: options.moduleDir,
		env
	});
	if (result.exitCode !== 0) modulesUnresolved(result.stderr.trim());
	for (const line of result.stdout.split("\n")) if (line !== "") found.add(line);
	return found;
}
function isThere(dir) {
	return namesIfThere(dir).length > 0;
}

// src/gomod/sums.ts
/** The go.sum beside a go.mod, the alt.sum beside an alt.mod. */
function sumFileOf(modFile) {
	return modFile.replace(/\.mod$/, ".sum");
}
/** The lines of several go.sum files, sorted, each once. */
function uniqueLines(texts) {
	return [...new Set(texts.flatMap((text) => text.split("\n")).filter((line) => line.trim() !== ""))].sort().map((line) => `${line}\n`).join("");
}
/** The checksums that modules in folders come with, and those that the user has accepted. */
function knownSums(folders, { mains, work }) {
	return uniqueLines([...[...folders.flatMap((dir) => [join(dir, "go.sum"), join(dir, "gots.sum")]), ...mains.map(({ file }) => sumFileOf(file))].map(readIfThere), work?.sums ?? ""]);
}
/**
* The sums for a member of a workspace, without those that only the user's go.work.sum vouches for: go compares a sum with all files that
* have one, and refuses a module if the user replaces a wrong one in go.work.sum and another file keeps it.
*/
function sumsOfMember(text, work, providers) {
	const checked = new Set(providers.map((each) => `${each.replace?.path || each.path} ${each.replace?.version || each.version}`));
	const isChecked = (line) => {
		const [path, version = ""] = line.split(" ");
		return version.endsWith("/go.mod") || checked.has(`${path} ${version}`);
	};
	const unchecked = new Set(readIfThere(`${work.file}.sum`).split("\n").filter((line) => !isChecked(line)));
	return uniqueLines([text.split("\n").filter((line) => !unchecked.has(line)).join("\n")]);
}

// src/gomod/own-workspace.ts
/**
* A workspace with the members of the user's, outside the user's tree. In a workspace, go adds the sums that it lacks to go.work.sum,
* -mod=readonly or not; and `go list -m all` needs sums of modules that no build reads.
*
* @param folder where a folder for it is made
* @param added what weaving adds; undefined for a workspace like the user's
*/
function ownWorkspace({ file, text, mod, sums }, folder, added) {
	mkdirSync(folder, { recursive: true });
	const dir = mkdtempSync(join(folder, "workspace-"));
	const root = dirname(file);
	const uses = mod.uses.map((use) => `use ${modWord(resolve(root, use))}`);
	const replaces = mod.replaces.map(({ path, version, target, targetVersion }) => {
		const to = isFolder(target) && targetVersion === "" ? resolve(root, target) : target;
		return `replace ${path}${version && ` ${version}`} => ${modWord(to)}${targetVersion && ` ${targetVersion}`}`;
	});
	const kept = withoutDirectives(text, ["use", "replace"]).trimEnd();
	const own = join(dir, "go.work");
	if (added) {
		uses.push(`use ${modWord(join(dir, "mod"))}`);
		mkdirSync(join(dir, "mod"));
		writeFileSync(join(dir, "mod", "go.mod"), added.goMod);
		writeFileSync(join(dir, "mod", "go.sum"), added.goSum);
	}
	writeFileSync(own, `${[
		kept,
		...uses,
		...added?.replaces ?? replaces
	].join("\n")}\n`);
	if (sums !== "") writeFileSync(`${own}.sum`, sums);
	return {
		file: own,
		sums: () => readIfThere(`${own}.sum`),
		remove: () => rmSync(dir, {
			recursive: true,
			force: true
		})
	};
}

// src/gomod/run-module-list.ts
/**
* Runs `go list -m ARGS all`. Go asks the proxy when each version was made, which is not needed here; where only that
* cannot be had, the list is taken without. It is whole even so: `go mod graph` has read every go.mod that it comes from.
*/
async function runModuleList(args, run) {
	const listed = await runGo([
		"list",
		"-m",
		...args,
		"all"
	], run);
	if (listed.exitCode === 0) return listed;
	const modfile = args.filter((word) => word.startsWith("-modfile="));
	return (await runGo([
		"mod",
		"graph",
		...modfile
	], run)).exitCode === 0 ? runGo([
		"list",
		"-m",
		"-e",
		...args,
		"all"
	], run) : listed;
}

// src/gomod/user-modules.ts
/** The first version of which a go.mod lists all modules that provide packages (lazy loading). */
const firstPruned = "1.17";
/** The first version that takes vendor/ unasked. */
const vendoring = "1.14";
/**
* The modules of the plain build. Nothing is asked for that a plain build does not ask for: with a go.mod of Go 1.17 or newer, only that
* is read; workspaces and older ones are listed, since go loads the graph of all requirements for these in each build.
*
* @param dirs folders of the main modules, as `go list -m` names them
* @throws GotsError modules_unresolved
*/
async function userModules(dirs, options) {
	const text = (file) => readIfThere(options.flags.overlay.actual(file) ?? "");
	const mains = dirs.map((dir) => {
		const { modfile } = options.flags;
		const file = modfile ?? join(dir, "go.mod");
		const source = text(file);
		const mod = parseModFile(source);
		return {
			path: mod.module,
			dir,
			file,
			text: source,
			mod
		};
	});
	const work = options.userGoWork === "" ? void 0 : {
		file: options.userGoWork,
		text: text(options.userGoWork),
		mod: parseModFile(text(options.userGoWork)),
		sums: readIfThere(`${options.userGoWork}.sum`),
		isLoaded: false
	};
	const replaces = replacesOf(mains, work);
	const vendor = vendorInUse(mains, work, options);
	const go = work?.mod.go || mains[0]?.mod.go || "";
	const isPruned = work === void 0 && compareGo(go, "1.17") >= 0;
	const isReplaced = (path) => replaces.some((each) => each.path === path && each.version === "");
	const known = {
		mains,
		work,
		replaces,
		vendor,
		isPruned,
		isReplaced
	};
	if (vendor) {
		const versions = new Map([...requirements(mains), ...nominalVersions(vendor.text)]);
		return {
			...known,
			versions,
			table: withMains(vendor.table, mains)
		};
	}
	if (isPruned) {
		const versions = requirements(mains);
		return {
			...known,
			versions,
			table: withMains(tableOf(versions, replaces, options.modCache), mains)
		};
	}
	const listed = await listAll(options, work);
	if (listed) return {
		...known,
		...listed
	};
	const versions = requirements(mains);
	return {
		...known,
		versions,
		table: withMains(tableOf(versions, replaces, options.modCache), mains)
	};
}
function replacesOf(mains, work) {
	const absolute = (base) => (each) => isFolder(each.target) && each.targetVersion === "" ? {
		...each,
		target: resolve(base, each.target)
	} : each;
	const ofWork = work ? work.mod.replaces.map(absolute(dirname(work.file))) : [];
	const overridden = new Set(ofWork.map(({ path }) => path));
	const ofMains = mains.flatMap(({ dir, mod }) => mod.replaces.map(absolute(dir)));
	const key = ({ path, version }) => `${path} ${version}`;
	const kept = new Map(ofMains.filter(({ path }) => !overridden.has(path)).map((each) => [key(each), each]));
	return [...ofWork, ...kept.values()];
}
/** The vendor folder that go uses, unasked or because of -mod=vendor. */
function vendorInUse(mains, work, { flags, moduleDir }) {
	if (flags.mod !== void 0 && flags.mod !== "vendor") return void 0;
	const dir = join(work ? dirname(work.file) : moduleDir, "vendor");
	const list = join(dir, "modules.txt");
	if (!existsSync(list)) return void 0;
	const text = readFileSync(list, "utf8");
	const isOfWorkspace = text.startsWith("## workspace");
	const go = work?.mod.go || mains[0]?.mod.go || "";
	const isTaken = isOfWorkspace === (work !== void 0) && compareGo(go, vendoring) >= 0;
	return flags.mod === "vendor" || isTaken ? {
		dir,
		table: vendoredModules(text),
		text
	} : void 0;
}
/** Version by path, the highest where several main modules require a module. */
function requirements(mains) {
	const own = new Set(mains.map(({ path }) => path));
	const versions = /* @__PURE__ */ new Map();
	for (const { path, version } of mains.flatMap(({ mod }) => mod.requires)) if (!own.has(path) && compareModuleVersions(version, versions.get(path) ?? "") > 0) versions.set(path, version);
	return versions;
}
/** Version by path as vendor/modules.txt names it in front of `=>`. */
function nominalVersions(modulesTxt) {
	return new Map([...modulesTxt.matchAll(/^# (\S+) (v\S+)/gm)].map(([, path = "", version = ""]) => [path, version]));
}
/** The replacement of a module at a version: one for that version goes before one for all. */
function replacementOf(replaces, path, version) {
	return replaces.find((each) => each.path === path && each.version === version) ?? replaces.find((each) => each.path === path && each.version === "");
}
/** Versions in use and folders, computed as go would find them. */
function tableOf(versions, replaces, modCache) {
	const used = {};
	const dirs = {};
	for (const [path, version] of versions) {
		const replacement = replacementOf(replaces, path, version);
		const isDir = replacement !== void 0 && replacement.targetVersion === "";
		used[path] = replacement ? replacement.targetVersion : version;
		const [name, at] = replacement ? [replacement.target, replacement.targetVersion] : [path, version];
		dirs[path] = isDir ? replacement.target : join(modCache, `${escaped(name)}@${escaped(at)}`);
	}
	return {
		versions: used,
		dirs,
		vendored: {}
	};
}
function withMains(table, mains) {
	return {
		...table,
		versions: {
			...table.versions,
			...Object.fromEntries(mains.map(({ path }) => [path, ""]))
		},
		dirs: table.vendored && Object.keys(table.vendored).length > 0 ? table.dirs : {
			...table.dirs,
			...Object.fromEntries(mains.map(({ path, dir }) => [path, dir]))
		}
	};
}
/** Undefined where a workspace's graph cannot be loaded. */
async function listAll(options, work) {
	const own = work && ownWorkspace(work, options.folder);
	try {
		return await listIn(options, work, own);
	} finally {
		own?.remove();
	}
}
async function listIn(options, work, own) {
	const args = ["-f", `{{.Path}}\t{{.Version}}\t{{if .Replace}}{{.Replace.Version}}{{else}}{{.Version}}{{end}}\t{{.Dir}}`];
	if (options.flags.modfile !== void 0) args.push(`-modfile=${options.flags.modfile}`);
	const place = own ? { GOWORK: own.file } : {};
	const env = {
		...options.env,
		...place,
		GOFLAGS: "-buildvcs=false -mod=readonly",
		GOCACHEPROG: ""
	};
	const result = await runModuleList(args, {
		go: options.go,
		cwd: options.moduleDir,
		env
	});
	if (result.exitCode !== 0 && work) return void 0;
	if (result.exitCode !== 0) modulesUnresolved(result.stderr.trim());
	const known = result.stdout.split("\n").map((line) => line.split("	")).filter(([path]) => path !== void 0 && path !== "");
	return {
		work: work && own && {
			...work,
			sums: own.sums(),
			isLoaded: true
		},
		versions: new Map(known.filter(([, version]) => version !== "").map(([path, version]) => [path, version])),
		table: {
			versions: Object.fromEntries(known.map(([path, , version]) => [path, version])),
			dirs: Object.fromEntries(known.filter(([, , , dir]) => dir !== "").map(([path, , , dir]) => [path, dir])),
			vendored: {}
		}
	};
}

// src/gomod/floors.ts
/**
* What the program's modules require of modules that the program's go.mod does not list, since it has no package of them. What comes in at a
* lower version would be a mistake in go.mod, for go loads these requirements once it looks beyond go.mod. Read are files that are here
* already: what go has never downloaded it has never looked at.
*/
function floorsOf(user, { modCache }) {
	if (!user.isPruned || user.vendor) return /* @__PURE__ */ new Map();
	const floors = requiredBy(user.versions, user, modCache);
	for (const path of [...user.versions.keys(), ...user.mains.map((main) => main.path)]) floors.delete(path);
	return floors;
}
/**
* Modules with versions, each raised to what these modules require of it, and their requirements in turn.
*
* @param beside modules whose requirements count as well
*/
function settled(modules, beside, user, { modCache }) {
	let now = modules;
	for (;;) {
		const required = requiredBy(new Map([...beside, ...now]), user, modCache);
		const next = new Map([...now].map(([path, version]) => [path, atLeast(version, required.get(path))]));
		if ([...next].every(([path, version]) => now.get(path) === version)) return next;
		now = next;
	}
}
/** The highest version that go.mod files require of each module. */
function requiredBy(modules, user, modCache) {
	const floors = /* @__PURE__ */ new Map();
	const seen = /* @__PURE__ */ new Set();
	const todo = [...modules];
	for (const [path, version] of todo) {
		if (seen.has(`${path}@${version}`)) continue;
		seen.add(`${path}@${version}`);
		const mod = modOf$1(path, version, user, modCache);
		const isPruned = compareGo(mod.go || "1.16", firstPruned) >= 0;
		for (const each of mod.requires) {
			if (!isPruned) todo.push([each.path, each.version]);
			if (compareModuleVersions(each.version, floors.get(each.path) ?? "") > 0) floors.set(each.path, each.version);
		}
	}
	return floors;
}
/** The go.mod of a module at a version, as replacements have it; an empty one where it is not here. */
function modOf$1(path, version, { replaces }, modCache) {
	const replacement = replacementOf(replaces, path, version);
	if (replacement && replacement.targetVersion === "") return parseModFile(readIfThere(join(replacement.target, "go.mod")));
	const [name, at] = replacement ? [replacement.target, replacement.targetVersion] : [path, version];
	return parseModFile(readIfThere(join(modCache, "cache/download", escaped(name), "@v", `${escaped(at)}.mod`)));
}
/** The higher of a version and the lowest that a module may have. */
function atLeast(version, floor) {
	return floor !== void 0 && compareModuleVersions(floor, version) > 0 ? floor : version;
}

// src/gomod/generated-files.ts
/** Generated files, and the overlay that puts them in the place of others. */
var GeneratedFiles = class {
	texts = /* @__PURE__ */ new Map();
	delayed = /* @__PURE__ */ new Map();
	/** Path of the file that is replaced → name of the generated one. */
	replaced = /* @__PURE__ */ new Map();
	others = /* @__PURE__ */ new Map();
	file(name, text) {
		this.texts.set(name, text);
		return name;
	}
	over(path, text, name = `${this.replaced.size}${path.endsWith(".sum") ? ".sum" : ".mod"}`) {
		this.replaced.set(path, name);
		return this.file(name, text);
	}
	/** The texts that stand in the place of files so far, by path. */
	overlaid() {
		return new Map([...this.replaced].map(([path, name]) => [path, this.texts.get(name) ?? ""]));
	}
	/** A file whose text names the folder that it is in. */
	late(path, text) {
		const name = `${this.replaced.size}.work`;
		this.replaced.set(path, name);
		this.delayed.set(name, text);
	}
	/** Puts a file that exists already in the place of another. */
	put(path, source) {
		this.others.set(path, source);
	}
	write(folder) {
		const parts = [
			...this.texts,
			...this.replaced,
			...this.others
		].flat();
		const dir = join(folder, hashParts(...parts, ...[...this.delayed.values()].map((text) => text(""))).slice(0, 24));
		for (const [name, text] of this.texts) writeOnce(join(dir, name), text);
		for (const [name, text] of this.delayed) writeOnce(join(dir, name), text(dir));
		const overlay = {};
		for (const [path, name] of this.replaced) Object.assign(overlay, entriesFor(path, join(dir, name)));
		for (const [path, source] of this.others) Object.assign(overlay, entriesFor(path, source));
		writeOnce(join(dir, "overlay.json"), `${JSON.stringify({ Replace: overlay }, null, 1)}\n`);
		return {
			folder: dir,
			overlay
		};
	}
};
/** Written by rename, and only if it is not there: another build may be reading it. */
function writeOnce(file, text) {
	if (existsSync(file)) return;
	mkdirSync(dirname(file), { recursive: true });
	const temp = `${file}.${process.pid}`;
	writeFileSync(temp, text);
	renameSync(temp, file);
}

// src/gomod/raised.ts
/**
* The modules of the program that must be raised: those that hold injected packages and are too old, and those that the raised ones require
* in turn, as `go get` would raise them.
*/
async function raisedBy({ providers }, request, user, options) {
	const raised = /* @__PURE__ */ new Map();
	const hooks = new Set([...request.hooks, ...request.replaced].map(({ path }) => path));
	const todo = [];
	for (const { path, version, mod } of providers) {
		const from = user.versions.get(path);
		if (from === void 0) continue;
		const pin = request.pins.find((each) => each.path === path)?.version;
		const isSame = version === from || user.isReplaced(path);
		if (!(pin === void 0 ? hooks.has(path) || !isSame : pin !== from)) continue;
		raised.set(path, {
			path,
			from,
			to: pin ?? version,
			askedBy: askerOf(path, providers)
		});
		todo.push({
			path,
			version: pin ?? version,
			mod
		});
	}
	for (const { path: asker, mod } of todo) for (const { path, version } of mod.requires) {
		const from = user.versions.get(path);
		const known = raised.get(path)?.to ?? from;
		if (from === void 0 || known === void 0 || user.isReplaced(path)) continue;
		if (compareModuleVersions(known, version) >= 0) continue;
		raised.set(path, {
			path,
			from,
			to: version,
			askedBy: asker
		});
		todo.push({
			path,
			version,
			mod: await modOf(path, version, options)
		});
	}
	return [...raised.values()].sort((a, b) => a.path < b.path ? -1 : 1);
}
/**
* Lines of go.sum for raised modules of which there are none: those that only the raised ones require. The program has packages of them, or
* may have.
*
* @param known lines of go.sum
*/
async function sumsOfRaised(raised, known, options) {
	const lines = known.split("\n");
	const has = (start) => lines.some((line) => line.startsWith(`${start} `));
	const open = raised.filter(({ path, to }) => !has(`${path} ${to}`) || !has(`${path} ${to}/go.mod`));
	if (open.length === 0) return "";
	return (await downloaded(open.map(({ path, to }) => `${path}@${to}`), options)).map(({ Path, Version, Sum, GoModSum }) => `${Path} ${Version} ${Sum}\n${Path} ${Version}/go.mod ${GoModSum}\n`).join("");
}
/**
* Lines of go.sum that go lacks for the packages of a workspace whose modules are raised: what raised modules require, and require in turn. go
* would add them to the user's go.work.sum; here it adds them to a file of ours.
*/
async function sumsOfRaisedWorkspace(work, added, user, options) {
	const own = ownWorkspace(work, options.folder, added);
	try {
		const overlay = overlayIn(dirname(own.file), added.overlaid);
		await load({
			env: {
				GOWORK: own.file,
				GOFLAGS: "-buildvcs=false -mod=readonly"
			},
			flags: [overlay]
		}, user, options);
		return linesBeside(work.sums, own.sums());
	} finally {
		own.remove();
	}
}
/** The same of a module of a Go before 1.17, of whose requirements go reads all, and in turn, in each build: one without a sum is an error. */
async function sumsOfRaisedModule({ goMod, goSum, overlaid }, user, options) {
	const dir = mkdtempSync(join(options.folder, "raised-"));
	try {
		const file = join(dir, "go.mod");
		writeFileSync(file, goMod);
		writeFileSync(join(dir, "go.sum"), goSum);
		await load({
			env: {
				GOWORK: "off",
				GOFLAGS: "-buildvcs=false"
			},
			flags: [
				"-mod=mod",
				`-modfile=${file}`,
				overlayIn(dir, overlaid)
			]
		}, user, options);
		return linesBeside(goSum, readIfThere(join(dir, "go.sum")));
	} finally {
		rmSync(dir, {
			recursive: true,
			force: true
		});
	}
}
/** The flag that puts texts in the place of files; they are written below a folder. */
function overlayIn(dir, texts) {
	const files = new GeneratedFiles();
	for (const [path, text] of texts) files.over(path, text);
	return `-overlay=${join(files.write(dir).folder, "overlay.json")}`;
}
/** Has go load all modules, and the packages of those that the build is about. What cannot be loaded go says when it builds. */
async function load(how, { mains }, { go, cwd, moduleDir, env, flags: { tags } }) {
	const place = {
		go,
		cwd: moduleDir,
		env: {
			...env,
			GOCACHEPROG: "",
			...how.env
		}
	};
	await runModuleList(how.flags, place);
	const patterns = !relative(moduleDir, cwd).startsWith("..") ? ["./..."] : mains.map(({ dir }) => `${dir}/...`);
	const tagged = tags ? [`-tags=${tags}`] : [];
	await runGo([
		"list",
		"-e",
		"-deps",
		"-f",
		"{{\"\"}}",
		...how.flags,
		...tagged,
		"--",
		...patterns
	], place);
}
/** The lines of a text that another lacks. */
function linesBeside(known, text) {
	const lines = new Set(known.split("\n"));
	return text.split("\n").filter((line) => !lines.has(line)).map((line) => `${line}\n`).join("");
}
/** The provider that requires the highest version of a module. */
function askerOf(path, providers) {
	let best = {
		asker: "an injected module",
		version: ""
	};
	for (const { path: asker, mod } of providers) {
		const version = mod.requires.find((each) => each.path === path)?.version ?? "";
		if (compareModuleVersions(version, best.version) > 0) best = {
			asker,
			version
		};
	}
	return best.asker;
}
async function modOf(path, version, options) {
	const file = join(options.modCache, "cache/download", escaped(path), "@v", `${escaped(version)}.mod`);
	if (!existsSync(file)) {
		const [module] = await downloaded([`${path}@${version}`], options);
		return parseModFile(readIfThere(module?.GoMod ?? ""));
	}
	return parseModFile(readIfThere(file));
}
async function downloaded(modules, options) {
	const env = {
		...options.env,
		GOFLAGS: "",
		GOWORK: "off",
		GOCACHEPROG: ""
	};
	const result = await runGo([
		"mod",
		"download",
		"-json",
		...modules
	], {
		go: options.go,
		cwd: options.folder,
		env
	});
	if (result.exitCode !== 0) modulesUnresolved(result.stderr.trim() || result.stdout.trim());
	return parseJsonStream(result.stdout);
}

// src/gomod/stand-in.ts
/**
* A folder with the files of a module and another go.mod: go refuses overlays of files in the module cache. Made once per module and go.mod.
*
* @returns the folder, whose name ends in `@` and the version
*/
function standIn({ path, version, dir, goMod, folder }) {
	const place = join(folder, hashParts(dir, goMod).slice(0, 24), `${escaped(path)}@${escaped(version)}`);
	if (existsSync(place)) return place;
	const temp = `${place}.${process.pid}`;
	copyTree(dir, temp);
	rmSync(join(temp, "go.mod"), { force: true });
	writeFileSync(join(temp, "go.mod"), goMod);
	try {
		renameSync(temp, place);
	} catch (error) {
		rmSync(temp, {
			recursive: true,
			force: true
		});
		if (!existsSync(place)) throw error;
	}
	return place;
}
function copyTree(from, to) {
	mkdirSync(to, { recursive: true });
	for (const entry of readdirSync(from, { withFileTypes: true })) {
		const [source, target] = [join(from, entry.name), join(to, entry.name)];
		if (entry.isDirectory()) copyTree(source, target);
		else copyFile(source, target);
	}
}
/** Files of the module cache never change, so a second name for one is as good as a copy. */
function copyFile(source, target) {
	try {
		linkSync(source, target);
	} catch {
		mkdirSync(dirname(target), { recursive: true });
		copyFileSync(source, target);
	}
}

// src/gomod/vendored.ts
/**
* The modules that have packages in vendor/, with the go line that modules.txt notes of each: on it depend the language of its packages
* and their action ids.
*
* @see cmd/go/internal/modload/vendor.go, readVendorList (Go 1.24 to 1.27)
*/
function vendoredFolders({ dir, table, text }) {
	const used = new Set(Object.values(table.vendored));
	const modules = /* @__PURE__ */ new Map();
	let current;
	for (const line of text.split(/\r?\n/)) {
		const [, path, version] = /^# (\S+) (v\S+)/.exec(line) ?? [];
		if (path !== void 0 && version !== void 0) {
			current = path;
			modules.set(path, {
				version,
				go: modules.get(path)?.go ?? ""
			});
		} else if (line.startsWith("# ")) current = void 0;
		else if (current !== void 0 && line.startsWith("## ")) {
			const go = /(?:^|;)\s*go (\S+?)\s*(?:;|$)/.exec(line.slice(3))?.[1];
			const known = modules.get(current);
			if (go !== void 0 && known) known.go = go;
		}
	}
	return [...modules].flatMap(([path, { version, go }]) => {
		const folder = join(dir, path);
		if (!used.has(path) || !existsSync(folder)) return [];
		return [{
			path,
			version,
			dir: folder,
			goMod: `module ${path}\n${go === "" ? "" : `\ngo ${go}\n`}`
		}];
	});
}

// src/gomod/injection.ts
/** The first version whose go line go insists on: a module must not require one with a higher line. */
const strict = "1.21";
/** Below {@link strict}, and with a pruned graph. */
const lenient = "1.20";
/**
* Writes what lets a go command find the hook modules beside the user's, in a folder named by its content. The modules of the program keep
* their versions: what comes in is added as modules without requirements, wherever these would move something. Raised is only what injected
* packages import and have in a version that is too low.
*
* @throws GotsError modules_vendor_too_old, modules_unresolved
*/
async function inject(resolved, request, user, options) {
	const raised = await raisedBy(resolved, request, user, options);
	const first = raised[0];
	if (first && user.vendor) vendorTooOld(first.path, first.from, first.to, first.askedBy);
	const raisedSums = await sumsOfRaised(raised, uniqueLines([resolved.sums, knownSums([], user)]), options);
	const files = new GeneratedFiles();
	const limit = user.work?.mod.go || user.mains[0]?.mod.go || "1.16";
	const final = new Map(user.versions);
	for (const { path, to } of raised) final.set(path, to);
	for (const { path, version } of resolved.providers) if (!final.has(path)) final.set(path, version);
	const languages = {};
	const standIns = {};
	const dirs = {};
	const joined = [];
	const pinned = new Set(request.pins.map(({ path }) => path));
	const moved = new Set(raised.map(({ path }) => path));
	const hooks = new Set(request.hooks.map(({ path }) => path));
	/** What raised modules that stand alone require and the program does not have. */
	const brought = /* @__PURE__ */ new Map();
	for (const each of resolved.providers) {
		if (user.versions.has(each.path) && !moved.has(each.path)) continue;
		const go = loweredGo(each.mod.go, limit);
		const goMod = `module ${each.path}\n${go === "" ? "" : `\ngo ${go}\n`}`;
		if (go !== each.mod.go) languages[each.path] = languageOf(each.mod.go);
		const isFolder = each.replace !== void 0 && each.replace.version === "";
		const isInCache = each.dir.startsWith(`${options.modCache}/`);
		let target = each.replace && `${each.replace.path} ${each.replace.version}`.trim();
		dirs[each.path] = each.dir;
		if (isFolder && !isInCache) {
			files.over(join(each.dir, "go.mod"), goMod);
			target = modWord(each.dir);
		} else if (isFolder || mustStandAlone(each, final, {
			limit,
			isPruned: user.isPruned
		})) {
			const dir = standIn({
				...each,
				goMod,
				folder: options.folder
			});
			standIns[dir] = `${each.replace?.path || each.path}@${each.replace?.version || each.version}`;
			for (const { path, version } of moved.has(each.path) ? each.mod.requires : []) if (!final.has(path)) brought.set(path, atLeast(version, brought.get(path)));
			dirs[each.path] = dir;
			target = modWord(dir);
		}
		const ownVersion = hooks.has(each.path) ? user.versions.get(each.path) : void 0;
		const everyVersion = pinned.has(each.path) || ownVersion !== void 0;
		joined.push({
			path: each.path,
			version: ownVersion ?? each.version,
			target,
			everyVersion
		});
	}
	for (const { path, to } of raised) if (!joined.some((each) => each.path === path)) joined.push({
		path,
		version: to,
		target: void 0,
		everyVersion: false
	});
	if (user.isPruned && !user.vendor) {
		const known = /* @__PURE__ */ new Set([...joined.map(({ path }) => path), ...user.mains.map(({ path }) => path)]);
		const alone = new Set(joined.flatMap(({ path, target }) => target === void 0 ? [] : [path]));
		const beside = new Map([...final].filter(([path]) => !alone.has(path)));
		const others = [...resolved.others].filter(([path]) => !known.has(path) && !isPartOf(path, user));
		for (const [path, version] of settled(new Map(others), beside, user, options)) if (!moves(modOf$1(path, version, user, options.modCache), final)) joined.push({
			path,
			version,
			target: void 0,
			everyVersion: false
		});
	}
	for (const [path, version] of user.isPruned || user.vendor ? [] : brought) if (!user.mains.some((main) => main.path === path) && !isPartOf(path, user)) joined.push({
		path,
		version,
		target: void 0,
		everyVersion: false
	});
	for (const lowered of Object.keys(languages)) for (const path of [...user.versions.keys(), ...user.mains.map((main) => main.path)]) if (path.startsWith(`${lowered}/`)) languages[path] ??= "";
	overVendor(files, resolved, user);
	const sums = await writeModFiles(files, joined, {
		resolved: {
			...resolved,
			sums: resolved.sums + raisedSums
		},
		user,
		limit,
		options: raised.length > 0 ? options : void 0
	});
	const { folder, overlay } = files.write(options.folder);
	const versions = Object.fromEntries(joined.map(({ path, version }) => [path, hooks.has(path) ? "" : version]));
	return {
		injection: {
			overlay: join(folder, "overlay.json"),
			entries: overlay,
			raises: raised.length > 0,
			sums: join(folder, sums),
			languages,
			standIns,
			versions,
			dirs
		},
		raised
	};
}
/** Whether a module of the program's has the folder of a module: each package of it would be in both. */
function isPartOf(path, { table }) {
	for (let at = dirname(path); at !== "."; at = dirname(at)) {
		const dir = table.dirs[at];
		if (dir !== void 0 && existsSync(join(dir, relative(at, path)))) return true;
	}
	return false;
}
/** The go line that a module may have beside a main module with the go line `limit`. */
function loweredGo(go, limit) {
	if (compareGo(go, strict) < 0 || compareGo(go, limit) <= 0) return go;
	return compareGo(limit, strict) < 0 ? lenient : limit;
}
/** `go1.24` of 1.24.0, as cmd/go hands it to the compiler. */
function languageOf(go) {
	return `go${/^\d+\.\d+/.exec(go)?.[0] ?? go}`;
}
/** Whether the go.mod of a module that comes in would move something: the go line, a module of the program's, or anything in a graph that is not pruned. */
function mustStandAlone({ mod }, versions, { limit, isPruned }) {
	if (!isPruned || loweredGo(mod.go, limit) !== mod.go) return true;
	return moves(mod, versions);
}
/** Whether a go.mod requires a higher version of a module than there is. */
function moves({ requires }, versions) {
	return requires.some(({ path, version }) => {
		const has = versions.get(path);
		return has !== void 0 && compareModuleVersions(has, version) < 0;
	});
}
/** Makes modules of what is in vendor/, with those packages that injected code needs and vendor/ lacks. */
function overVendor(files, { packages }, user) {
	if (!user.vendor) return;
	for (const { path, dir, goMod } of vendoredFolders(user.vendor)) {
		files.over(join(dir, "go.mod"), goMod);
		for (const [importPath, source] of packages.get(path) ?? []) {
			const folder = join(user.vendor.dir, importPath);
			if (source === folder || holdsGo(folder)) continue;
			for (const name of readdirSync(source, {
				recursive: true,
				encoding: "utf8"
			})) if (statSync(join(source, name)).isFile() && isOfPackage(source, name)) files.put(join(folder, name), join(source, name));
		}
	}
}
/** A package's own files, and what it may embed; not the packages below it. */
function isOfPackage(folder, name) {
	return !name.includes("/") || !holdsGo(dirname(join(folder, name)));
}
/** @returns name of the go.sum */
async function writeModFiles(files, joined, { resolved, user, limit, options }) {
	const vendored = user.vendor ? vendoredFolders(user.vendor) : [];
	const isWhole = user.work?.isLoaded === true && !user.vendor;
	const versions = new Map(user.work ? [] : user.versions);
	if (user.vendor) {
		versions.clear();
		for (const { path, version } of vendored) versions.set(path, version);
	}
	for (const { path, version } of joined) versions.set(path, version);
	for (const { path, version } of isWhole ? [] : resolved.providers) if (!versions.has(path)) versions.set(path, user.versions.get(path) ?? version);
	const requires = [...versions].sort(([a], [b]) => a < b ? -1 : 1).map(([path, version]) => `require ${path} ${version}`);
	const ours = joined.flatMap(({ path, version, target, everyVersion }) => target === void 0 ? [] : [`replace ${path}${everyVersion ? "" : ` ${version}`} => ${target}`]);
	const stood = [...vendored, ...joined.filter(({ everyVersion }) => everyVersion)];
	const taken = new Set(stood.map(({ path }) => path));
	const exact = new Set(joined.filter(({ target }) => target !== void 0).map(({ path, version }) => `${path} ${version}`));
	for (const { path, version, dir } of vendored) ours.push(`replace ${path} ${version} => ${modWord(dir)}`);
	const users = user.replaces.filter(({ path, version }) => !taken.has(path) && !exact.has(`${path} ${version}`)).map(({ path, version, target, targetVersion }) => {
		const to = `${modWord(target)}${targetVersion && ` ${targetVersion}`}`;
		return `replace ${path}${version && ` ${version}`} => ${to}`;
	});
	const sums = [resolved.sums, ...user.mains.map(({ file }) => readIfThere(sumFileOf(file)))];
	const overlaid = files.overlaid();
	if (!user.work) {
		const [main] = user.mains;
		if (!main) return "";
		const goMod = `${[
			withoutDirectives(main.text, ["require", "replace"]).trimEnd(),
			...requires,
			...users,
			...ours
		].join("\n")}\n`;
		files.over(main.file, goMod);
		const known = {
			goMod,
			goSum: uniqueLines(sums),
			overlaid
		};
		const deeper = options && !user.isPruned ? await sumsOfRaisedModule(known, user, options) : "";
		return files.over(sumFileOf(main.file), uniqueLines([...sums, deeper]), "go.sum");
	}
	if (!isWhole) for (const { file, text } of user.mains) files.over(file, withoutDirectives(text, ["require"]));
	const goMod = `module gots.injected\n\ngo ${limit}\n\n${requires.join("\n")}\n`;
	files.file("mod/go.mod", goMod);
	const kept = withoutDirectives(user.work.text, ["replace"]).trimEnd();
	const workReplaces = user.work.mod.replaces;
	const ofWork = users.filter((line) => workReplaces.some(({ path }) => line.startsWith(`replace ${path} `)));
	const goSum = sumsOfMember(uniqueLines([user.work.sums, ...sums]), user.work, resolved.providers);
	const added = {
		replaces: [...ofWork, ...ours],
		goMod,
		goSum,
		overlaid
	};
	const deeper = options && isWhole ? await sumsOfRaisedWorkspace(user.work, added, user, options) : "";
	files.late(user.work.file, (folder) => `${[
		kept,
		`use ${modWord(join(folder, "mod"))}`,
		...ofWork,
		...ours
	].join("\n")}\n`);
	return files.file("mod/go.sum", uniqueLines([goSum, deeper]));
}

// src/go/say-places.ts
/** What go printed in one folder, with the places of files as they are seen from another one; files outside that stay absolute. */
function placesIn(text, from, to) {
	return text.replace(/^(\s*)((?:\/|\.{1,2}\/)[^\s:]+)(?=:\d+)/gm, (_, space, name) => {
		const path = isAbsolute(name) ? name : resolve(from, name);
		const near = relative(to, path);
		return `${space}${near.startsWith("..") ? path : near}`;
	});
}

// src/gomod/listed-modules.ts
/** A round as it is remembered: the go.mod of each module in a folder, and the packages in such folders, decide it as well. */
function roundOf({ listed, sums, goMod }, modCache) {
	const isFixed = (dir) => dir.startsWith(`${modCache}/`);
	const targets = parseModFile(goMod).replaces.flatMap(({ target }) => isFolder(target) ? [target] : []);
	const dirs = [...new Set(listed.flatMap(({ Dir, Module }) => Dir && Module ? [Dir] : []))];
	const mods = [...new Set(targets)].map((dir) => join(dir, "go.mod"));
	return {
		value: {
			listed: listed.map(onlyAsked),
			sums
		},
		files: [...mods, ...dirs.filter((dir) => !isFixed(dir))],
		folders: dirs.filter(isFixed)
	};
}
/** Without the fields of a module that go lists unasked: times, deprecation, errors. */
function onlyAsked({ ImportPath, Dir, Module }) {
	const known = {
		ImportPath,
		...Dir === void 0 ? {} : { Dir }
	};
	if (Module === void 0) return known;
	const { Path, Version, Dir: dir, GoMod, Replace } = Module;
	return {
		...known,
		Module: JSON.parse(JSON.stringify({
			Path,
			Version,
			Dir: dir,
			GoMod,
			Replace
		}))
	};
}
function providerOf({ Path: path, Version = "", Dir = "", GoMod, Replace }) {
	return {
		path,
		version: Version,
		dir: Dir,
		replace: Replace && {
			path: Replace.Path,
			version: Replace.Version ?? ""
		},
		mod: parseModFile(readIfThere(Replace?.GoMod ?? GoMod ?? ""))
	};
}
/** A hook module of which only source files are read. */
function folderModule(path, dir) {
	return {
		Path: path,
		Version: someVersion(path),
		Dir: dir,
		Replace: {
			Path: dir,
			GoMod: join(dir, "go.mod")
		}
	};
}
/** Folder by import path of the packages of each module, by module path. */
function packagesByModule(listed) {
	const byModule = /* @__PURE__ */ new Map();
	for (const { ImportPath, Dir = "", Module: module } of listed) {
		if (!module) continue;
		const known = byModule.get(module.Path) ?? /* @__PURE__ */ new Map();
		byModule.set(module.Path, known.set(ImportPath, Dir));
	}
	return byModule;
}

// src/gomod/preferred.ts
/**
* Reads `// gots: prefer V1 [V2 …][, as MODULE]` behind a requirement.
*
* @returns undefined where there is no such comment
*/
function preferenceOf({ path, comment }) {
	const said = /(?:^|;)\s*gots:\s*prefer\s+([^,;]+?)\s*(?:,\s*as\s+(\S+?)\s*)?(?:;|$)/.exec(comment);
	return said ? {
		path,
		as: said[2],
		versions: said[1].split(/\s+/)
	} : void 0;
}
/**
* Version by path of the modules that the program does not have: the version of the family's module, if the program has that or it is chosen
* here, else the first candidate that can be built.
*
* @param isBuildable whether the running toolchain takes a version; asked only where there are several candidates
*/
async function preferredVersions(preferences, program, isBuildable) {
	const byPath = new Map(preferences.map((preference) => [preference.path, preference]));
	const chosen = /* @__PURE__ */ new Map();
	const choose = async (path, asked) => {
		const known = program.get(path) ?? chosen.get(path);
		const preference = byPath.get(path);
		if (known !== void 0 || preference === void 0) return known;
		const { as, versions } = preference;
		const version = (as === void 0 || asked.includes(as) ? void 0 : await choose(as, [...asked, path])) ?? await firstBuildable(path, versions, isBuildable);
		chosen.set(path, version);
		return version;
	};
	for (const { path } of preferences) await choose(path, [path]);
	return chosen;
}
async function firstBuildable(path, versions, isBuildable) {
	for (const version of versions.slice(0, -1)) if (await isBuildable(path, version)) return version;
	return versions.at(-1);
}

// src/gomod/resolve-hooks.ts
const ownPath = "gots.injected";
/** Each round can find modules of the program's that the one before did not know to be used. */
const maxRounds$1 = 8;
/**
* Resolves the hook modules in a module of their own, outside the user's tree, so that nothing is read, asked for or written that only
* concerns the program. Where both use a module, it has the program's version there, unless hook modules require a higher one.
*
* @throws GotsError modules_go_too_old, modules_unresolved
*/
async function resolveHooks(request, user, options) {
	const files = [...request.hooks, ...request.replaced].map(({ dir }) => parseModFile(readIfThere(join(dir, "go.mod"))));
	const needed = highestGo(files.map(({ go }) => go || "1.16"));
	if (compareGo(needed, options.goVersion.replace(/^go/, "")) > 0) modulesGoTooOld(needed, options.goVersion);
	mkdirSync(options.folder, { recursive: true });
	const dir = mkdtempSync(join(options.folder, "resolve-"));
	try {
		return await new Resolution(dir, request, user, options, {
			files,
			needed
		}).resolve();
	} finally {
		rmSync(dir, {
			recursive: true,
			force: true
		});
	}
}
var Resolution = class {
	dir;
	request;
	user;
	options;
	files;
	needed;
	/** Paths that are never taken from the program's list: the hook modules themselves, and main modules. */
	own;
	seeds = /* @__PURE__ */ new Map();
	floors;
	/** Modules of vendor/ that lack a package which injected code needs: taken from where `go mod vendor` took them. */
	incomplete = /* @__PURE__ */ new Set();
	/** Whether a Go file imports the packages: then go requires each module that they use. */
	isImporting = false;
	constructor(dir, request, user, options, known) {
		this.dir = dir;
		this.request = request;
		this.user = user;
		this.options = options;
		this.files = known.files;
		this.needed = known.needed;
		this.floors = floorsOf(user, options);
		const folders = [...request.hooks, ...request.replaced].map(({ path }) => path);
		this.own = /* @__PURE__ */ new Set([...folders, ...user.mains.map(({ path }) => path)]);
	}
	async resolve() {
		const requires = this.files.flatMap(({ requires: each }) => each).filter(({ path }) => !this.own.has(path));
		const preferences = requires.flatMap((each) => preferenceOf(each) ?? []);
		const preferred = await preferredVersions(preferences, this.user.versions, (path, version) => this.isBuildable(path, version));
		for (const { path, version } of requires) {
			const known = this.user.versions.get(path) ?? preferred.get(path);
			const lowest = atLeast(known ?? version, this.floors.get(path));
			if (known !== void 0 || lowest !== version) this.seeds.set(path, lowest);
		}
		let listed = await this.list();
		for (let n = 0; n < maxRounds$1 && this.learn(listed); n++) listed = await this.list();
		const modules = new Map(listed.flatMap(({ Module: m }) => m ? [[m.Path, m]] : []));
		for (const { path, dir } of this.request.hooks) if (!modules.has(path)) modules.set(path, folderModule(path, dir));
		return {
			providers: [...modules.values()].filter(({ Path }) => !this.user.mains.some(({ path }) => path === Path)).map(providerOf).sort((a, b) => a.path < b.path ? -1 : 1),
			packages: packagesByModule(listed),
			others: this.othersOf(requires, modules, preferred),
			sums: readIfThere(join(this.dir, "go.sum"))
		};
	}
	/** Takes up what a round has shown: modules of the program's that are used; false where nothing is new. */
	learn(listed) {
		const before = this.seeds.size + this.incomplete.size;
		for (const { Module: module } of listed) {
			if (!module || this.own.has(module.Path)) continue;
			const lowest = atLeast(module.Version ?? "", this.floors.get(module.Path));
			const version = this.user.versions.get(module.Path) ?? (lowest === module.Version ? void 0 : lowest);
			if (!version) continue;
			if (this.seeds.get(module.Path) === void 0) this.seeds.set(module.Path, version);
			if (this.user.vendor && this.stands(module.Path) && module.Version !== version) this.incomplete.add(module.Path);
		}
		return this.seeds.size + this.incomplete.size > before;
	}
	stands(path) {
		return !this.incomplete.has(path) && Object.values(this.user.vendor?.table.vendored ?? {}).includes(path);
	}
	async list() {
		if (this.request.packages.length === 0) return [];
		const vendored = this.user.vendor ? vendoredFolders(this.user.vendor).filter(({ path }) => this.stands(path)) : [];
		const overlay = join(this.dir, "overlay.json");
		const replaced = {};
		for (const [n, { dir, goMod }] of vendored.entries()) {
			const file = join(this.dir, `vendored-${n}.mod`);
			writeFileSync(file, goMod);
			replaced[join(dir, "go.mod")] = file;
		}
		writeFileSync(overlay, JSON.stringify({ Replace: replaced }));
		const folders = [...this.request.hooks, ...this.request.replaced].map((each) => each.dir);
		const [goMod, sums] = [this.goMod(vendored), knownSums([...folders, this.dir], this.user)];
		const { flags, answers, env, goVersion, modCache } = this.options;
		const tags = flags.tags ? [`-tags=${flags.tags}`] : [];
		const packages = this.isImporting ? [".", ...this.request.packages] : this.request.packages;
		const ask = async () => {
			writeFileSync(join(this.dir, "go.mod"), goMod);
			writeFileSync(join(this.dir, "go.sum"), sums);
			const args = [
				"list",
				"-mod=mod",
				"-deps",
				"-json=ImportPath,Dir,Module",
				...tags
			];
			const { exitCode, stdout, stderr } = await this.run([
				...args,
				`-overlay=${overlay}`,
				"--",
				...packages
			]);
			if (exitCode !== 0) throw new GoRefused(stderr);
			const listed = parseJsonStream(stdout).filter(({ Module }) => Module?.Path !== ownPath);
			return roundOf({
				listed,
				sums: readIfThere(join(this.dir, "go.sum")),
				goMod
			}, modCache);
		};
		const question = [
			"resolve",
			goVersion,
			goVariables(env),
			...tags,
			goMod,
			sums,
			JSON.stringify(vendored)
		];
		try {
			const round = await answers.recall([
				...question,
				"--",
				...packages
			], ask);
			writeFileSync(join(this.dir, "go.sum"), round.sums);
			return round.listed;
		} catch (error) {
			if (!(error instanceof GoRefused)) throw error;
			if (this.lacks(error.message) || this.isAmbiguous(error.message)) return this.list();
			return modulesUnresolved(placesIn(error.message.trim(), this.dir, this.options.moduleDir));
		}
	}
	/**
	* A package that two modules have: an old one as a whole, and one that it was split into. What go.mod lists goes before the rest, so the
	* program's choice is listed. Else modules that hook modules use may require the old one without the package, but go looks at their
	* requirements only once they are listed, as `go mod tidy` does.
	*/
	isAmbiguous(stderr) {
		if (!stderr.includes("ambiguous import: found package")) return false;
		const before = this.seeds.size;
		for (const [, path = ""] of stderr.matchAll(/^\t(\S+) v\S+ \(/gm)) {
			const version = this.user.versions.get(path);
			if (version !== void 0 && !this.seeds.has(path)) this.seeds.set(path, version);
		}
		if (this.seeds.size > before || this.isImporting) return this.seeds.size > before;
		const imports = this.request.packages.filter((path) => !path.split("/").includes("internal"));
		writeFileSync(join(this.dir, "imports.go"), `package p\n\n${imports.map((path) => `import _ "${path}"\n`).join("")}`);
		this.isImporting = true;
		return true;
	}
	/** Takes up which modules of vendor/ lack a package that go does not find; false where it is another mistake. */
	lacks(stderr) {
		if (!this.user.vendor) return false;
		const { vendored } = this.user.vendor.table;
		const unknown = stderr.split(/[\s:,;()"]+/).filter((word) => word.includes("/") && !Object.hasOwn(vendored, word));
		const modules = new Set(Object.values(vendored));
		const before = this.incomplete.size;
		for (const path of modules) if (this.stands(path) && unknown.some((word) => word.startsWith(`${path}/`))) this.incomplete.add(path);
		return this.incomplete.size > before;
	}
	run(args) {
		const { go, env, goVersion } = this.options;
		const kept = splitQuoted(env["GOFLAGS"] ?? "").filter((word) => /^--?modcacherw/.test(word));
		const release = /^go1\.\S+/.exec(goVersion)?.[0];
		return runGo(args, {
			go,
			cwd: this.dir,
			env: {
				...env,
				PWD: this.dir,
				GOFLAGS: ["-buildvcs=false", ...kept].join(" "),
				GOCACHEPROG: "",
				GOWORK: "off",
				GOTOOLCHAIN: release ?? "local"
			}
		});
	}
	goMod(vendored) {
		const { hooks, replaced, pins } = this.request;
		const lines = [`module ${ownPath}`, `go ${highestGo([this.needed, "1.17"])}`];
		for (const { path } of hooks) lines.push(`require ${path} ${someVersion(path)}`);
		for (const { path, version } of vendored) if (!this.own.has(path)) lines.push(`require ${path} ${version}`);
		const stood = new Set(vendored.map(({ path }) => path));
		for (const [path, version] of this.seeds) if (!stood.has(path)) lines.push(`require ${path} ${version}`);
		const taken = /* @__PURE__ */ new Set();
		const replace = (path, version, target) => {
			lines.push(`replace ${path}${version && ` ${version}`} => ${target}`);
			if (version === "") taken.add(path);
		};
		for (const { path, dir, anyVersion } of hooks) replace(path, anyVersion ? "" : someVersion(path), modWord(dir));
		for (const { path, dir } of replaced) if (!taken.has(path)) replace(path, "", modWord(dir));
		for (const { path, version } of pins) if (!taken.has(path)) replace(path, "", `${path} ${version}`);
		for (const { path, dir } of this.user.mains) if (!taken.has(path)) replace(path, "", modWord(dir));
		for (const { path, version, dir } of vendored) if (!taken.has(path)) replace(path, this.user.isReplaced(path) ? "" : version, modWord(dir));
		const ours = /* @__PURE__ */ new Set([...taken, ...stood]);
		for (const { path, version, target, targetVersion } of this.user.replaces) if (!ours.has(path)) replace(path, version, `${modWord(target)}${targetVersion && ` ${targetVersion}`}`);
		const excludes = this.user.mains.flatMap(({ mod }) => mod.excludes);
		for (const { path, version } of excludes) lines.push(`exclude ${path} ${version}`);
		return `${lines.join("\n")}\n`;
	}
	othersOf(requires, providers, preferred) {
		const others = /* @__PURE__ */ new Map();
		for (const { path, version } of requires) {
			if (providers.has(path) || this.user.versions.has(path)) continue;
			const best = atLeast(preferred.get(path) ?? version, this.floors.get(path));
			if (compareModuleVersions(best, others.get(path) ?? "") > 0) others.set(path, best);
		}
		return others;
	}
	async isBuildable(path, version) {
		const known = join(this.options.modCache, "cache/download", escaped(path), "@v", `${escaped(version)}.mod`);
		let text = readIfThere(known);
		if (text === "") {
			writeFileSync(join(this.dir, "go.mod"), `module ${ownPath}\n`);
			const listed = await this.run([
				"list",
				"-m",
				"-f",
				"{{.GoMod}}",
				`${path}@${version}`
			]);
			text = readIfThere(listed.stdout.trim());
		}
		return text !== "" && compareGo(parseModFile(text).go, this.options.goVersion.replace(/^go/, "")) <= 0;
	}
};

// src/driver/plan/join-modules.ts
/** A hook module may bring in packages for which there are more rules; so often that is looked at. */
const maxRounds = 5;
/**
* Joins the hook modules to the build, if any aspect that needs them can match in it. The aspects of some dialects are for
* what hooks bring in as well.
*
* @throws GotsError modules_…
*/
async function joinModules(all, { hooks, replaced, pins }, user, options) {
	if (hooks.length === 0) return {
		aspects: all,
		injection: void 0,
		added: [],
		raised: []
	};
	const before = listOf(user, void 0);
	let list = before;
	let used = [];
	let aspects = [];
	let resolved;
	for (let n = 0; n < maxRounds; n++) {
		aspects = all.filter((aspect) => canMatch(aspect, dialectFacts[aspect.dialect].matchesInjected ? list : before));
		const needed = new Set(aspects.filter((aspect) => versionsAllow(aspect, list)).flatMap(injectablePackages));
		const more = hooks.filter((hook) => used.includes(hook) || [...needed].some((path) => holds(hook, path)));
		if (more.length === used.length) break;
		used = more;
		const packages = linkedIn(aspects, used, hooks);
		resolved = await resolveHooks({
			hooks: used,
			replaced,
			pins,
			packages
		}, user, options);
		list = listOf(user, resolved);
	}
	if (!resolved) return {
		aspects,
		injection: void 0,
		added: [],
		raised: []
	};
	const request = {
		hooks: used,
		replaced,
		pins,
		packages: linkedIn(aspects, used, hooks)
	};
	const { injection, raised } = await inject(resolved, request, user, options);
	return {
		aspects,
		injection,
		raised,
		added: addedModules(resolved, raised, user)
	};
}
/** The modules of the build, with main modules and what injected code brings along. */
function listOf(user, resolved) {
	const list = new Map([...user.versions].map(([path, version]) => [path, user.table.versions[path] || version]));
	for (const { path } of user.mains) list.set(path, "");
	for (const { path, version, replace } of resolved?.providers ?? []) list.set(path, replace?.version || version);
	return list;
}
function addedModules({ providers }, raised, user) {
	const added = /* @__PURE__ */ new Map();
	for (const { path, version } of providers) if (!user.versions.has(path)) added.set(path, {
		path,
		version
	});
	for (const { path, from, to } of raised) added.set(path, {
		path,
		version: to,
		raisedFrom: from
	});
	return [...added.values()].sort((a, b) => a.path < b.path ? -1 : 1);
}
/** The packages of the hook modules in use that the aspects link. */
function linkedIn(aspects, used, all) {
	return [...new Set(aspects.flatMap(linkedPackages))].filter((path) => used.some((hook) => hook === ownerOf(path, all)));
}
/** The hook module that has a package: one of them may lie below another. */
function ownerOf(path, hooks) {
	const [owner] = hooks.filter((hook) => holds(hook, path)).sort((a, b) => b.path.length - a.path.length);
	return owner;
}
function holds(hook, path) {
	return path === hook.path || path.startsWith(`${hook.path}/`);
}
function canMatch(aspect, list) {
	return impliedImports(aspect.joinPoint).every((path) => isProvided(path, list));
}
/** Whether the build list, or the standard library, can hold a package of this path. */
function isProvided(path, list) {
	return !path.split("/")[0].includes(".") || moduleIn(path, list) !== void 0;
}
function moduleIn(path, list) {
	const module = [...pathAndParents(path)].find((each) => list.has(each));
	if (module !== void 0) return module;
	return path.endsWith("_test") ? moduleIn(path.slice(0, -5), list) : void 0;
}
/** False where the module of the only package that can match has a version the aspect is not for: its hooks may ask for another. */
function versionsAllow({ joinPoint }, list) {
	const points = joinPoint.kind === "all-of" ? joinPoint.points : [];
	const path = points.find((point) => point.kind === "import-path")?.path;
	const version = path === void 0 ? void 0 : list.get(moduleIn(path, list) ?? "");
	if (!version) return true;
	return points.every((point) => point.kind !== "module-version" || isInRange(version, point.range));
}

// src/driver/plan/neighbour-modules.ts
/**
* The modules that hook modules replace by folders in their own go.mod files. Where there are any, the versions that they require of each
* other mean nothing, and the folders stand in for all.
*
* @param main the user's module
*/
function neighbours(hooks, main) {
	const { goMod } = main;
	const isRequired = (path) => goMod.requires.some((each) => each.path === path);
	const users = new Map([...foldersOf(main.moduleDir, goMod)].filter(([path]) => isRequired(path)));
	const missing = hooks.filter(({ path }) => !users.has(path));
	const found = /* @__PURE__ */ new Map();
	const todo = missing.map(({ dir }) => dir);
	for (const dir of todo) for (const [path, folder] of foldersOf(dir, parseModFile(readIfThere(join(dir, "go.mod"))))) {
		if (found.has(path) || users.has(path)) continue;
		found.set(path, folder);
		todo.push(folder);
	}
	const replaced = [...found].sort(([a], [b]) => a < b ? -1 : 1).map(([path, dir]) => ({
		path,
		dir,
		anyVersion: true
	}));
	return {
		hooks: missing.map((hook) => found.has(hook.path) ? {
			...hook,
			anyVersion: true
		} : hook),
		replaced
	};
}
/** Module path → folder, for the replacements of all versions by a folder. */
function foldersOf(dir, { replaces }) {
	const local = replaces.filter(({ version, target }) => version === "" && isFolder(target));
	return new Map(local.map(({ path, target }) => [path, resolve(dir, target)]));
}

// src/driver/plan/make-plan.ts
/** Files that change as fast as this are not read in peace. */
const attempts = 5;
const pauseMs = 250;
/**
* Makes a new plan: finds and reads the aspects, and joins the modules they inject to the user's. Files that change meanwhile are
* read again: a plan stands for what was read.
*
* @throws GotsError of aspects and modules; build_plan_unsteady
*/
async function newPlan(request, place) {
	for (let attempt = 1;; attempt++) {
		const log = new ReadLog();
		const { plan, warnings, raised } = await onePlan(request, place, log);
		const changed = log.changed(plan.inputs, request.cacheDir);
		if (changed === void 0) {
			for (const warning of warnings) request.log.warn(formatError(new GotsError(warning)));
			for (const each of raised) request.log.warn(raisedNotice(each));
			return plan;
		}
		if (attempt === attempts || isPluginFile(changed)) planUnsteady(changed);
		await setTimeout(pauseMs * attempt);
	}
}
async function onePlan(request, place, log) {
	const { moduleDir, configDirs, overlay, answers } = place;
	const { goEnv, home } = request;
	const aspectsPlace = {
		root: moduleDir,
		configDirs,
		workDir: goEnv.goWork === "" ? void 0 : dirname(goEnv.goWork),
		home,
		moduleCache: goEnv.modCache,
		env: request.env,
		findPackages: packageFinder({
			go: request.go,
			flags: place.findFlags,
			env: request.env
		}, {
			answers,
			decisive: moduleFiles(request, place)
		}),
		over: overlay.over
	};
	const watch = (below) => log.watch(below);
	const kept = new KeptFiles(join(request.cacheDir, "builds", `aspects-${place.code.slice(0, 20)}.json`), place.code);
	const loaded = await configuredAspects(aspectsPlace, {
		named: request.aspectFiles,
		cwd: request.cwd,
		watch,
		kept
	});
	kept.save();
	const modules = await mainModules(request, place);
	const options = {
		go: request.go,
		cwd: place.cwd,
		env: request.env,
		moduleDir,
		userGoWork: goEnv.goWork,
		goVersion: goEnv.version,
		modCache: goEnv.modCache,
		folder: join(request.cacheDir, "work"),
		flags: place.moduleFlags,
		answers
	};
	const goMod = parseModFile(readIfThere(join(moduleDir, "go.mod")));
	const mainDirs = modules.map(({ dir }) => dir);
	const user = await userModules(mainDirs, options);
	const brought = hookModules(loaded, {
		moduleDir,
		goMod,
		mainDirs,
		home,
		env: request.env
	});
	const { hooks: own, replaced } = neighbours(brought.beside, {
		moduleDir,
		goMod
	});
	const hooks = [...own, ...brought.checkout.filter(({ dir }) => !own.some((hook) => hook.dir === dir))];
	const joined = await joinModules(loaded.aspects, {
		hooks,
		replaced,
		pins: brought.pins
	}, user, options);
	const { injection, added, raised } = joined;
	const all = withInjected(user.table, injection);
	const table = joined.aspects.some((aspect) => aspect.needs || asksForVersions(aspect.joinPoint)) ? all : void 0;
	const needs = [...new Set(joined.aspects.flatMap((aspect) => aspect.needs ?? []))].sort();
	const existing = await existingPackages(needs, all, {
		...options,
		injection
	});
	const aspects = joined.aspects.filter((aspect) => aspect.needs?.every((path) => existing.has(path)) ?? true);
	const editable = editableInputs(table ?? (injection && user.table), needs, goEnv.modCache);
	const more = [...moduleInputs(user, moduleDir, place.moduleFlags), ...editable];
	const paths = inputsOf(place, goEnv, loaded, [
		...modules,
		...hooks,
		...replaced
	], more);
	return {
		plan: {
			version: weaverVersion,
			code: place.code,
			goVersion: goEnv.version,
			modules: table,
			aspects,
			aspectFiles: loaded.files.map((file) => ({
				...file,
				path: overlay.actual(file.path) ?? file.path
			})),
			inputs: log.inputs(underOverlay(paths, overlay), goEnv.modCache),
			rootModule: modules.find((m) => m.dir === moduleDir)?.path ?? modules[0]?.path ?? "",
			moduleDirs: modules.map((m) => realpathSync(m.dir)),
			workDir: goEnv.goWork === "" ? "" : realpathSync(dirname(goEnv.goWork)),
			injection,
			added,
			goCache: goEnv.goCache,
			moduleCache: goEnv.modCache,
			cacheDir: request.cacheDir,
			shim: await place.shim
		},
		warnings: loaded.warnings,
		raised
	};
}
/** The modules of the program, with those that come in. */
function withInjected(table, injection) {
	if (!injection) return table;
	return {
		...table,
		versions: {
			...table.versions,
			...injection.versions
		},
		dirs: {
			...table.dirs,
			...injection.dirs
		}
	};
}
function raisedNotice({ path, from, to, askedBy }) {
	return `weaving raises ${path} from ${from} to ${to}, which ${askedBy} asks for; \`go get ${path}@${to}\` makes that the program's own version, \`disable\` in gots.yml leaves aspects out`;
}
/** Files beyond go.mod and go.sum of the main modules that decide how modules are found. */
function moduleInputs(user, moduleDir, { modfile }) {
	return [
		join(user.work ? dirname(user.work.file) : moduleDir, "vendor", "modules.txt"),
		...user.work && !user.work.isLoaded ? [`${user.work.file}.sum`] : [],
		...modfile === void 0 ? [] : [modfile, sumFileOf(modfile)]
	];
}
/** Where the contents of paths lie, and what says so. */
function underOverlay(paths, { actual, file }) {
	const places = paths.map(actual).filter((path) => path !== void 0);
	return file === "" ? places : [...places, file];
}
/** Files that decide which modules there are, and in which versions. */
function moduleFiles({ goEnv }, { moduleDir, moduleFlags, overlay }) {
	const { goWork } = goEnv;
	const { modfile } = moduleFlags;
	const root = goWork === "" ? moduleDir : dirname(goWork);
	const used = parseModFile(readIfThere(goWork)).uses.map((dir) => resolve(root, dir));
	const own = [
		...[.../* @__PURE__ */ new Set([moduleDir, ...used])].map((dir) => join(dir, "go.mod")),
		...goWork === "" ? [] : [goWork],
		...modfile === void 0 ? [] : [modfile]
	];
	const replaced = own.flatMap((file) => parseModFile(readIfThere(file)).replaces.flatMap(({ target, targetVersion }) => isFolder(target) && targetVersion === "" ? [join(resolve(dirname(file), target), "go.mod")] : []));
	const files = [
		...own,
		...own.map(sumFileOf),
		...replaced,
		join(root, "vendor", "modules.txt")
	];
	return [...new Set(overlay.file === "" ? files : [...files, overlay.file])];
}
/** Outside a workspace there is one main module, and its go.mod names it; what is wrong with a go.mod, go says. */
async function mainModules(request, place) {
	const { moduleDir, answers } = place;
	const { module: path } = parseModFile(readIfThere(join(moduleDir, "go.mod")));
	if (request.goEnv.goWork === "" && path !== "") return [{
		path,
		dir: moduleDir
	}];
	return answers.recall([
		"main modules",
		moduleDir,
		request.goEnv.goWork
	], async () => ({
		value: await listMainModules(request, moduleDir),
		files: moduleFiles(request, place),
		folders: []
	}));
}
async function listMainModules(request, moduleDir) {
	const env = {
		...request.env,
		GOFLAGS: "-buildvcs=false",
		GOCACHEPROG: ""
	};
	const result = await runGo([
		"list",
		"-m",
		"-f",
		"{{.Path}}	{{.Dir}}"
	], {
		go: request.go,
		cwd: moduleDir,
		env
	});
	if (result.exitCode !== 0) goFailed("go list -m", result.stderr);
	return result.stdout.trim().split("\n").map((line) => line.split("	")).map(([path = "", dir = ""]) => ({
		path,
		dir
	}));
}
/** Files whose change makes the plan stale, besides those that were read here; absent ones that would matter included. */
function inputsOf({ configDirs }, goEnv, loaded, modules, more) {
	const folders = [...configDirs, ...goEnv.goWork === "" ? [] : [dirname(goEnv.goWork)]];
	const paths = new Set(folders.flatMap((dir) => configurationFiles.map((name) => join(dir, name))));
	for (const { dir } of modules) for (const name of ["go.mod", "go.sum"]) paths.add(join(dir, name));
	if (goEnv.goWork !== "") paths.add(goEnv.goWork);
	for (const file of loaded.files) paths.add(file.path);
	for (const path of [...loaded.folders, ...loaded.absent]) paths.add(path);
	for (const path of more) paths.add(path);
	return [...paths];
}
/** Of modules that lie outside the module cache the go.mod, and the folders of packages that aspects depend on. */
function editableInputs(table, needs, modCache) {
	if (table === void 0) return [];
	const mods = Object.values(table.dirs).map((dir) => join(dir, "go.mod"));
	const dirs = needs.map((path) => packageDir(table, path)).filter((dir) => dir !== void 0);
	return [...mods, ...dirs].filter((path) => !path.startsWith(`${modCache}/`));
}

export { newPlan };