import { t as moduleOf } from "./chunk-module-table.mjs";
import "./chunk-aspect-packages.mjs";
import { E as conditionHolds } from "./chunk-ask.mjs";
import { n as aspectsForPackage, r as whereAnyMatches } from "./chunk-package.mjs";

// src/driver/plan/package-aspects.ts
/** Facts of the cache in the weaver's terms; the test-variant suffix goes. */
function packageFacts(facts, plan) {
	const importPath = stripVariant(facts.path);
	return {
		importPath,
		imports: new Set(facts.imports),
		testMain: facts.testMain,
		command: facts.name === "main" && importPath === facts.path,
		rootModule: plan.rootModule,
		name: facts.name === "" ? void 0 : facts.name,
		module: plan.modules && moduleOf(plan.modules, importPath),
		goVersion: plan.goVersion
	};
}
/** `p [p.test]` → `p`. */
function stripVariant(path) {
	return /^(.*?) \[.*\]$/s.exec(path)?.[1] ?? path;
}
/** The go distribution's own programs lie here, and are never woven (build-protocol F1). */
const toolchainPrograms = "cmd";
/**
* The aspects that facts cannot rule out, in the order given.
*
* @param injectedOnly packages that only injected code brings into the build: aspects with the reach `user` leave them alone
*/
function liveAspects({ aspects }, injectedOnly, facts) {
	const { importPath } = facts;
	if (importPath === "cmd" || importPath.startsWith(`${"cmd"}/`)) return [];
	if (!conditionHolds(whereLive(aspects, facts), facts)) return [];
	const live = aspectsForPackage(aspects, facts);
	return injectedOnly.has(importPath) ? live.filter(({ reach }) => reach === "everything") : live;
}
const conditions = /* @__PURE__ */ new WeakMap();
/** One condition for all aspects of a plan: most packages need not be held against each of them. */
function whereLive(aspects, { rootModule, goVersion }) {
	const known = conditions.get(aspects);
	if (known && known.build.rootModule === rootModule && known.build.goVersion === goVersion) return known.where;
	const build = {
		rootModule,
		goVersion
	};
	const where = whereAnyMatches(aspects, build);
	conditions.set(aspects, {
		build,
		where
	});
	return where;
}
const texts = /* @__PURE__ */ new WeakMap();
/** The part of {@link liveText} that is the same in every package. */
function aspectsText(live) {
	return live.map((aspect) => {
		let text = texts.get(aspect);
		if (text === void 0) {
			text = JSON.stringify(aspect);
			texts.set(aspect, text);
		}
		return text;
	}).join("\n");
}

export { liveAspects as n, packageFacts as r, aspectsText as t };