// src/report/diagnostic.ts
/** The only error class that gots raises on purpose; made by the functions in `report/codes/`, nowhere else. */
var GotsError = class extends Error {
	code;
	hint;
	span;
	detail;
	family;
	constructor(diagnostic) {
		super(diagnostic.message, diagnostic.cause === void 0 ? void 0 : { cause: diagnostic.cause });
		this.name = "GotsError";
		this.code = diagnostic.code;
		this.hint = diagnostic.hint;
		this.span = diagnostic.span;
		this.detail = diagnostic.detail;
		this.family = diagnostic.family ?? "user";
	}
};
/** `file:line:col: message (code)`, and the hint on the same line behind a semicolon, as go and problem matchers show it. Details follow on lines of their own. */
function formatError(error) {
	return `${error.span ? `${error.span.file}:${error.span.line}:${error.span.column}: ` : ""}${error.message} (${error.code})${error.hint ? `; ${error.hint}` : ""}${error.detail ? `\n${error.detail}` : ""}`;
}

// src/report/message.ts
/** Fills in a text. */
function diagnostic(text, values, about = {}) {
	const { code, message, hint, family } = text;
	const fill = (part) => part.replace(/%([a-zA-Z]+)%/g, (_, name) => String(values[name]));
	return {
		code,
		message: fill(message),
		...hint === void 0 ? {} : { hint: fill(hint) },
		...about,
		...family === void 0 ? {} : { family }
	};
}
/** The error that {@link diagnostic} describes, to throw. */
function failure(text, values, about = {}) {
	return new GotsError(diagnostic(text, values, about));
}

export { formatError as i, failure as n, GotsError as r, diagnostic as t };