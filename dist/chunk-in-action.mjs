import "./chunk-rolldown-runtime.mjs";
import { n as plural, r as seconds, t as megabytes } from "./chunk-amounts.mjs";
import { t as commandContext } from "./chunk-command-context.mjs";
import { t as goEnv } from "./chunk-go-env.mjs";
import { n as cliContext, r as programEnv } from "./chunk-action-context.mjs";
import { a as cachePolicy, i as remoteAccess, n as accessFacts, o as cacheRunFacts, r as accessModes, t as readInputs } from "./chunk-read-inputs.mjs";
import { t as addSummary } from "./chunk-add-summary.mjs";
import { t as remoteSettings } from "./chunk-remote-settings.mjs";
import { i as buildPlace, n as useRemote, r as remoteWish, t as fetchRequest } from "./chunk-remote-fetch.mjs";
import { n as readIfThere, t as namesIfThere } from "./chunk-read-if-there.mjs";
import { a as describeFiles, c as readEntry, d as totalBytes, i as cacheNames, l as readRegular, o as isEntryName, r as waitingJobs, s as outputId, t as extendJob, u as sourceOf } from "./chunk-outbox.mjs";
import { n as sha256, t as hashParts } from "./chunk-hash.mjs";
import { a as table, i as plain$1, t as code } from "./chunk-markdown-text.mjs";
import { n as milliseconds, t as bytes } from "./chunk-words.mjs";
import { n as runToEnd, r as start, t as exitCodeOf } from "./chunk-spawn.mjs";
import { n as buildPlaceOf, t as aspectEntries } from "./chunk-build-targets.mjs";
import { a as isConfiguration, t as configurationFiles } from "./chunk-facts.mjs";
import { s as weaverVersion } from "./chunk-plan.mjs";
import { s as parseUsedFiles } from "./chunk-node-flags.mjs";
import { devNull, tmpdir } from "node:os";
import { chmodSync, copyFileSync, cpSync, existsSync, linkSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { dirname, join, relative } from "node:path";

// src/action/shared-cache/credentials.ts
/** Variables of gots that name the shared cache, or are secrets of it. */
const ours = [
	"GOTS_REMOTE",
	"GOTS_REMOTE_MODE",
	"GOTS_REMOTE_KEY",
	"GOTS_REMOTE_TOKEN"
];
/** Variables by which AWS tools and netrc are told who they are. */
const others = /^(NETRC|AWS_(ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|SECURITY_TOKEN|PROFILE|DEFAULT_PROFILE|SHARED_CREDENTIALS_FILE|CONFIG_FILE|ROLE_ARN|WEB_IDENTITY_TOKEN_FILE|CONTAINER_.*))$/;
/** Variables whose values are secret as a whole. */
const secretVariables = ["GOTS_REMOTE_KEY", "GOTS_REMOTE_TOKEN"];
/**
* The environment of go commands where the action itself asks the shared cache: without what the shared cache alone needs.
*
* @param isStrange the code is, or may be, that of a stranger: nothing with which it could write anywhere is left, whatever else it was for
*/
function withoutCredentials(env, isStrange) {
	const kept = Object.entries(env).filter(([name]) => !ours.some((known) => known === name) && !(isStrange && others.test(name)));
	return {
		...Object.fromEntries(kept),
		GOTS_REMOTE: "off"
	};
}
/** The password of a URL and the user's name with it, as they stand there; none where there is no password. */
function passwordsIn(url) {
	return url.password === "" ? [] : [url.password, decodeURIComponent(url.password)];
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
const restoredAgeMs = 72e5;
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
	const time = /* @__PURE__ */ new Date(now - restoredAgeMs);
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

// src/action/cache/used-since.ts
/**
* Files of GOCACHE that were made or marked as used since then, as in a pack; plain go marks what has not been used for an hour.
*
* @param sinceMs in ms since 1970
*/
function usedSince(goCache, sinceMs) {
	return namesIfThere(goCache).filter((name) => /^[0-9a-f]{2}$/.test(name)).flatMap((sub) => readdirSync(join(goCache, sub)).filter((name) => (statSync(join(goCache, sub, name), { throwIfNoEntry: false })?.mtimeMs ?? 0) >= sinceMs - 1e3).map((name) => `go/${sub}/${name}`));
}

// src/action/shared-cache/shared-cache.ts
/**
* The shared cache of a job. The action asks it itself, beside the go commands, and stores at the end of the job what they have left: so neither
* compilers nor tests get its credentials.
*/
var SharedCache = class {
	/** What went wrong, in lines for people. */
	problems = [];
	context;
	startedMs;
	begun = /* @__PURE__ */ new Map();
	plain = [];
	constructor(context) {
		this.context = context;
		this.startedMs = context.now();
	}
	async begin(cli, goArgs, way = "beside") {
		const key = keyOf(cli, goArgs);
		const known = this.begun.get(key);
		if (known) return (await known)?.use;
		if (this.problems.length > 0) return void 0;
		const begun = this.start(cli, goArgs, way);
		this.begun.set(key, begun);
		return (await begun)?.use;
	}
	async keepPlain(cli, goArgs, sinceMs) {
		const kind = (await this.begun.get(keyOf(cli, goArgs)))?.kind;
		if (!kind || this.context.access.mode !== "read-write") return;
		const { goCache } = await goEnv(cli.go, cli.cwd, cli.env);
		this.plain.push({
			kind,
			used: usedSince(goCache, sinceMs)
		});
	}
	/** Ends what is still being fetched, and completes what builds have left to be stored. */
	async finish() {
		const { place, access, cacheDir, now } = this.context;
		const begun = (await Promise.all(this.begun.values())).filter((each) => each !== void 0);
		for (const { use } of begun) use.stop();
		for (const { kind, used } of this.plain) {
			const last = waitingJobs(cacheDir, now()).filter(({ job }) => job.createdMs >= this.startedMs && isOfBuild(job.kind, kind)).at(-1);
			if (last) extendJob(last, used);
		}
		return {
			place,
			access,
			fetched: begun.map(describeFetch)
		};
	}
	async start(cli, goArgs, way) {
		const found = await goEnv(cli.go, cli.cwd, cli.env);
		const place = buildPlace(found, cli.cwd, goArgs);
		if (!place) return void 0;
		const { secrets } = this.context;
		const { GOTS_REMOTE, GOTS_REMOTE_MODE } = secrets;
		const asking = {
			...cli,
			env: {
				...secrets,
				...cli.env,
				GOTS_REMOTE,
				GOTS_REMOTE_MODE
			}
		};
		const build = {
			goEnv: found,
			place,
			goArgs
		};
		const says = (line) => void this.problems.push(line.replace(/^gots: /, ""));
		const use = await useRemote(asking, {
			...build,
			way,
			says,
			fileAgeMs: restoredAgeMs
		});
		if (!use) return void 0;
		const { kind } = fetchRequest(asking, build, void 0);
		const statsFile = join(this.context.folder, `stats-${this.begun.size}.json`);
		const system = found.system.split(" ").slice(0, 2).join("/");
		return {
			command: kind.command,
			system,
			kind,
			use: this.withoutSecrets(use, way === "beside" ? statsFile : void 0),
			statsFile
		};
	}
	/** A use whose variables go commands may see. */
	withoutSecrets(use, statsFile) {
		const stores = this.context.access.mode === "read-write";
		return {
			...use,
			get variables() {
				return {
					GOTS_FETCH: use.variables["GOTS_FETCH"] ?? "",
					...statsFile === void 0 ? {} : { GOTS_STATS: statsFile },
					GOTS_REMOTE_MODE: "read",
					GOTS_REMOTE_UPLOADS: stores ? "later" : "",
					...stores ? { GOTS_TOUCHED: devNull } : {}
				};
			}
		};
	}
};
function keyOf({ cwd, env }, goArgs) {
	return JSON.stringify([
		cwd,
		env["GOOS"],
		env["GOARCH"],
		env["CGO_ENABLED"],
		goArgs
	]);
}
/** Whether builds are of the same module and target, and neither tests. */
function isOfBuild(a, b) {
	return a.module === b.module && a.target === b.target && a.command.startsWith("build") && b.command === a.command;
}
function describeFetch({ command, system, use, statsFile }) {
	return {
		command,
		system,
		report: use.report(),
		answers: answersIn(readIfThere(statsFile))
	};
}
function answersIn(stats) {
	if (stats === "") return void 0;
	const { gets = 0, vanillaHits = 0, wovenHits = 0 } = JSON.parse(stats);
	return {
		asked: gets,
		hits: vanillaHits + wovenHits
	};
}

// src/action/shared-cache/open-shared-cache.ts
/**
* Opens the shared cache that the input `remote-cache`, GOTS_REMOTE or gots.yml names.
*
* @throws GotsError remote_bad_url, remote_bad_mode, remote_bad_key
*/
async function openSharedCache(context, go) {
	const { commands, env, inputs } = context;
	const access = accessOf(inputs["remote-cache-mode"], env);
	const place = buildPlace(go, context.cwd, []);
	const named = inputs["remote-cache"] || env["GOTS_REMOTE"];
	const asked = named ? void 0 : await remoteWish(place?.configDirs ?? []);
	const wish = access.trust === "outside" ? void 0 : asked;
	if (asked && !wish) commands.line(`shared cache: \`remote\` of gots.yml does not count in runs of ${access.reason}`);
	const secrets = secretsOf(context, access, wish);
	const settings = remoteSettings(secrets, void 0);
	if (!settings) {
		const childEnv = {
			...context.childEnv,
			GOTS_REMOTE: "off"
		};
		return {
			shared: void 0,
			state: void 0,
			context: named || asked ? {
				...context,
				childEnv
			} : context
		};
	}
	for (const name of secretVariables) if (env[name]) commands.mask(env[name]);
	for (const password of passwordsIn(settings.url)) commands.mask(password);
	const shown = `${settings.url.protocol}//${settings.url.host}${settings.url.pathname}`.replace(/\/$/, "");
	const how = access.reason === "" ? "read and stored to" : `only read: ${access.reason}`;
	commands.line(`shared cache: ${shown} (${how})`);
	if (access.isRefused) commands.annotate("notice", `shared cache: not stored to: ${access.reason}`);
	const isStrange = access.trust === "fork" || access.trust === "outside";
	const own = {
		...context,
		childEnv: withoutCredentials(context.childEnv, isStrange)
	};
	const { cacheDir } = cliContext(own);
	const folder = join(context.folder, "reports");
	const shared = new SharedCache({
		place: shown,
		access,
		secrets,
		cacheDir,
		folder,
		now: Date.now
	});
	return {
		shared,
		state: {
			cacheDir,
			wish
		},
		context: {
			...own,
			shared
		}
	};
}
/** @throws GotsError remote_bad_mode */
function accessOf(input, env) {
	const given = env["GOTS_REMOTE_MODE"];
	const asked = input === "auto" ? accessModes.find((mode) => mode === given) ?? "auto" : input;
	return remoteAccess(asked, accessFacts(env));
}
/** The variables that a program of the shared cache gets besides those of the go command. */
function secretsOf({ env, inputs, childEnv }, { mode }, wish) {
	const url = inputs["remote-cache"] || env["GOTS_REMOTE"] || wish?.url;
	return {
		...childEnv,
		GOTS_REMOTE: url,
		GOTS_REMOTE_MODE: mode
	};
}

// src/action/shared-cache/shared-summary.ts
const most = 100;
/** What the shared cache brought, as a part of the job summary. */
function fetchedSummary({ place, access, fetched }) {
	const title = `#### Shared cache ${code(place)}`;
	const rows = fetched.map(fetchRow);
	const how = access.reason === "" ? "" : `Only read: ${plain$1(access.reason)}.`;
	return `\n${[
		title,
		rows.length === 0 ? "" : table([
			"Go command",
			"Packs",
			"Files",
			"Size",
			"Time",
			"Answers to go"
		], rows, most),
		how
	].filter((part) => part !== "").join("\n\n")}\n`;
}
function fetchRow({ command, system, report, answers }) {
	const hits = answers === void 0 ? "" : `${plural(answers.hits, "hit")} of ${answers.asked}`;
	const name = code(`go ${command} (${system})`);
	if (report === void 0) return [
		name,
		"–",
		"–",
		"–",
		"",
		hits
	];
	const { packs, added, bytes: size, ms, problem } = report;
	return [
		name,
		problem === void 0 ? String(packs) : `${packs} (${plain$1(problem)})`,
		added.toLocaleString("en"),
		bytes(size),
		milliseconds(ms),
		hits
	];
}
/** What was stored, as a part of the job summary. */
function storedSummary({ jobs, problem }) {
	const rows = jobs.map(({ command, packs, objects, bytes: size, kept, ms }) => [
		code(`go ${command}`),
		String(packs),
		objects.toLocaleString("en"),
		bytes(size),
		milliseconds(ms),
		String(kept)
	]);
	return `\n${[rows.length === 0 ? "" : table([
		"Stored in the shared cache",
		"New packs",
		"Objects",
		"Size",
		"Time",
		"Packs that were there"
	], rows, most), problem === void 0 ? "" : `Not all was stored: ${plain$1(problem)}.`].filter((part) => part !== "").join("\n\n")}\n`;
}

// src/action/shared-cache/store-at-end.ts
const graceMs = 2e3;
/**
* Stores in the shared cache what the builds of this job have left, and waits for it. Nothing that can happen is an error.
*
* @returns undefined where there is nothing to store, or this run may not
*/
async function storeAtEnd({ cacheDir, wish }, { env, inputs, commands, home, limitMs }) {
	const access = accessOf(inputs["remote-cache-mode"], env);
	if (access.mode !== "read-write" || waitingJobs(cacheDir, Date.now()).length === 0) return void 0;
	const request = {
		do: "push",
		cacheDir,
		wish,
		wait: true,
		json: true
	};
	const jobs = [];
	const limit = AbortSignal.timeout(limitMs);
	const problem = await runToEnd({
		program: process.execPath,
		args: [join(home, "dist", "remote.mjs"), JSON.stringify(request)],
		env: secretsOf({
			env,
			inputs,
			childEnv: programEnv(env)
		}, access, wish),
		cwd: cacheDir,
		group: true,
		cancel: {
			signal: limit,
			graceMs
		},
		stdout: { line: (line) => void jobs.push(JSON.parse(line)) }
	}).then((ended) => {
		if (limit.aborted) return `not all was stored within ${Math.round(limitMs / 6e4)} minutes`;
		return exitCodeOf(ended) === 0 ? void 0 : firstLine(ended.stderr);
	}, (error) => error.message);
	if (problem !== void 0) commands.annotate("notice", `shared cache: ${problem}; later builds store it`);
	for (const { command, packs, objects, bytes, kept, ms } of jobs) {
		const stored = packs === 0 ? "nothing new" : `${plural(packs, "pack")} stored, ${plural(objects, "object")}, ${megabytes(bytes)}`;
		commands.line(`shared cache: ${command}: ${stored} (${plural(kept, "pack")} before; ${seconds(ms)})`);
	}
	return {
		jobs,
		problem
	};
}
function firstLine(text) {
	return text.trim().split("\n", 1)[0]?.replace(/^gots: /, "") || "what stores ended without a word";
}

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
	const programs = namesIfThere(join(home, "dist")).filter((name) => /\.[mc]js$/.test(name) && !name.startsWith("action-")).map((name) => join("dist", name));
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
		touchedFile: policy.saves && request.keepsBuilds ? join(root, "touched") : "",
		hit: "none",
		matchedKey: "",
		bytes: 0,
		keys,
		saves: policy.saves,
		keepsBuilds: request.keepsBuilds,
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
	const builds = request.keepsBuilds ? restore(base, request) : base;
	const [restored, fetched] = await Promise.all([builds, fetchModules(moduleRequest)]);
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
		voice.line(`cache: ${Object.keys(files).length} entries (${megabytes(bytes)}) of ${answer.matchedKey} in ${seconds(Date.now() - base.startedMs)}`);
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
	const isSaved = restored.keepsBuilds && await saveBuilds(restored, outcome, client, voice);
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
	return hasPlainBuilds ? [...paths, ...usedSince(folders.go, startedMs)] : paths;
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
	builds: "builds",
	shared: "shared"
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
/** How long the job waits at its end until builds are stored in the shared cache. */
const storeLimitMs = 3e5;
/**
* Restores the caches of earlier runs before the first build, and leaves word for {@link saveAtEnd}. Where there is a shared cache, it begins to
* bring what the first build needs, and is not waited for.
*
* @returns the context in which go commands note what they use; the same one outside a module, where nothing will be built
* @throws GotsError of go env, and of the settings of the shared cache
*/
async function withCaches(given) {
	const { inputs, commands, env } = given;
	const cli = cliContext(given);
	const go = await goEnv(cli.go, given.cwd, cli.env);
	if (go.goMod === "") return {
		context: withoutShared(given),
		shared: void 0
	};
	const { shared, state, context } = await openSharedCache(given, go);
	if (state) commands.saveState(states.shared, JSON.stringify(state));
	const [target] = inputs.targets;
	const early = target && shared ? buildPlaceOf(context, target) : void 0;
	if (early) shared?.begin(early.cli, early.goArgs, inputs.mode === "env" ? "before" : "beside").catch(() => {});
	const restored = await commands.group("gots: restore caches", () => restoreCaches({
		mode: inputs.cache,
		keepsBuilds: shared === void 0,
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
	if (restored.touchedFile === "") return {
		context,
		shared
	};
	if (inputs.mode === "env") commands.exportVariable("GOTS_TOUCHED", restored.touchedFile);
	return {
		context: {
			...context,
			childEnv: {
				...context.childEnv,
				GOTS_TOUCHED: restored.touchedFile
			}
		},
		shared
	};
}
/** Builds outside of a module do without: which shared cache there is, and what this run may do with it, is asked in modules only. */
function withoutShared(context) {
	return {
		...context,
		childEnv: withoutCredentials(context.childEnv, false)
	};
}
/** Ends what the shared cache does beside builds, and tells of it: in the summary, and in one notice if something is wrong. */
async function endFetches(context, shared) {
	if (!shared) return;
	const { commands } = context;
	const result = await shared.finish();
	const [problem] = shared.problems;
	if (problem !== void 0) commands.annotate("notice", problem);
	for (const { command, system, report } of result.fetched) if (report) commands.line(`shared cache: ${command} (${system}): ${report.packs} packs, ${report.added} files, ${megabytes(report.bytes)}, ${seconds(report.ms)}`);
	addSummary(context, () => fetchedSummary(result));
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
	await storeShared(env, commands);
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
async function storeShared(env, commands) {
	const text = env[`STATE_${states.shared}`];
	const read = readInputs(env);
	if (!text || read.kind !== "read") return;
	const state = JSON.parse(text);
	const { inputs } = read;
	const { home } = commandContext(env, process.cwd());
	const stored = await commands.group("gots: store in the shared cache", () => storeAtEnd(state, {
		env,
		inputs,
		commands,
		home,
		limitMs: storeLimitMs
	}));
	if (stored) addSummary({
		inputs,
		env
	}, () => storedSummary(stored));
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

export { withCaches as i, noteBuilds as n, saveAtEnd as r, endFetches as t };