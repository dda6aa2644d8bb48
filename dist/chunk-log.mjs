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

export { lineLog as t };