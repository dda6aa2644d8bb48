import { n as failure } from "./chunk-message.mjs";
import "./chunk-manifest.mjs";
import { t as plainText } from "./chunk-plain-text.mjs";
import { t as laidOutDiffs } from "./chunk-laid-out-diffs.mjs";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

// src/report/texts/manifest.ts
const texts = { manifest_invalid: {
	code: "manifest_invalid",
	message: "%file%: %problem%",
	hint: "give a file that a build wrote for GOTS_REPORT, or one of `gots report --format json`, of this version of gots"
} };

// src/report/codes/manifest.ts
/** A file that should be a report of a build or a manifest is neither. */
function manifestInvalid(file, problem) {
	throw failure(texts.manifest_invalid, {
		file,
		problem
	});
}

// src/manifest/read-manifest.ts
/**
* Limits of what is read: manifests also come from artifacts of runs that anybody can start. A value beyond them is a mistake,
* never cut off.
*/
const longest = {
	word: 1e3,
	diff: 4e6,
	list: 2e4
};
/** {@link readManifest} of a value. */
function manifestFrom(file, value) {
	const read = reader(file);
	const top = read.object(value, "the manifest");
	if (top["schema"] !== 1) read.fail(`schema is ${shown(top["schema"])}, not ${1}`);
	const timings = read.object(top["timings"], "timings");
	return {
		schema: 1,
		target: read.word(top["target"], "target"),
		gotsVersion: read.word(top["gotsVersion"], "gotsVersion"),
		goVersion: read.word(top["goVersion"], "goVersion"),
		rootModule: read.word(top["rootModule"], "rootModule"),
		aspectFiles: read.list(top["aspectFiles"], "aspectFiles", (each, at) => ({
			name: read.word(each["name"], `${at}.name`),
			sha256: read.word(each["sha256"], `${at}.sha256`)
		})),
		aspects: read.list(top["aspects"], "aspects", (each, at) => ({
			id: read.word(each["id"], `${at}.id`),
			file: read.word(each["file"], `${at}.file`),
			line: read.count(each["line"], `${at}.line`)
		})),
		packages: read.list(top["packages"], "packages", (each, at) => packageFrom(read, each, at)),
		modules: read.list(top["modules"], "modules", (each, at) => ({
			path: read.word(each["path"], `${at}.path`),
			version: read.word(each["version"], `${at}.version`),
			...read.maybe(each, "raisedFrom", at, read.word)
		})),
		...read.maybe(top, "uncovered", "the manifest", (value) => read.list(value, "uncovered", (each, at) => ({
			path: read.word(each["path"], `${at}.path`),
			version: read.word(each["version"], `${at}.version`)
		}))),
		binaries: read.list(top["binaries"], "binaries", (each, at) => ({
			name: read.word(each["name"], `${at}.name`),
			bytes: read.count(each["bytes"], `${at}.bytes`),
			...read.maybe(each, "plainBytes", at, read.count)
		})),
		timings: {
			buildMs: read.count(timings["buildMs"], "timings.buildMs"),
			...read.maybe(timings, "plainBuildMs", "timings", read.count),
			compiled: read.count(timings["compiled"], "timings.compiled"),
			...read.maybe(timings, "plainCompiled", "timings", read.count)
		}
	};
}
function packageFrom(read, each, at) {
	return {
		importPath: read.word(each["importPath"], `${at}.importPath`),
		fromCache: read.flag(each["fromCache"], `${at}.fromCache`),
		...read.maybe(each, "compileMs", at, read.count),
		joinPoints: read.list(each["joinPoints"], `${at}.joinPoints`, (point, where) => joinPointFrom(read, point, where)),
		files: read.list(each["files"], `${at}.files`, (file, where) => ({
			name: read.word(file["name"], `${where}.name`),
			...read.maybe(file, "path", where, read.word),
			added: read.flag(file["added"], `${where}.added`),
			diff: read.text(file["diff"], `${where}.diff`, longest.diff)
		}))
	};
}
function joinPointFrom(read, point, at) {
	return {
		aspect: read.word(point["aspect"], `${at}.aspect`),
		aspectFile: read.word(point["aspectFile"], `${at}.aspectFile`),
		aspectLine: read.count(point["aspectLine"], `${at}.aspectLine`),
		what: read.word(point["what"], `${at}.what`),
		file: read.word(point["file"], `${at}.file`),
		line: read.count(point["line"], `${at}.line`),
		column: read.count(point["column"], `${at}.column`)
	};
}
function shown(value) {
	return (JSON.stringify(value) ?? "absent").slice(0, 60);
}
function reader(file) {
	const fail = (problem) => manifestInvalid(file, problem);
	const object = (value, at) => typeof value === "object" && value !== null && !Array.isArray(value) ? value : fail(`${at} is ${shown(value)}, not an object`);
	const text = (value, at, most) => {
		if (typeof value !== "string") return fail(`${at} is ${shown(value)}, not a text`);
		return value.length <= most ? value : fail(`${at} has ${value.length} characters, more than ${most}`);
	};
	const word = (value, at) => text(value, at, longest.word);
	const count = (value, at) => Number.isSafeInteger(value) && value >= 0 ? value : fail(`${at} is ${shown(value)}, not a whole number`);
	const flag = (value, at) => typeof value === "boolean" ? value : fail(`${at} is ${shown(value)}, not true or false`);
	const list = (value, at, each) => {
		if (!Array.isArray(value)) return fail(`${at} is ${shown(value)}, not a list`);
		if (value.length > longest.list) fail(`${at} has ${value.length} elements, more than ${longest.list}`);
		return value.map((one, n) => each(object(one, `${at}[${n}]`), `${at}[${n}]`));
	};
	const maybe = (fields, name, at, read) => fields[name] === void 0 ? {} : { [name]: read(fields[name], `${at}.${name}`) };
	return {
		fail,
		object,
		text,
		word,
		count,
		flag,
		list,
		maybe
	};
}

// src/manifest/from-report.ts
/** The manifest of a build, made from its report (GOTS_REPORT, with GOTS_REPORT_SOURCES for diffs). */
function manifestOf(report, options) {
	const named = report.packages.map((each) => ({
		...each,
		files: withBaseNames(each.files ?? [])
	}));
	const diffs = diffsOf(named, options.gofmt);
	const packages = named.map(({ importPath, fromCache, compileMs, matches, files }) => {
		const joinPoints = matches.map((match) => joinPointOf(match, files));
		return {
			importPath,
			fromCache,
			...compileMs === void 0 ? {} : { compileMs },
			joinPoints: joinPoints.sort(inOrder),
			files: files.map(({ pair, base }) => {
				const path = pair.before === void 0 ? void 0 : pathOf(pair.name, report.rootModule, options);
				return {
					name: base,
					...path === void 0 ? {} : { path },
					added: pair.before === void 0,
					diff: diffs.get(pair) ?? ""
				};
			})
		};
	});
	const { target = "", binaries = [], plainBuildMs, plainCompiled, buildMs = report.buildMs } = options;
	const { version, goVersion, rootModule, aspectFiles, aspects, added, uncovered, compiled } = report;
	const timings = {
		buildMs,
		compiled,
		...plainBuildMs === void 0 ? {} : { plainBuildMs },
		...plainCompiled === void 0 ? {} : { plainCompiled }
	};
	return {
		manifest: {
			schema: 1,
			target,
			gotsVersion: version,
			goVersion,
			rootModule,
			aspectFiles,
			aspects,
			packages,
			modules: added,
			...uncovered === void 0 ? {} : { uncovered },
			binaries,
			timings
		},
		sources: named.flatMap(({ importPath, files }) => files.map(({ pair, base }) => ({
			importPath,
			name: base,
			text: pair.after
		})))
	};
}
function baseOf(name) {
	return name.split(/[\\/]/).at(-1);
}
/** Two files of one package may have the same base name: cgo's output beside sources, files that aspects add. */
function withBaseNames(pairs) {
	const used = /* @__PURE__ */ new Set();
	return pairs.map((pair) => {
		let base = baseOf(pair.name);
		for (let n = 1; used.has(base); n++) base = `${n}_${baseOf(pair.name)}`;
		used.add(base);
		return {
			pair,
			base
		};
	});
}
function joinPointOf({ aspect, aspectSpan, what, at }, files) {
	const file = files.find(({ pair }) => pair.name === at.file)?.base ?? baseOf(at.file);
	const { line, column } = at;
	return {
		aspect,
		aspectFile: aspectSpan.file,
		aspectLine: aspectSpan.line,
		what,
		file,
		line,
		column
	};
}
function inOrder(a, b) {
	if (a.file !== b.file) return a.file < b.file ? -1 : 1;
	return a.line - b.line || a.column - b.column || (a.aspect < b.aspect ? -1 : a.aspect > b.aspect ? 1 : 0);
}
/** From the workspace's root; undefined where the file lies outside, or where its name does not tell. */
function pathOf(name, rootModule, { root, moduleDir }) {
	const trimmed = rootModule !== "" && name.startsWith(`${rootModule}/`) ? name.slice(rootModule.length) : void 0;
	if (trimmed === void 0 && !isAbsolute(name)) return void 0;
	const path = relative(root, trimmed === void 0 ? name : `${moduleDir}${trimmed}`).replaceAll("\\", "/");
	return path.startsWith("../") || isAbsolute(path) ? void 0 : path;
}
function diffsOf(packages, gofmt) {
	const all = packages.flatMap(({ importPath, files }) => files.map(({ pair, base }) => ({
		pair,
		path: `${importPath}/${base}`,
		before: pair.before,
		after: readable(pair)
	})));
	const diffs = laidOutDiffs(all, gofmt);
	return new Map(all.map(({ pair }, at) => [pair, diffs[at]]));
}
/** Directives become notes of where inserted text comes from. */
function readable({ name, after }) {
	const show = (file, line) => `/* ${file}:${line} */ `;
	return plainText(Buffer.from(after), {
		own: name,
		show
	}).toString("utf8");
}

// src/manifest/write-sources.ts
/**
* Writes woven files into a folder by import path; a package's tests lie beside it, in a folder of the variant's name. A go.mod keeps
* go from taking them for packages of the module that the folder is in.
*/
function writeSources(dir, sources) {
	mkdirSync(dir, { recursive: true });
	writeFileSync(join(dir, "go.mod"), "// Files as they were compiled, to be read. They are no module.\nmodule woven\n");
	for (const { importPath, name, text } of sources) {
		const file = join(dir, folderName(importPath), name);
		if (!resolve(file).startsWith(resolve(dir) + sep)) throw new Error(`${importPath}/${name} leaves its folder`);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
}
/** `p [p.test]` becomes `p@p.test`: no character that an artifact's names may not have, and no import path. */
function folderName(importPath) {
	const [, path, variant] = /^(.*?) \[(.*)\]$/s.exec(importPath) ?? [];
	return path === void 0 || variant === void 0 ? importPath : `${path}@${variant.split("/").at(-1)}`;
}

export { manifestInvalid as a, manifestFrom as i, writeSources as n, manifestOf as r, folderName as t };