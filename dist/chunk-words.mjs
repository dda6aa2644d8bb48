import { n as plural } from "./chunk-amounts.mjs";

// src/page/words.ts
/** `840 ms`, `12.3 s`, `4 min 05 s`. */
function milliseconds(ms) {
	if (ms < 1e3) return `${Math.round(ms)} ms`;
	if (ms < 12e4) return `${(ms / 1e3).toFixed(1)} s`;
	return `${Math.floor(ms / 6e4)} min ${String(Math.floor(ms % 6e4 / 1e3)).padStart(2, "0")} s`;
}
/** `18.4 MB`, powers of ten. */
function bytes(size) {
	if (size < 1e3) return `${size} B`;
	const units = [
		"kB",
		"MB",
		"GB"
	];
	let value = size / 1e3;
	let unit = 0;
	for (; value >= 999.95 && unit < units.length - 1; unit++) value /= 1e3;
	return `${value.toFixed(1)} ${units[unit]}`;
}
/** `+12.5 %`; a true minus. '' where there is nothing to compare with. */
function percent(now, before) {
	if (!before) return "";
	const change = (now - before) / before * 100;
	return `${change < 0 ? "−" : "+"}${Math.abs(change).toFixed(1)} %`;
}
/** What plain builds took, where all have one that compares. */
function plainTime(timings) {
	const compared = timings.flatMap((each) => isFair(each) ? each.plainBuildMs ?? [] : []);
	if (compared.length < timings.length || compared.length === 0) return "woven";
	return `plain ${milliseconds(compared.reduce((sum, ms) => sum + ms, 0))}`;
}
/** How much longer a build took woven, or why that cannot be said; '' where no plain one was timed. */
function timeChange(timings) {
	const { buildMs, plainBuildMs, compiled, plainCompiled } = timings;
	if (plainBuildMs === void 0) return "";
	if (isFair(timings)) return percent(buildMs, plainBuildMs);
	return plainCompiled === void 0 ? "" : `${plural(compiled, "package")} compiled woven, ${plainCompiled} plain`;
}
/** The plain build comes second, and either may find in caches what the other has to compile. */
function isFair({ compiled, plainCompiled }) {
	return compiled === plainCompiled;
}
/** Size of a binary, and how it compares. */
function sizeChange({ bytes: size, plainBytes }) {
	return [bytes(size), plainBytes === void 0 ? "woven" : `${percent(size, plainBytes)} to plain`];
}

export { sizeChange as a, plainTime as i, milliseconds as n, timeChange as o, percent as r, bytes as t };