// src/process/lines.ts
/** Cuts text that arrives in parts into lines, without their ends; a last line without an end is one, too. */
function lineSplitter(onLine) {
	let parts = [];
	const emit = () => {
		const line = parts.join("");
		parts = [];
		onLine(line.endsWith("\r") ? line.slice(0, -1) : line);
	};
	return {
		push: (text) => {
			let from = 0;
			for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
				parts.push(text.slice(from, end));
				emit();
				from = end + 1;
			}
			if (from < text.length) parts.push(text.slice(from));
		},
		end: () => {
			if (parts.length > 0) emit();
		}
	};
}

export { lineSplitter as t };