import { O as disjunction, f as reachOfPackage, k as withoutTexts, t as boundsOfPackage, u as questionsOf } from "./chunk-ask.mjs";
import { n as isOfPackage } from "./chunk-change-package.mjs";
import { n as weavingOf } from "./chunk-special-cases.mjs";

// src/weave/1-select/package.ts
/**
* The aspects that package facts cannot rule out, in the order given: those whose join point may match, without the
* packages that are never woven and, in those that are only woven by internal aspects, without the others.
*/
function aspectsForPackage(aspects, facts) {
	const weaving = weavingOf(facts.importPath);
	if (weaving === "never") return [];
	return aspects.filter((aspect) => (weaving === "normal" || aspect.tracerInternal) && reachOfPackage(aspect.joinPoint, facts) !== "none");
}
/**
* Where one of the aspects may change something, were each package woven as others are; see {@link aspectsForPackage}. What an aspect does to a
* package as a whole does not depend on texts of files.
*/
function whereAnyMatches(aspects, build) {
	return disjunction(aspects.map((aspect) => {
		const { some } = boundsOfPackage(aspect.joinPoint, build);
		return isOfPackage(aspect, false) ? withoutTexts(some) : some;
	}));
}
/** Whether versions decide anything in this join point; then they are part of what weaving depends on. */
function asksForVersions(point) {
	return questionsOf(point).some((question) => question !== "root-module");
}

export { aspectsForPackage as n, whereAnyMatches as r, asksForVersions as t };