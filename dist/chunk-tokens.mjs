// src/lang/syntax/tokens.ts
const blank = /[ \t\r\n\f\v]+/y;
const patterns = [
	["word", /[A-Za-z_\u0180-\u01ff][\w\u0180-\u01ff]*/y],
	["comment", /\/\/[^\n]*/y],
	["comment", /\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//y],
	["number", /\.?\d(?:[eEpP][+-]|[\w.])*/y],
	["string", /"[^"\\\n]*(?:\\[^\n][^"\\\n]*)*"?/y],
	["string", /`[^`]*`?/y],
	["mark", /<<=|>>=|&\^=|\.\.\.|&&|\|\||<-|\+\+|--|&\^|<<|>>|:=|[-+*%&|^=!<>]=/y],
	["rune", /'[^'\\\n]*(?:\\[^\n][^'\\\n]*)*'?/y]
];
/**
* The tokens of a byte string (see `source.ts`) in order, comments included. An unterminated string ends with its line
* (a raw one with the text); an unterminated general comment is cut into marks and words.
*/
function* tokens(text, from = 0) {
	let at = from;
	for (;;) {
		blank.lastIndex = at;
		if (blank.test(text)) at = blank.lastIndex;
		if (at >= text.length) return;
		const token = tokenAt(text, at);
		yield token;
		at = token.end;
	}
}
function tokenAt(text, start) {
	for (const [kind, pattern] of patterns) {
		pattern.lastIndex = start;
		if (pattern.test(text)) return {
			kind,
			start,
			end: pattern.lastIndex
		};
	}
	return {
		kind: "mark",
		start,
		end: start + 1
	};
}

export { tokens as t };