import { mkdirSync, readFileSync, readdirSync, statSync, unlinkSync } from "node:fs";
import { join } from "node:path";

// src/cache/disk/trim.ts
const hourMs = 36e5;
/** As cmd/go/internal/cache (Go 1.24–1.27): mtimes are refreshed hourly, entries unused for 5 days go, checked daily. */
const trimAfterMs = 120 * hourMs;
const trimIntervalMs = 24 * hourMs;
/**
* Removes from a cache what was not used for five days, at most once a day. Errors are ignored.
*
* @param writeStamp writes the file that says when this was done
*/
function trimCache(dir, now, writeStamp) {
	const stamp = join(dir, "trim.txt");
	const last = Number(bytesIfThere(stamp)?.toString("latin1").trim() ?? NaN) * 1e3;
	if (now - last < trimIntervalMs && now - last > -36e5) return;
	try {
		mkdirSync(dir, { recursive: true });
		writeStamp(stamp, Buffer.from(String(Math.floor(now / 1e3))));
		for (const sub of readdirSync(dir)) if (/^[0-9a-f]{2}$|^builds$/.test(sub)) trimFolder(join(dir, sub), now - trimAfterMs);
	} catch {}
}
/**
* Removes from one folder of a cache what was last used before a time. Uses are noted at most hourly, hence an hour more.
*
* @returns what was removed
*/
function trimFolder(folder, unusedSinceMs) {
	const removed = {
		files: 0,
		bytes: 0
	};
	for (const name of readdirSync(folder)) {
		if (!/-[adf]$|\.(tmp|json|replay|facts|running)$/.test(name)) continue;
		const file = join(folder, name);
		const info = statSync(file, { throwIfNoEntry: false });
		if (!info?.isFile() || info.mtimeMs >= unusedSinceMs - 36e5) continue;
		unlinkSync(file);
		removed.files++;
		removed.bytes += info.size;
	}
	return removed;
}
/** The bytes of a file; undefined if it is not there or cannot be read. */
function bytesIfThere(file) {
	try {
		return statSync(file, { throwIfNoEntry: false }) ? readFileSync(file) : void 0;
	} catch {
		return;
	}
}

export { trimFolder as i, hourMs as n, trimCache as r, bytesIfThere as t };