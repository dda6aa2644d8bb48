// src/base/semver.ts
const number = "(?:0|[1-9][0-9]*)";
const identifier = "[0-9A-Za-z-]+";
const grammar = new RegExp(`^v(${number})(?:\\.(${number})(?:\\.(${number})(?:-(${identifier}(?:\\.${identifier})*))?(?:\\+${identifier}(?:\\.${identifier})*)?)?)?$`);
function parse(text) {
	const match = grammar.exec(text);
	if (!match) return void 0;
	const [, major = "0", minor = "0", patch = "0", pre] = match;
	const identifiers = pre?.split(".") ?? [];
	if (identifiers.some((part) => /^0[0-9]+$/.test(part))) return void 0;
	return {
		numbers: [
			major,
			minor,
			patch
		],
		pre: identifiers
	};
}
/** Whether golang.org/x/mod/semver takes the text for a version: with a `v`, of one to three numbers. */
function isVersion(text) {
	return parse(text) !== void 0;
}
/** Orders versions as golang.org/x/mod/semver.Compare: what is none comes before all, build metadata does not count. */
function compareVersions(a, b) {
	const [x, y] = [parse(a), parse(b)];
	if (!x || !y) return Number(x !== void 0) - Number(y !== void 0);
	for (let i = 0; i < 3; i++) {
		const order = compareNumbers(x.numbers[i], y.numbers[i]);
		if (order !== 0) return order;
	}
	return comparePre(x.pre, y.pre);
}
/** By length first: without leading zeros that is by value, however long they are. */
function compareNumbers(a, b) {
	return Math.sign(a.length - b.length) || (a < b ? -1 : Number(a > b));
}
function comparePre(a, b) {
	if (a.length === 0 || b.length === 0) return Number(a.length === 0) - Number(b.length === 0);
	for (const [i, left] of a.entries()) {
		const right = b[i];
		if (right === void 0) return 1;
		const order = compareIdentifiers(left, right);
		if (order !== 0) return order;
	}
	return a.length < b.length ? -1 : 0;
}
function compareIdentifiers(a, b) {
	const [isNumber, isOther] = [/^[0-9]+$/.test(a), /^[0-9]+$/.test(b)];
	if (isNumber && isOther) return compareNumbers(a, b);
	if (isNumber !== isOther) return isNumber ? -1 : 1;
	return a < b ? -1 : Number(a > b);
}

// src/aspects/version-range.ts
/** `[1.2.0,1.4.0)`, either bound may be left out; without `v`, blanks do not count (loongsuite). */
function bracketRange(text) {
	const match = /^\[([^,[\]()]*),([^,[\]()]*)\)$/.exec(text.replace(/\s/g, ""));
	if (!match) return { problem: "it has not the form [FROM,BELOW)" };
	const [, from = "", below = ""] = match;
	if (from === "" && below === "") return { problem: "it has no bound" };
	return range(text, from === "" ? void 0 : `v${from}`, below === "" ? void 0 : `v${below}`);
}
/** `v1.2.0`, at least that, or `v1.2.0,v1.4.0`, from the first to below the second (otelc). */
function commaRange(text) {
	const [from = "", below, ...more] = text.split(",");
	if (more.length > 0) return { problem: "it has more than two bounds" };
	return range(text, from, below);
}
function range(text, from, below) {
	for (const bound of [from, below]) if (bound !== void 0 && !isVersion(bound)) return { problem: `"${bound}" is not a version` };
	if (from !== void 0 && below !== void 0 && compareVersions(from, below) >= 0) return { problem: `${from} is not before ${below}` };
	return {
		from,
		below,
		text
	};
}
/** Whether a version lies in a range. No version, or none that can be compared, lies in none. */
function isInRange(version, { from, below }) {
	if (version === void 0 || !isVersion(version)) return false;
	return (from === void 0 || compareVersions(version, from) >= 0) && (below === void 0 || compareVersions(version, below) < 0);
}
/** `go1.26.8` as v1.26.8 and `go1.27rc1` as v1.27.0-rc1, so that it can be compared; undefined for a development version. */
function goVersionAsSemver(version) {
	const match = /^go(\d+)\.(\d+)(?:\.(\d+))?(?:(rc|beta)(\d+))?(?:[-\s]|$)/.exec(version);
	if (!match) return void 0;
	const [, major, minor, patch = "0", stage, count] = match;
	return `v${major}.${minor}.${patch}${stage === void 0 ? "" : `-${stage}.${count}`}`;
}

// src/weave/1-select/doublestar.ts
const known = /* @__PURE__ */ new Map();
/**
* A pattern of github.com/bmatcuk/doublestar/v4 as a regular expression over a whole path: `*`, `?` and classes stop at
* slashes, `**` as a whole segment stands for any number of segments, `{a,b}` for one of several.
*
* @throws SyntaxError for a malformed pattern
*/
function doublestar(pattern) {
	let found = known.get(pattern);
	if (found === void 0) {
		const { source, end } = alternative([...pattern], 0, false);
		if (end !== [...pattern].length) throw new SyntaxError(`"${pattern}" has a } without a {`);
		found = new RegExp(`^(?:${source})$`, "su");
		known.set(pattern, found);
	}
	return found;
}
function alternative(chars, start, isInner) {
	let out = "";
	let at = start;
	while (at < chars.length) {
		const c = chars[at];
		if (isInner && (c === "," || c === "}")) return {
			source: out,
			end: at
		};
		if (c === "}") return {
			source: out,
			end: at
		};
		const part = one(chars, at);
		if (part.source === anySegments) out = joinSegments(out, chars, part.end);
		else out += part.source;
		at = part.source === anySegments && chars[part.end] === "/" ? part.end + 1 : part.end;
	}
	if (isInner) throw new SyntaxError("a { is not closed");
	return {
		source: out,
		end: at
	};
}
const anySegments = "<**>";
/** `a/**` matches `a`, a leading one matches nothing at all, and one in the middle a single slash: the slashes belong to the segments. */
function joinSegments(out, chars, end) {
	if (chars[end] === "/") return `${out}(?:[^/]+/)*`;
	return out.endsWith("/") ? `${out.slice(0, -1)}(?:/.*)?` : `${out}.*`;
}
function one(chars, at) {
	const c = chars[at];
	if (c === "*") {
		let end = at;
		while (chars[end] === "*") end++;
		const isSegment = (at === 0 || /[/{,]/.test(chars[at - 1])) && (end === chars.length || /[/},]/.test(chars[end]));
		return {
			source: end - at === 2 && isSegment ? anySegments : "[^/]*",
			end
		};
	}
	if (c === "?") return {
		source: "[^/]",
		end: at + 1
	};
	if (c === "[") return characterClass(chars, at + 1);
	if (c === "{") return braces(chars, at + 1);
	if (c !== "\\") return {
		source: quoted(c),
		end: at + 1
	};
	const next = chars[at + 1];
	if (next === void 0) throw new SyntaxError("it ends in a backslash");
	return {
		source: quoted(next),
		end: at + 2
	};
}
function braces(chars, start) {
	const choices = [];
	let at = start;
	for (;;) {
		const choice = alternative(chars, at, true);
		choices.push(choice.source);
		at = choice.end + 1;
		if (chars[choice.end] === "}") return {
			source: `(?:${choices.join("|")})`,
			end: at
		};
	}
}
function characterClass(chars, start) {
	let at = start;
	const negated = chars[at] === "^" || chars[at] === "!";
	if (negated) at++;
	let out = "";
	for (; chars[at] !== "]"; at++) {
		if (chars[at] === "\\") at++;
		const c = chars[at];
		if (c === void 0) throw new SyntaxError("a [ is not closed");
		out += c === "-" && chars[at - 1] !== "\\" && out !== "" && chars[at + 1] !== "]" ? "-" : quoted(c);
	}
	if (out === "") throw new SyntaxError("a class is empty");
	return {
		source: negated ? `(?!/)[^${out}]` : `(?!/)[${out}]`,
		end: at + 1
	};
}
function quoted(c) {
	return /[\\^$.*+?()[\]{}|-]/.test(c) ? `\\${c}` : c;
}

export { isInRange as a, goVersionAsSemver as i, bracketRange as n, commaRange as r, doublestar as t };