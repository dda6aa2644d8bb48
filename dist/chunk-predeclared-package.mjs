import { A as possibly, C as reachOfPackage, D as any, E as all, O as exactly, k as not } from "./chunk-quote.mjs";

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
		case "file-has": return has(file, point.part.name);
		case "package-value":
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
		case "receiver-is": return has(file, option.text.replace("*", ""));
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

// src/weave/4-advise/predeclared-package.ts
/**
* A package of ours by way of which a package that declares predeclared names anew reaches the originals. What is in it is types,
* and generic functions and methods, which their users compile: an archive of it is the same for all flags of a build.
*/
const predeclaredPath = "gots/predeclared";
const predeclaredSource = `//line <gots>/predeclared.go:1:1
package predeclared

type (
	Bool    = bool
	Int     = int
	String  = string
	Uintptr = uintptr
)

func Appended[T any](to, more []T) []T { return append(to[:len(to):len(to)], more...) }

type Failure[_ any] string

func (what Failure[_]) Report() {
	if e := recover(); e != nil {
		println(string(what))
		if err, ok := e.(error); ok {
			println(err.Error())
		}
	}
}

func NoMap[K comparable, V any](m map[K]V) bool { return m == nil }

func Panic[T any](v T) { panic(v) }
`;

export { reachOfFile as a, rawFile as i, predeclaredSource as n, packageClauseName as r, predeclaredPath as t };