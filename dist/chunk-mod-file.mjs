// src/lang/modules/mod-file.ts
/**
* Reads a go.mod or go.work that go takes: nothing is checked, and directives that are not listed in {@link ModFile} are passed over.
*
* @see golang.org/x/mod/modfile, read.go: a directive alone on a line, or a block of them; words may be quoted with `"` or a backquote
*/
function parseModFile(text) {
	const lines = linesOf(text);
	const first = (verb) => lines.find((line) => line.verb === verb)?.words[0] ?? "";
	const versioned = (verb) => lines.filter((line) => line.verb === verb).map(({ words: [path = "", version = ""], comment }) => ({
		path,
		version,
		comment
	}));
	return {
		module: first("module"),
		go: first("go"),
		toolchain: first("toolchain"),
		requires: versioned("require"),
		excludes: versioned("exclude"),
		replaces: lines.filter((line) => line.verb === "replace").map(({ words }) => replacementOf(words)),
		uses: lines.filter((line) => line.verb === "use").map(({ words }) => words[0] ?? "")
	};
}
function replacementOf(words) {
	const arrow = words.indexOf("=>");
	const [path = "", version = ""] = words.slice(0, arrow);
	const [target = "", targetVersion = ""] = words.slice(arrow + 1);
	return {
		path,
		version,
		target,
		targetVersion
	};
}
function linesOf(text) {
	const lines = [];
	let block;
	for (const raw of text.split("\n")) {
		const { words, comment } = wordsOf(raw);
		const [head, next] = words;
		if (head === void 0) continue;
		if (block !== void 0 && head === ")") block = void 0;
		else if (block !== void 0) lines.push({
			verb: block,
			words,
			comment
		});
		else if (next === "(") block = head;
		else lines.push({
			verb: head,
			words: words.slice(1),
			comment
		});
	}
	return lines;
}
function wordsOf(line) {
	const words = [];
	for (const match of line.matchAll(/\/\/(.*)$|"((?:[^"\\]|\\.)*)"|`([^`]*)`|([()])|((?:(?!\/\/)[^\s"`()])+)/g)) {
		const [, comment, quoted, raw, paren, plain] = match;
		if (comment !== void 0) return {
			words,
			comment: comment.trim()
		};
		if (quoted !== void 0) words.push(JSON.parse(`"${quoted}"`));
		else words.push(raw ?? paren ?? plain);
	}
	return {
		words,
		comment: ""
	};
}
/** Whether the target of a replacement is a folder. */
function isFolder(target) {
	return /^(\.{1,2}([\\/]|$)|[\\/]|[A-Za-z]:[\\/])/.test(target);
}
/** A word of a go.mod or go.work, quoted where its syntax needs that. */
function modWord(text) {
	return /[\s"'`()]/.test(text) || text.includes("//") ? JSON.stringify(text) : text;
}
/**
* The text of a go.mod without some of its directives.
*
* @param drop verbs, as `require`
*/
function withoutDirectives(text, drop) {
	const kept = [];
	let dropping = false;
	for (const line of text.split("\n")) {
		const [head, next] = wordsOf(line).words;
		if (dropping) dropping = head !== ")";
		else if (head !== void 0 && drop.includes(head)) dropping = next === "(";
		else kept.push(line);
	}
	return kept.join("\n");
}

export { withoutDirectives as i, modWord as n, parseModFile as r, isFolder as t };