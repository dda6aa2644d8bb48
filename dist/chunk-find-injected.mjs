import { t as disk } from "./chunk-file-view.mjs";
import { n as sha256, t as hashParts } from "./chunk-hash.mjs";
import { a as modulePathOf } from "./chunk-module-folder.mjs";
import { i as readFlags, t as childFlags } from "./chunk-flags.mjs";
import { n as readOverlay } from "./chunk-overlay.mjs";
import { t as settingsFiles } from "./chunk-settings-file.mjs";
import { t as injectedFlags } from "./chunk-injected-flags.mjs";
import { t as goImports } from "./chunk-go-imports.mjs";
import { r as GotsError } from "./chunk-message.mjs";
import { n as consultedPackages, r as injectablePackages, t as adoptedFiles } from "./chunk-aspect-packages.mjs";
import { a as stripVariant, i as packageFacts, n as liveAspects, r as liveText } from "./chunk-package-aspects.mjs";
import { t as hashFile } from "./chunk-plan.mjs";
import { t as parseJsonStream } from "./chunk-go.mjs";
import { a as planStale } from "./chunk-build.mjs";
import { n as isGoFile, t as goFilesIn } from "./chunk-package-files.mjs";
import { readdirSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";

// src/driver/injected/closure.ts
/**
* The closure of `roots`, from the weave cache while no file of its directories changed, else from `go list -deps`.
*
* @throws Error with go's output when go list fails as a whole
*/
async function loadClosure(roots, options) {
	if (roots.length === 0) return {
		packages: [],
		missing: {}
	};
	const key = hashParts("closure", options.context, roots.join("\n"), options.flags.join("\n"), options.at.cwd);
	const stored = await options.records.getRecord(key);
	if (stored && isCurrent(stored, options.ownModules)) return stored;
	const args = [
		"-e",
		"-deps",
		`-json=ImportPath,Name,Dir,Standard,Imports,ImportMap,Module,EmbedPatterns,CXXFiles,SwigCXXFiles,Error`,
		...options.flags,
		"--",
		...roots
	];
	const listed = await options.go.list(options.at, args);
	if (listed.exitCode !== 0) throw new Error(listed.stderr.trim());
	const closure = describe(parseJsonStream(listed.stdout), options.fixed);
	try {
		await options.records.putRecord(key, closure);
	} catch {}
	return closure;
}
/** Whether a remembered closure still holds. A package that was not found may have been written meanwhile. */
function isCurrent({ packages, missing }, ownModules) {
	return !Object.keys(missing).some((path) => mayAppear(path, ownModules)) && packages.every((p) => p.origin !== "" || sameFiles(p));
}
/**
* Files and folders whose change makes a closure another one; undefined if a package may appear without any of them changing.
*
* @param moduleDirs folders of the modules in which a package appears when its folder does
*/
function filesThatDecide({ packages, missing }, moduleDirs) {
	const ownModules = moduleDirs.map(modulePathOf);
	if (Object.keys(missing).some((path) => mayAppear(path, ownModules))) return void 0;
	return packages.filter((p) => p.origin === "").flatMap((p) => [p.dir, ...everythingIn(p)]);
}
function everythingIn({ dir, files, embeds }) {
	return (embeds ? readdirSync(dir, {
		recursive: true,
		encoding: "utf8"
	}) : Object.keys(files)).map((name) => join(dir, name));
}
function mayAppear(path, ownModules) {
	return ownModules.some((module) => path === module || path.startsWith(`${module}/`));
}
function describe(listed, fixed) {
	const missing = {};
	const packages = [];
	for (const p of listed) {
		if (p.Error && !p.Dir) missing[p.ImportPath] = p.Error.Err;
		if (!p.Dir || p.ImportPath === "unsafe") continue;
		const module = p.Module?.Replace ?? p.Module;
		const versioned = module?.Version && !p.Module?.Main && p.Dir.includes(`@${module.Version}`) ? `${module.Path}@${module.Version}` : fixed[p.Module?.Replace?.Path ?? ""] ?? "";
		const origin = p.Standard ? "std" : versioned;
		const embeds = p.EmbedPatterns !== void 0;
		const imports = (p.Imports ?? []).map((path) => p.ImportMap?.[path] ?? path);
		packages.push({
			path: p.ImportPath,
			name: p.Name ?? "",
			imports,
			origin,
			dir: origin === "std" ? "" : p.Dir,
			files: origin === "" ? filesOf(p.Dir, embeds) : {},
			embeds,
			isCxx: p.CXXFiles !== void 0 || p.SwigCXXFiles !== void 0,
			...p.Module ? { module: nameOf(p.Module) } : {}
		});
	}
	return {
		packages,
		missing
	};
}
/** Without folders and times. */
function nameOf({ Path, Version, Main, Replace }) {
	return {
		Path,
		...Version === void 0 ? {} : { Version },
		...Main ? { Main } : {},
		...Replace ? { Replace: nameOf(Replace) } : {}
	};
}
/** Every file directly in the folder but tests: more than go builds from, never less. With `deep`, tests as well and all files below. */
function filesOf(dir, deep) {
	const files = {};
	for (const name of listFiles(dir, deep)) files[name] = hashFile(join(dir, name));
	return files;
}
function listFiles(dir, deep) {
	try {
		return readdirSync(dir, {
			withFileTypes: true,
			recursive: deep
		}).filter((entry) => !entry.isDirectory() && (deep || !/^\.|_test\.go$/.test(entry.name))).map((entry) => relative(dir, join(entry.parentPath, entry.name))).sort();
	} catch {
		return [];
	}
}
/** Whether a package that may change has the files that it had. */
function sameFiles(p) {
	const now = listFiles(p.dir, p.embeds);
	const then = Object.keys(p.files);
	return now.length === then.length && now.every((name) => p.files[name] === hashFile(join(p.dir, name)));
}

// src/driver/injected/identities.ts
/**
* Says for each injectable package whether it is still the same: a hash over everything its archive is made from, its
* whole closure and the weaving of that closure included, computed without building anything. Two equal identities mean
* interchangeable archives; that is what W and the linker's salt need (build-protocol A1, A2).
*/
var Identities = class {
	byPath;
	closure;
	/** Packages that weaving may bring in, or look at, by their own right; sorted. */
	roots;
	aspects;
	context;
	recordsPlaces;
	overlay;
	view;
	known = /* @__PURE__ */ new Map();
	hashes = /* @__PURE__ */ new Map();
	injectedBy = /* @__PURE__ */ new Map();
	/** @param build what all archives depend on: toolchain, flags and environment, hashed; whether they hold paths; what lies over the files */
	constructor(closure, aspects, build) {
		this.closure = closure;
		this.aspects = aspects;
		this.context = build.context;
		this.recordsPlaces = build.recordsPlaces;
		this.overlay = build.overlay;
		this.roots = build.roots;
		this.view = build.overlay.over(disk);
		this.byPath = new Map(closure.packages.map((p) => [p.path, p]));
	}
	/** Identity of a package; packages that cannot be found have one too, which changes with the reason. */
	of(path) {
		let id = this.known.get(path);
		if (id === void 0) {
			id = this.compute(path);
			this.known.set(path, id);
		}
		return id;
	}
	/** Closure of a package, what weaving injects into it included, sorted by path. */
	packagesBelow(path) {
		const seen = /* @__PURE__ */ new Set();
		const todo = [path];
		for (let next = todo.pop(); next !== void 0; next = todo.pop()) {
			const p = this.byPath.get(next);
			if (seen.has(next) || !p) continue;
			seen.add(next);
			todo.push(...p.imports, ...this.injectedInto(p));
		}
		return [...seen].sort().map((name) => this.byPath.get(name));
	}
	injectedInto(p) {
		let injected = this.injectedBy.get(p);
		if (!injected) {
			injected = this.aspects.injected(p);
			this.injectedBy.set(p, injected);
		}
		return injected;
	}
	/** Identity of the Go files of one package alone. */
	sourceOf(path) {
		const p = this.byPath.get(path);
		return p === void 0 ? "" : hashParts(p.path, p.origin, JSON.stringify(p.files), this.overlay.hash);
	}
	/**
	* The Go files of a package; undefined for the standard library's, and where there is none.
	*
	* @throws GotsError build_plan_stale if one is not the file any more that the package's identity stands for
	*/
	goFilesOf(path) {
		const p = this.byPath.get(path);
		if (p === void 0 || p.dir === "") return void 0;
		const files = goFilesIn(p.dir, path, this.view);
		if (p.origin !== "") return files;
		const names = new Set(files.map(({ name }) => basename(name)));
		for (const name of Object.keys(p.files)) {
			const file = join(p.dir, name);
			if (isGoFile(name) && !names.has(name) && !this.overlay.names(file)) planStale(file);
		}
		for (const { name, bytes } of files) {
			const file = join(p.dir, basename(name));
			if (!this.overlay.names(file) && p.files[basename(name)] !== sha256(bytes)) planStale(file);
		}
		return files;
	}
	/** A file of an injectable package that changed since this build began; undefined if there is none. */
	changedFile() {
		return this.closure.packages.filter(({ origin }) => origin === "").find((p) => !sameFiles(p))?.dir;
	}
	/** A package as go listed it; undefined if it is none of the closure. */
	listed(path) {
		return this.byPath.get(path);
	}
	isCxx(path) {
		return this.byPath.get(path)?.isCxx ?? false;
	}
	missing(path) {
		return this.closure.missing[path];
	}
	compute(path) {
		const parts = this.packagesBelow(path).map((p) => this.hashOf(p));
		return hashParts(this.context, path, this.missing(path) ?? "", ...parts);
	}
	/** Hash of one package alone; closures overlap almost entirely. */
	hashOf(p) {
		let hash = this.hashes.get(p);
		if (hash === void 0) {
			const place = this.recordsPlaces ? p.dir : "";
			const { path, origin, files, imports } = p;
			hash = hashParts(path, origin, place, JSON.stringify(files), imports.join(" "), this.aspects.liveText(p));
			this.hashes.set(p, hash);
		}
		return hash;
	}
};

// src/driver/injected/injected-only.ts
const none = /* @__PURE__ */ new Set();
/**
* Packages that only injected code brings into this build, among those which aspects with the reach `user` would weave: these leave
* them alone. Asked of go before anything is compiled, so that one build has one answer; in another build, of other packages of the
* module, it may be another, and with it the keys are.
*
* @param flags of the go command, as far as they decide which files and modules belong to the build
* @throws Error with go's output when go list fails as a whole
*/
async function injectedOnly({ plan, go }, owner, closure, flags) {
	if (plan.injectedOnly) return new Set(plan.injectedOnly);
	const inQuestion = closure.packages.filter((p) => {
		return liveAspects(plan, none, packageFacts({
			...p,
			testMain: false
		}, plan)).some(({ reach }) => reach === "user");
	});
	if (inQuestion.length === 0) return none;
	const { command = "", packages = [] } = owner.flags ?? readFlags([], []);
	const tests = command === "test" || command === "vet" ? ["-test"] : [];
	const patterns = packages.length > 0 ? packages : ["."];
	const args = [
		"-e",
		"-deps",
		...tests,
		"-f",
		"{{.ImportPath}}",
		...flags,
		"--",
		...patterns
	];
	const result = await go.list(owner, args);
	if (result.exitCode !== 0) throw new Error(result.stderr.trim());
	const users = new Set(result.stdout.split("\n").map(stripVariant));
	return new Set(inQuestion.map((p) => p.path).filter((path) => !users.has(path)));
}

// src/driver/injected/find-injected.ts
/**
* Finds the packages that weaving may bring in, or look at, with all they import, and what decides their content.
*
* @param tool the compiler that the go command uses
* @throws Error with go's output where packages cannot be listed
*/
async function findInjected(context, owner, tool) {
	const { plan, build, go, records, overlay: generatedOverlay } = context;
	const flags = owner.flags ? childFlags(owner.flags, "off").filter((flag) => flag !== "-pgo=off") : [];
	const overlay = readOverlay(owner.flags?.values.get("overlay"), owner.cwd);
	const aspectFiles = new Set(plan.aspectFiles.map(({ path }) => path));
	const files = plan.inputs.filter(({ path }) => !aspectFiles.has(path)).map((input) => `${input.path} ${input.hash}`).join("\n");
	const goRoot = resolve(dirname(tool), "..", "..", "..");
	const toolchain = `${dirname(tool)} ${hashFile(join(goRoot, "VERSION"))}`;
	const settings = settingsFiles(build.settings, goRoot).map(hashFile).join("\n");
	const content = flags.filter((flag) => !/^-(mod|modfile|overlay)=/.test(flag));
	const environment = hashParts(plan.code, toolchain, build.archives, settings, content.join("\n"), overlay.hash);
	const generated = generatedOverlay === void 0 ? "" : `${generatedOverlay} ${hashFile(generatedOverlay)}`;
	const modules = [
		build.goWork,
		build.goflags,
		generated
	].join("\n");
	const roots = [...new Set(plan.aspects.flatMap(packagesBehind))].sort();
	const graphFlags = flags.filter((flag) => /^-(tags|race|msan|asan|mod|modfile|overlay|compiler|installsuffix)\b/.test(flag));
	const load = (paths) => loadClosure(paths, {
		go,
		at: owner,
		flags: injectedFlags(graphFlags, plan.injection, generatedOverlay),
		context: hashParts(environment, modules, files),
		ownModules: plan.moduleDirs.map(modulePathOf),
		records,
		fixed: plan.injection?.standIns ?? {}
	});
	const named = await load(roots);
	const extra = importsOfAdopted(plan.aspects, named, overlay.over(disk));
	const closure = extra.length === 0 ? named : await load([...roots, ...extra]);
	const usersFlags = plan.injection?.raises ? injectedFlags(graphFlags, plan.injection, generatedOverlay) : graphFlags;
	const left = await injectedOnly({
		plan,
		go
	}, owner, closure, usersFlags);
	return {
		identities: new Identities(closure, aspectView(plan, left), {
			context: environment,
			recordsPlaces: !flags.includes("-trimpath"),
			overlay,
			roots: [...roots, ...extra]
		}),
		injectedOnly: left,
		overlay: generatedOverlay
	};
}
/** Packages whose content can change what an aspect makes of a package, though that package does not import them. */
function packagesBehind(aspect) {
	return [...injectablePackages(aspect), ...consultedPackages(aspect)];
}
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
/** How aspects look at packages of the closure, remembered by package. */
function aspectView(plan, injectedOnly) {
	const factsOf = (p) => packageFacts({
		...p,
		testMain: false
	}, plan);
	const live = (p) => liveAspects(plan, injectedOnly, factsOf(p));
	return {
		liveText: (p) => liveText(live(p), factsOf(p)),
		injected: (p) => live(p).flatMap(packagesBehind)
	};
}

export { importsOfAdopted as n, filesThatDecide as r, findInjected as t };