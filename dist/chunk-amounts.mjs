// src/base/amounts.ts
/** `30.1 MB`. */
function megabytes(bytes) {
	return `${(bytes / 1e6).toFixed(1)} MB`;
}
/** `1.2 s`. */
function seconds(ms) {
	return `${(ms / 1e3).toFixed(1)} s`;
}
/** `1 package`, `2 packages`. */
function plural(count, word) {
	return `${count} ${word}${count === 1 ? "" : "s"}`;
}

export { plural as n, seconds as r, megabytes as t };