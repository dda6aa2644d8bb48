import "./chunk-rolldown-runtime.mjs";
import { n as sha256, t as hashParts } from "./chunk-hash.mjs";
import { o as writeWhole } from "./chunk-sealed.mjs";
import { a as readPackages, n as consultedPackages } from "./chunk-aspect-packages.mjs";
import { D as conditionWords, k as withoutTexts } from "./chunk-ask.mjs";
import { r as whereAnyMatches } from "./chunk-package.mjs";
import { t as specialCases } from "./chunk-special-cases.mjs";
import { t as sealedFrame } from "./chunk-protocol.mjs";
import { t as aspectsText } from "./chunk-package-aspects.mjs";
import { a as rulesFile, r as planText } from "./chunk-plan.mjs";

// src/driver/plan/rules.ts
/**
* Writes beside a plan what the front (helper/shim/rules.go) needs to tell packages that no aspect touches, and whose language
* stays as it is, without this process. What only the handshake finds out is left out: packages that only injected code
* brings in count as if each aspect could touch them.
*
* @param file of the plan. Write the rules first: a plan that is there has its rules
* @throws the error of the file system
*/
function writeRules(file, plan) {
	writeWhole(rulesFile(file), encodeRules(plan));
}
/** The content of a rules file: a frame, and the SHA-256 of the frame. It holds no value of the environment. */
function encodeRules(plan) {
	const { code, goCache, moduleCache, cacheDir, injection } = plan;
	const { all, internal } = aspectConditions(plan);
	const never = {
		path: "cmd",
		below: true,
		weaving: "never"
	};
	return sealedFrame("rules", {
		plan: [sha256(planText(plan))],
		code: [code],
		caches: [goCache, cacheDir],
		moduleCache: [moduleCache],
		special: [never, ...specialCases].flatMap(({ path, below, weaving }) => [
			path,
			below ? "below" : "only",
			weaving
		]),
		normal: conditionWords(all),
		internal: conditionWords(internal),
		...textFields(plan),
		languages: Object.entries(injection?.languages ?? {}).flat()
	});
}
/** Where one of the aspects may match: of all, and of those that are marked `tracer-internal`. */
function aspectConditions(plan) {
	const { aspects, rootModule, goVersion, modules } = plan;
	const build = {
		rootModule,
		goVersion,
		versions: modules?.versions
	};
	const internal = aspects.filter(({ tracerInternal }) => tracerInternal);
	return {
		all: whereAnyMatches(aspects, build),
		internal: whereAnyMatches(internal, build)
	};
}
/**
* Where aspects may match if those are left out that any package's text may hold, and the hash of those: an action that they were found not
* to touch stays untouched as long as the hash is the same, whatever becomes of the others. Each for all aspects, and for those that are marked
* `tracer-internal`.
*/
function textFields(plan) {
	const ofText = plan.aspects.filter((aspect) => isOfText(aspect, plan));
	const others = aspectConditions({
		...plan,
		aspects: plan.aspects.filter((aspect) => !ofText.includes(aspect))
	});
	const hash = (aspects) => aspects.length === 0 ? "" : hashParts(plan.rootModule, plan.goVersion, JSON.stringify(plan.modules ?? null), aspectsText(aspects));
	return {
		others: conditionWords(others.all),
		othersInternal: conditionWords(others.internal),
		ofText: [hash(ofText), hash(ofText.filter(({ tracerInternal }) => tracerInternal))]
	};
}
/**
* Whether an aspect is ruled out by no fact of a package, and what it does to one follows from the package's own text: it looks at no other
* package, and which packages come in by injection alone does not matter to it.
*/
function isOfText(aspect, { rootModule, goVersion, modules }) {
	const where = whereAnyMatches([aspect], {
		rootModule,
		goVersion,
		versions: modules?.versions
	});
	const looksElsewhere = consultedPackages(aspect).length + readPackages(aspect).length > 0;
	return withoutTexts(where).kind === "always" && !looksElsewhere && aspect.reach === "everything";
}

export { aspectConditions, encodeRules, writeRules };