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
	for (let token = tokenAt(text, from); token !== void 0; token = tokenAt(text, token.end)) yield token;
}
/** The first token that begins at an offset or behind it; undefined at the end of the text. */
function tokenAt(text, from) {
	blank.lastIndex = from;
	const start = blank.test(text) ? blank.lastIndex : from;
	if (start >= text.length) return void 0;
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

export { tokens as n, tokenAt as t };