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

export { someVersion as a, highestGo as i, compareModuleVersions as n, escaped as r, compareGo as t };