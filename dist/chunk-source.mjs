// src/lang/syntax/source.ts
const high = /[\x80-\xff]/;
const wide = /[\u0100-\uffff]/;
const everyHigh = /[\x80-\xff]/g;
function sourceFile(name, bytes) {
	return {
		name,
		bytes,
		text: byteString(bytes)
	};
}
/** Bytes as a string of the same length; see {@link SourceFile}. */
function byteString(bytes) {
	const latin = bytes.toString("latin1");
	return high.test(latin) ? latin.replace(everyHigh, (c) => String.fromCharCode(c.charCodeAt(0) + 256)) : latin;
}
/** What a person reads in `[start, end)`: the bytes decoded as UTF-8. */
function readable({ text, bytes }, start, end) {
	const read = text.slice(start, end);
	return wide.test(read) ? bytes.toString("utf8", start, end) : read;
}

export { readable as n, sourceFile as r, byteString as t };