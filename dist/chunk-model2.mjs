import "./chunk-rolldown-runtime.mjs";
import { t as aspectName } from "./chunk-manifest.mjs";

// src/page/model.ts
/** @param builds at least one */
function pageModel(builds) {
	const packages = mergePackages(builds);
	const modules = new Map(builds.flatMap((build) => build.modules).map((module) => [module.path, module]));
	const uncovered = new Map(builds.flatMap((build) => build.uncovered ?? []).map((library) => [library.path, library]));
	return {
		title: builds[0]?.rootModule || "program",
		builds,
		packages,
		aspects: aspectsOf(builds, packages),
		modules: [...modules.values()].sort((a, b) => a.path < b.path ? -1 : 1),
		uncovered: [...uncovered.values()].sort((a, b) => a.path < b.path ? -1 : 1),
		joinPoints: packages.reduce((sum, { joinPoints }) => sum + joinPoints.length, 0)
	};
}
/** Packages of all builds; those that are woven differently stay apart. */
function mergePackages(builds) {
	const merged = /* @__PURE__ */ new Map();
	for (const build of builds) for (const { importPath, joinPoints, files, compileMs } of build.packages) {
		const key = JSON.stringify([
			importPath,
			joinPoints,
			files.map(({ name, diff }) => [name, diff])
		]);
		const known = merged.get(key);
		const longest = Math.max(compileMs ?? -1, known?.compileMs ?? -1);
		merged.set(key, {
			importPath,
			targets: [...known?.targets ?? [], build.target],
			joinPoints,
			files,
			compileMs: longest < 0 ? void 0 : longest,
			aspects: known?.aspects ?? countAspects(joinPoints)
		});
	}
	return [...merged.values()].sort((a, b) => a.importPath < b.importPath ? -1 : 1);
}
/** What a reader calls the aspect of a join point. */
function pageNameAt({ aspect, aspectFile, aspectLine }) {
	return aspectName({
		id: aspect,
		file: aspectFile,
		line: aspectLine
	});
}
function countAspects(joinPoints) {
	const counts = /* @__PURE__ */ new Map();
	for (const point of joinPoints) counts.set(pageNameAt(point), (counts.get(pageNameAt(point)) ?? 0) + 1);
	return [...counts].map(([name, count]) => ({
		name,
		count
	})).sort((a, b) => a.name < b.name ? -1 : 1);
}
function aspectsOf(builds, packages) {
	const found = /* @__PURE__ */ new Map();
	for (const aspect of builds.flatMap((build) => build.aspects)) found.set(aspectName(aspect), {
		place: `${aspect.file}:${aspect.line}`,
		packages: 0,
		joinPoints: 0
	});
	for (const each of packages) for (const { name, count } of each.aspects) {
		const sum = found.get(name) ?? {
			place: "",
			packages: 0,
			joinPoints: 0
		};
		found.set(name, {
			...sum,
			packages: sum.packages + 1,
			joinPoints: sum.joinPoints + count
		});
	}
	return [...found].map(([name, sum]) => ({
		name,
		...sum
	})).sort((a, b) => b.joinPoints - a.joinPoints || (a.name < b.name ? -1 : 1));
}

export { pageModel as n, pageNameAt as r, mergePackages as t };