import { t as goEnv } from "./chunk-go-env.mjs";
import { t as pageAssets } from "./chunk-assets2.mjs";
import { a as manifestInvalid, i as manifestFrom, n as writeSources, r as manifestOf, t as folderName } from "./chunk-write-sources.mjs";
import { t as require_tar_stream } from "./chunk-tar-stream.mjs";
import { t as require_yazl } from "./chunk-yazl2.mjs";
import { n as cliContext } from "./chunk-context2.mjs";
import { n as formatError, t as GotsError } from "./chunk-diagnostic.mjs";
import { t as runProgram } from "./chunk-program.mjs";
import { a as measures, c as code, d as plain, f as table, l as fitting, n as changeSection, o as moduleTable, p as compareBuilds, r as headline, s as packageTable, t as aspectTable, u as folded } from "./chunk-markdown.mjs";
import { r as pageModel } from "./chunk-model2.mjs";
import { a as plural, n as milliseconds } from "./chunk-words.mjs";
import { t as renderPage } from "./chunk-render-page.mjs";
import { appendFileSync, createReadStream, createWriteStream, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { createHash } from "node:crypto";
import { createGzip, inflateRawSync } from "node:zlib";
import { pipeline } from "node:stream/promises";

// src/report/codes/publish.ts
var import_tar_stream = require_tar_stream();
var import_yazl = require_yazl();
function actionNothingToMerge(name) {
	throw new GotsError({
		code: "action_nothing_to_merge",
		message: `no artifact "${name}-…" was uploaded in this run`,
		hint: "let the jobs that build come before (`needs:`), with the same `configuration`, and `upload: true`"
	});
}
/** `mode: comment` is for one event only, which says which run it is about. */
function actionNoEndedRun(event) {
	throw new GotsError({
		code: "action_no_ended_run",
		message: `mode comment: the event is ${JSON.stringify(event)}, and there must be a token`,
		hint: "use it in a workflow with `on: workflow_run`, as docs/action.md shows"
	});
}
function releaseFailed(what, reason) {
	throw new GotsError({
		code: "action_release_failed",
		message: `${what}: ${reason}`,
		hint: "the job needs `permissions: contents: write`, and a tag"
	});
}

// src/action/artifacts/manifest-file.ts
const manifestFileName = "manifests.json";
/** Of the zip, and of the file in it. */
const mostZipBytes = 2e7;
const mostFileBytes = 1e8;
/**
* Reads it from JSON that nobody vouches for.
*
* @throws GotsError manifest_invalid
*/
function readManifestFile(name, text) {
	const read = readerOf((problem) => manifestInvalid(name, problem));
	const top = read.object(parse(text, read.fail));
	if (top["schema"] !== 1) read.fail("schema is not 1");
	const builds = (value) => read.list(value).map((each) => manifestFrom(name, each));
	const base = top["base"] === void 0 ? void 0 : read.object(top["base"]);
	return {
		schema: 1,
		configuration: read.word(top["configuration"]),
		builds: builds(top["builds"]),
		...base === void 0 ? {} : { base: {
			branch: read.word(base["branch"]),
			builds: builds(base["builds"])
		} },
		targets: read.list(top["targets"]).map((each) => targetNote(read, read.object(each))),
		...top["reportId"] === void 0 ? {} : { reportId: read.count(top["reportId"]) }
	};
}
function targetNote(read, fields) {
	const tests = fields["tests"] === void 0 ? void 0 : read.object(fields["tests"]);
	return {
		name: read.word(fields["name"]),
		...fields["problem"] === void 0 ? {} : { problem: read.word(fields["problem"]) },
		...tests === void 0 ? {} : { tests: testCounts(read, tests) }
	};
}
function testCounts(read, tests) {
	return {
		passed: read.count(tests["passed"]),
		failed: read.count(tests["failed"]),
		skipped: read.count(tests["skipped"]),
		ms: read.count(tests["ms"]),
		failures: read.list(tests["failures"]).map((each) => {
			const fields = read.object(each);
			const passesPlain = fields["passesPlain"];
			return {
				importPath: read.word(fields["importPath"]),
				test: read.word(fields["test"]),
				...passesPlain === void 0 ? {} : { passesPlain: passesPlain === true }
			};
		})
	};
}
function parse(text, fail) {
	try {
		return JSON.parse(text);
	} catch {
		return fail("no JSON");
	}
}
function readerOf(fail) {
	return {
		fail,
		object: (value) => typeof value === "object" && value !== null && !Array.isArray(value) ? value : fail("no object"),
		list: (value) => Array.isArray(value) && value.length <= 1e3 ? value : fail("no list of at most 1000 elements"),
		word: (value) => typeof value === "string" && value.length <= 2e3 ? value : fail("no text of at most 2000 characters"),
		count: (value) => Number.isSafeInteger(value) && value >= 0 ? value : fail("no whole number")
	};
}

// src/action/artifacts/names.ts
/**
* Name of an artifact, unique in a run as long as the jobs of a matrix differ in configuration or targets.
*
* @param targets none for what belongs to all of them
*/
function artifactName(kind, configuration, targets = []) {
	return [
		"gots",
		kind,
		configuration,
		targets.join("_")
	].map((part) => part.replace(/[^A-Za-z0-9._]+/g, "-").replace(/^-+|-+$/g, "")).filter((part) => part !== "").join("-").slice(0, 200);
}

// src/action/artifacts/read-zip.ts
/** A zip that is not one, or that is larger inside than it may be. */
var ZipProblem = class extends Error {};
/**
* One file of a zip archive that nobody vouches for. Nothing is written anywhere, and no more than `most` bytes are unpacked,
* whatever the archive says of itself.
*
* @returns undefined if there is no file of this name
* @throws ZipProblem
* @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3
*/
function fileInZip(zip, name, most) {
	const entry = entriesOf(zip).find((each) => each.name === name);
	if (!entry) return void 0;
	const { method, size, offset } = entry;
	if (offset + 30 > zip.length || zip.readUInt32LE(offset) !== 67324752) throw new ZipProblem("no local header");
	const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
	if (start + size > zip.length) throw new ZipProblem(`${name} is cut off`);
	const packed = zip.subarray(start, start + size);
	if (method === 0) {
		if (packed.length > most) throw new ZipProblem(`${name} has more than ${most} bytes`);
		return packed;
	}
	if (method !== 8) throw new ZipProblem(`${name} is packed by method ${method}`);
	try {
		return inflateRawSync(packed, { maxOutputLength: most });
	} catch (error) {
		const isLarge = error.code === "ERR_BUFFER_TOO_LARGE";
		throw new ZipProblem(isLarge ? `${name} has more than ${most} bytes` : `${name} cannot be unpacked`);
	}
}
function entriesOf(zip) {
	const end = zip.lastIndexOf(Buffer.from([
		80,
		75,
		5,
		6
	]));
	if (end < 0 || end + 22 > zip.length) throw new ZipProblem("no zip archive");
	const count = zip.readUInt16LE(end + 10);
	let at = zip.readUInt32LE(end + 16);
	const entries = [];
	for (let n = 0; n < count; n++) {
		if (at + 46 > zip.length || zip.readUInt32LE(at) !== 33639248) throw new ZipProblem("a broken directory");
		const nameLength = zip.readUInt16LE(at + 28);
		entries.push({
			name: zip.toString("utf8", at + 46, at + 46 + nameLength),
			method: zip.readUInt16LE(at + 10),
			size: zip.readUInt32LE(at + 20),
			offset: zip.readUInt32LE(at + 42)
		});
		at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
	}
	return entries;
}

// src/action/pull-request/remote-manifests.ts
/**
* The manifests of the newest run on a branch of the repository itself that uploaded an artifact of this name. Needs
* `actions: read`.
*
* @returns undefined if there is none any more, or none yet
* @throws of the API; GotsError manifest_invalid; ZipProblem
*/
async function manifestsOfBranch(github, { owner, repository: repo }, name, branch) {
	const { data } = await github.rest.actions.listArtifactsForRepo({
		owner,
		repo,
		name,
		per_page: 100
	});
	const [newest] = data.artifacts.filter(({ expired, workflow_run: run }) => {
		const isOwn = run?.head_repository_id === run?.repository_id;
		return !expired && isOwn && run?.head_branch === branch;
	}).sort((a, b) => b.id - a.id);
	return newest && manifestsIn(github, {
		owner,
		repository: repo
	}, newest);
}
/** Those that a run uploaded, of all its configurations. Whoever opens a pull request decides what they hold. */
async function manifestsOfRun(github, { owner, repository: repo }, runId) {
	const { data } = await github.rest.actions.listWorkflowRunArtifacts({
		owner,
		repo,
		run_id: runId,
		per_page: 100
	});
	const live = data.artifacts.filter(({ expired }) => !expired);
	const merged = live.filter(({ name }) => name.startsWith("gots-merged"));
	const wanted = merged.length > 0 ? merged : live.filter(({ name }) => name.startsWith("gots-manifest"));
	const files = [];
	for (const artifact of wanted.slice(0, mostArtifacts)) files.push(await manifestsIn(github, {
		owner,
		repository: repo
	}, artifact));
	return files;
}
const mostArtifacts = 20;
async function manifestsIn(github, { owner, repository: repo }, { id, name, size_in_bytes: size }) {
	if (size > 2e7) throw new Error(`${name} has ${size} bytes, more than ${mostZipBytes}`);
	const { data } = await github.rest.actions.downloadArtifact({
		owner,
		repo,
		artifact_id: id,
		archive_format: "zip"
	});
	const zip = Buffer.from(data);
	if (zip.length > 2e7) throw new Error(`${name} has ${zip.length} bytes, more than ${mostZipBytes}`);
	const file = fileInZip(zip, manifestFileName, mostFileBytes);
	if (!file) throw new Error(`${name} holds no ${manifestFileName}`);
	return readManifestFile(`${name}/${manifestFileName}`, file.toString("utf8"));
}

// src/action/github/client.ts
/** GitHub's API for a token; loaded when it is needed. */
async function gitHub({ apiUrl }, token) {
	const { getOctokit } = await import("./chunk-github2.mjs");
	const quiet = () => {};
	return getOctokit(token, {
		baseUrl: apiUrl,
		log: {
			debug: quiet,
			info: quiet,
			warn: quiet,
			error: quiet
		}
	});
}
/** Status of an answer of the API that is an error; undefined for errors of other kinds. */
function statusOf(error) {
	const { status } = error;
	return typeof status === "number" ? status : void 0;
}
/** Why the API said no, in one line. */
function reasonOf(error) {
	const status = statusOf(error);
	const message = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, " ").slice(0, 300);
	return status === void 0 ? message : `HTTP ${status}: ${message}`;
}

// src/action/pull-request/sticky-comment.ts
/** The first line of a comment, which GitHub does not show. Nothing in it can end it. */
function markerOf({ workflow, configuration }) {
	const word = (text) => encodeURIComponent(text).replaceAll("-", "%2D");
	return `<!-- gots comment workflow=${word(workflow)} configuration=${word(configuration)} -->`;
}
/** Of GitHub's 65,536 characters; the rest is left for what people add. */
const longestComment = 6e4;
/** How many pages of a hundred comments are looked through. */
const mostPages = 30;
/**
* Writes the comment of a pull request, or changes the one that is there: one that begins with the marker and was written by
* who writes now. Comments of others are never changed, whatever they begin with.
*
* @param body without the marker
*/
async function postComment(github, { owner, repository: repo }, number, identity, body) {
	const marker = markerOf(identity);
	const text = `${marker}\n${body}`;
	const own = await ownComment(github, {
		owner,
		repo,
		issue_number: number
	}, marker);
	if (own === void 0) {
		const { data } = await github.rest.issues.createComment({
			owner,
			repo,
			issue_number: number,
			body: text
		});
		return {
			kind: "created",
			url: data.html_url
		};
	}
	if (own.body === text) return { kind: "unchanged" };
	const { data } = await github.rest.issues.updateComment({
		owner,
		repo,
		comment_id: own.id,
		body: text
	});
	return {
		kind: "updated",
		url: data.html_url
	};
}
async function ownComment(github, issue, marker) {
	let login;
	for (let page = 1; page <= mostPages; page++) {
		const { data } = await github.rest.issues.listComments({
			...issue,
			per_page: 100,
			page
		});
		for (const { id, body = "", user } of data) {
			if (!body.startsWith(marker)) continue;
			login ??= await ownLogin(github);
			if (user?.login === login || user?.login === `${login}[bot]`) return {
				id,
				body
			};
		}
		if (data.length < 100) return void 0;
	}
}
/** Who the token writes as. A job's own token may not ask REST for that. */
async function ownLogin(github) {
	try {
		const { viewer } = await github.graphql("query { viewer { login } }");
		return viewer.login;
	} catch (error) {
		if (statusOf(error) === void 0) throw error;
		return "github-actions[bot]";
	}
}

// src/action/summary/report-text.ts
/** GitHub drops a summary of more than 1 MiB, all of it. Other uses of the action in the same step add to this. */
const longestSummary = 1e6;
/** The job's summary: everything, tables shortened where that would be too long; diffs are in the report. */
function summaryText(text) {
	return fitting((most) => render(text, most, false), longestSummary);
}
/** The comment of a pull request: what a reviewer wants to know first, the rest folded. @param longest in characters */
function commentText(text, longest) {
	return fitting((most) => render(text, Math.min(most, 100), true), longest, (rendered) => rendered.length);
}
function render(text, most, isBrief) {
	const model = pageModel(text.builds);
	return `${[
		`### gots${text.configuration === "" ? "" : ` · ${plain(text.configuration)}`}: ${text.builds.length === 0 ? "no build" : headline(model)}`,
		problems(text, most),
		links(text),
		text.base && text.builds.length > 0 ? changeSection(compareBuilds(text.base.builds, text.builds), code(text.base.branch), most) : "",
		text.builds.length > 0 ? measures(model) : "",
		isBrief && model.joinPoints > 0 ? folded(`${plural(usedAspects(model), "aspect")} of ${model.aspects.length}`, aspectTable(model, most)) : aspectTable(model, most),
		model.modules.length > 0 ? folded(`${plural(model.modules.length, "module")} in the build list because of weaving`, moduleTable(model, most)) : "",
		model.packages.length > 0 ? folded(`${plural(model.packages.length, "package")} woven`, packageTable(model, most)) : "",
		testTable(text, most),
		footer(text)
	].filter((part) => part !== "").join("\n\n")}\n`;
}
function usedAspects({ aspects }) {
	return aspects.filter(({ joinPoints }) => joinPoints > 0).length;
}
function problems({ targets }, most) {
	return targets.filter(({ problem }) => problem !== void 0).slice(0, Math.max(1, most)).map(({ name, problem }) => `> [!CAUTION]\n> ${code(name)}: ${plain((problem ?? "").slice(0, 500))}`).join("\n\n");
}
function links({ reportUrl, base, builds }) {
	const parts = [];
	if (reportUrl !== void 0) parts.push(`[Report with every diff](${reportUrl})`);
	if (base === void 0 && builds.length > 0) parts.push("nothing to compare with yet");
	return parts.join(" · ");
}
function testTable({ targets }, most) {
	const tested = targets.filter(({ tests }) => tests !== void 0);
	if (tested.length === 0) return "";
	const rows = tested.map(({ name, tests }) => [
		code(name),
		String(tests?.passed ?? 0),
		String(tests?.failed ?? 0),
		String(tests?.skipped ?? 0),
		milliseconds(tests?.ms ?? 0)
	]);
	const failures = tested.flatMap(({ name, tests }) => (tests?.failures ?? []).map(({ importPath, test, passesPlain }) => [
		code(name),
		code(test === "" ? importPath : `${importPath} ${test}`),
		passesPlain === true ? "passes without weaving" : passesPlain === false ? "fails without weaving, too" : ""
	]));
	return [table([
		"Tests",
		"Passed",
		"Failed",
		"Skipped",
		"Time"
	], rows, most), ...failures.length > 0 ? [table([
		"Target",
		"Failed test",
		""
	], failures, most)] : []].join("\n\n");
}
function footer({ builds, sha, runUrl }) {
	const [first] = builds;
	const versions = first ? `gots ${plain(first.gotsVersion)}, ${plain(first.goVersion)}` : "gots";
	const run = runUrl === void 0 ? "" : ` in [this run](${runUrl})`;
	return `<sub>${versions}${sha === "" ? "" : ` of ${sha.slice(0, 12)}`}${run}</sub>`;
}

// src/action/artifacts/pack-program.ts
/** Artifacts and releases keep no modes of files; an archive does. The time that all files are given. */
const epoch = /* @__PURE__ */ new Date("1980-01-01T00:00:00Z");
/**
* Packs a program as it is handed out: a zip for Windows, else a tar.gz, with the bit that lets it run.
*
* @param name of the archive, without its ending
*/
async function packProgram(program, goos, name, folder) {
	const isZip = goos === "windows";
	const file = `${name}${isZip ? ".zip" : ".tar.gz"}`;
	const path = join(folder, file);
	const bytes = readFileSync(program);
	if (isZip) {
		const zip = new import_yazl.ZipFile();
		zip.addBuffer(bytes, basename(program), {
			mtime: epoch,
			mode: 33261,
			forceDosTimestamp: true
		});
		zip.end();
		await pipeline(zip.outputStream, createWriteStream(path));
	} else {
		const tar = (0, import_tar_stream.pack)();
		tar.entry({
			name: basename(program),
			mode: 493,
			mtime: epoch,
			uid: 0,
			gid: 0
		}, bytes);
		tar.finalize();
		await pipeline(tar, createGzip({ level: 9 }), createWriteStream(path));
	}
	return {
		name: file,
		path
	};
}
/** SHA-256 of a file, hex. */
async function sha256Of(path) {
	const hash = createHash("sha256");
	await pipeline(createReadStream(path), hash);
	return hash.digest("hex");
}

// src/action/artifacts/service.ts
/** Undefined on a runner without the service: the client would fail after many attempts. */
async function artifactService(env) {
	if (!env["ACTIONS_RUNTIME_TOKEN"] || !env["ACTIONS_RESULTS_URL"]) return void 0;
	const { DefaultArtifactClient } = await import("./chunk-artifact.mjs");
	const client = new DefaultArtifactClient();
	return {
		upload: async (name, folder, retentionDays) => {
			const options = retentionDays === 0 ? {} : { retentionDays };
			const { id, digest = "" } = await client.uploadArtifact(name, filesBelow(folder), folder, options);
			if (id === void 0) throw new Error("the service gave no id");
			return {
				id,
				digest
			};
		},
		list: async () => (await client.listArtifacts({ latest: true })).artifacts.map(({ id, name }) => ({
			id,
			name
		})),
		download: async (id, folder) => {
			mkdirSync(folder, { recursive: true });
			await client.downloadArtifact(id, { path: folder });
		}
	};
}
function filesBelow(folder) {
	return readdirSync(folder, {
		recursive: true,
		withFileTypes: true
	}).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
}

// src/action/github/run-facts.ts
/** Reads what the runner says of its run; undefined where there is none: outside of a workflow, or without a repository. */
function runFacts(env) {
	const [, owner, repository] = /^([\w.-]+)\/([\w.-]+)$/.exec(env["GITHUB_REPOSITORY"] ?? "") ?? [];
	const event = env["GITHUB_EVENT_NAME"];
	if (owner === void 0 || repository === void 0 || !event) return void 0;
	const payload = readPayload(env["GITHUB_EVENT_PATH"]);
	return {
		event,
		owner,
		repository,
		sha: env["GITHUB_SHA"] ?? "",
		refName: env["GITHUB_REF_NAME"] || (env["GITHUB_REF"] ?? "").replace(/^refs\/(heads|tags|pull)\//, ""),
		isTag: env["GITHUB_REF_TYPE"] === "tag" || (env["GITHUB_REF"] ?? "").startsWith("refs/tags/"),
		workflow: env["GITHUB_WORKFLOW"] ?? "",
		runId: Number(env["GITHUB_RUN_ID"] ?? 0),
		attempt: Number(env["GITHUB_RUN_ATTEMPT"] ?? 1) || 1,
		serverUrl: env["GITHUB_SERVER_URL"] || "https://github.com",
		apiUrl: env["GITHUB_API_URL"] || "https://api.github.com",
		pullRequest: pullRequestIn(payload),
		endedRun: endedRunIn(payload)
	};
}
/** Where people see the run. */
function runUrl({ serverUrl, owner, repository, runId }) {
	return `${serverUrl}/${owner}/${repository}/actions/runs/${runId}`;
}
function readPayload(file) {
	try {
		return file ? objectOf(JSON.parse(readFileSync(file, "utf8"))) : {};
	} catch {
		return {};
	}
}
function objectOf(value) {
	return typeof value === "object" && value !== null ? value : {};
}
function at(value, ...path) {
	return path.reduce((inner, name) => objectOf(inner)[name], value);
}
function textAt(value, ...path) {
	const found = at(value, ...path);
	return typeof found === "string" ? found : "";
}
function pullRequestIn(payload) {
	const number = at(payload, "pull_request", "number");
	if (typeof number !== "number") return void 0;
	const head = at(payload, "pull_request", "head", "repo", "full_name");
	return {
		number,
		headSha: textAt(payload, "pull_request", "head", "sha"),
		baseBranch: textAt(payload, "pull_request", "base", "ref"),
		isFork: head !== at(payload, "pull_request", "base", "repo", "full_name")
	};
}
function endedRunIn(payload) {
	const id = at(payload, "workflow_run", "id");
	if (typeof id !== "number") return void 0;
	return {
		id,
		event: textAt(payload, "workflow_run", "event"),
		headSha: textAt(payload, "workflow_run", "head_sha"),
		headBranch: textAt(payload, "workflow_run", "head_branch"),
		headOwner: textAt(payload, "workflow_run", "head_repository", "owner", "login"),
		workflow: textAt(payload, "workflow_run", "name")
	};
}

// src/action/release/sbom.ts
/**
* Writes CycloneDX from the build information of a program, which in a woven one names injected modules as well. Its version, and the
* checksums of all that it is made of, are in helper/sbom.
*/
const tool = "github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod";
/**
* The bill of materials of a program, CycloneDX JSON.
*
* @throws GotsError action_release_failed
*/
async function writeSbom(context, program, output) {
	const cli = cliContext(context);
	const cwd = join(cli.home, "helper", "sbom");
	const writer = join(context.folder, "tools", "cyclonedx-gomod");
	mkdirSync(join(context.folder, "tools"), { recursive: true });
	const own = {
		GOFLAGS: "-mod=readonly",
		GOWORK: "off",
		GOOS: "",
		GOARCH: "",
		CGO_ENABLED: "0"
	};
	const { write, cancel } = context;
	const options = {
		cwd,
		env: {
			...cli.env,
			...own
		},
		write,
		cancel,
		busy: "writing a bill of materials"
	};
	const built = await runProgram(cli.go, [
		"build",
		"-o",
		writer,
		tool
	], options);
	if (built.exitCode !== 0) releaseFailed(`go build ${tool}`, lastLine(built.output));
	const args = [
		"bin",
		"-json",
		"-noserial",
		"-output",
		output,
		program
	];
	const made = await runProgram(writer, args, options);
	if (made.exitCode !== 0) releaseFailed(`cyclonedx-gomod ${args.join(" ")}`, lastLine(made.output));
}
function lastLine(text) {
	return text.trim().split("\n").at(-1) ?? "";
}

// src/action/release/release.ts
/**
* `release: true` on a tag: programs in archives, packages, a bill of materials of each program and their checksums, attached to the
* release of the tag, which is made if there is none. What is there under the same name is replaced, so that a job can run again.
*
* @returns false if it failed; the job then fails, since somebody waits for a release
*/
async function publishRelease({ context, run, github }, results) {
	const { commands } = context;
	if (!run?.isTag) {
		commands.annotate("notice", "release: nothing to do, this run is for no tag");
		return true;
	}
	try {
		const files = await releaseFiles(context, results, run.refName);
		commands.setOutput("release-files", JSON.stringify(files.map(({ path }) => path)));
		commands.setOutput("checksums", files.at(-1)?.path ?? "");
		if (!github) throw new Error("there is no token");
		await attach(context, github, run, files);
		return true;
	} catch (error) {
		const text = error instanceof GotsError ? formatError(error) : `release ${run.refName}: ${reasonOf(error)}`;
		const hint = statusOf(error) === 403 ? "; the job needs `permissions: contents: write`" : "";
		commands.annotate("error", `${text}${hint}`);
		return false;
	}
}
/** What a release gets; the file of checksums is the last. */
async function releaseFiles(context, results, tag) {
	const folder = join(context.folder, "release");
	mkdirSync(folder, { recursive: true });
	const version = tag.replace(/[^\w.+-]+/g, "-");
	const files = [];
	for (const target of results.targets) files.push(...await filesOf(context, target, version, folder));
	const sums = [];
	for (const { name, path } of files) sums.push(`${await sha256Of(path)}  ${name}\n`);
	const checksums = `checksums_${version}_${results.targets.map(({ name }) => name.replaceAll("/", "-")).join("_")}.txt`.slice(0, 200);
	writeFileSync(join(folder, checksums), sums.join(""));
	return [...files, {
		name: checksums,
		path: join(folder, checksums)
	}];
}
async function filesOf(context, { kind, name: target, goos, goarch, binaries, packages }, version, folder) {
	const files = [];
	for (const { name, path } of binaries) {
		const platform = kind === "executable" ? `${goos}_${goarch}` : target.replaceAll("/", "_");
		const title = `${name.replace(/\.exe$/, "")}_${version}_${platform}`;
		if (kind === "executable") files.push(await packProgram(path, goos, title, folder));
		const sbom = `${title}.cdx.json`;
		await writeSbom(context, path, join(folder, sbom));
		files.push({
			name: sbom,
			path: join(folder, sbom)
		});
	}
	return [...files, ...packages.map(({ name, path }) => ({
		name,
		path
	}))];
}
async function attach(context, github, { owner, repository: repo, refName: tag }, files) {
	const release = await releaseOf(github, {
		owner,
		repo,
		tag
	});
	const { data: present } = await github.rest.repos.listReleaseAssets({
		owner,
		repo,
		release_id: release.id,
		per_page: 100
	});
	for (const { name, path } of files) {
		const old = present.find((asset) => asset.name === name);
		if (old) await github.rest.repos.deleteReleaseAsset({
			owner,
			repo,
			asset_id: old.id
		});
		const data = readFileSync(path);
		const headers = {
			"content-type": "application/octet-stream",
			"content-length": data.length
		};
		await github.request(`POST ${release.uploadUrl}`, {
			name,
			data,
			headers
		});
		context.commands.line(`attached ${name} (${data.length} bytes)`);
	}
}
async function releaseOf(github, { owner, repo, tag }) {
	const described = ({ id, upload_url: url }) => ({
		id,
		uploadUrl: `${url.replace(/\{.*\}$/, "")}{?name}`
	});
	try {
		return described((await github.rest.repos.getReleaseByTag({
			owner,
			repo,
			tag
		})).data);
	} catch (error) {
		if (statusOf(error) !== 404) throw error;
	}
	try {
		const body = {
			owner,
			repo,
			tag_name: tag,
			name: tag,
			generate_release_notes: true,
			prerelease: /-/.test(tag)
		};
		return described((await github.rest.repos.createRelease(body)).data);
	} catch (error) {
		if (statusOf(error) !== 422) throw error;
		return described((await github.rest.repos.getReleaseByTag({
			owner,
			repo,
			tag
		})).data);
	}
}

// src/action/publish/manifests.ts
/** The manifests of all targets that were built far enough to have one. */
function manifestsOf(results, gofmt) {
	return results.targets.flatMap((target) => {
		const report = reportOf(target);
		if (report === void 0) return [];
		const { name, wovenMs, plainMs, plainCompiled, binaries } = target;
		return manifestOf(report, {
			root: results.workspace,
			moduleDir: results.moduleDir,
			gofmt,
			target: name,
			buildMs: Math.round(wovenMs),
			plainBuildMs: plainMs === void 0 ? void 0 : Math.round(plainMs),
			plainCompiled,
			binaries: binaries.map((binary) => ({
				name: binary.name,
				bytes: binary.bytes,
				...binary.plainBytes === void 0 ? {} : { plainBytes: binary.plainBytes }
			}))
		});
	});
}
/** Undefined where the build ended before its report was written whole. */
function reportOf({ report }) {
	if (report === void 0) return void 0;
	try {
		return JSON.parse(readFileSync(report, "utf8"));
	} catch {
		return;
	}
}
/** Without diffs: small enough to be kept for comparisons, and for those who only comment. */
function slim(manifest) {
	const packages = manifest.packages.map((each) => ({
		...each,
		files: each.files.map((file) => ({
			...file,
			diff: ""
		}))
	}));
	return {
		...manifest,
		packages
	};
}

// src/action/publish/write-report.ts
/**
* Writes the report's folder: the page, the manifests, and for each target the woven files and their diffs by import path. Targets that
* weave alike still have a folder each: they are other files of the same package.
*
* @returns path of the page
*/
function writeReportFolder(folder, full, assets) {
	mkdirSync(folder, { recursive: true });
	const manifests = full.map(({ manifest }) => manifest);
	const page = join(folder, "report.html");
	writeFileSync(page, renderPage(pageModel(manifests), assets));
	writeFileSync(join(folder, "manifest.json"), `${JSON.stringify(manifests, null, 2)}\n`);
	for (const { manifest, sources } of full) {
		const target = manifest.target.replaceAll("/", "-") || "build";
		writeSources(join(folder, "sources", target), sources);
		writeDiffs(join(folder, "diffs", target), manifest);
	}
	return page;
}
function writeDiffs(folder, { packages }) {
	for (const { importPath, files } of packages) for (const { name, diff } of files) {
		const file = join(folder, folderName(importPath), `${name}.diff`);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, `${diff}\n`);
	}
}

// src/action/publish/publish.ts
/**
* Tells what a run did: report, artifacts, summary, comment, and the release of a tag. What the runner or the token does not let
* it do is a notice; only a release that was asked for and cannot be made fails.
*
* @param assets of the report's page
* @returns false if the release failed
*/
async function publish(context, results, assets = pageAssets()) {
	const { commands, inputs } = context;
	if (results.outcome === "cancelled") return true;
	return commands.group("gots: report", async () => {
		const around = await surroundingsOf(context);
		await attempt(context, "the report is not complete", () => publishReport(around, results, assets));
		if (!inputs.release || results.outcome !== "passed") return true;
		return publishRelease(around, results);
	});
}
async function publishReport(around, results, assets) {
	const { context } = around;
	const full = await writeManifests(context, results, assets);
	const names = results.targets.map(({ name }) => name);
	const uploaded = await uploadAll(around, results, await manifestFileOf(around, full, names, notesOf(results)), names);
	setReportOutputs(context, full, uploaded.reportId);
	await tell(around, uploaded);
}
/** Finds out what there is to work with. */
async function surroundingsOf(context) {
	const { env, inputs } = context;
	const known = runFacts(env);
	const run = known && {
		...known,
		apiUrl: inputs["api-url"] || known.apiUrl
	};
	const token = inputs.token.startsWith("${{") ? "" : inputs.token;
	if (token !== "") context.commands.mask(token);
	return {
		context,
		run,
		service: await artifactService(env),
		github: run && token !== "" ? await gitHub(run, token) : void 0
	};
}
/** Runs a part that may fail without the job failing. */
async function attempt(context, what, body) {
	try {
		return await body();
	} catch (error) {
		context.commands.annotate("notice", `${what}: ${reasonOf(error)}`);
		return;
	}
}
async function writeManifests(context, results, assets) {
	const cli = cliContext(context);
	const { goRoot } = await goEnv(cli.go, context.cwd, cli.env);
	const full = manifestsOf(results, join(goRoot, "bin", "gofmt"));
	writeReportFolder(join(context.folder, "report"), full, assets);
	return full;
}
function notesOf(results) {
	return results.targets.map(({ name, problem, tests }) => ({
		name,
		...problem === void 0 ? {} : { problem: problem.slice(0, 2e3) },
		...tests === void 0 ? {} : { tests: {
			passed: tests.passed,
			failed: tests.failed,
			skipped: tests.skipped,
			ms: Math.round(tests.ms),
			failures: tests.failures.slice(0, 200).map(({ importPath, test, passesPlain }) => ({
				importPath,
				test,
				...passesPlain === void 0 ? {} : { passesPlain }
			}))
		} }
	}));
}
/** With what it is compared with: the same job's manifests on the branch that the pull request is for. */
async function manifestFileOf(around, full, names, targets) {
	const { configuration } = around.context.inputs;
	const builds = full.map(({ manifest }) => slim(manifest));
	const base = await baseOf(around, artifactName("manifest", configuration, names));
	return {
		schema: 1,
		configuration,
		builds,
		targets,
		...base === void 0 ? {} : { base }
	};
}
/** The builds of the base branch's last run; undefined outside of pull requests, and where there are none. */
async function baseOf(around, name) {
	const { context, run, github } = around;
	const branch = run?.pullRequest?.baseBranch;
	if (!run || !github || !branch) return void 0;
	try {
		const found = await manifestsOfBranch(github, run, name, branch);
		return found && {
			branch,
			builds: found.builds
		};
	} catch (error) {
		const hint = statusOf(error) === 403 ? "; give the job `permissions: actions: read`" : "";
		context.commands.annotate("notice", `not compared with ${branch}: ${reasonOf(error)}${hint}`);
		return;
	}
}
/** Uploads what the inputs ask for. @returns the manifest file, with the number of the report's artifact if there is one */
async function uploadAll(around, results, file, names) {
	const { context, service } = around;
	const { inputs, commands } = context;
	if (!inputs.upload) return file;
	if (!service) {
		commands.annotate("notice", `this runner has no artifact service; everything is in ${context.folder}`);
		return file;
	}
	const send = (kind, folder) => attempt(context, `the artifact "${artifactName(kind, inputs.configuration, names)}" is not uploaded`, () => service.upload(artifactName(kind, inputs.configuration, names), folder, inputs["retention-days"]));
	const report = await send("report", join(context.folder, "report"));
	const whole = {
		...file,
		...report === void 0 ? {} : { reportId: report.id }
	};
	await send("manifest", writeManifestFile(context, whole));
	const programs = await packAll(results, join(context.folder, "programs"));
	if (programs !== void 0) await send("programs", programs);
	return whole;
}
function writeManifestFile(context, file) {
	const folder = join(context.folder, "manifest");
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, manifestFileName), `${JSON.stringify(file)}\n`);
	return folder;
}
/** Programs in archives, since artifacts keep no modes, and packages as they are. @returns undefined if there are none */
async function packAll(results, folder) {
	const { targets } = results;
	if (targets.every(({ binaries, packages }) => binaries.length + packages.length === 0)) return void 0;
	mkdirSync(folder, { recursive: true });
	for (const { kind, goos, goarch, binaries, packages } of targets) {
		for (const { name, path } of kind === "executable" ? binaries : []) await packProgram(path, goos, `${name.replace(/\.exe$/, "")}_${goos}_${goarch}`, folder);
		for (const { name, path } of packages) writeFileSync(join(folder, name), readFileSync(path));
	}
	return folder;
}
function setReportOutputs({ commands, folder }, full, id) {
	const points = full.map(({ manifest }) => manifest.packages.reduce((sum, { joinPoints }) => sum + joinPoints.length, 0));
	commands.setOutput("report", join(folder, "report", "report.html"));
	commands.setOutput("manifest", join(folder, "report", "manifest.json"));
	commands.setOutput("join-points", String(Math.max(0, ...points)));
	commands.setOutput("artifact-id", id === void 0 ? "" : String(id));
}
/** Summary and comment. */
async function tell(around, file) {
	const { context, run } = around;
	const { inputs, env, commands } = context;
	const text = textOf(file, run, run?.pullRequest?.headSha || run?.sha || "");
	const summary = env["GITHUB_STEP_SUMMARY"];
	if (inputs.summary && summary) appendFileSync(summary, summaryText(text));
	if (!inputs.comment || !run?.pullRequest) return;
	const { number, isFork } = run.pullRequest;
	const companion = "the job summary has everything, and a workflow_run workflow can comment (docs/action.md)";
	if (!around.github) return commands.annotate("notice", `no comment without a token; ${companion}`);
	try {
		const posted = await postComment(around.github, run, number, identityOf(run, file), commentText(text, longestComment));
		commands.line(`comment ${posted.kind}${posted.kind === "unchanged" ? "" : `: ${posted.url}`}`);
	} catch (error) {
		const why = isFork ? "the token of a fork may not write" : "the job needs `permissions: pull-requests: write`";
		commands.annotate("notice", `no comment: ${reasonOf(error)}${statusOf(error) === 403 ? ` (${why})` : ""}; ${companion}`);
	}
}
function identityOf(run, { configuration }) {
	return {
		workflow: run.endedRun?.workflow ?? run.workflow,
		configuration
	};
}
/** @param sha commit that was built */
function textOf(file, run, sha) {
	const { configuration, builds, base, targets, reportId } = file;
	const url = run && runUrl(run.endedRun ? {
		...run,
		runId: run.endedRun.id
	} : run);
	return {
		configuration,
		builds,
		base,
		targets,
		runUrl: url,
		reportUrl: url === void 0 || reportId === void 0 ? void 0 : `${url}/artifacts/${reportId}`,
		sha
	};
}

export { actionNothingToMerge as _, surroundingsOf as a, writeManifestFile as c, postComment as d, manifestsOfRun as f, actionNoEndedRun as g, readManifestFile as h, publish as i, commentText as l, manifestFileName as m, baseOf as n, tell as o, artifactName as p, identityOf as r, textOf as s, attempt as t, longestComment as u };