import "./chunk-rolldown-runtime.mjs";
import { t as goEnv } from "./chunk-go-env.mjs";
import { n as cliContext } from "./chunk-action-context.mjs";
import { t as aspectEntries } from "./chunk-build-targets.mjs";
import { a as readEntry, c as totalBytes, i as outputId, n as describeFiles, o as readRegular, r as isEntryName, s as sourceOf, t as cacheNames } from "./chunk-entries.mjs";
import { n as sha256, t as hashParts } from "./chunk-hash.mjs";
import { i as start } from "./chunk-spawn.mjs";
import { n as readIfThere, t as namesIfThere } from "./chunk-read-if-there.mjs";
import { a as isConfiguration, t as configurationFiles } from "./chunk-facts.mjs";
import { s as weaverVersion } from "./chunk-plan.mjs";
import { n as cachePolicy, r as cacheRunFacts } from "./chunk-policy.mjs";
import { o as parseUsedFiles } from "./chunk-helper-program.mjs";
import { tmpdir } from "node:os";
import { chmodSync, copyFileSync, cpSync, existsSync, linkSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { dirname, join, relative } from "node:path";

// src/action/cache/cache-keys.ts
/** Bumped when packs of older versions can no longer be read. */
const schema = "gots-1";
/** The key of this run's cache and the order in which older ones are taken instead; a commit's own first, then those of other commits. */
function cacheKeys(parts) {
	const flavour = shortened(hashParts(...[...new Set(parts.flavour)].sort()));
	const fixed = [
		schema,
		parts.os,
		parts.arch,
		flavour,
		parts.goVersion
	].map(plain).join("-");
	const rest = [
		parts.weaver,
		parts.aspects,
		parts.sums,
		parts.commit
	].map(shortened);
	const prefixes = [
		0,
		1,
		2,
		3,
		4
	].map((count) => `${[fixed, ...rest.slice(0, count)].join("-")}-`);
	return {
		key: `${prefixes[4]}${plain(parts.run)}`,
		restoreKeys: prefixes.reverse()
	};
}
function shortened(digest) {
	return plain(digest).slice(0, 12) || "0";
}
/** Neither commas, which the service refuses, nor the separator. */
function plain(text) {
	return text.replaceAll(/[^A-Za-z0-9._]/g, "_");
}

// src/action/cache/client.ts
/**
* Has one entry restored into, or saved from, `<root>/<folder>`. Whatever goes wrong is an answer, never an error. Entries of several
* folders may be asked for at the same time.
*
* @param root made if it is not there; the client's own temporary files lie below as well
*/
async function askService(client, root, request) {
	const temp = join(root, `${request.folder}-temp`);
	const answerFile = join(root, `${request.folder}-answer.json`);
	mkdirSync(temp, { recursive: true });
	rmSync(answerFile, { force: true });
	const printed = await runClient(client, root, {
		...client.env,
		GITHUB_WORKSPACE: root,
		RUNNER_TEMP: temp
	}, JSON.stringify({
		...request,
		answerFile
	}));
	const complaints = readLines(client, printed.output);
	rmSync(temp, {
		recursive: true,
		force: true
	});
	try {
		return {
			answer: JSON.parse(readFileSync(answerFile, "utf8")),
			complaints
		};
	} catch {
		return {
			answer: {
				kind: "failed",
				reason: printed.reason ?? lastLine(printed.output)
			},
			complaints
		};
	}
}
async function runClient({ program, limitMs }, cwd, env, text) {
	let output = "";
	let reason;
	const print = (part) => {
		output += part;
	};
	const args = [program];
	const streams = {
		stdin: { text },
		stdout: print,
		stderr: print
	};
	const running = start({
		program: process.execPath,
		args,
		cwd,
		env,
		group: true,
		...streams
	});
	const timer = setTimeout(() => {
		reason = `no answer within ${Math.round(limitMs / 1e3)} s`;
		running.signal("SIGKILL");
	}, limitMs);
	try {
		await running.ended;
	} catch (error) {
		reason = error.message;
	}
	clearTimeout(timer);
	return reason === void 0 ? { output } : {
		output,
		reason
	};
}
/**
* The client speaks to a runner: its warnings and errors are taken out, since a cache that fails is neither to the job. Why an entry
* could not be reserved it only says for debugging; to people it says each time that another job may have the key.
*/
function readLines(client, output) {
	const complaints = [];
	let reserving;
	for (const line of output.split(/\r?\n/)) {
		const command = /^::([a-z-]+)(?: [^:]*)?::(.*)$/.exec(line);
		const text = unescapeData(command?.[2] ?? line);
		if (command?.[1] === "add-mask") client.mask(text);
		else if (command?.[1] === "warning" || command?.[1] === "error") complaints.push(text);
		else if (/^(Failed to (save|restore)|Cache (save|restore) skipped): /.test(line)) complaints.push(text);
		else {
			reserving ??= /^Failed to reserve cache: (?:Error: )?(.*)$/s.exec(text)?.[1];
			if (text.trim() !== "") client.debug(text);
		}
	}
	if (reserving === void 0 || complaints.some((text) => text.includes(cacheDenied))) return complaints;
	return [...complaints.filter((text) => !text.includes("another job may be")), reserving];
}
/** How the service begins when a token may only read. */
const cacheDenied = "cache write denied:";
function unescapeData(text) {
	return text.replaceAll("%0A", "\n").replaceAll("%0D", "\r").replaceAll("%25", "%");
}
function lastLine(output) {
	return output.trim().split("\n").at(-1) || "the cache client ended without a word";
}

// src/action/cache/digests.ts
/**
* Digest of the aspect files of a build. It only finds the cache that fits best: what is in the caches is named by all that
* decides it, so that a file which is missed here costs time, never a wrong answer.
*
* @param named files and folders given to the action, absolute; names of built-in sets may be among them
*/
function aspectsDigest(moduleDir, named) {
	const files = [...[.../* @__PURE__ */ new Set([...configurationFiles, ...namesIfThere(moduleDir).filter(isConfiguration)])].sort().map((name) => join(moduleDir, name)).filter(existsSync), ...named].flatMap((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ? namesIfThere(path).map((name) => join(path, name)) : [path]);
	return hashParts(...files.map((file) => readIfFile(file) ?? file));
}
/** Digest of what says which modules there are. */
function sumsDigest({ goMod, goWork }) {
	const files = [
		goMod,
		join(dirname(goMod), "go.sum"),
		...goWork === "" ? [] : [goWork, `${goWork}.sum`]
	];
	return hashParts(...files.map((file) => readIfFile(file) ?? ""));
}
/** Digest of the programs that weave and of the built-in aspects. */
function weaverDigest(home) {
	const programs = namesIfThere(join(home, "dist")).filter((name) => name.endsWith(".mjs") && !name.startsWith("action-")).map((name) => join("dist", name));
	const others = ["helper", "aspects"].flatMap((folder) => filesBelow$2(join(home, folder)).filter((name) => !isTestOnly(name)).map((name) => join(folder, name)));
	const files = [...programs, ...others].flatMap((name) => [name, readIfFile(join(home, name)) ?? ""]);
	return hashParts(weaverVersion, ...files);
}
/** Tests of Go programs, and what they read: no build uses them. */
function isTestOnly(name) {
	return /_test\.go$|(^|[/\\])testdata([/\\]|$)/.test(name);
}
function filesBelow$2(dir) {
	try {
		return readdirSync(dir, {
			recursive: true,
			encoding: "utf8"
		}).sort();
	} catch {
		return [];
	}
}
function readIfFile(file) {
	try {
		return readFileSync(file);
	} catch {
		return;
	}
}

// src/action/cache/pack.ts
const indexName$1 = "index.json";
/** Lays files of the caches out in a folder to be packed; they are linked, not copied, where the file system allows. */
function layOut(folders, files, target) {
	for (const path of Object.keys(files)) place(sourceOf(folders, path), join(target, path));
	const index = {
		schema: 1,
		files
	};
	mkdirSync(target, { recursive: true });
	writeFileSync(join(target, indexName$1), JSON.stringify(index));
}
/** The list of a pack; undefined if it is not one of ours, or damaged. */
function readIndex(folder) {
	try {
		const { schema, files } = JSON.parse(readFileSync(join(folder, indexName$1), "utf8"));
		return schema === 1 && typeof files === "object" && Object.entries(files).every(([path, value]) => isEntryName(path) && Array.isArray(value) && value.length === 2) ? files : void 0;
	} catch {
		return;
	}
}
/**
* Links a file to a second place, or copies it there.
*
* @throws the file system's error; EEXIST if something is there
*/
function place(from, to) {
	mkdirSync(dirname(to), { recursive: true });
	try {
		linkSync(from, to);
	} catch (error) {
		if (error.code === "EEXIST") throw error;
		copyFileSync(from, to, 1);
	}
}

// src/action/cache/merge.ts
/**
* Restored entries look this old: old enough for cmd/go, and for gots, to mark those that are used (done for files of more than an
* hour), and far too young to be trimmed (after five days).
*/
const ageMs = 72e5;
/**
* Adds the files of an unpacked pack to the caches. What is there stays as it is; what is not what the list says is left out;
* an entry appears after the output that it names.
*
* @param folder of the pack; its files may be moved
*/
function mergePack(folder, files, folders, now) {
	const merged = {
		added: [],
		kept: [],
		broken: [],
		refused: []
	};
	const time = /* @__PURE__ */ new Date(now - ageMs);
	for (const path of inOrder(files)) merged[mergeFile(folder, path, files, folders, time)].push(path);
	return merged;
}
function inOrder(files) {
	return Object.keys(files).sort((a, b) => Number(outputId(b) !== void 0) - Number(outputId(a) !== void 0));
}
function mergeFile(folder, path, files, folders, time) {
	const target = sourceOf(folders, path);
	const [digest, size] = files[path];
	if (isThere(path, target, size)) return "kept";
	const source = join(folder, path);
	const bytes = readRegular(source);
	if (bytes === void 0 || bytes.length !== size || sha256(bytes) !== digest) return "broken";
	if ((outputId(path) ?? digest) !== digest) return "broken";
	if (path.endsWith("-a") && !isUsable(path, target, bytes)) return "broken";
	try {
		chmodSync(source, path.includes("/bin/") ? 493 : 420);
		utimesSync(source, time, time);
		if (statSync(target, { throwIfNoEntry: false })) replace(source, target);
		else place(source, target);
		return "added";
	} catch (error) {
		return error.code === "EEXIST" ? "kept" : "refused";
	}
}
/** An output that was cut off is not there, nor is an entry whose output is gone. */
function isThere(path, target, size) {
	const info = statSync(target, { throwIfNoEntry: false });
	if (!info?.isFile()) return false;
	if (outputId(path) !== void 0) return info.size === size;
	return !path.endsWith("-a") || isUsable(path, target, readRegular(target) ?? Buffer.alloc(0));
}
/** Whether the text of an entry is one of its action, and the output that it names is there. */
function isUsable(path, target, text) {
	const entry = readEntry(path, text);
	if (!entry) return false;
	const file = join(dirname(dirname(target)), entry.outputId.slice(0, 2), `${entry.outputId}-d`);
	return statSync(file, { throwIfNoEntry: false })?.size === entry.size;
}
/** Takes the place of a file that cannot be used. */
function replace(source, target) {
	const temporary = `${target}.${process.pid}.tmp`;
	try {
		place(source, temporary);
		renameSync(temporary, target);
	} finally {
		rmSync(temporary, { force: true });
	}
}

// src/action/cache/module-pack.ts
const indexName = "index.json";
const isFolderName = (name) => /^(?!cache\/)[^/@\\\s]+(?:\/[^/@\\\s]+)*@v[^/@\\\s]+$/.test(name) && !/(^|\/)\.\.?(\/|@|$)/.test(name);
const isFileName = (name) => /^cache\/download\/(?:[^/\\\s]+\/)+@v\/v[^/\\\s]+\.(?:info|mod|ziphash)$/.test(name) && !/(^|\/)\.\.?\//.test(name);
/** Whether anybody, setup-go or an earlier job, has put modules there. A toolchain that go fetched for itself does not count. */
function hasModules(modCache) {
	return namesIfThere(modCache).filter((name) => name !== "cache" && name !== "golang.org").length > 0 || namesIfThere(join(modCache, "golang.org")).some((name) => !name.startsWith("toolchain@"));
}
/**
* The modules of GOMODCACHE that go.sum files name. Archives are left out: go needs them only to unpack what is not there.
*
* @param sums texts of go.sum files
*/
function modulesOf(modCache, sums) {
	const modules = {};
	const files = {};
	for (const line of new Set(sums.flatMap((text) => text.split("\n")))) {
		const [path, version] = line.split(" ");
		if (!path || !version) continue;
		const name = escaped(path);
		const plainVersion = escaped(version.replace(/\/go\.mod$/, ""));
		for (const end of [
			"info",
			"mod",
			"ziphash"
		]) {
			const file = `cache/download/${name}/@v/${plainVersion}.${end}`;
			const bytes = isFileName(file) ? readRegular(join(modCache, file)) : void 0;
			if (bytes) files[file] = sha256(bytes);
		}
		const folder = `${name}@${plainVersion}`;
		const hash = readRegular(join(modCache, `cache/download/${name}/@v/${plainVersion}.ziphash`));
		if (hash && isFolderName(folder) && existsSync(join(modCache, folder))) modules[folder] = hash.toString("utf8").trim();
	}
	return {
		schema: 1,
		modules,
		files
	};
}
/** Upper-case letters as they are spelt in GOMODCACHE (golang.org/x/mod/module.EscapePath). */
function escaped(path) {
	return path.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}
/** Lays modules out in a folder to be packed. */
function layOutModules(modCache, index, target) {
	for (const file of Object.keys(index.files)) place(join(modCache, file), join(target, file));
	for (const folder of Object.keys(index.modules)) for (const file of filesBelow$1(join(modCache, folder))) place(join(modCache, folder, file), join(target, folder, file));
	mkdirSync(target, { recursive: true });
	writeFileSync(join(target, indexName), JSON.stringify(index));
}
/** The list of a pack of modules; undefined if it is not one of ours, or damaged. */
function readModuleIndex(folder) {
	try {
		const index = JSON.parse(readFileSync(join(folder, indexName), "utf8"));
		return index.schema === 1 && Object.keys(index.modules).every(isFolderName) && Object.keys(index.files).every(isFileName) ? index : void 0;
	} catch {
		return;
	}
}
/**
* Moves the modules of an unpacked pack into GOMODCACHE. What is there stays; a module whose files do not have their checksum is
* left out, and fetched again.
*
* @returns what was left out
*/
function mergeModules(folder, index, modCache) {
	const broken = [];
	for (const [file, digest] of Object.entries(index.files)) {
		const bytes = readRegular(join(folder, file));
		if (!bytes || sha256(bytes) !== digest) broken.push(file);
		else if (!existsSync(join(modCache, file))) place(join(folder, file), join(modCache, file));
	}
	for (const [module, hash] of Object.entries(index.modules)) {
		const target = join(modCache, module);
		if (existsSync(target)) continue;
		if (treeHash(join(folder, module), module) === hash) moveFolder(join(folder, module), target);
		else broken.push(module);
	}
	return broken;
}
/**
* Checksum of a module's files.
*
* @see golang.org/x/mod/sumdb/dirhash.Hash1
*/
function treeHash(folder, module) {
	const sorted = filesBelow$1(folder).map((file) => {
		const bytes = readRegular(join(folder, file));
		return [`${unescaped(module)}/${file.replaceAll("\\", "/")}`, bytes ? sha256(bytes) : ""];
	}).sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
	const hash = createHash("sha256");
	for (const [name, digest] of sorted) hash.update(`${digest}  ${name}\n`);
	return `h1:${hash.digest("base64")}`;
}
function unescaped(module) {
	return module.replaceAll(/!([a-z])/g, (_, letter) => letter.toUpperCase());
}
/** A module appears whole or not at all. */
function moveFolder(from, to) {
	mkdirSync(dirname(to), { recursive: true });
	try {
		renameSync(from, to);
	} catch (error) {
		if (error.code !== "EXDEV") throw error;
		const temporary = `${to}.${process.pid}.tmp`;
		try {
			cpSync(from, temporary, { recursive: true });
			renameSync(temporary, to);
		} finally {
			rmSync(temporary, {
				recursive: true,
				force: true
			});
		}
	}
	makeReadOnly(to);
}
/** As go leaves it, so that no test writes into a module. */
function makeReadOnly(folder) {
	for (const entry of readdirSync(folder, { withFileTypes: true })) if (entry.isDirectory()) makeReadOnly(join(folder, entry.name));
	chmodSync(folder, 365);
}
/** Paths of all files below a folder. */
function filesBelow$1(folder) {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, {
		recursive: true,
		withFileTypes: true
	}).filter((entry) => !entry.isDirectory()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

// src/action/cache/voice.ts
/** Says why nothing was restored: a line if there was nothing, a notice if something is wrong. */
function notRestored(what, { answer, complaints }, voice) {
	if (answer.kind === "unavailable") voice.notice(`cache: no ${what}: this runner has no cache service`);
	else if (answer.kind === "failed") voice.notice(`cache: ${what} not restored: ${singleLine([answer.reason])}`);
	else if (complaints.length > 0) voice.notice(`cache: ${what} not restored: ${singleLine(complaints)}`);
	else voice.line(`cache: no ${what} of an earlier run`);
}
/** Says why something could not be saved. */
function notSaved(what, { answer, complaints }, voice) {
	if (answer.kind === "unavailable") voice.line(`cache: ${what} not saved: this runner has no cache service`);
	else voice.notice(`cache: ${what} not saved: ${singleLine(answer.kind === "failed" ? [answer.reason] : complaints)}`);
}
function singleLine(texts) {
	return texts.join("; ").replaceAll(/\s+/g, " ").slice(0, 400) || "the service did not say why";
}

// src/action/cache/modules.ts
/** Folder of the entry, as {@link import('./caches.ts').packFolder}. */
const folderName = "gots-modules";
/** The same modules serve all targets and flags. */
function keysOf({ os, sums, run }) {
	const { key, restoreKeys } = cacheKeys({
		arch: "",
		flavour: [],
		goVersion: "modules",
		weaver: "",
		aspects: "",
		os,
		sums,
		commit: "",
		run
	});
	return {
		key,
		restoreKeys
	};
}
/** Has the service unpack modules beside GOMODCACHE, if that is empty. */
async function fetchModules({ client, root, parts, go }) {
	if (hasModules(go.modCache)) return void 0;
	return askService(client, root, {
		operation: "restore",
		folder: folderName,
		...keysOf(parts)
	});
}
/** Moves what was fetched into GOMODCACHE. */
function restoreModules(request, fetched) {
	const { root, parts, go, weaveCache, home, voice } = request;
	if (!fetched) {
		voice.line("cache: modules are there already; the program that put them there keeps them");
		return;
	}
	const keys = keysOf(parts);
	const sumFolders = [
		dirname(go.goMod),
		...workspaceFolders(go.goWork),
		join(home, "aspects"),
		join(weaveCache, "work")
	];
	const base = {
		keys,
		modCache: go.modCache,
		sumFolders,
		had: []
	};
	const folder = join(root, folderName);
	const { answer } = fetched;
	try {
		if (answer.kind !== "hit") {
			notRestored("modules", fetched, voice);
			return base;
		}
		const index = readModuleIndex(folder);
		if (!index) {
			voice.notice(`cache: ${answer.matchedKey} is damaged; it is not used`);
			return base;
		}
		const broken = mergeModules(folder, index, go.modCache);
		if (broken.length > 0) voice.notice(`cache: ${broken.length} damaged modules are not used; they are fetched again`);
		const had = Object.keys(index.modules).filter((name) => !broken.includes(name));
		voice.line(`cache: ${had.length} modules of ${answer.matchedKey}`);
		return {
			...base,
			had
		};
	} catch (error) {
		voice.notice(`cache: modules not restored: ${error.message}`);
		return base;
	} finally {
		rmSync(folder, {
			recursive: true,
			force: true
		});
	}
}
/** Saves the modules that the build's go.sum files name, if some of them are new. */
async function saveModules(restored, { client, root, voice }) {
	const { keys, modCache, had, sumFolders } = restored;
	const index = modulesOf(modCache, sumFolders.flatMap(sumsBelow));
	if (Object.keys(index.modules).every((name) => had.includes(name))) return;
	const folder = join(root, folderName);
	try {
		layOutModules(modCache, index, folder);
		const result = await askService(client, root, {
			operation: "save",
			folder: folderName,
			key: keys.key,
			restoreKeys: []
		});
		if (result.answer.kind === "saved") voice.line(`cache: ${count(index)} saved as ${keys.key}`);
		else notSaved("modules", result, voice);
	} catch (error) {
		voice.notice(`cache: modules not saved: ${error.message}`);
	} finally {
		rmSync(folder, {
			recursive: true,
			force: true
		});
	}
}
function count({ modules }) {
	const number = Object.keys(modules).length;
	return `${number} ${number === 1 ? "module" : "modules"}`;
}
/** Folders of the modules that a go.work uses, its own among them. */
function workspaceFolders(goWork) {
	if (goWork === "") return [];
	const dir = dirname(goWork);
	return [dir, ...[...readIfThere(goWork).matchAll(/^\s*(?:use\s+)?"?(\.{1,2}(?:\/[^\s"]*)?|\/[^\s"]+)"?\s*$/gm)].map(([, path]) => join(dir, path))];
}
/** Texts of the go.sum and go.work.sum files of a folder and, of what was generated for builds, below it. */
function sumsBelow(folder) {
	return (folder.endsWith("/work") ? filesBelow(folder) : ["go.sum", "go.work.sum"]).filter((name) => /(^|\/)go\.(?:work\.)?sum$/.test(name)).map((name) => readIfThere(join(folder, name)));
}
function filesBelow(folder) {
	try {
		return readdirSync(folder, {
			recursive: true,
			encoding: "utf8"
		});
	} catch {
		return [];
	}
}

// src/action/cache/caches.ts
/** Folder of the entry, below a folder of the run: the service tells entries apart by it. */
const packFolder = "gots-pack";
const limitMs = 6e5;
/**
* Restores the caches of an earlier run into GOCACHE and the weave cache. A cache that is not there, or cannot be had, is a line in
* the log, never an error. A second use in one job takes what the first has restored.
*/
async function restoreCaches(request) {
	const { voice, env } = request;
	const policy = cachePolicy(request.mode, cacheRunFacts(env));
	const parts = partsOf(request);
	const keys = cacheKeys(parts);
	const variable = `GOTS_CACHE_STATE_${keys.restoreKeys.at(-1)?.replaceAll(/\W/g, "_")}`;
	const earlier = readState(env[variable]);
	if (earlier) return earlier;
	const root = makeRoot(request.temp);
	const base = {
		touchedFile: policy.saves ? join(root, "touched") : "",
		hit: "none",
		matchedKey: "",
		bytes: 0,
		keys,
		saves: policy.saves,
		isAvailable: true,
		folders: {
			go: request.go.goCache,
			weave: request.weaveCache
		},
		root,
		startedMs: Date.now(),
		program: join(request.home, "dist", "action-cache.mjs")
	};
	if (!policy.restores) voice.line(`cache: not restored: ${policy.reason}`);
	const restored = policy.restores ? await restoreAll(base, parts, request) : base;
	if (!policy.saves) voice.line(`cache: will not be saved: ${policy.reason}`);
	writeFileSync(stateFile(root), JSON.stringify(restored));
	voice.exportVariable(variable, stateFile(root));
	return restored;
}
/** @throws the file system's error where nothing can be written, which no build survives either */
function makeRoot(temp) {
	mkdirSync(temp, { recursive: true });
	return mkdtempSync(join(temp, "gots-cache-"));
}
function partsOf({ env, flavour, go, home, aspects }) {
	const run = [
		env["GITHUB_RUN_ID"],
		env["GITHUB_RUN_ATTEMPT"],
		env["GITHUB_JOB"]
	].map((part) => part || "0");
	return {
		os: process.platform,
		arch: process.arch,
		flavour,
		goVersion: go.version,
		weaver: weaverDigest(home),
		aspects: aspectsDigest(dirname(go.goMod), aspects),
		sums: sumsDigest(go),
		commit: env["GITHUB_SHA"] || "0",
		run: run.join(".")
	};
}
async function restoreAll(base, parts, request) {
	const client = clientOf(base.program, request.env, request.voice);
	const moduleRequest = {
		...request,
		client,
		root: base.root,
		parts
	};
	const [restored, fetched] = await Promise.all([restore(base, request), fetchModules(moduleRequest)]);
	const modules = restored.isAvailable ? restoreModules(moduleRequest, fetched) : void 0;
	return modules ? {
		...restored,
		modules
	} : restored;
}
async function restore(base, { env, voice }) {
	const { keys, root, folders } = base;
	const folder = join(root, packFolder);
	const client = clientOf(base.program, env, voice);
	const result = await askService(client, root, {
		operation: "restore",
		folder: packFolder,
		...keys
	});
	const { answer } = result;
	try {
		if (answer.kind !== "hit") {
			notRestored("builds", result, voice);
			const isAvailable = answer.kind === "miss" && result.complaints.length === 0;
			return answer.kind === "unavailable" ? {
				...base,
				isAvailable,
				saves: false,
				touchedFile: ""
			} : {
				...base,
				isAvailable
			};
		}
		const files = readIndex(folder);
		if (!files) {
			voice.notice(`cache: ${answer.matchedKey} is damaged; it is not used`);
			return base;
		}
		const { broken } = merge(folder, files, folders, voice);
		const whole = Object.entries(files).filter(([path]) => !broken.includes(path));
		writeFileSync(restoredList(root), JSON.stringify(Object.fromEntries(whole)));
		const bytes = totalBytes(files);
		const hit = answer.matchedKey.startsWith(keys.restoreKeys[0]) ? "commit" : "older";
		voice.line(`cache: ${Object.keys(files).length} entries (${megabytes(bytes)}) of ${answer.matchedKey} in ${((Date.now() - base.startedMs) / 1e3).toFixed(1)} s`);
		return {
			...base,
			hit,
			matchedKey: answer.matchedKey,
			bytes
		};
	} finally {
		rmSync(folder, {
			recursive: true,
			force: true
		});
	}
}
function merge(folder, files, folders, voice) {
	const merged = mergePack(folder, files, folders, Date.now());
	const { broken, refused } = merged;
	if (broken.length > 0) voice.notice(`cache: ${broken.length} damaged entries are not used; they are built again`);
	if (refused.length > 0) voice.notice(`cache: ${refused.length} entries cannot be written`);
	return merged;
}
function clientOf(program, env, voice) {
	return {
		program,
		env,
		limitMs,
		mask: voice.mask,
		debug: voice.debug
	};
}
function readState(file) {
	try {
		return file ? JSON.parse(readFileSync(file, "utf8")) : void 0;
	} catch {
		return;
	}
}
/** Where {@link RestoredCaches} is kept for the end of the job. */
function stateFile(root) {
	return join(root, "state.json");
}
/** Where it is noted what was restored. */
function restoredList(root) {
	return join(root, "restored.json");
}
function megabytes(bytes) {
	return `${(bytes / 1e6).toFixed(1)} MB`;
}

// src/action/cache/save.ts
/** Less new content than this is not worth an upload: bytes, and share of the whole. */
const leastBytes = 262144;
const leastShare = .01;
/** A restored cache that holds this much more than was used is replaced by a smaller one. */
const wasteful = 1.5;
/**
* Saves what the job used of the caches, if there is enough that was not restored. Nothing that can happen is an error.
*
* @returns whether builds were saved
*/
async function saveCaches(restored, outcome, { env, voice }) {
	const { root, modules } = restored;
	const done = join(root, "saved");
	if (!restored.saves || existsSync(done)) return false;
	if (outcome.builds === "incomplete") {
		voice.line("cache: not saved: the build is not complete");
		return false;
	}
	const client = clientOf(restored.program, env, voice);
	const isSaved = await saveBuilds(restored, outcome, client, voice);
	if (isSaved) writeFileSync(done, "");
	if (modules) await saveModules(modules, {
		client,
		root,
		voice
	});
	return isSaved;
}
async function saveBuilds(restored, outcome, client, voice) {
	const { root, keys, folders } = restored;
	const folder = join(root, packFolder);
	try {
		const files = describeFiles(folders, usedPaths(restored, outcome));
		const unwanted = whyNot(files, readList(restoredList(root)), outcome);
		if (unwanted !== "") {
			voice.line(`cache: builds not saved: ${unwanted}`);
			return false;
		}
		layOut(folders, files, folder);
		const request = {
			operation: "save",
			folder: packFolder,
			key: keys.key,
			restoreKeys: []
		};
		const result = await askService(client, root, request);
		if (result.answer.kind === "saved") voice.line(`cache: ${described(files, restored)} saved as ${keys.key}`);
		else notSaved("builds", result, voice);
		return result.answer.kind === "saved";
	} catch (error) {
		voice.notice(`cache: builds not saved: ${singleLine([error.message])}`);
		return false;
	} finally {
		rmSync(folder, {
			recursive: true,
			force: true
		});
	}
}
function described(files, { hit, bytes }) {
	const before = hit === "none" ? "nothing" : megabytes(bytes);
	return `${Object.keys(files).length} entries (${megabytes(totalBytes(files))}, after ${before})`;
}
/** Paths below a pack's folder of all that the job used. */
function usedPaths({ touchedFile, folders, startedMs }, { hasPlainBuilds }) {
	const touched = parseUsedFiles(readIfThere(touchedFile));
	const paths = cacheNames.flatMap((cache) => touched.filter(({ dir }) => dir === folders[cache]).flatMap(({ names }) => names.map((name) => `${cache}/${name}`)));
	return hasPlainBuilds ? [...paths, ...usedSince(folders, startedMs)] : paths;
}
/** Entries of GOCACHE that were made or marked as used since then; plain go marks what has not been used for an hour. */
function usedSince({ go }, sinceMs) {
	return (existsSync(go) ? readdirSync(go).filter((name) => /^[0-9a-f]{2}$/.test(name)) : []).flatMap((sub) => readdirSync(join(go, sub)).filter((name) => (statSync(join(go, sub, name), { throwIfNoEntry: false })?.mtimeMs ?? 0) >= sinceMs - 1e3).map((name) => `go/${sub}/${name}`));
}
/** Why this is not worth saving; '' if it is. */
function whyNot(files, before, { builds }) {
	const bytes = totalBytes(files);
	const shrinks = totalBytes(before) > bytes * wasteful;
	const newBytes = Object.entries(files).filter(([path]) => !(path in before)).reduce((sum, [, [, size]]) => sum + size, 0);
	if (bytes === 0) return "nothing was used";
	if (shrinks && builds === "later") return "most of what was restored was not used, as after a build that failed";
	if (newBytes >= Math.max(leastBytes, bytes * leastShare)) return "";
	if (shrinks) return "";
	return `only ${megabytes(newBytes)} of ${megabytes(bytes)} are new`;
}
function readList(file) {
	const text = readIfThere(file);
	return text === "" ? {} : JSON.parse(text);
}

// src/action/cache/in-action.ts
/** Names under which the main step leaves word for the last one. */
const states = {
	caches: "caches",
	builds: "builds"
};
/** Settings that change what a compiler makes; what they stand for is in the names of entries, not in those of caches. */
const settings = [
	"GOFLAGS",
	"GOEXPERIMENT",
	"GOAMD64",
	"GOARM64",
	"CGO_ENABLED",
	"CC",
	"CXX",
	"CGO_CFLAGS",
	"CGO_LDFLAGS"
];
/**
* Restores the caches of earlier runs before the first build, and leaves word for {@link saveAtEnd}.
*
* @returns the context in which go commands note what they use; the same one outside a module, where nothing will be built
* @throws GotsError of go env
*/
async function withCaches(context) {
	const { inputs, commands, env } = context;
	const cli = cliContext(context);
	const go = await goEnv(cli.go, context.cwd, cli.env);
	if (go.goMod === "") return context;
	const restored = await commands.group("gots: restore caches", () => restoreCaches({
		mode: inputs.cache,
		flavour: [
			...inputs.targets.map(({ name }) => `target ${name}`),
			...inputs["build-flags"].map((flag) => `build ${flag}`),
			...inputs["test-flags"].map((flag) => `test ${flag}`),
			...settings.map((name) => `${name}=${context.childEnv[name] ?? ""}`),
			`${inputs.mode} test=${inputs.test} compare=${inputs.compare} ${inputs["working-directory"]}`
		],
		go,
		weaveCache: cli.cacheDir,
		home: cli.home,
		aspects: aspectEntries(context),
		env,
		temp: env["RUNNER_TEMP"] || tmpdir(),
		voice: voiceOf(commands, env)
	}));
	commands.saveState(states.caches, stateFile(restored.root));
	commands.setOutput("cache-hit", restored.hit);
	commands.setOutput("cache-key", restored.matchedKey);
	if (restored.touchedFile === "") return context;
	if (inputs.mode === "env") commands.exportVariable("GOTS_TOUCHED", restored.touchedFile);
	return {
		...context,
		childEnv: {
			...context.childEnv,
			GOTS_TOUCHED: restored.touchedFile
		}
	};
}
/** Notes for the last step how the builds ended. Failed tests leave the caches of a build as good as any. */
function noteBuilds(commands, results) {
	const builds = results === void 0 ? "later" : isComplete(results) ? "complete" : "incomplete";
	commands.saveState(states.builds, builds);
}
function isComplete({ outcome, targets }) {
	return outcome !== "cancelled" && targets.every((target) => target.outcome === "passed" || target.tests !== void 0);
}
/**
* Saves the caches of the job at its end.
*
* @param env the runner's variables, with what the main step left in STATE_*
*/
async function saveAtEnd(env, commands) {
	const file = env[`STATE_${states.caches}`];
	if (!file) return;
	const restored = JSON.parse(readFileSync(file, "utf8"));
	if (!restored.saves) return;
	const builds = env[`STATE_${states.builds}`] || "incomplete";
	await commands.group("gots: save caches", () => saveCaches(restored, {
		builds,
		hasPlainBuilds: true
	}, {
		env,
		voice: voiceOf(commands, env)
	}));
}
function voiceOf(commands, env) {
	const isDebugging = env["RUNNER_DEBUG"] === "1";
	const line = (text) => commands.line(text.replaceAll(/^(?=::|##\[)/gm, " "));
	return {
		line,
		notice: (text) => commands.annotate("notice", text),
		mask: commands.mask,
		debug: (text) => {
			if (isDebugging) line(text);
		},
		exportVariable: commands.exportVariable
	};
}

export { saveAtEnd as n, withCaches as r, noteBuilds as t };