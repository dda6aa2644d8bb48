import { n as failure } from "./chunk-message.mjs";
import { n as readIfThere } from "./chunk-read-if-there.mjs";
import { join } from "node:path";

// src/report/texts/build.ts
const texts$1 = {
	build_injection_cycle: {
		code: "build_injection_cycle",
		message: "injection cycle: %ring%",
		hint: "exclude one of these packages from the aspect, or let it only be linked (`links:` with go:linkname)"
	},
	build_injected_not_found: {
		code: "build_injected_not_found",
		message: "cannot inject package \"%path%\" into %host%: %reason%",
		hint: "add its module to go.mod (go get %path%), or correct the path in the aspect"
	},
	build_injected_failed: {
		code: "build_injected_failed",
		message: "package \"%path%\", injected into %host%, does not build",
		family: "go"
	},
	build_plan_stale: {
		code: "build_plan_stale",
		message: "%file% has changed since this build was planned",
		hint: "build again; after `gots env`, run that again first"
	},
	build_plan_unsteady: {
		code: "build_plan_unsteady",
		message: "%file% changes while the build is planned",
		hint: "build again when nothing writes to it"
	},
	build_plan_unusable: {
		code: "build_plan_unusable",
		message: "the plan of this build cannot be used: %file%: %reason%",
		hint: "run `gots env` again"
	},
	build_variant_mismatch: {
		code: "build_variant_mismatch",
		message: "%path%, which weaving injects, imports %needed%, and %binary% holds a variant of %needed% recompiled for its test",
		hint: "exclude %needed% from what the injected packages import, or do not weave this test"
	},
	build_shared_unsupported: {
		code: "build_shared_unsupported",
		message: "%flag% takes packages from installed libraries, which cannot be woven",
		hint: "build without %flag%"
	},
	build_loop_semantics: {
		code: "build_loop_semantics",
		message: "%path% is of %lang%, and some of its files, by a build constraint, of Go 1.22 or newer: woven, their loops would not keep their meaning with %compiler%",
		hint: "build with Go 1.26 or newer, give the package one language version, or do not weave it"
	},
	build_toolexec_replaced: {
		code: "build_toolexec_replaced",
		message: "-toolexec=%program% takes the place of gots' own, so nothing would be woven",
		hint: "use `gots go …`, which runs the tools through both, or put it in GOFLAGS and run `gots env` again"
	}
};

// src/report/codes/build.ts
/** Weaving a package injects one that, directly or not, needs that package itself. */
function injectionCycle(ring, span) {
	throw failure(texts$1.build_injection_cycle, { ring }, { span });
}
/** No module of the build provides a package that an aspect injects. */
function injectedNotFound(path, host, reason, span) {
	throw failure(texts$1.build_injected_not_found, {
		path,
		host,
		reason
	}, { span });
}
/** An injected package does not build; go's own output says why and comes along. */
function injectedBuildFailed(path, host, output, span) {
	throw failure(texts$1.build_injected_failed, {
		path,
		host
	}, {
		detail: output.trimEnd(),
		span
	});
}
/** A file that the plan was made from, or that weaving reads, has changed since. */
function planStale(file) {
	throw failure(texts$1.build_plan_stale, { file });
}
/** Files change as fast as they are read. */
function planUnsteady(file) {
	throw failure(texts$1.build_plan_unsteady, { file });
}
/** The plan is not there, not whole, of another version of gots, or somebody else may have written it. */
function planUnusable(file, reason) {
	throw failure(texts$1.build_plan_unusable, {
		file,
		reason
	});
}
/** The injected package was built against another variant of a package that the binary holds. */
function variantMismatch(path, needed, binary) {
	throw failure(texts$1.build_variant_mismatch, {
		path,
		needed,
		binary
	});
}
/** Archives may come from installed shared libraries, which no weaver sees. */
function sharedLibraries(flag) {
	throw failure(texts$1.build_shared_unsupported, { flag });
}
/** Files of one package mean different things by a loop variable, and this compiler would not keep them apart in woven text. */
function loopSemantics(path, lang, compiler) {
	throw failure(texts$1.build_loop_semantics, {
		path,
		lang,
		compiler
	});
}
/** Raised when `-toolexec` on the command line of a go command takes the place of the one with which `gots env` makes it weave. */
function toolexecReplaced(program) {
	throw failure(texts$1.build_toolexec_replaced, { program });
}

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
/** -overlay behind `gots env` takes the place of the overlay with the raised modules. */
function overlayLost(file) {
	throw failure(texts.modules_overlay_lost, { file });
}

// src/gomod/sums.ts
/**
* Checksums of modules, by `path version`, from every go.sum that the build reads.
*
* @param moduleDirs folders of the main modules
* @param injectedSums the go.sum of what is injected
*/
function moduleSums(moduleDirs, injectedSums) {
	const sums = /* @__PURE__ */ new Map();
	const files = moduleDirs.map((dir) => join(dir, "go.sum"));
	if (injectedSums !== void 0) files.push(injectedSums);
	for (const file of files) for (const line of readIfThere(file).split("\n")) {
		const [path, version, sum] = line.split(" ");
		if (path && version && sum && !version.endsWith("/go.mod")) sums.set(`${path} ${version}`, sum);
	}
	return sums;
}
/** The go.sum beside a go.mod, the alt.sum beside an alt.mod. */
function sumFileOf(modFile) {
	return modFile.replace(/\.mod$/, ".sum");
}
/** The lines of several go.sum files, sorted, each once. */
function uniqueLines(texts) {
	return [...new Set(texts.flatMap((text) => text.split("\n")).filter((line) => line.trim() !== ""))].sort().map((line) => `${line}\n`).join("");
}

// src/gomod/versions.ts
/**
* Orders Go versions as go does: 1.26 is the language and comes before 1.26rc1, which comes before 1.26.0. Before Go 1.21, a release
* had no patch number, so 1.20 is 1.20.0.
*
* @see internal/gover, Compare
*/
function compareGo(a, b) {
	const [x, y] = [partsOf(a), partsOf(b)];
	for (let n = 0; n < x.length; n++) if (x[n] !== y[n]) return x[n] - y[n];
	return 0;
}
/** Major, minor and patch number, kind and number of a pre-release; a patch number that is left out is below 0. */
function partsOf(version) {
	const [, major = "0", minor = "0", patch, kind, pre = "0"] = /^(\d+)(?:\.(\d+))?(?:\.(\d+)|(alpha|beta|rc)(\d+))?/.exec(version) ?? [];
	const isOld = Number(major) === 1 && Number(minor) < 21 && kind === void 0;
	return [
		Number(major),
		Number(minor),
		Number(patch ?? (isOld ? 0 : -1)),
		[
			void 0,
			"alpha",
			"beta",
			"rc"
		].indexOf(kind),
		Number(pre)
	];
}
/** The highest of some Go versions; that of a go.mod without a go line where there is none. */
function highestGo(versions) {
	return versions.reduce((a, b) => compareGo(a, b) >= 0 ? a : b, "1.16");
}
/**
* Orders module versions as go does: by semantic versioning, without what stands behind `+`. '' is below all.
*
* @see golang.org/x/mod/semver, Compare
*/
function compareModuleVersions(a, b) {
	const [x, y] = [parse(a), parse(b)];
	if (!x || !y) return x ? 1 : y ? -1 : 0;
	for (let n = 0; n < 3; n++) {
		const order = compareNumbers(x.numbers[n], y.numbers[n]);
		if (order !== 0) return order;
	}
	if (x.pre === "" || y.pre === "") return x.pre === y.pre ? 0 : x.pre === "" ? 1 : -1;
	const [p, q] = [x.pre.split("."), y.pre.split(".")];
	for (let n = 0; n < Math.min(p.length, q.length); n++) {
		const order = compareIdentifiers(p[n], q[n]);
		if (order !== 0) return order;
	}
	return p.length - q.length;
}
function parse(version) {
	const match = /^v(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-([0-9A-Za-z.-]+))?(?:\+.*)?$/.exec(version);
	return match ? {
		numbers: [
			match[1] ?? "0",
			match[2] ?? "0",
			match[3] ?? "0"
		],
		pre: match[4] ?? ""
	} : void 0;
}
/** Of any length: pseudo-versions hold times of 14 digits. */
function compareNumbers(a, b) {
	return a.length !== b.length ? a.length - b.length : a < b ? -1 : a > b ? 1 : 0;
}
function compareIdentifiers(a, b) {
	const [x, y] = [/^\d+$/.test(a), /^\d+$/.test(b)];
	if (x && y) return compareNumbers(a, b);
	if (x !== y) return x ? -1 : 1;
	return a < b ? -1 : a > b ? 1 : 0;
}
/** A version for a module that is taken from a folder: the lowest that its path allows (`…/v2`, `gopkg.in/….v2`). */
function someVersion(path) {
	return `v${(/\/v(\d+)$/.exec(path) ?? /^gopkg\.in\/.*\.v(\d+)$/.exec(path))?.[1] ?? 0}.0.0`;
}
/** Path or version as it stands in the names of the module cache: `!` and a small letter for each capital. */
function escaped(text) {
	return text.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}

export { variantMismatch as S, planStale as _, someVersion as a, sharedLibraries as b, uniqueLines as c, overlayLost as d, vendorTooOld as f, loopSemantics as g, injectionCycle as h, highestGo as i, modulesGoTooOld as l, injectedNotFound as m, compareModuleVersions as n, moduleSums as o, injectedBuildFailed as p, escaped as r, sumFileOf as s, compareGo as t, modulesUnresolved as u, planUnsteady as v, toolexecReplaced as x, planUnusable as y };