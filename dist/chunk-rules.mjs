import "./chunk-rolldown-runtime.mjs";
import { n as sha256 } from "./chunk-hash.mjs";
import { o as writeWhole } from "./chunk-sealed.mjs";
import { E as conditionWords } from "./chunk-ask.mjs";
import { r as whereAnyMatches } from "./chunk-package.mjs";
import { t as specialCases } from "./chunk-special-cases.mjs";
import { t as sealedFrame } from "./chunk-protocol.mjs";
import "./chunk-package-aspects.mjs";
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
	const { code, goCache, cacheDir, injection } = plan;
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
		special: [never, ...specialCases].flatMap(({ path, below, weaving }) => [
			path,
			below ? "below" : "only",
			weaving
		]),
		normal: conditionWords(all),
		internal: conditionWords(internal),
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

export { aspectConditions, encodeRules, writeRules };