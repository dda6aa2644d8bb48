import "./chunk-rolldown-runtime.mjs";
import { n as plural } from "./chunk-amounts.mjs";
import { a as table, r as folded, t as code } from "./chunk-markdown-text.mjs";
import { r as pageNameAt } from "./chunk-model2.mjs";
import { n as milliseconds, o as timeChange, r as percent, t as bytes } from "./chunk-words.mjs";

// src/manifest/compare.ts
/** The join points of all builds, each once: targets that weave alike say the same. */
function placedJoinPoints(builds) {
	const found = /* @__PURE__ */ new Map();
	for (const { packages } of builds) for (const { importPath, joinPoints } of packages) for (const point of joinPoints) {
		const placed = {
			importPath,
			...point
		};
		found.set(exactly(placed), placed);
	}
	return [...found.values()];
}
/**
* Compares the builds of two commits. A join point that one aspect has no longer at one place of a package and now at another, in the
* same file if there is such a one, has moved: edits above a function move it.
*/
function compareBuilds(before, now) {
	const old = new Map(placedJoinPoints(before).map((point) => [exactly(point), point]));
	const current = new Map(placedJoinPoints(now).map((point) => [exactly(point), point]));
	let gone = [...old].filter(([key]) => !current.has(key)).map(([, point]) => point);
	let added = [...current].filter(([key]) => !old.has(key)).map(([, point]) => point);
	const moved = [];
	for (const keyOf of [inFile, inPackage]) {
		const left = [];
		for (const from of gone) {
			const at = added.findIndex((to) => keyOf(to) === keyOf(from));
			const [to] = at < 0 ? [] : added.slice(at, at + 1);
			if (to === void 0) left.push(from);
			else {
				added = added.filter((each) => each !== to);
				moved.push({
					from,
					to
				});
			}
		}
		gone = left;
	}
	return {
		added,
		gone,
		moved,
		modules: changedModules(modulesOf(before), modulesOf(now))
	};
}
function isUnchanged({ added, gone, moved, modules }) {
	return added.length + gone.length + moved.length + modules.length === 0;
}
function exactly(point) {
	return JSON.stringify([
		inFile(point),
		point.line,
		point.column
	]);
}
function inFile(point) {
	return JSON.stringify([inPackage(point), point.file]);
}
/** The place of an aspect in its file may change without its meaning. */
function inPackage({ importPath, aspect, aspectFile, what }) {
	return JSON.stringify([
		importPath,
		aspect || aspectFile,
		what
	]);
}
function modulesOf(builds) {
	return new Map(builds.flatMap(({ modules }) => modules).map((module) => [module.path, module]));
}
function changedModules(before, now) {
	return [.../* @__PURE__ */ new Set([...before.keys(), ...now.keys()])].sort().map((path) => ({
		path,
		before: before.get(path)?.version ?? "",
		now: now.get(path)?.version ?? ""
	})).filter((module) => module.before !== module.now);
}

// src/page/markdown.ts
/** What weaving did, as Markdown: all of it, however long. */
function markdownReport(model) {
	const most = Number.POSITIVE_INFINITY;
	const tables = [
		aspectTable(model, most),
		moduleTable(model, most),
		uncoveredLine(model, most)
	];
	const parts = [
		`# ${headline(model)}`,
		measures(model),
		...tables
	];
	const packages = model.packages.map((each) => `## ${code(each.importPath)}\n\n${pointTable(each, most)}${diffs(each)}`);
	return `${[...parts, ...packages].filter((part) => part !== "").join("\n\n")}\n`;
}
/** `12 join points in 4 packages`. */
function headline(model) {
	if (model.joinPoints === 0) return "Nothing was woven";
	return `${plural(model.joinPoints, "join point")} in ${plural(model.packages.length, "package")}`;
}
/** Build time and binary size, woven and plain. */
function measures({ builds }) {
	const rows = builds.flatMap(({ target, timings, binaries }) => {
		const named = (name) => target === "" ? name : `${name} ${code(target)}`;
		const { buildMs, plainBuildMs } = timings;
		const plain = plainBuildMs === void 0 ? "" : milliseconds(plainBuildMs);
		return [[
			named("Build"),
			milliseconds(buildMs),
			plain,
			timeChange(timings)
		], ...binaries.map(({ name, bytes: size, plainBytes }) => [
			named(code(name)),
			bytes(size),
			plainBytes === void 0 ? "" : bytes(plainBytes),
			percent(size, plainBytes)
		])];
	});
	return table([
		"",
		"Woven",
		"Plain",
		"Change"
	], rows);
}
/** Which aspects went in, and how often; those that matched nothing in one line. */
function aspectTable({ aspects }, most) {
	const used = aspects.filter(({ joinPoints }) => joinPoints > 0);
	const idle = aspects.filter(({ joinPoints }) => joinPoints === 0);
	const rows = used.map(({ name, joinPoints, packages, place }) => [
		code(name),
		String(joinPoints),
		String(packages),
		code(place)
	]);
	const parts = rows.length === 0 ? [] : [table([
		"Aspect",
		"Join points",
		"Packages",
		"Declared at"
	], rows, most)];
	if (idle.length > 0) {
		const shown = idle.slice(0, most).map(({ name }) => code(name));
		const rest = idle.length - shown.length;
		const list = `${shown.join(", ")}${rest > 0 ? ` … and ${rest} more` : ""}`;
		parts.push(folded(`${plural(idle.length, "aspect")} matched nothing`, list));
	}
	return parts.join("\n\n");
}
/** Packages × aspects. */
function packageTable({ packages, builds }, most) {
	if (packages.length === 0) return "";
	const rows = packages.map(({ importPath, aspects, joinPoints, targets }) => [
		code(importPath),
		aspects.map(({ name, count }) => `${code(name)}${count > 1 ? ` ×${count}` : ""}`).join(" "),
		String(joinPoints.length),
		...builds.length > 1 ? [targets.length === builds.length ? "all" : targets.map(code).join(" ")] : []
	]);
	const head = [
		"Package",
		"Aspects",
		"Join points",
		...builds.length > 1 ? ["Targets"] : []
	];
	return table(head, rows, most);
}
/** Modules that weaving adds or raises. */
function moduleTable({ modules }, most) {
	if (modules.length === 0) return "";
	const rows = modules.map(({ path, version, raisedFrom }) => [
		code(path),
		code(version),
		raisedFrom === void 0 ? "new" : `raised from ${code(raisedFrom)}`
	]);
	return table([
		"Module",
		"Version",
		"In the build list"
	], rows, most);
}
/** Known libraries of the program that no aspect names: calls of them leave no spans of their own. */
function uncoveredLine({ uncovered }, most) {
	if (uncovered.length === 0) return "";
	const shown = uncovered.slice(0, most).map(({ path, version }) => `${code(path)} ${code(version)}`);
	const rest = uncovered.length - shown.length;
	return `No aspect for ${shown.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}
/** How many new and gone join points a reader sees without opening anything. */
const mostOpen = 8;
/** What changed against another build. @param base how to name that, Markdown */
function changeSection(change, base, most) {
	const { added, gone, moved, modules } = change;
	if (isUnchanged(change)) return `**Against ${base}**: the same join points and modules.`;
	const words = [
		[added.length, "new"],
		[gone.length, "gone"],
		[moved.length, "moved"]
	].filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
	const rows = [...gone.map((point) => [
		"**gone**",
		placeOf(point),
		code(pageNameAt(point))
	]), ...added.map((point) => [
		"new",
		placeOf(point),
		code(pageNameAt(point))
	])];
	const shifted = moved.map(({ from, to }) => [
		placeOf(from),
		placeOf(to),
		code(pageNameAt(to))
	]);
	const parts = [`**Against ${base}**: ${words.length === 0 ? "the same join points" : `${words.join(", ")}`}.`];
	const head = [
		"",
		"Join point",
		"Aspect"
	];
	const open = rows.slice(0, mostOpen);
	const rest = rows.slice(mostOpen);
	if (open.length > 0) parts.push(table(head, open, most));
	if (rest.length > 0) parts.push(folded(`${rest.length} more`, table(head, rest, most)));
	if (shifted.length > 0) parts.push(folded(`${plural(shifted.length, "join point")} moved`, table([
		"From",
		"To",
		"Aspect"
	], shifted, most)));
	if (modules.length > 0) {
		const changed = modules.map(({ path, before, now }) => [
			code(path),
			before === "" ? "none" : code(before),
			now === "" ? "none" : code(now)
		]);
		parts.push(table([
			"Injected module",
			"Before",
			"Now"
		], changed, most));
	}
	return parts.join("\n\n");
}
function placeOf({ importPath, file, line }) {
	return code(`${importPath}/${file}:${line}`);
}
function pointTable({ joinPoints }, most) {
	const rows = joinPoints.map((point) => [
		code(`${point.file}:${point.line}:${point.column}`),
		code(pageNameAt(point)),
		point.what.replaceAll("_", " ")
	]);
	return table([
		"Join point",
		"Aspect",
		"What"
	], rows, most);
}
function diffs({ files }) {
	return files.filter(({ diff }) => diff !== "").map(({ diff }) => {
		const longest = Math.max(2, ...[...diff.matchAll(/`+/g)].map(([run]) => run.length));
		const fence = "`".repeat(longest + 1);
		return `\n\n${fence}diff\n${diff}\n${fence}`;
	}).join("");
}

export { measures as a, uncoveredLine as c, markdownReport as i, compareBuilds as l, changeSection as n, moduleTable as o, headline as r, packageTable as s, aspectTable as t };