import { o as temporaryName } from "./chunk-sealed.mjs";
import { r as quoteWord } from "./chunk-flags.mjs";
import { c as runtimeDirUnusable } from "./chunk-toolexec.mjs";
import { i as claimPrivateDir } from "./chunk-weaver-code.mjs";
import { i as settle, r as isWhole, t as ensureHelper } from "./chunk-helper-program.mjs";
import { copyFileSync, mkdirSync } from "node:fs";
import { basename, join } from "node:path";

// src/driver/programs/shim.ts
/**
* Path of the shim for this machine, built on first use.
*
* @returns absolute; fit to be quoted in GOFLAGS, for which it is copied elsewhere if need be
* @throws GotsError shim_build_failed with what go printed; runtime_dir_unusable
*/
async function ensureShim(options) {
	const path = await ensureHelper("shim", options);
	return isQuotable(path) ? path : plainCopy(path);
}
/** Whether `-toolexec=<path>` can stand in GOFLAGS: split twice, with no way to express a word that needs both kinds of quotes. */
function isQuotable(path) {
	const once = quoteWord(path);
	return once !== void 0 && quoteWord(`-toolexec=${once}`) !== void 0;
}
function plainCopy(path) {
	const dir = `/tmp/gots-${process.getuid?.() ?? 0}`;
	const reason = claimPrivateDir(dir);
	if (reason !== void 0) runtimeDirUnusable([`${dir}: ${reason}`]);
	const bin = join(dir, "bin");
	mkdirSync(bin, {
		recursive: true,
		mode: 448
	});
	const copy = join(bin, basename(path));
	if (isWhole(copy)) return copy;
	const temporary = temporaryName(copy);
	copyFileSync(path, temporary);
	settle(temporary, copy);
	return copy;
}

export { ensureShim as t };