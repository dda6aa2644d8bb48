// src/report/nearest.ts
/**
* The known word that was probably meant.
*
* @returns the nearest of `known`, or undefined when none is near (more than a third of the letters differ)
*/
function nearest(word, known) {
	const wanted = normalize(word);
	let best;
	let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
	for (const candidate of known) {
		const distance = editDistance(wanted, normalize(candidate));
		if (distance < bestDistance) {
			best = candidate;
			bestDistance = distance;
		}
	}
	return best;
}
/** `did you mean "x"?`, or the list of what is known. */
function suggest(word, known) {
	const best = nearest(word, known);
	return best === void 0 ? `known are ${known.join(", ")}` : `did you mean "${best}"?`;
}
/** `Join_Point` and `join point` count as `join-point`. */
function normalize(word) {
	return word.toLowerCase().replace(/[_ ]/g, "-");
}
/** Insertions, deletions, replacements and swaps of neighbours each cost 1. */
function editDistance(a, b) {
	let before = [];
	let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1];
			let cost = Math.min(at(previous, j) + 1, at(row, j - 1) + 1, at(previous, j - 1) + (same ? 0 : 1));
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, at(before, j - 2) + 1);
			row.push(cost);
		}
		before = previous;
		previous = row;
	}
	return at(previous, b.length);
}
function at(row, index) {
	return row[index] ?? Number.POSITIVE_INFINITY;
}

export { suggest as n, nearest as t };