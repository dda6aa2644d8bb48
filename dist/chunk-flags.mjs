// src/go/flags.ts
const booleans = new Set("a n v x race msan asan cover work trimpath linkshared modcacherw json c i failfast short benchmem fullpath artifacts e deps export find compiled test m u versions".split(" "));
const optional = /* @__PURE__ */ new Set(["buildvcs"]);
const perPackageFlags = /* @__PURE__ */ new Set([
	"gcflags",
	"asmflags",
	"gccgoflags",
	"ldflags"
]);
/** Flags that `go list` takes as well and that change an archive. Those of {@link perPackageFlags} are handled apart. */
const archiveFlags = new Set("race msan asan cover covermode coverpkg tags trimpath compiler buildmode installsuffix mod modfile modcacherw overlay".split(" "));
/**
* Reads a go command line.
*
* @param argv arguments behind the program name
* @param goflags the effective GOFLAGS, already split; its flags come first, as in cmd/go
* @see cmd/go/internal/work/build.go AddBuildFlags, cmd/go/internal/test/testflag.go (Go 1.26)
*/
function readFlags(argv, goflags) {
	const values = /* @__PURE__ */ new Map();
	const perPackage = [];
	const packages = [];
	const set = (flag, value) => {
		if (perPackageFlags.has(flag)) perPackage.push({
			flag,
			value
		});
		else values.set(flag, value);
	};
	for (const word of goflags) {
		const [flag, value] = splitFlag(word);
		if (flag !== "toolexec") set(flag, value ?? "true");
	}
	let chdir;
	let at = 0;
	if (argv[0] === "-C" || argv[0] === "--C") at = 2;
	else if (/^--?C=/.test(argv[0] ?? "")) at = 1;
	if (at > 0) chdir = at === 2 ? argv[1] : splitFlag(argv[0])[1];
	const command = argv[at] ?? "";
	for (at++; at < argv.length; at++) {
		const word = argv[at];
		if (word === "-args" || word === "--args" || word === "--") break;
		if (!word.startsWith("-") || word === "-") {
			packages.push(word);
			if (command === "run" || command === "tool") break;
			continue;
		}
		const [flag, inline] = splitFlag(word);
		const name = flag.replace(/^test\./, "");
		const value = takesNext(name, inline) ? argv[++at] ?? "" : inline ?? "true";
		if (flag === "C") chdir = value;
		else set(name, value);
	}
	return {
		command,
		chdir,
		packages,
		values,
		perPackage
	};
}
function takesNext(name, inline) {
	return inline === void 0 && !booleans.has(name) && !optional.has(name);
}
/**
* Takes `-toolexec` out of a go command line.
*
* @param argv arguments behind the program name
* @returns the other arguments, and the flag's last value; undefined where it is not given
*/
function takeToolexec(argv) {
	const others = [];
	let toolexec;
	let command;
	for (let at = 0; at < argv.length; at++) {
		const word = argv[at];
		if (word === "-args" || word === "--args" || word === "--" || (command === "run" || command === "tool") && !word.startsWith("-")) {
			others.push(...argv.slice(at));
			break;
		}
		const [flag, inline] = splitFlag(word);
		if (!word.startsWith("-") || word === "-") command ??= word;
		const value = word.startsWith("-") && takesNext(flag.replace(/^test\./, ""), inline) ? argv.slice(at + 1, ++at + 1) : [];
		const given = inline ?? value[0];
		if (flag === "toolexec" && word.startsWith("-") && given !== void 0 && isQuotedWell(given)) toolexec = given;
		else others.push(word, ...value);
	}
	return {
		others,
		toolexec
	};
}
/** Whether quotes are closed, as go wants them. */
function isQuotedWell(text) {
	return text.replace(/"[^"]*"|'[^']*'|[^\s'"]\S*/g, "").trim() === "";
}
function splitFlag(word) {
	const match = /^--?([^=]*)(?:=([\s\S]*))?$/.exec(word);
	return match ? [match[1], match[2]] : [word, void 0];
}
/** Of a go command's flags those by which modules and the folders of packages are found. */
function findFlags({ values }) {
	return [
		"mod",
		"modfile",
		"overlay"
	].flatMap((name) => values.has(name) ? [`-${name}=${values.get(name)}`] : []);
}
/** Splits a GOFLAGS value as cmd/internal/quoted does: blanks separate, a word may be wrapped in one kind of quotes. */
function splitQuoted(text) {
	const words = [];
	for (const match of text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)) words.push(match[1] ?? match[2] ?? match[3]);
	return words;
}
/** Quotes a word for GOFLAGS or GOCACHEPROG; undefined if it holds both kinds of quotes, which they cannot express. */
function quoteWord(word) {
	if (!/[\s'"]/.test(word) && word !== "") return word;
	if (!word.includes("\"")) return `"${word}"`;
	if (!word.includes("'")) return `'${word}'`;
}

export { takeToolexec as a, splitQuoted as i, quoteWord as n, readFlags as r, findFlags as t };