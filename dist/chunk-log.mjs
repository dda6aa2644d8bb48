// src/base/log.ts
/** A log that writes lines `gots: …` through `write`, each warning once. */
function lineLog(write, debug) {
	const seen = /* @__PURE__ */ new Set();
	return {
		warn(message) {
			if (seen.has(message)) return;
			seen.add(message);
			write(`gots: ${message}\n`);
		},
		debug(message) {
			if (debug) write(`gots: ${message}\n`);
		},
		warnings: () => seen.size
	};
}
/** For damaged entries of a cache, of which there may be thousands: the first is a warning, the rest are for debugging. */
function warnOfFirst(log, remedy) {
	let warned = false;
	return (what) => {
		if (warned) log.debug(`cache: ${what}`);
		else log.warn(`cache: ${what}; ${remedy}`);
		warned = true;
	};
}

export { warnOfFirst as n, lineLog as t };