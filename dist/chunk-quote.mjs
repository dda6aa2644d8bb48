import { a as isInRange, i as goVersionAsSemver, t as doublestar } from "./chunk-doublestar.mjs";

// src/aspects/advice-parts.ts
const none$1 = {
	templates: [],
	types: [],
	packages: [],
	reads: [],
	files: []
};
/** A record, not a switch: a new kind of advice does not compile until it says here what it is made of. */
const partsByKind$1 = {
	"prepend-statements": ({ template }) => ({
		...none$1,
		templates: [template]
	}),
	"wrap-expression": ({ template }) => ({
		...none$1,
		templates: [template]
	}),
	"append-args": ({ type, values }) => ({
		...none$1,
		templates: values,
		types: type === void 0 ? [] : [type]
	}),
	"replace-function": ({ path }) => ({
		...none$1,
		packages: path === void 0 ? [] : [path]
	}),
	"assign-value": ({ template }) => ({
		...none$1,
		templates: [template]
	}),
	"set-fields": ({ fields }) => ({
		...none$1,
		templates: fields.flatMap(templatesOfField)
	}),
	"add-struct-field": ({ type }) => ({
		...none$1,
		types: [type]
	}),
	"add-blank-import": ({ path }) => ({
		...none$1,
		packages: [path]
	}),
	"inject-declarations": ({ template, links }) => ({
		...none$1,
		templates: [template],
		packages: links
	}),
	hooks: ({ path }) => ({
		...none$1,
		packages: [path],
		reads: [path]
	}),
	"add-file": ({ path, file, unlinked }) => ({
		...none$1,
		packages: unlinked === true ? [] : [path],
		reads: [path],
		files: [{
			path,
			file
		}]
	}),
	"replace-file": ({ path, file }) => ({
		...none$1,
		reads: [path],
		files: [{
			path,
			file
		}]
	}),
	plugin: ({ packages }) => ({
		...none$1,
		packages
	})
};
/** The parts of an advice. All that asks what advice depends on asks here. */
function adviceParts(advice) {
	return partsByKind$1[advice.kind](advice);
}
function templatesOfField({ wrap, value }) {
	return [wrap, value].filter((template) => template !== void 0);
}

// src/aspects/point-parts.ts
const none = {
	points: [],
	asks: [],
	interfaces: []
};
/** A record, not a switch: a new kind of join point does not compile until it says here what it is made of. */
const partsByKind = {
	"all-of": ({ points }) => ({
		...none,
		points
	}),
	"one-of": ({ points }) => ({
		...none,
		points
	}),
	not: ({ point }) => ({
		...none,
		points: [point]
	}),
	"function-body": ({ point }) => ({
		...none,
		points: [point]
	}),
	function: ({ options }) => ({
		...none,
		interfaces: options.flatMap(interfacesOfOption)
	}),
	"module-version": () => ({
		...none,
		asks: ["module-version"]
	}),
	"go-version": () => ({
		...none,
		asks: ["go-version"]
	}),
	"package-filter": ({ root }) => ({
		...none,
		asks: root ? ["root-module"] : []
	}),
	"import-path": () => none,
	"package-name": () => none,
	"test-main": () => none,
	"import-glob": () => none,
	command: () => none,
	"test-build": () => none,
	"file-has": () => none,
	"package-value": () => none,
	configuration: () => none,
	directive: () => none,
	"function-call": () => none,
	"method-call": () => none,
	"struct-definition": () => none,
	"struct-literal": () => none,
	"declaration-of": () => none,
	"value-declaration": () => none
};
const interfacesByOption = {
	name: () => [],
	"name-matches": () => [],
	"receiver-matches": () => [],
	"receiver-is": () => [],
	receiver: () => [],
	"has-receiver": () => [],
	"has-body": () => [],
	signature: () => [],
	"signature-contains": () => [],
	"has-type": () => [],
	"argument-implements": ({ type }) => [type],
	"result-implements": ({ type }) => [type],
	"final-result-implements": ({ type }) => [type]
};
/** The parts of a join point, without those of the points in it. */
function pointParts(point) {
	return partsByKind[point.kind](point);
}
/** A join point and all points in it. */
function withPointsIn(point) {
	return [point, ...pointParts(point).points.flatMap(withPointsIn)];
}
/** What of a build decides whether a join point matches, besides the packages themselves; sorted. */
function questionsOf(point) {
	return [...new Set(withPointsIn(point).flatMap((each) => pointParts(each).asks))].sort();
}
function interfacesOfOption(option) {
	return interfacesByOption[option.kind](option);
}

// src/aspects/injectable.ts
/**
* Packages that applying an aspect may bring into a build: template imports, links, types of added fields and
* arguments, replacement functions, blank imports. Sorted, without duplicates and without `unsafe`.
*
* Paths of {@link impliedImports} are not taken out: a package that matches has them already.
*/
function injectablePackages(aspect) {
	return importable(aspect.advice.map(adviceParts).flatMap((parts) => [...linkedBy(parts), ...parts.reads]));
}
/** Those of {@link injectablePackages} that get into the program; of the others only source files are taken. */
function linkedPackages(aspect) {
	return importable(aspect.advice.map(adviceParts).flatMap(linkedBy));
}
function linkedBy({ templates, types, packages }) {
	return [
		...templates.flatMap(importsOf$1),
		...types.flatMap(typePaths),
		...packages
	];
}
function importable(paths) {
	return unique(paths).filter((path) => path !== "unsafe" && path !== "");
}
function typePaths(type) {
	return "kind" in type ? Object.values(type.imports ?? {}) : pathOf(type);
}
function importsOf$1(template) {
	return Object.values(template.imports);
}
/**
* Packages that every package with a match imports, or is: the union for `all-of`, the intersection for `one-of`,
* nothing for `not`. Sorted, without duplicates.
*
* Interfaces of `*-implements` are not among them: a type implements an interface without importing its package.
*/
function impliedImports(point) {
	return unique(implied(point));
}
function implied(point) {
	switch (point.kind) {
		case "all-of": return point.points.flatMap(implied);
		case "one-of": {
			const [first = [], ...others] = point.points.map((child) => new Set(implied(child)));
			return [...first].filter((path) => others.every((other) => other.has(path)));
		}
		case "function-body": return implied(point.point);
		case "function": return point.options.flatMap(impliedByOption);
		case "import-path":
		case "declaration-of": return [point.path];
		case "function-call": return point.path === void 0 ? [] : [point.path];
		case "method-call": return pathOf(point.receiver);
		case "struct-definition":
		case "struct-literal":
		case "value-declaration": return pathOf(point.type);
		case "import-glob":
		case "command":
		case "test-build":
		case "file-has":
		case "package-value":
		case "not":
		case "package-name":
		case "package-filter":
		case "test-main":
		case "module-version":
		case "go-version":
		case "configuration":
		case "directive": return [];
	}
}
/** `signature-contains` asks for any one of its types, so it implies no particular one. */
function impliedByOption(option) {
	if (option.kind === "receiver") return pathOf(option.type);
	if (option.kind === "signature") return [...option.args, ...option.returns].flatMap(pathOf);
	return [];
}
/**
* Packages of the interfaces that an aspect asks types about: in its join points, and by literal names in its templates.
* Their content decides what weaving makes of packages that need not import them. Sorted, without duplicates.
*/
function consultedPackages(aspect) {
	const inPoints = withPointsIn(aspect.joinPoint).flatMap((point) => pointParts(point).interfaces.flatMap(pathOf));
	const inTemplates = aspect.advice.flatMap((advice) => adviceParts(advice).templates.flatMap(askedPackages));
	return unique([...inPoints, ...inTemplates]);
}
/**
* Packages of the interfaces that a template names: `.Function.ArgumentThatImplements "path.Name"` and its kin. Strings that
* cannot be such names do no harm.
*/
function askedPackages({ source }) {
	if (!source.includes("Implements")) return [];
	return [...source.matchAll(/["`]\*?([\w.~\-/]+)\.\w+["`]/g)].map(([, path]) => path);
}
function pathOf(type) {
	return type.path === void 0 ? [] : [type.path];
}
function unique(paths) {
	return [...new Set(paths)].sort();
}
/**
* Packages whose source texts decide what weaving makes of a package: those of hooks, whose declarations are read, and
* those whose files are added or stand in for others. Sorted, without duplicates.
*/
function readPackages(aspect) {
	return unique(aspect.advice.flatMap((advice) => adviceParts(advice).reads));
}

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
/** Whether the versions that a point asks for are those in use. */
function versionHolds(point, facts) {
	if (point.kind === "go-version") return isInRange(facts.goVersion === void 0 ? void 0 : goVersionAsSemver(facts.goVersion), point.range);
	const { module } = facts;
	return module !== void 0 && (point.path ?? module.path) === module.path && isInRange(module.version, point.range);
}
/** Whether versions decide anything in this join point; then they are part of what weaving depends on. */
function asksForVersions(point) {
	return questionsOf(point).some((question) => question !== "root-module");
}
/**
* What decides whether a join point matches in a package, though no action id covers it: versions that it asks for, and
* whether the package is one of the main module's. '' if there is nothing of the kind.
*/
function buildText(point, facts) {
	return questionsOf(point).map((question) => buildWords[question](point, facts)).join("\n");
}
const buildWords = {
	"module-version": (_, { module }) => `module ${module?.path} ${module?.version}`,
	"go-version": (_, { goVersion }) => `go ${goVersion}`,
	"root-module": (point, facts) => {
		return `root ${withPointsIn(point).filter((each) => each.kind === "package-filter").map((filter) => packageFilterMatches(filter, facts)).join(" ")}`;
	}
};
/** Where the facts do not say how the package is compiled, its name does. */
function isCommand(facts) {
	return facts.command ?? (facts.name === "main" || facts.importPath === "main");
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
		case "module-version":
		case "go-version": return exactly(versionHolds(point, facts));
		case "import-glob": return exactly(doublestar(point.pattern).test(facts.importPath));
		case "command": return exactly(point.value === isCommand(facts));
		case "test-build":
		case "file-has": return "maybe";
		case "configuration": return exactly(configurationMatches(point.pairs));
		case "package-name": return facts.name === void 0 ? "maybe" : exactly(facts.name === point.name);
		default: return reachOfLeaf(point, facts);
	}
}
function reachOfLeaf(point, facts) {
	switch (point.kind) {
		case "directive":
		case "package-value": return "maybe";
		case "function": return all(["maybe", ...point.options.map((option) => reachOfOption(option, facts))]);
		case "function-call": return possibly(reachesPackage(point.path, facts));
		case "method-call": return possibly(reachesPackage(point.receiver.path, facts));
		case "struct-literal":
		case "value-declaration": return possibly(reachesPackage(point.type.path, facts));
		case "struct-definition": return possibly(point.anyPackage === true || point.type.path === facts.importPath);
		case "declaration-of": return possibly(point.path === facts.importPath);
	}
}
const maybe = () => "maybe";
const ofSignature = ({ args, returns }, facts) => possibly([...args, ...returns].every((type) => reachesPackage(type.path, facts)));
const reachByOption = {
	receiver: ({ type }, facts) => possibly(type.path === facts.importPath),
	"has-type": ({ type }, facts) => possibly(reachesPackage(type.path, facts)),
	signature: ofSignature,
	"signature-contains": ofSignature,
	name: maybe,
	"name-matches": maybe,
	"receiver-matches": maybe,
	"receiver-is": maybe,
	"has-receiver": maybe,
	"has-body": maybe,
	"argument-implements": maybe,
	"result-implements": maybe,
	"final-result-implements": maybe
};
function reachOfOption(option, facts) {
	return reachByOption[option.kind](option, facts);
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

// src/weave/4-advise/template/printable.ts
/**
* The characters above ASCII that Go 1.26 (Unicode 15.0) takes for printable. Not asked of the JavaScript engine, whose
* Unicode version differs: the same template must give the same bytes everywhere. From U+0080 on, in base 36, how many
* characters are not printable, then how many are, and so on; made from Go's unicode.IsPrint, to which a test holds it.
*/
const runLengths = `
  x c 1 ju 2 6 4 7 1 1 1 k 1 b1 1 12 2 1e 2 3 1 1j 8 r 4 6 h m 1 5c 1 1c 2 1n 2 2t e 1n 2 1d 2 f 1 s 2 1 1 b 5 v 9 22
  1 4h 1 8 2 2 2 m 1 7 1 1 3 4 2 9 2 2 2 4 8 1 4 2 1 5 2 p 2 3 1 6 4 2 2 m 1 7 1 2 1 2 1 2 2 1 1 5 4 2 2 3 3 1 7 4 1 1
  7 h a 3 1 9 1 3 1 m 1 7 1 2 1 5 2 a 1 3 1 3 2 1 f 4 2 c 7 7 1 3 1 8 2 2 2 m 1 7 1 2 1 5 2 9 2 2 2 3 7 3 4 2 1 5 2 i
  a 2 1 6 3 3 1 4 3 2 1 1 1 2 3 2 3 3 3 c 4 5 3 3 1 4 2 1 6 1 e l 5 d 1 3 1 n 1 g 2 9 1 3 1 4 7 2 1 3 2 1 2 4 2 a 7 m
  1 3 1 n 1 a 1 5 2 9 1 3 1 4 7 2 6 2 1 4 2 a 1 3 c d 1 3 1 1f 1 3 1 6 4 g 2 q 1 3 1 i 3 o 1 9 1 1 2 7 3 1 4 6 1 1 1 8
  6 a 2 3 c 1m 4 t 11 2 1 1 1 5 1 o 1 1 1 n 2 5 1 1 1 7 1 a 2 4 w 20 1 10 4 13 1 10 1 f 1 d 11 5i 1 1 5 1 2 ah 1 4 2 7
  1 1 1 4 2 15 1 4 2 x 1 4 2 7 1 1 1 4 2 f 1 1l 1 4 2 1v 2 w 3 q 6 2e 2 6 2 hs 1 s 3 2h 7 m 9 o 9 k c d 1 3 1 2 c 2m 2
  a 6 a 6 e 1 b 6 2h 7 17 5 1y a v 1 c 4 c 4 1 3 16 2 5 b 18 4 q 6 b 3 1q 2 1t 1 t 2 b 6 a 6 e 2 v 1d 25 3 1b 1 38 8
  1o 3 f 3 1o 7 17 2 b 8 17 5 eu 2 6 2 12 2 6 2 8 1 1 1 1 1 1 1 v 2 1h 1 f 1 e 2 6 1 j 2 3 1 9 h o 8 1b h 2 2 r 1 d 3
  x f x f 3w 4 if p b l 1ec 2 w 1 9p 5 19 1 1 5 1 2 1k 7 2 e o 9 7 1 7 1 7 1 7 1 7 1 7 1 7 1 7 1 3i y q 1 2h c 5y q c
  5 1r 1 2e 2 2v 5 17 1 2m 1 2c c 1b 1 mlp 3 1j 9 9o k 54 8 5n 5 2 1 1 1 5 o 1n 3 a 6 1k 8 1y 8 c 6 38 b u 3 26 1 b 4
  x 1 1j 9 e 2 a 2 2v o s a 6 2 6 2 6 9 7 1 7 1 1o 4 3i 2 a 6 8mc c n 4 1d 6is a6 2 2y 12 7 c 5 5 q 1 5 1 1 1 2 1 2 1
  3h g cd 2 1i 7 1 w 16 6 1f 1 j 1 4 4 5 1 3r 4 5a 3 6 2 6 2 6 2 3 3 7 1 7 d 2 2 c 1 q 1 j 1 2 1 f 2 e y 3f 5 3 4 19 3
  2g 1 d 3 1 1b 1a 3m t 3 1d f s 4 10 9 u 5 17 5 u 1 11 4 e 16 4e 2 a 6 10 4 10 4 14 8 1g b c 1 f 1 7 1 2 1 b 1 f 1 7
  1 2 1v 8n 9 m a 8 o 6 1 16 1 9 1x 6 2 1 1 18 1 2 3 1 2 n 1 20 8 9 1c j 1 2 5 x 3 r 5 1 1s 1k 4 k 2 1e 1 2 5 8 1 3 1
  t 2 3 4 a 7 9 7 1s w 13 4 c 9 1i 3 t 2 r 5 q 7 4 c 7 28 21 1j 1f d 1f 7 1a 8 a 86 v 1 16 1 3 2 2 23 17 8 16 m q 12 s
  k n 9 26 4 10 9 1q 1 5 d p 7 a 6 1h 1 i 8 13 9 2o 1 k b i 1 1b 1q 7 1 1 1 4 1 f 1 b 6 1n 5 a 6 4 1 8 2 2 2 m 1 7 1 2
  1 5 1 a 2 2 2 3 2 1 6 1 5 7 2 7 3 5 3v 2k 1 5 u 20 8 a 4m 1i 2 12 y 1x b a 6 d j 1m 6 a 1i r 2 f 4 n 55 1o 2s 2b c 8
  2 1 2 8 1 2 1 u 1 2 2 c 9 a 1y 8 2 1a 2 b r 20 8 2b d 21 7 a 6u 9 1 19 1 e a t 3 w 2 m 1 e 21 7 1 2 1 18 3 1 1 2 1 9
  8 a 6 6 1 2 1 11 1 2 1 6 7 a 8m p 7 h 1 15 3 s 2e 1 f 1e d pn 2u 33 1 5 b 5g 218 2r d ts g m 33e g7 6nt ft 7 v 1 a 4
  29 1 a 6 u 2 6 a 1y a a 1 7 1 l 5 j j4 2j 2t 23 4 1l 7 h 1s 5 b 2 e 4qg 8 ye 16 9 6w7 4 1 7 1 2 1 83 f 1 t 3 2 1 e 4
  8 b0 1s4 2z 5 d 3 9 7 a 2 4 3mo 1a 2 n 9 38 1o 6u a 13 2 22 8 34 l 1y 3e k c k c 2f 9 p 3r 2d 1 1z 1 2 2 1 2 2 2 4 1
  c 1 1 1 7 1 1t 1 4 2 8 1 7 1 s 1 4 1 5 1 1 3 7 1 9g 2 84 2 ji f 5 1 f uo v 6 6 5x 7 1 h 2 7 1 2 1 5 5 1q x 1 34 19 3
  e 2 a 4 2 8w v h 1m 5 1 cw 16 km 7 1 4 1 2 1 f 1 5h 2 g 15 24 4 a 4 2 lt 1w 24 1p 5e 4 1 r 1 2 1 1 2 1 1 a 1 4 1 1 1
  1 6 1 4 1 1 1 1 1 1 3 1 2 1 1 2 1 1 1 1 1 1 1 1 1 1 2 1 1 2 4 1 7 1 4 1 4 1 1 1 a 1 h 5 3 1 5 1 h 1g 2 7i 18 4 2s c
  f 2 f 1 f 1 11 a 4u 1k t d 18 4 9 7 2 e 6 4a rc 4 h 3 d 3 3b 4 2n 6 c 4 1 f c 4 1k 8 a 6 14 8 u 2 2 26 9g c e 2 d 3
  9 7 1a 1 7 8 e 4 9 7 9 7 43 1 1j 11 a sm wyo w 37e 6 66 2 4g2 e 5rl 2e7 f2 15u 3t7 5 38g f9e8 6o
`;
/** First characters of the runs; those at odd places begin printable runs. */
const starts = (() => {
	let at = 128;
	return [128, ...runLengths.trim().split(/\s+/).map((length) => {
		at += Number.parseInt(length, 36);
		return at;
	})];
})();
/** @param rune not ASCII */
function isPrintableAboveAscii(rune) {
	let low = 0;
	let high = starts.length;
	while (high - low > 1) {
		const middle = low + high >> 1;
		if ((starts[middle] ?? 0) <= rune) low = middle;
		else high = middle;
	}
	return low % 2 === 1;
}

// src/weave/4-advise/template/bytes.ts
/** Go strings are bytes. Here a Go string is a JavaScript string with one character, U+0000 to U+00FF, for each byte. */
const ascii = /^[\0-\x7f]*$/;
function toBytes(text) {
	return ascii.test(text) ? text : Buffer.from(text, "utf8").toString("latin1");
}
/** Bytes that are not UTF-8 become U+FFFD; see {@link isUtf8}. */
function fromBytes(bytes) {
	return ascii.test(bytes) ? bytes : Buffer.from(bytes, "latin1").toString("utf8");
}
const runeError = 65533;
const maxRune = 1114111;
const isContinuation = (code) => code >= 128 && code <= 191;
/** Smallest and largest second byte after a first byte, and the length of the sequence; Unicode 15, table 3-7. */
function sequence(first) {
	if (first >= 194 && first <= 223) return [
		2,
		128,
		191
	];
	if (first >= 224 && first <= 239) return [
		3,
		first === 224 ? 160 : 128,
		first === 237 ? 159 : 191
	];
	if (first >= 240 && first <= 244) return [
		4,
		first === 240 ? 144 : 128,
		first === 244 ? 143 : 191
	];
	return [
		1,
		0,
		0
	];
}
/** The rune that begins at byte `at`, which must exist. */
function runeAt(bytes, at) {
	const first = bytes.charCodeAt(at);
	if (first < 128) return {
		rune: first,
		size: 1
	};
	const [size, low, high] = sequence(first);
	const second = bytes.charCodeAt(at + 1);
	if (size === 1 || !(second >= low && second <= high)) return {
		rune: runeError,
		size: 1
	};
	let rune = (first & 127 >> size) << 6 | second & 63;
	for (let i = 2; i < size; i++) {
		const code = bytes.charCodeAt(at + i);
		if (!isContinuation(code)) return {
			rune: runeError,
			size: 1
		};
		rune = rune << 6 | code & 63;
	}
	return {
		rune,
		size
	};
}
/** Bytes of the rune that ends before `end`. */
function runeSizeBefore(bytes, end) {
	for (let size = 2; size <= 4 && size <= end; size++) if (runeAt(bytes, end - size).size === size) return size;
	return 1;
}
function* runes(bytes) {
	for (let at = 0; at < bytes.length;) {
		const rune = runeAt(bytes, at);
		yield {
			...rune,
			at
		};
		at += rune.size;
	}
}
function runeCount(bytes) {
	if (ascii.test(bytes)) return bytes.length;
	let count = 0;
	for (const _ of runes(bytes)) count++;
	return count;
}
function isUtf8(bytes) {
	if (ascii.test(bytes)) return true;
	for (const { rune, size } of runes(bytes)) if (rune === 65533 && size === 1) return false;
	return true;
}
const isValidRune = (rune) => rune >= 0 && rune < 55296 || rune > 57343 && rune <= 1114111;
/** The rune in UTF-8; U+FFFD for what is no code point. */
function encodeRune(rune) {
	const valid = isValidRune(rune) ? rune : runeError;
	if (valid < 128) return String.fromCharCode(valid);
	const last = 128 | valid & 63;
	if (valid < 2048) return String.fromCharCode(192 | valid >> 6, last);
	const third = 128 | valid >> 6 & 63;
	if (valid < 65536) return String.fromCharCode(224 | valid >> 12, third, last);
	return String.fromCharCode(240 | valid >> 18, 128 | valid >> 12 & 63, third, last);
}
const letterOrDigit = /^[\p{L}\p{Nd}]$/u;
const isSpace = (rune) => rune === 32 || rune === 9 || rune === 13 || rune === 10;
/** Letter, decimal digit or underscore. Letters that Go's Unicode version does not have are not printable. */
function isAlphaNumeric(rune) {
	return rune === 95 || isPrint(rune) && letterOrDigit.test(String.fromCodePoint(rune));
}
/** Go's unicode.IsPrint: letters, marks, numbers, punctuation, symbols and the ASCII space. */
function isPrint(rune) {
	return rune < 128 ? rune >= 32 && rune <= 126 : isPrintableAboveAscii(rune);
}

// src/weave/4-advise/template/quote.ts
/** Go's string and character literals (strconv.Quote, strconv.Unquote and relatives). Strings hold one character per byte. */
const named = /* @__PURE__ */ new Map([
	[7, "\\a"],
	[8, "\\b"],
	[12, "\\f"],
	[10, "\\n"],
	[13, "\\r"],
	[9, "\\t"],
	[11, "\\v"]
]);
const hex = (value, width) => value.toString(16).padStart(width, "0");
function escapeRune(rune, quote, ascii) {
	if (rune === quote.charCodeAt(0) || rune === 92) return `\\${String.fromCharCode(rune)}`;
	if (isPrint(rune) && (!ascii || rune < 128)) return encodeRune(rune);
	const short = named.get(rune);
	if (short !== void 0) return short;
	if (rune < 32 || rune === 127) return `\\x${hex(rune, 2)}`;
	const valid = isValidRune(rune) ? rune : runeError;
	return valid < 65536 ? `\\u${hex(valid, 4)}` : `\\U${hex(valid, 8)}`;
}
/** A double-quoted Go string literal; with `ascii`, everything above ASCII is escaped. */
function quote(bytes, ascii = false) {
	let out = "\"";
	for (const { rune, size, at } of runes(bytes)) out += rune === 65533 && size === 1 ? `\\x${hex(bytes.charCodeAt(at), 2)}` : escapeRune(rune, "\"", ascii);
	return `${out}"`;
}
/** A single-quoted Go character literal. */
function quoteRune(rune, ascii = false) {
	return `'${escapeRune(isValidRune(rune) ? rune : runeError, "'", ascii)}'`;
}
/** Whether the string may stand between backquotes: one line, no control characters but tab. */
function canBackquote(bytes) {
	for (const { rune, size } of runes(bytes)) {
		if (size > 1 ? rune === 65279 : rune === 65533 || rune === 96 || rune === 127) return false;
		if (rune < 32 && rune !== 9) return false;
	}
	return true;
}
const simpleEscapes = {
	a: 7,
	b: 8,
	f: 12,
	n: 10,
	r: 13,
	t: 9,
	v: 11,
	"\\": 92
};
const hexLengths = {
	x: 2,
	u: 4,
	U: 8
};
/** The first character of the inside of a literal with this quote; undefined where it is malformed. */
function unquoteChar(bytes, at, quoteMark) {
	const first = bytes[at];
	if (first === void 0 || first === quoteMark) return void 0;
	if (first !== "\\") {
		const { rune, size } = runeAt(bytes, at);
		return {
			value: rune,
			multibyte: rune >= 128,
			size
		};
	}
	const letter = bytes[at + 1] ?? "";
	const simple = simpleEscapes[letter];
	if (simple !== void 0) return {
		value: simple,
		multibyte: false,
		size: 2
	};
	if (letter === "'" || letter === "\"") return letter === quoteMark ? {
		value: letter.charCodeAt(0),
		multibyte: false,
		size: 2
	} : void 0;
	const length = hexLengths[letter];
	if (length !== void 0) {
		const digits = bytes.slice(at + 2, at + 2 + length);
		if (digits.length !== length || !/^[0-9a-fA-F]+$/.test(digits)) return void 0;
		const value = Number.parseInt(digits, 16);
		if (letter !== "x" && !isValidRune(value)) return void 0;
		return {
			value,
			multibyte: letter !== "x",
			size: 2 + length
		};
	}
	const octal = /^[0-7]{3}/.exec(bytes.slice(at + 1, at + 4))?.[0];
	const value = Number.parseInt(octal ?? "", 8);
	return value <= 255 ? {
		value,
		multibyte: false,
		size: 4
	} : void 0;
}
/** Value of a double-quoted or raw string literal; undefined where it is malformed. */
function unquote(literal) {
	const mark = literal[0];
	const inside = literal.slice(1, -1);
	if (literal.length < 2 || literal.at(-1) !== mark) return void 0;
	if (mark === "`") return inside.includes("`") ? void 0 : inside.replaceAll("\r", "");
	if (mark !== "\"" || inside.includes("\n")) return void 0;
	if (!inside.includes("\\") && isUtf8(inside)) return inside.includes("\"") ? void 0 : inside;
	let out = "";
	for (let at = 0; at < inside.length;) {
		const char = unquoteChar(inside, at, "\"");
		if (char === void 0) return void 0;
		out += char.multibyte ? encodeRune(char.value) : String.fromCharCode(char.value);
		at += char.size;
	}
	return out;
}

export { not as A, readPackages as B, isCommand as C, all as D, weavingOf as E, askedPackages as F, consultedPackages as I, impliedImports as L, packageFilterMatches as M, guessPackageNames as N, any as O, stripVendor as P, injectablePackages as R, configurationMatches as S, versionHolds as T, adviceParts as V, runes as _, unquoteChar as a, aspectsForPackage as b, isAlphaNumeric as c, isUtf8 as d, maxRune as f, runeSizeBefore as g, runeError as h, unquote as i, possibly as j, exactly as k, isPrint as l, runeCount as m, quote as n, encodeRune as o, runeAt as p, quoteRune as r, fromBytes as s, canBackquote as t, isSpace as u, toBytes as v, reachOfPackage as w, buildText as x, asksForVersions as y, linkedPackages as z };