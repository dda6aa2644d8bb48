// src/page/script-json.ts
/** JSON inside of a script element: nothing in it can end the element or begin a comment. */
function scriptJson(value) {
	return JSON.stringify(value).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

export { scriptJson as t };