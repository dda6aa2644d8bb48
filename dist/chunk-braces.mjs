// src/lang/syntax/braces.ts
/** Characters by which the end of a block is found: braces, and what may begin a literal or a comment. */
const delimits = /* @__PURE__ */ new Uint8Array(512);
for (const c of "{}\"'`/") delimits[c.charCodeAt(0)] = 1;
/**
* The offset behind the brace that closes a block, found without looking at what else is in it.
*
* @param text a byte string (see `source.ts`)
* @param from behind the brace that opens it
* @param comments gets the comments inside, in order
* @returns -1 where the text ends first, or a literal or comment does not end
*/
function endOfBlock(text, from, comments) {
	const { length } = text;
	let open = 1;
	let at = from;
	while (at < length) {
		const c = text.charCodeAt(at++);
		if (delimits[c] === 0) continue;
		if (c === 123) open++;
		else if (c === 125) {
			if (--open === 0) return at;
		} else if (c === 47) {
			const end = endOfComment(text, at);
			if (end < 0) return -1;
			if (end > at) comments?.push({
				start: at - 1,
				end
			});
			at = end;
		} else {
			at = c === 96 ? text.indexOf("`", at) + 1 : endOfQuoted(text, at, c);
			if (at <= 0) return -1;
		}
	}
	return -1;
}
/**
* The offset behind a comment; of one that ends with its line, that of the newline.
*
* @param at behind a slash; also what is returned where no comment begins
* @returns -1 where the comment does not end
*/
function endOfComment(text, at) {
	const second = text.charCodeAt(at);
	if (second === 47) {
		const end = text.indexOf("\n", at);
		return end < 0 ? text.length : end;
	}
	if (second !== 42) return at;
	const end = text.indexOf("*/", at + 1);
	return end < 0 ? -1 : end + 2;
}
function endOfQuoted(text, from, quote) {
	for (let at = from; at < text.length; at++) {
		const c = text.charCodeAt(at);
		if (c === quote) return at + 1;
		if (c === 92) at++;
		else if (c === 10) return -1;
	}
	return -1;
}

export { endOfComment as n, endOfBlock as t };