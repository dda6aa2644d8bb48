import { i as unifiedDiff, r as formattedAll } from "./chunk-plain-text.mjs";

// src/go/laid-out-diffs.ts
/**
* Unified diffs of Go files, in their order. What was changed is laid out by gofmt, so that a diff shows changes of the program; not where
* gofmt would lay out the original otherwise as well.
*/
function laidOutDiffs(changes, gofmt) {
	const laidOut = formattedAll(changes.flatMap(({ before = "", after }) => [before, after]), gofmt);
	return changes.map(({ path, before, after }, at) => {
		const isTidy = before === void 0 || laidOut[2 * at] === before;
		const names = {
			from: before === void 0 ? "/dev/null" : `a/${path}`,
			to: `b/${path}`
		};
		return unifiedDiff(names, before ?? "", isTidy ? laidOut[2 * at + 1] ?? after : after);
	});
}

export { laidOutDiffs as t };