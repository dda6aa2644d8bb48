import "./chunk-rolldown-runtime.mjs";
import { t as megabytes } from "./chunk-amounts.mjs";
import { t as badUsage } from "./chunk-cli.mjs";
import { n as readIfThere, t as namesIfThere } from "./chunk-read-if-there.mjs";
import { n as parseAction, s as usageOf } from "./chunk-read-options.mjs";
import { r as remoteNotSet, t as remoteSettings } from "./chunk-remote-settings.mjs";
import { i as buildPlace, r as remoteWish, t as fetchRequest } from "./chunk-remote-fetch.mjs";
import { t as goEnv } from "./chunk-go-env.mjs";
import { t as runInForeground } from "./chunk-foreground.mjs";
import { lstatSync, mkdirSync, readFileSync, readdirSync, rmSync, rmdirSync, statSync, unlinkSync } from "node:fs";
import { join } from "node:path";

// src/cache/disk/trim.ts
const hourMs = 36e5;
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

// src/cli/cache-folder.ts
const dayMs = 864e5;
/** Plans are marked as used once a day at most, and a shell after `gots env` uses one without that. */
const planDays = 30;
/** Folders that gots makes in its cache; nothing else is ever removed. */
const parts = {
	builds: "builds",
	remote: "builds",
	plans: "plans",
	work: "plans",
	bin: "programs",
	path: "programs",
	code: "programs"
};
const isEntryFolder = (name) => /^[0-9a-f]{2}$/.test(name);
/** Counts what is in a weave cache. A folder that is not there holds nothing. */
function cacheContents(dir) {
	const counts = {
		objects: {
			files: 0,
			bytes: 0
		},
		records: {
			files: 0,
			bytes: 0
		},
		builds: {
			files: 0,
			bytes: 0
		},
		plans: {
			files: 0,
			bytes: 0
		},
		programs: {
			files: 0,
			bytes: 0
		}
	};
	let oldestMs;
	for (const top of namesIfThere(dir)) {
		const part = isEntryFolder(top) ? void 0 : parts[top];
		if (!part && !isEntryFolder(top)) continue;
		for (const { name, size, mtimeMs } of filesBelow(join(dir, top))) {
			const count = counts[part ?? (name.endsWith("-d") ? "objects" : "records")];
			count.files++;
			count.bytes += size;
			if (!part) oldestMs = Math.min(oldestMs ?? mtimeMs, mtimeMs);
		}
	}
	return {
		...counts,
		oldestMs
	};
}
/**
* Removes what was not used for some days: entries after `days`, plans, what they need and programs after thirty days at least.
*
* @returns what was removed
*/
function trimContents(dir, days, now) {
	return sum([...namesIfThere(dir).filter((name) => isEntryFolder(name) || name === "builds").map((name) => trimFolder(join(dir, name), now - days * dayMs)), ...trimPlans(dir, now - (Math.max(days, planDays) + 1) * dayMs)]);
}
/** Removes plans that were not used since then, and with them overlays, copies of modules and programs that no other plan names. */
function trimPlans(dir, sinceMs) {
	const isOld = (path) => (lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY) < sinceMs;
	const folders = namesIfThere(join(dir, "plans")).map((name) => join(dir, "plans", name));
	const old = folders.filter((folder) => isOld(join(folder, "plan.json")));
	const named = folders.filter((folder) => !old.includes(folder)).map((folder) => readIfThere(join(folder, "plan.json"))).join("\n");
	const unnamed = [
		"work",
		"bin",
		"code"
	].flatMap((part) => namesIfThere(join(dir, part)).map((name) => join(dir, part, name))).filter((path) => isOld(path) && !named.includes(path));
	return [...old, ...unnamed].map(removeAll);
}
/**
* Removes everything that gots has put into its cache, and the folder itself if nothing else is in it.
*
* @returns what was removed
*/
function cleanContents(dir) {
	const removed = namesIfThere(dir).filter((name) => isEntryFolder(name) || name in parts || name === "trim.txt").map((name) => removeAll(join(dir, name)));
	try {
		rmdirSync(dir);
	} catch {}
	return sum(removed);
}
function removeAll(path) {
	const files = filesBelow(path);
	rmSync(path, {
		recursive: true,
		force: true
	});
	return {
		files: files.length,
		bytes: files.reduce((bytes, { size }) => bytes + size, 0)
	};
}
function sum(counts) {
	return {
		files: counts.reduce((total, { files }) => total + files, 0),
		bytes: counts.reduce((total, { bytes }) => total + bytes, 0)
	};
}
/** Every file at or below a path, links not followed. Files that vanish meanwhile are left out. */
function filesBelow(path) {
	const info = lstatSync(path, { throwIfNoEntry: false });
	if (!info) return [];
	if (info.isDirectory()) return namesIfThere(path).flatMap((name) => filesBelow(join(path, name)));
	return [{
		name: path,
		size: info.size,
		mtimeMs: info.mtimeMs
	}];
}

// src/cli/commands/cache/remote.ts
/**
* `gots cache remote stat|trim|push|pull`: the shared cache of the module in the working directory, or of GOTS_REMOTE.
*
* @returns the exit code of the program that does it
* @throws GotsError cli_usage, remote_not_set, those of `go env` and of the settings
*/
async function runRemote(words, context) {
	const [action, ...rest] = words;
	const found = await goEnv(context.go, context.cwd, context.env);
	const place = buildPlace(found, context.cwd, []);
	const wish = await remoteWish(place?.configDirs ?? []);
	const common = {
		cacheDir: context.cacheDir,
		wish
	};
	let request;
	if (action === "stat") request = {
		do: "stat",
		...common,
		json: readFormat(rest) === "json"
	};
	else if (action === "trim") request = {
		do: "trim",
		...common,
		...readLimits(rest)
	};
	else if (action === "push") {
		parseAction("remote push", rest);
		request = {
			do: "push",
			...common,
			wait: true
		};
	} else if (action === "pull") {
		parseAction("remote pull", rest);
		if (!place) badUsage(`no go.mod in ${context.cwd} or above`, "run `gots cache remote pull` in the module to be built");
		request = {
			...fetchRequest(context, {
				goEnv: found,
				place,
				goArgs: ["build", "./..."]
			}, wish),
			quiet: false
		};
	} else badUsage(action === void 0 ? "gots cache remote needs an action" : `unknown action "${action}" of gots cache remote`, usageOf("cache"));
	if (!remoteSettings(context.env, wish)) remoteNotSet();
	const args = [join(context.home, "dist", "remote.mjs"), JSON.stringify(request)];
	return runInForeground(process.execPath, args, context.env, context.cwd);
}
const formats = ["text", "json"];
function readFormat(rest) {
	const format = parseAction("remote stat", rest).value("format") ?? "text";
	return formats.find((name) => name === format) ?? badUsage(`unknown format "${format}"`, `formats are ${formats.join(", ")}`);
}
function readLimits(rest) {
	const options = parseAction("remote trim", rest);
	const days = options.value("days") ?? "14";
	if (!/^\d{1,5}$/.test(days)) badUsage(`--days: "${days}" is not a number of days`, usageOf("cache"));
	const size = options.value("max-size");
	return {
		days: Number(days),
		mostBytes: size === void 0 ? void 0 : parseSize(size)
	};
}
const units = {
	"": 1,
	kb: 1e3,
	mb: 1e6,
	gb: 1e9,
	tb: 0xe8d4a51000
};
function parseSize(text) {
	const [, count, unit = ""] = /^(\d+(?:\.\d+)?)\s*([kmgt]b)?$/i.exec(text) ?? [];
	if (count === void 0) badUsage(`--max-size: "${text}" is not a size such as 50GB`, usageOf("cache"));
	return Number(count) * (units[unit.toLowerCase()] ?? 1);
}

// src/cli/commands/cache.ts
/**
* `gots cache stat|trim|clean`: what the weave cache holds, without what was not used for a while, or nothing any more. GOCACHE is
* go's: `go clean -cache`. `gots cache remote …`: the same for the shared cache, see {@link runRemote}.
*
* @throws GotsError cli_usage and those of the shared cache
*/
async function runCacheCommand(line, context) {
	const [action, ...rest] = line.rest;
	if (action === "stat") stat(parseAction("stat", rest).has("json"), context);
	else if (action === "trim") context.write(`removed ${described(trimContents(context.cacheDir, readDays(rest), Date.now()))}\n`);
	else if (action === "clean") {
		parseAction("clean", rest);
		context.write(`removed ${described(cleanContents(context.cacheDir))}\n`);
	} else if (action === "remote") return runRemote(rest, context);
	else badUsage(action === void 0 ? "gots cache needs an action" : `unknown action "${action}" of gots cache`, usageOf("cache"));
	return 0;
}
const titles = {
	objects: "woven objects",
	records: "records",
	builds: "answers of builds",
	plans: "plans",
	programs: "helper programs"
};
function stat(isJson, { cacheDir, write }) {
	const contents = cacheContents(cacheDir);
	if (isJson) {
		write(`${JSON.stringify({
			folder: cacheDir,
			...contents
		}, null, 2)}\n`);
		return;
	}
	write(`${cacheDir}\n`);
	for (const [part, title] of Object.entries(titles)) write(`${title.padEnd(20)}${described(contents[part])}\n`);
	if (contents.oldestMs !== void 0) write(`${"longest unused".padEnd(20)}${new Date(contents.oldestMs).toISOString()}\n`);
}
/** Days in `trim --days N`; by default those of go's own cache. */
function readDays(rest) {
	const days = parseAction("trim", rest).value("days") ?? "5";
	if (!/^\d{1,5}$/.test(days)) badUsage(`--days: "${days}" is not a number of days`, usageOf("cache"));
	return Number(days);
}
/** `1,234 files, 56.7 MB` */
function described({ files, bytes }) {
	return `${files.toLocaleString("en")} ${files === 1 ? "file" : "files"}, ${megabytes(bytes)}`;
}

export { runCacheCommand };