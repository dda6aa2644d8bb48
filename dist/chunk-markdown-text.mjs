// src/page/markdown-text.ts
/**
* A code span: nothing in it is markup or a mention. Line breaks become spaces.
*
* A bar would end the cell of a table, so it is escaped, which GitHub undoes there; use {@link inTable} for that.
*/
function code(text) {
	const line = text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, " ").trim();
	if (line === "") return "–";
	const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
	const fence = "`".repeat(longest + 1);
	const gap = line.startsWith("`") || line.endsWith("`") ? " " : "";
	return `${fence}${gap}${line}${gap}${fence}`;
}
/** Text in which nothing is markup, a link or a mention. */
function plain(text) {
	return text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, " ").replace(/[\\`*_{}[\]()#+!|~<>&@:]/g, (character) => `&#${character.charCodeAt(0)};`);
}
/** A table; rows beyond `most` are counted in its last one. Cells are Markdown. */
function table(head, rows, most = Number.POSITIVE_INFINITY) {
	const cell = (text) => text.replaceAll("|", "\\|");
	const line = (cells) => `| ${cells.map(cell).join(" | ")} |`;
	const shown = rows.slice(0, most);
	const left = rows.length - shown.length;
	const more = left > 0 ? [line([`… and ${left} more, in the report`, ...head.slice(1).map(() => "")])] : [];
	return [
		line(head),
		`|${head.map(() => " --- |").join("")}`,
		...shown.map(line),
		...more
	].join("\n");
}
/** A part that is closed until somebody opens it. @param title Markdown without blocks */
function folded(title, content) {
	return `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
}
/** Bytes as they are sent. */
function byteLength(text) {
	return Buffer.byteLength(text);
}
/**
* A document that fits: rendered with ever shorter tables, at last with none.
*
* @param render makes the document with at most so many rows in each table
*/
function fitting(render, limit, measure = byteLength) {
	let text = "";
	for (const most of [
		Number.POSITIVE_INFINITY,
		1e3,
		300,
		100,
		30,
		10,
		3,
		0
	]) {
		text = render(most);
		if (measure(text) <= limit) return text;
	}
	return text;
}

export { table as a, plain as i, fitting as n, folded as r, code as t };