// src/weave/3-match/import-paths.ts
/** `vendor/p` and `m/vendor/p` are `p` to whoever writes an aspect (the standard library vendors golang.org/x). */
function stripVendor(path) {
	if (path.startsWith("vendor/")) return path.slice(7);
	const at = path.lastIndexOf("/vendor/");
	return at < 0 ? path : path.slice(at + 8);
}
/**
* Names a package may declare, judged by its path, the likeliest first: `github.com/go-chi/chi/v5` → `chi`,
* `gopkg.in/yaml.v3` → `yaml`, `github.com/x/go-y` → `go_y`, `y`.
*/
function guessPackageNames(path) {
	const elements = stripVendor(path).split("/");
	let last = elements.at(-1) ?? "";
	if (/^v[0-9]+$/.test(last) && elements.length > 1) last = elements.at(-2) ?? last;
	const plain = last.replace(/\.v[0-9]+$/, "");
	const forms = [
		plain,
		plain.replace(/^go[-.]/, ""),
		plain.replace(/[-.]go$/, ""),
		plain.replace(/^.*[-.]/, ""),
		plain.replace(/[-.].*$/, ""),
		plain.replace(/[-.]/g, ""),
		last
	];
	return [...new Set(forms.map((form) => form.replace(/[^\p{L}\p{Nd}_]/gu, "_")))].filter((name) => /^[\p{L}_]/u.test(name));
}

// src/weave/1-select/glob.ts
/**
* `package-filter`: whether the import path satisfies the pattern. With `root`, the package must belong to the root
* module, and the pattern applies to its path inside the module (`.` for the module's own package).
* A malformed pattern matches nothing, as in Orchestrion.
*/
function packageFilterMatches(filter, facts) {
	if (!filter.root) return filter.pattern !== void 0 && matchesPattern(filter.pattern, facts.importPath);
	const root = facts.rootModule;
	if (root === void 0) return false;
	if (facts.importPath !== root && !facts.importPath.startsWith(`${root}/`)) return false;
	if (filter.pattern === void 0) return true;
	const relative = facts.importPath === root ? "." : facts.importPath.slice(root.length + 1);
	return matchesPattern(filter.pattern, relative);
}
/** `*` alone and `**` alone match every path; `**` inside a pattern spans path segments; the rest is Go's `path.Match`. */
function matchesPattern(pattern, path) {
	if (pattern === "*" || pattern === "**") return true;
	if (!pattern.includes("**")) return pathMatch(pattern, path);
	return matchSegments(pattern.split("/").flatMap(splitDoubleStar), path.split("/"));
}
/** `a**` is `a*` and then any segments, `**b` any segments and then `*b`, `a**b` is `a*`, any segments, `*b`. */
function splitDoubleStar(segment) {
	const at = segment.indexOf("**");
	if (at < 0 || segment === "**") return [segment];
	const before = segment.slice(0, at);
	const after = segment.slice(at + 2);
	return [
		...before === "" ? [] : [`${before}*`],
		"**",
		...after === "" ? [] : splitDoubleStar(after.includes("**") ? after : `*${after}`)
	];
}
function matchSegments(patterns, segments) {
	const [first, ...rest] = patterns;
	if (first === void 0) return segments.length === 0;
	if (first === "**") {
		for (let skip = 0; skip <= segments.length; skip++) if (matchSegments(rest, segments.slice(skip))) return true;
		return false;
	}
	const [segment, ...others] = segments;
	return segment !== void 0 && pathMatch(first, segment) && matchSegments(rest, others);
}
/** Go's `path.Match`: `*` and `?` stop at `/`; `[a-z]`, `[^a]` and `\x` as there. Malformed patterns match nothing. */
function pathMatch(pattern, text) {
	const source = regexpOf(pattern);
	return source !== void 0 && new RegExp(`^${source}$`, "su").test(text);
}
function regexpOf(pattern) {
	const chars = [...pattern];
	let out = "";
	for (let i = 0; i < chars.length; i++) {
		const c = chars[i];
		if (c === "*") out += "[^/]*";
		else if (c === "?") out += "[^/]";
		else if (c === "[") {
			const set = characterClass(chars, i + 1);
			if (set === void 0) return void 0;
			out += set.source;
			i = set.end;
		} else if (c === "\\") {
			const next = chars[++i];
			if (next === void 0) return void 0;
			out += quoted(next);
		} else out += quoted(c);
	}
	return out;
}
/** A class as `path.Match` defines it: optional `^`, then one or more characters or ranges, each perhaps escaped, then `]`. */
function characterClass(chars, start) {
	let at = start;
	let out = "[";
	if (chars[at] === "^") {
		out += "^";
		at++;
	}
	const one = () => {
		if (chars[at] === "\\") at++;
		else if (chars[at] === "-" || chars[at] === "]") return void 0;
		return chars[at++];
	};
	for (let count = 0;; count++) {
		if (chars[at] === "]" && count > 0) return {
			source: `${out}]`,
			end: at
		};
		const low = one();
		if (low === void 0) return void 0;
		let high = low;
		if (chars[at] === "-") {
			at++;
			const upper = one();
			if (upper === void 0) return void 0;
			high = upper;
		}
		if (low <= high) out += `${quoted(low)}-${quoted(high)}`;
	}
}
function quoted(c) {
	return /[\\^$.*+?()[\]{}|/-]/.test(c) ? `\\${c}` : c;
}

// src/weave/1-select/reach.ts
function not(reach) {
	return reach === "none" ? "every" : reach === "every" ? "none" : "maybe";
}
/** Two `maybe` may be two different nodes, so the answer is no stronger than `maybe`. No members at all match nothing. */
function all(reaches) {
	if (reaches.length === 0 || reaches.includes("none")) return "none";
	return reaches.every((r) => r === "every") ? "every" : "maybe";
}
/** No members at all match nothing. */
function any(reaches) {
	if (reaches.includes("every")) return "every";
	return reaches.includes("maybe") ? "maybe" : "none";
}
/** For facts that hold of the whole package. */
function exactly(holds) {
	return holds ? "every" : "none";
}
/** For facts without which no node can match. */
function possibly(possible) {
	return possible ? "maybe" : "none";
}

// src/weave/1-select/special-cases.ts
/** Orchestrion's table (internal/toolexec/aspect/specialcase.go, v1.12), the first that applies decides. */
const specialCases = [
	{
		path: "github.com/DataDog/orchestrion/runtime",
		below: true,
		weaving: "normal"
	},
	{
		path: "github.com/DataDog/orchestrion",
		below: true,
		weaving: "never"
	},
	{
		path: "gopkg.in/DataDog/dd-trace-go.v1",
		below: true,
		weaving: "internal"
	},
	{
		path: "github.com/DataDog/dd-trace-go/internal/orchestrion/_integration",
		below: true,
		weaving: "normal"
	},
	{
		path: "github.com/DataDog/dd-trace-go/v2/internal/orchestrion/_integration",
		below: true,
		weaving: "normal"
	},
	{
		path: "github.com/DataDog/dd-trace-go",
		below: true,
		weaving: "internal"
	},
	{
		path: "github.com/DataDog/go-tuf/client",
		below: false,
		weaving: "never"
	}
];
/** Which aspects a package may receive at all, by its import path. */
function weavingOf(importPath) {
	for (const { path, below, weaving } of specialCases) if (importPath === path || below && importPath.startsWith(`${path}/`)) return weaving;
	return "normal";
}

// src/weave/1-select/package.ts
/**
* The aspects that package facts cannot rule out, in the order given: those whose join point may match, without the
* packages that are never woven and, in those that are only woven by internal aspects, without the others.
*/
function aspectsForPackage(aspects, facts) {
	const weaving = weavingOf(facts.importPath);
	if (weaving === "never") return [];
	return aspects.filter((aspect) => (weaving === "normal" || aspect.tracerInternal) && reachOfPackage(aspect.joinPoint, facts) !== "none");
}
/** What the deprecated `configuration` point is compared with: the value Orchestrion has in every build. */
const rootConfiguration = { httpmode: "wrap" };
function configurationMatches(pairs) {
	return Object.entries(pairs).every(([key, value]) => rootConfiguration[key] === value);
}
/**
* Which nodes of a package can satisfy a point, from the package's facts alone. As in Orchestrion, points about another
* package's functions and types need that package among the *direct* imports.
*/
function reachOfPackage(point, facts) {
	switch (point.kind) {
		case "all-of": return all(point.points.map((p) => reachOfPackage(p, facts)));
		case "one-of": return any(point.points.map((p) => reachOfPackage(p, facts)));
		case "not": return not(reachOfPackage(point.point, facts));
		case "function-body": return possibly(reachOfPackage(point.point, facts) !== "none");
		case "import-path": return exactly(point.path === facts.importPath);
		case "package-filter": return exactly(packageFilterMatches(point, facts));
		case "test-main": return exactly(point.value === facts.testMain);
		case "configuration": return exactly(configurationMatches(point.pairs));
		case "package-name": return facts.name === void 0 ? "maybe" : exactly(facts.name === point.name);
		default: return reachOfLeaf(point, facts);
	}
}
function reachOfLeaf(point, facts) {
	switch (point.kind) {
		case "directive": return "maybe";
		case "function": return all(["maybe", ...point.options.map((option) => reachOfOption(option, facts))]);
		case "function-call": return possibly(reachesPackage(point.path, facts));
		case "method-call": return possibly(reachesPackage(point.receiver.path, facts));
		case "struct-literal":
		case "value-declaration": return possibly(reachesPackage(point.type.path, facts));
		case "struct-definition": return possibly(point.type.path === facts.importPath);
		case "declaration-of": return possibly(point.path === facts.importPath);
	}
}
function reachOfOption(option, facts) {
	switch (option.kind) {
		case "receiver": return possibly(option.type.path === facts.importPath);
		case "signature":
		case "signature-contains": return possibly([...option.args, ...option.returns].every((type) => reachesPackage(type.path, facts)));
		default: return "maybe";
	}
}
/** The package itself, a direct import, or no package at all (a builtin or local name). */
function reachesPackage(path, facts) {
	return path === void 0 || path === facts.importPath || importsOf(facts).has(path);
}
const stripped = /* @__PURE__ */ new WeakMap();
/** Imports without vendor prefixes: the standard library imports `vendor/golang.org/x/…`, aspects say `golang.org/x/…`. */
function importsOf(facts) {
	let known = stripped.get(facts);
	if (known === void 0) {
		known = new Set([...facts.imports].map(stripVendor));
		stripped.set(facts, known);
	}
	return known;
}

// src/weave/1-select/file.ts
function rawFile(bytes) {
	return {
		bytes,
		packageName: packageClauseName(bytes)
	};
}
/** Which nodes of a file can satisfy a point, from the package's facts and the raw text: a name must occur in it. */
function reachOfFile(point, facts, file) {
	switch (point.kind) {
		case "all-of": return all(point.points.map((p) => reachOfFile(p, facts, file)));
		case "one-of": return any(point.points.map((p) => reachOfFile(p, facts, file)));
		case "not": return not(reachOfFile(point.point, facts, file));
		case "function-body": return possibly(reachOfFile(point.point, facts, file) !== "none");
		case "package-name": return file.packageName === void 0 ? "maybe" : exactly(file.packageName === point.name);
		case "function": return point.options.every((option) => hasOption(option, file)) ? reachOfPackage(point, facts) : "none";
		default: return hasWord(point, file) ? reachOfPackage(point, facts) : "none";
	}
}
function hasWord(point, file) {
	switch (point.kind) {
		case "directive": return has(file, `//${point.name}`);
		case "function-call":
		case "method-call":
		case "declaration-of": return has(file, point.name);
		case "struct-definition": return has(file, "struct") && has(file, point.type.name);
		case "struct-literal": return has(file, point.type.name);
		default: return true;
	}
}
function hasOption(option, file) {
	switch (option.kind) {
		case "name": return has(file, option.name);
		case "receiver": return has(file, option.type.name);
		default: return true;
	}
}
function has(file, word) {
	return word === "" || file.bytes.includes(word);
}
const leading = /^(?:\uFEFF|\s|\/\/[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*package(?:\s|\/\*[\s\S]*?\*\/)+([\p{L}_][\p{L}\p{Nd}_]*)/u;
/** The name in the package clause, found without a parser; undefined for text that does not begin as a Go file does. */
function packageClauseName(bytes) {
	return (leading.exec(bytes.toString("utf8", 0, 8192)) ?? leading.exec(bytes.toString("utf8")))?.[1];
}

export { configurationMatches as a, guessPackageNames as c, aspectsForPackage as i, stripVendor as l, rawFile as n, reachOfPackage as o, reachOfFile as r, packageFilterMatches as s, packageClauseName as t };