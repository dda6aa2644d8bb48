import { n as failure } from "./chunk-message.mjs";
import { n as readIfThere } from "./chunk-read-if-there.mjs";
import { i as goFailed } from "./chunk-cli.mjs";
import { join } from "node:path";

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
/** The checksums that modules in folders come with, and those that the user has accepted. */
function knownSums(folders, { mains, work }) {
	return uniqueLines([
		...folders.flatMap((dir) => [join(dir, "go.sum"), join(dir, "gots.sum")]),
		...mains.map(({ file }) => sumFileOf(file)),
		...work ? [`${work.file}.sum`] : []
	].map(readIfThere));
}

export { modulesGoTooOld as a, vendorTooOld as c, uniqueLines as i, moduleSums as n, modulesUnresolved as o, sumFileOf as r, overlayLost as s, knownSums as t };