import { n as kindOfAdvice } from "./chunk-advice.mjs";

// src/weave/4-advise/change-package.ts
/**
* Whether an aspect changes the package as a whole: then none of its files has to be read for it.
*
* @param matchesAll the join point matches every node of the package
*/
function isOfPackage({ advice }, matchesAll) {
	const when = advice.map((each) => kindOfAdvice(each).onPackage?.when(each) ?? "never");
	return when.includes("always") || matchesAll && when.every((each) => each === "if-whole");
}
/**
* Applies the advice of an aspect that changes packages.
*
* @returns the record of it, none where nothing was changed
*/
function changePackage(session, aspect, matchesAll) {
	const { id, span, joinPoint } = aspect;
	for (const each of aspect.advice) {
		const { onPackage } = kindOfAdvice(each);
		if (onPackage === void 0 || onPackage.when(each) === "never") continue;
		if (!onPackage.apply(each, session, {
			id,
			span,
			matchesAll
		})) return [];
	}
	const at = {
		file: session.request.files[0]?.name ?? "",
		line: 1,
		column: 1
	};
	return [{
		aspect: id,
		aspectSpan: span,
		what: `${joinPoint.kind} package`,
		at
	}];
}

export { isOfPackage as n, changePackage as t };