import { A as not, D as all, O as any, j as possibly, k as exactly, w as reachOfPackage } from "./chunk-quote.mjs";

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
		default: return hasWords(point, file) ? reachOfPackage(point, facts) : "none";
	}
}
/** Words without which a file holds no match; none where any file may. Points that are made of others, and packages' own, have none. */
const wordsByPoint = {
	directive: ({ name }) => [`//${name}`],
	"file-has": ({ part }) => [part.name],
	"package-value": ({ name }) => [name],
	"function-call": ({ name }) => [name],
	"method-call": ({ name }) => [name],
	"declaration-of": ({ name }) => [name],
	"struct-definition": ({ type }) => ["struct", type.name],
	"struct-literal": ({ type }) => [type.name],
	function: ({ options }) => options.flatMap(wordsOfOption),
	"value-declaration": noWords,
	"all-of": noWords,
	"one-of": noWords,
	not: noWords,
	"function-body": noWords,
	"import-path": noWords,
	"package-name": noWords,
	"package-filter": noWords,
	"test-main": noWords,
	"module-version": noWords,
	"go-version": noWords,
	"import-glob": noWords,
	command: noWords,
	"test-build": noWords,
	configuration: noWords
};
const wordsByOption = {
	name: ({ name }) => [name],
	receiver: ({ type }) => [type.name],
	"receiver-is": ({ text }) => [text.replace("*", "")],
	"name-matches": noWords,
	"receiver-matches": noWords,
	"has-receiver": noWords,
	"has-body": noWords,
	signature: noWords,
	"signature-contains": noWords,
	"has-type": noWords,
	"argument-implements": noWords,
	"result-implements": noWords,
	"final-result-implements": noWords
};
function noWords() {
	return [];
}
function wordsOfOption(option) {
	return wordsByOption[option.kind](option);
}
function hasWords(point, file) {
	return wordsByPoint[point.kind](point).every((word) => has(file, word));
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