import { t as UnreadableBody } from "./chunk-grammar.mjs";
import { n as endOfComment, t as endOfBlock } from "./chunk-braces.mjs";

// src/weave/2-parse/convert.ts
/** Walks the whole tree once, from the cursor's node, and returns it as plain objects; see `syntax.ts` for what is kept. */
function convert(cursor, table) {
	const comments = [];
	const suspects = [];
	let firstError;
	let parent = node(cursor, table, void 0);
	let operators = false;
	const root = parent;
	let more = cursor.firstChild();
	while (more) {
		const id = cursor.kind();
		const role = table.roles[id] ?? "inner";
		if (firstError === void 0 && (id >= table.roles.length || isMissing(cursor))) firstError = cursor.start();
		if (role === "inner" || role === "operators") {
			const made = node(cursor, table, parent);
			if (table.suspects[id]) suspects.push(made);
			if (cursor.firstChild()) {
				parent = made;
				operators = role === "operators";
				continue;
			}
		} else if (role === "leaf") node(cursor, table, parent);
		else if (role === "comment") comments.push({
			start: cursor.start(),
			end: cursor.end()
		});
		else if (operators) parent.children.push(new TreeNode("operator", cursor.start(), cursor.end(), "operator", parent));
		more = cursor.nextSibling();
		while (!more && parent.parent !== void 0) {
			cursor.toParent();
			parent = parent.parent;
			operators = withOperators.has(parent.kind);
			more = cursor.nextSibling();
		}
	}
	return {
		root,
		comments,
		suspects,
		firstError
	};
}
function isMissing(cursor) {
	return cursor.start() === cursor.end() && cursor.isMissing();
}
const withOperators = /* @__PURE__ */ new Set([
	"binary_expression",
	"unary_expression",
	"assignment_statement"
]);
/** Kinds whose operator is kept as a child. */
function keepsOperator(kind) {
	return withOperators.has(kind);
}
function node(cursor, table, parent) {
	const made = new TreeNode(table.names[cursor.kind()] ?? "ERROR", cursor.start(), cursor.end(), table.fieldNames[cursor.fieldId()], parent);
	parent?.children.push(made);
	return made;
}
/** A class, not a literal, only because hundreds of thousands are made: one hidden class, methods on the prototype. */
var TreeNode = class {
	kind;
	start;
	end;
	fieldName;
	parent;
	/** Undefined while they are not known. */
	held;
	constructor(kind, start, end, fieldName, parent, children = []) {
		this.held = children;
		this.kind = kind;
		this.start = start;
		this.end = end;
		this.fieldName = fieldName;
		this.parent = parent;
	}
	get children() {
		return this.held ?? this.read();
	}
	get isUnread() {
		return this.held === void 0;
	}
	read() {
		throw new Error(`${this.kind} has no children, and no text to read them from`);
	}
	/** Takes a node, from another parent perhaps, as its last child. */
	adopt(child) {
		child.parent = this;
		this.children.push(child);
	}
	field(name) {
		for (const child of this.children) if (child.fieldName === name) return child;
	}
	fields(name) {
		return this.children.filter((child) => child.fieldName === name);
	}
};

// src/weave/2-parse/descent/make-nodes.ts
/** Kinds of nodes that can only be types. */
const typeKinds = /* @__PURE__ */ new Set([
	"array_type",
	"channel_type",
	"function_type",
	"generic_type",
	"implicit_length_array_type",
	"interface_type",
	"map_type",
	"negated_type",
	"parenthesized_type",
	"pointer_type",
	"qualified_type",
	"slice_type",
	"struct_type",
	"type_identifier"
]);
function isType(node) {
	return typeKinds.has(node.kind);
}
/** Shared by all leaves, which are half of a tree. */
const none = [];
function leaf(kind, start, end) {
	return new TreeNode(kind, start, end, void 0, void 0, none);
}
function inner(kind, start, end, children) {
	const made = new TreeNode(kind, start, end, void 0, void 0, children.slice());
	for (const child of children) child.parent = made;
	return made;
}
function field(name, node) {
	node.fieldName = name;
	return node;
}

// src/weave/2-parse/descent/token-table.ts
/** What a token is: an operator, a bracket or a keyword by its text, else one of the words in capitals. */
const T = {
	EOF: 0,
	IDENT: 1,
	INT: 2,
	FLOAT: 3,
	IMAGINARY: 4,
	RUNE: 5,
	STRING: 6,
	RAW: 7,
	/** Written, or the newline that ends a statement. */
	";": 8,
	"(": 9,
	")": 10,
	"[": 11,
	"]": 12,
	"{": 13,
	"}": 14,
	",": 15,
	":": 16,
	".": 17,
	"...": 18,
	":=": 19,
	"=": 20,
	/** `+=` and its like. */
	ASSIGN: 21,
	"++": 22,
	"--": 23,
	"<-": 24,
	"*": 25,
	"&": 26,
	"+": 27,
	"-": 28,
	"!": 29,
	"^": 30,
	"|": 31,
	"~": 32,
	/** `/`, `%`, `<<`, `>>`, `&^`. */
	MULTIPLY: 33,
	COMPARE: 34,
	"&&": 35,
	"||": 36,
	break: 40,
	case: 41,
	chan: 42,
	const: 43,
	continue: 44,
	default: 45,
	defer: 46,
	else: 47,
	fallthrough: 48,
	for: 49,
	func: 50,
	go: 51,
	goto: 52,
	if: 53,
	import: 54,
	interface: 55,
	map: 56,
	package: 57,
	range: 58,
	return: 59,
	select: 60,
	struct: 61,
	switch: 62,
	type: 63,
	var: 64
};
/** Keywords by first letter and length. */
const keywords = [];
for (const [word, token] of Object.entries(T)) {
	if (token < T.break) continue;
	const at = slotOf(word.charCodeAt(0), word.length);
	keywords[at] = [...keywords[at] ?? [], [word, token]];
}
for (let at = 0; at < 416; at++) keywords[at] ??= [];
function slotOf(first, length) {
	return (first - 97) * 16 + length;
}
const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
/** Of a character that is not beyond what byte strings hold. */
const classes = /* @__PURE__ */ new Uint8Array(512);
for (let c = 0; c < 512; c++) classes[c] = c >= 65 && c <= 90 || c >= 97 && c <= 122 || c === 95 || c >= 384 ? 1 : c >= 48 && c <= 57 ? 2 : 0;
/** Tokens behind which a newline ends the statement. */
const ends = /* @__PURE__ */ new Uint8Array(65);
for (const word of [
	"IDENT",
	"INT",
	"FLOAT",
	"IMAGINARY",
	"RUNE",
	"STRING",
	"RAW"
]) ends[T[word]] = 1;
for (const word of [
	")",
	"]",
	"}",
	"++",
	"--",
	"break",
	"continue",
	"fallthrough",
	"return"
]) ends[T[word]] = 1;
const numberLiteral = /0[xX](?:_?[\da-fA-F])+(?:\.(?:[\da-fA-F](?:_?[\da-fA-F])*)?)?(?:[pP][+-]?\d(?:_?\d)*)?i?|0[bB](?:_?[01])+i?|0[oO](?:_?[0-7])+i?|(?:\d(?:_?\d)*(?:\.(?:\d(?:_?\d)*)?)?|\.\d(?:_?\d)*)(?:[eE][+-]?\d(?:_?\d)*)?i?/y;
const runeLiteral = /'(?:[^'\\\n\u0180-\u01ff]|[\u0180-\u01ff]{2,4}|\\(?:[abfnrtv\\']|[0-7]{3}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}))'/y;
const escapeSequence = /\\(?:[abfnrtv\\"]|[0-7]{3}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8})/y;
/** The keyword at an offset, or an identifier. */
function wordAt(text, start, end) {
	const length = end - start;
	const first = text.charCodeAt(start);
	if (length < 2 || length > 11 || first < 97 || first > 122) return T.IDENT;
	for (const [word, token] of keywords[slotOf(first, length)]) if (text.startsWith(word, start)) return token;
	return T.IDENT;
}

// src/weave/2-parse/descent/scan-tokens.ts
/** The text is not what this parser knows, or only the grammar can tell. */
var NotPlain = class extends Error {};
const notPlain = new NotPlain("not plain Go");
function giveUp() {
	throw notPlain;
}
/** The tokens of a byte string (`lang/syntax/source.ts`), one at a time. */
var Scanner = class {
	text;
	comments = [];
	/** The token at hand. */
	token = T.EOF;
	start = 0;
	end = 0;
	/** Where the token before it ends. */
	before = 0;
	constructor(text) {
		this.text = text;
	}
	at(token) {
		return this.token === token;
	}
	mark() {
		const { token, start, end, before, comments } = this;
		return {
			token,
			start,
			end,
			before,
			comments: comments.length
		};
	}
	reset({ token, start, end, before, comments }) {
		this.token = token;
		this.start = start;
		this.end = end;
		this.before = before;
		this.comments.length = comments;
	}
	/** Takes the next token, and returns what it is. */
	next() {
		const { text } = this;
		const mayEnd = ends[this.token] === 1;
		let newline = false;
		let at = this.end;
		this.before = at;
		for (;;) {
			const c = text.charCodeAt(at);
			if (c === 32 || c === 9 || c === 13) at++;
			else if (c === 10) {
				const first = at++;
				if (!mayEnd) continue;
				while (text.charCodeAt(at) === 10) at++;
				return this.take(T[";"], first, at);
			} else if (c === 47) {
				const end = endOfComment(text, at + 1);
				if (end < 0) giveUp();
				if (end === at + 1) break;
				if (mayEnd && !newline) newline = text.slice(at, end).includes("\n");
				this.comments.push({
					start: at,
					end
				});
				at = end;
			} else break;
		}
		if (at >= text.length) return mayEnd ? this.take(T[";"], at, at) : this.take(T.EOF, at, at);
		const token = this.scan(at);
		if (newline && this.token !== T[")"] && this.token !== T["}"]) giveUp();
		return token;
	}
	/** From a brace that opens to behind the one that closes it, without looking at what is between them. Comments are kept. */
	skipBraces() {
		const end = endOfBlock(this.text, this.end, this.comments);
		if (end < 0) giveUp();
		this.take(T["}"], end - 1, end);
		this.next();
	}
	take(token, start, end) {
		this.token = token;
		this.start = start;
		this.end = end;
		return token;
	}
	scan(at) {
		const { text } = this;
		const c = text.charCodeAt(at);
		const kind = classes[c];
		if (kind === 1) {
			let end = at + 1;
			while (classes[text.charCodeAt(end)] !== 0 && end < text.length) end++;
			return this.take(wordAt(text, at, end), at, end);
		}
		if (kind === 2) return this.number(at);
		if (c === 34) return this.interpreted(at);
		if (c === 96) {
			const end = text.indexOf("`", at + 1) + 1;
			if (end === 0) giveUp();
			return this.take(T.RAW, at, end);
		}
		if (c === 39) {
			runeLiteral.lastIndex = at;
			if (!runeLiteral.test(text)) giveUp();
			return this.take(T.RUNE, at, runeLiteral.lastIndex);
		}
		return this.operator(at, c);
	}
	number(at) {
		const { text } = this;
		const first = text.charCodeAt(at);
		let end = at + 1;
		while (classes[text.charCodeAt(end)] === 2) end++;
		const after = text.charCodeAt(end);
		if ((first !== 48 || end === at + 1) && first !== 46 && after !== 46 && classes[after] !== 1) return this.take(T.INT, at, end);
		numberLiteral.lastIndex = at;
		if (!numberLiteral.test(text)) giveUp();
		end = numberLiteral.lastIndex;
		const written = text.slice(at, end);
		const isHex = /^0[xX]/.test(written);
		if (classes[text.charCodeAt(end)] === 1 || isHex && written.includes(".") && !/[pP]/.test(written)) giveUp();
		if (written.endsWith("i")) return this.take(T.IMAGINARY, at, end);
		if (isHex ? /[pP]/.test(written) : /[.eE]/.test(written)) return this.take(T.FLOAT, at, end);
		if (/^0\d/.test(written) && !/^0[0-7_]+$/.test(written)) giveUp();
		return this.take(T.INT, at, end);
	}
	interpreted(start) {
		const { text } = this;
		let at = start + 1;
		for (;;) {
			const c = text.charCodeAt(at);
			if (c === 34) return this.take(T.STRING, start, at + 1);
			if (c === 92) {
				escapeSequence.lastIndex = at;
				if (!escapeSequence.test(text)) giveUp();
				at = escapeSequence.lastIndex;
			} else if (c === 10 || at >= text.length) giveUp();
			else at++;
		}
	}
	operator(at, c) {
		const { text } = this;
		const second = text.charCodeAt(at + 1);
		const third = text.charCodeAt(at + 2);
		const isAssigned = second === 61;
		switch (c) {
			case 40: return this.take(T["("], at, at + 1);
			case 41: return this.take(T[")"], at, at + 1);
			case 91: return this.take(T["["], at, at + 1);
			case 93: return this.take(T["]"], at, at + 1);
			case 123: return this.take(T["{"], at, at + 1);
			case 125: return this.take(T["}"], at, at + 1);
			case 44: return this.take(T[","], at, at + 1);
			case 59: return this.take(T[";"], at, at + 1);
			case 126: return this.take(T["~"], at, at + 1);
			case 46:
				if (classes[second] === 2) return this.number(at);
				if (second === 46 && third === 46) return this.take(T["..."], at, at + 3);
				return this.take(T["."], at, at + 1);
			case 58: return isAssigned ? this.take(T[":="], at, at + 2) : this.take(T[":"], at, at + 1);
			case 61: return isAssigned ? this.take(T.COMPARE, at, at + 2) : this.take(T["="], at, at + 1);
			case 33: return isAssigned ? this.take(T.COMPARE, at, at + 2) : this.take(T["!"], at, at + 1);
			case 43:
				if (second === c) return this.take(T["++"], at, at + 2);
				return this.arithmetic(T["+"], at, 1);
			case 45:
				if (second === c) return this.take(T["--"], at, at + 2);
				return this.arithmetic(T["-"], at, 1);
			case 42: return this.arithmetic(T["*"], at, 1);
			case 47:
			case 37: return this.arithmetic(T.MULTIPLY, at, 1);
			case 94: return this.arithmetic(T["^"], at, 1);
			case 124: return second === c ? this.take(T["||"], at, at + 2) : this.arithmetic(T["|"], at, 1);
			case 38:
				if (second === c) return this.take(T["&&"], at, at + 2);
				return second === 94 ? this.arithmetic(T.MULTIPLY, at, 2) : this.arithmetic(T["&"], at, 1);
			case 60:
				if (second === 45) return this.take(T["<-"], at, at + 2);
				if (second === c) return this.arithmetic(T.MULTIPLY, at, 2);
				return this.take(T.COMPARE, at, isAssigned ? at + 2 : at + 1);
			case 62:
				if (second === c) return this.arithmetic(T.MULTIPLY, at, 2);
				return this.take(T.COMPARE, at, isAssigned ? at + 2 : at + 1);
			default: return giveUp();
		}
	}
	/** An operator that may go on to be an assignment. */
	arithmetic(token, at, length) {
		if (this.text.charCodeAt(at + length) === 61) return this.take(T.ASSIGN, at, at + length + 1);
		return this.take(token, at, at + length);
	}
};

// src/weave/2-parse/descent/parse-parts.ts
/** Single tokens, and questions about those that come next. */
var PartParser = class extends Scanner {
	/** Nests no deeper than stacks allow: what does is for the grammar. */
	depth = 0;
	deeper() {
		if (++this.depth > 400) giveUp();
	}
	expect(token) {
		if (!this.at(token)) giveUp();
		const { start } = this;
		this.next();
		return start;
	}
	/** The token at hand as a leaf. */
	leafHere(kind) {
		const made = leaf(kind, this.start, this.end);
		this.next();
		return made;
	}
	name(kind) {
		if (!this.at(T.IDENT)) giveUp();
		return this.leafHere(kind);
	}
	/** Closes a list whose elements a separator ends, the last perhaps not. */
	separated(separator, close) {
		if (this.at(close)) return false;
		this.expect(separator);
		return !this.at(close);
	}
	beginsType() {
		switch (this.token) {
			case T.IDENT:
			case T["*"]:
			case T["["]:
			case T["("]:
			case T["<-"]:
			case T.struct:
			case T.map:
			case T.chan:
			case T.func:
			case T.interface: return true;
			default: return false;
		}
	}
	/** Whether the brackets at hand are those of an array or a slice: a type stands behind them. */
	typeFollowsBrackets() {
		const mark = this.mark();
		let open = 0;
		do {
			if (this.at(T["["]) || this.at(T["("]) || this.at(T["{"])) open++;
			else if (this.at(T["]"]) || this.at(T[")"]) || this.at(T["}"])) open--;
			else if (this.at(T.EOF)) giveUp();
			this.next();
		} while (open > 0);
		const follows = this.beginsType();
		this.reset(mark);
		return follows;
	}
};

// src/weave/2-parse/descent/parse-members.ts
/** What types are made of: names with arguments, parameters, fields and methods. */
var MemberParser = class extends PartParser {
	/** What follows a name: the rest of a qualified one, type arguments. */
	namedType(name) {
		let type = name;
		if (this.at(T["."])) {
			this.next();
			name.kind = "package_identifier";
			const last = field("name", this.name("type_identifier"));
			type = inner("qualified_type", name.start, last.end, [field("package", name), last]);
		}
		if (!this.at(T["["])) return type;
		const { start } = this;
		this.next();
		const given = [];
		do
			given.push(this.typeElement("type_elem"));
		while (this.separated(T[","], T["]"]));
		this.expect(T["]"]);
		const list = inner("type_arguments", start, this.before, given);
		return inner("generic_type", type.start, this.before, [field("type", type), field("type_arguments", list)]);
	}
	/** Parameters and result. */
	signature() {
		const parameters = field("parameters", this.parameterList());
		if (this.at(T["("])) return [parameters, field("result", this.parameterList())];
		return this.beginsType() ? [parameters, field("result", this.type())] : [parameters];
	}
	typeElement(kind) {
		const types = [this.type()];
		while (this.at(T["|"])) {
			this.next();
			types.push(this.type());
		}
		return inner(kind, types[0].start, this.before, types);
	}
	typeParameters() {
		const { start } = this;
		this.next();
		const declared = [];
		do {
			const names = [field("name", this.name("identifier"))];
			while (this.at(T[","])) {
				this.next();
				names.push(field("name", this.name("identifier")));
			}
			names.push(field("type", this.typeElement("type_constraint")));
			declared.push(inner("type_parameter_declaration", names[0].start, this.before, names));
		} while (this.separated(T[","], T["]"]));
		this.expect(T["]"]);
		return inner("type_parameter_list", start, this.before, declared);
	}
	structType() {
		const { start } = this;
		this.next();
		const open = this.expect(T["{"]);
		const fields = [];
		if (!this.at(T["}"])) do
			fields.push(this.fieldDeclaration());
		while (this.separated(T[";"], T["}"]));
		this.expect(T["}"]);
		return inner("struct_type", start, this.before, [inner("field_declaration_list", open, this.before, fields)]);
	}
	fieldDeclaration() {
		const { start } = this;
		const parts = [];
		if (this.at(T["*"])) {
			this.next();
			parts.push(field("type", this.namedType(this.name("type_identifier"))));
		} else {
			const first = this.name("field_identifier");
			if (this.at(T[";"]) || this.at(T["}"]) || this.at(T["."]) || this.at(T.STRING) || this.at(T.RAW) || this.at(T["["]) && !this.typeFollowsBrackets()) {
				first.kind = "type_identifier";
				parts.push(field("type", this.namedType(first)));
			} else {
				parts.push(field("name", first));
				while (this.at(T[","])) {
					this.next();
					parts.push(field("name", this.name("field_identifier")));
				}
				parts.push(field("type", this.type()));
			}
		}
		if (this.at(T.STRING)) parts.push(field("tag", this.leafHere("interpreted_string_literal")));
		else if (this.at(T.RAW)) parts.push(field("tag", this.leafHere("raw_string_literal")));
		return inner("field_declaration", start, this.before, parts);
	}
	interfaceType() {
		const { start } = this;
		this.next();
		this.expect(T["{"]);
		const elements = [];
		if (!this.at(T["}"])) do
			elements.push(this.interfaceElement());
		while (this.separated(T[";"], T["}"]));
		this.expect(T["}"]);
		return inner("interface_type", start, this.before, elements);
	}
	interfaceElement() {
		if (this.at(T.IDENT)) {
			const mark = this.mark();
			const name = field("name", this.name("field_identifier"));
			if (this.at(T["("])) {
				const parts = this.signature();
				return inner("method_elem", name.start, this.before, [name, ...parts]);
			}
			this.reset(mark);
		}
		return this.typeElement("type_elem");
	}
	parameterList() {
		const start = this.expect(T["("]);
		const entries = [];
		if (!this.at(T[")"])) do
			entries.push(this.parameter());
		while (this.separated(T[","], T[")"]));
		this.expect(T[")"]);
		return inner("parameter_list", start, this.before, declarations(entries));
	}
	parameter() {
		if (this.at(T["..."])) {
			const { start } = this;
			this.next();
			return {
				start,
				end: 0,
				type: this.type(),
				isVariadic: true
			};
		}
		const { start } = this;
		if (!this.at(T.IDENT)) return {
			start,
			type: this.type()
		};
		const name = this.name("identifier");
		if (this.at(T[","]) || this.at(T[")"])) return {
			start,
			name
		};
		if (this.at(T["."]) || this.at(T["["]) && !this.typeFollowsBrackets()) {
			name.kind = "type_identifier";
			return {
				start,
				type: this.namedType(name)
			};
		}
		if (this.at(T["..."])) {
			this.next();
			return {
				start,
				name,
				type: this.type(),
				isVariadic: true
			};
		}
		return {
			start,
			name,
			type: this.type()
		};
	}
};
/** Where one parameter has a name all have. */
function declarations(entries) {
	const isNamed = entries.some(({ name, type }) => name !== void 0 && type !== void 0);
	const declared = [];
	let names = [];
	for (const { start, name, type, isVariadic } of entries) {
		const kind = isVariadic ? "variadic_parameter_declaration" : "parameter_declaration";
		if (!isNamed) {
			if (name !== void 0) name.kind = "type_identifier";
			const only = type ?? name;
			declared.push(inner(kind, start, only.end, [field("type", only)]));
			continue;
		}
		if (name === void 0) giveUp();
		names.push(field("name", name));
		if (type === void 0) continue;
		if (isVariadic && names.length > 1) giveUp();
		const first = names[0];
		declared.push(inner(kind, first.start, type.end, [...names, field("type", type)]));
		names = [];
	}
	if (names.length > 0) giveUp();
	return declared;
}

// src/weave/2-parse/descent/parse-types.ts
/** Types. */
var TypeParser = class extends MemberParser {
	type() {
		this.deeper();
		const found = this.typeHere();
		this.depth--;
		return found;
	}
	typeHere() {
		const { start } = this;
		switch (this.token) {
			case T.IDENT: return this.namedType(this.leafHere("type_identifier"));
			case T["*"]: {
				this.next();
				const type = this.type();
				return inner("pointer_type", start, type.end, [type]);
			}
			case T["~"]: {
				this.next();
				const type = this.type();
				return inner("negated_type", start, type.end, [type]);
			}
			case T["("]: {
				this.next();
				const type = this.type();
				this.expect(T[")"]);
				return inner("parenthesized_type", start, this.before, [type]);
			}
			case T["["]: return this.arrayType(false);
			case T.struct: return this.structType();
			case T.interface: return this.interfaceType();
			case T.map: {
				this.next();
				this.expect(T["["]);
				const key = field("key", this.type());
				this.expect(T["]"]);
				const value = field("value", this.type());
				return inner("map_type", start, value.end, [key, value]);
			}
			case T.chan: {
				this.next();
				const arrow = this.start;
				const mark = this.mark();
				if (this.at(T["<-"])) this.next();
				if (arrow !== this.start && this.at(T.chan)) this.reset(mark);
				const value = field("value", this.type());
				return inner("channel_type", start, value.end, [value]);
			}
			case T["<-"]: {
				this.next();
				this.expect(T.chan);
				const value = field("value", this.type());
				return inner("channel_type", start, value.end, [value]);
			}
			case T.func:
				this.next();
				return this.functionType(start);
			default: return giveUp();
		}
	}
	/** @param isLiteral `[...]T` may stand here */
	arrayType(isLiteral) {
		const { start } = this;
		this.next();
		if (this.at(T["]"])) {
			this.next();
			const element = field("element", this.type());
			return inner("slice_type", start, element.end, [element]);
		}
		if (this.at(T["..."])) {
			if (!isLiteral) giveUp();
			this.next();
			this.expect(T["]"]);
			const element = field("element", this.type());
			return inner("implicit_length_array_type", start, element.end, [element]);
		}
		const length = field("length", this.inBrackets());
		this.expect(T["]"]);
		const element = field("element", this.type());
		return inner("array_type", start, element.end, [length, element]);
	}
	functionType(start) {
		const parts = this.signature();
		return inner("function_type", start, this.before, parts);
	}
};

// src/weave/2-parse/descent/parse-readings.ts
const words = /* @__PURE__ */ new Set([
	"identifier",
	"nil",
	"true",
	"false",
	"iota"
]);
/** What was read as an expression, read as a type: which of both tree-sitter-go takes where Go's own parser leaves it open. */
var ReadingParser = class extends TypeParser {
	/**
	* What stands before anything but a call or a literal. An index that may be an instantiation as well is that one which the grammar
	* prefers.
	*/
	settled(found) {
		const { kind, end, children } = found;
		if (kind !== "type_instantiation_expression" && kind !== "index_expression") return found;
		const [name, ...given] = children;
		const isOpen = kind === "type_instantiation_expression" && name.fieldName === "operand";
		if (kind === "type_instantiation_expression" && !isOpen) return found;
		const isIndexed = kind === "index_expression";
		if (isIndexed && !mayBeType(given[0])) return found;
		const type = this.isName(name) || name.kind === "index_expression" ? this.asType(name) : void 0;
		const types = type && this.asTypes(given);
		if (type === void 0 || types === void 0) return isIndexed ? found : giveUp();
		if (isIndexed && weightOfTypes([type, ...types]) - 1 < weight(found)) return found;
		return inner("type_instantiation_expression", type.start, end, [field("type", type), ...types]);
	}
	/** The type that a call of one operand converts to; undefined where it is no conversion. */
	calledType(called) {
		if (called.kind === "implicit_length_array_type") giveUp();
		if (isType(called)) return called;
		if (called.kind === "index_expression" || called.kind === "type_instantiation_expression") return this.asType(called);
		if (called.kind !== "parenthesized_expression") return void 0;
		const type = this.asType(called);
		return type !== void 0 && weightOfTypes([type]) - 1 >= weight(called) ? type : void 0;
	}
	/** `[A, B]` of a call `f[A, B](…)`; undefined for a call of an element. */
	calledTypes(called) {
		const { kind, children } = called;
		if (kind !== "index_expression" && kind !== "type_instantiation_expression") return void 0;
		const [name, ...given] = children;
		const types = this.asTypes(given);
		if (kind === "index_expression") {
			if (types === void 0 || weightOfTypes(types) + 1 <= weight(given[0])) return void 0;
		}
		return types === void 0 ? giveUp() : this.typeArguments(name, types, called.end);
	}
	isName({ kind, children }) {
		return kind === "identifier" || kind === "selector_expression" && children[0]?.kind === "identifier";
	}
	asTypes(given) {
		const types = [];
		for (const each of given) {
			const type = this.asType(each);
			if (type === void 0) return void 0;
			types.push(type);
		}
		return types;
	}
	/** What was read as an expression, as the type that it may be as well; undefined for what is no type. */
	asType(node) {
		const { kind, start, end, children } = node;
		const [first, second] = children;
		if (isType(node)) return node;
		if (words.has(kind)) return leaf("type_identifier", start, end);
		if (first === void 0) return void 0;
		switch (kind) {
			case "selector_expression": {
				if (first.kind !== "identifier" || second === void 0) return void 0;
				const name = field("name", leaf("type_identifier", second.start, second.end));
				const pkg = field("package", leaf("package_identifier", first.start, first.end));
				return inner("qualified_type", start, end, [pkg, name]);
			}
			case "parenthesized_expression": {
				const type = this.asType(first);
				return type && inner("parenthesized_type", start, end, [field(void 0, type)]);
			}
			case "unary_expression": {
				const type = this.text[start] === "*" && second !== void 0 ? this.asType(second) : void 0;
				return type && inner("pointer_type", start, end, [field(void 0, type)]);
			}
			case "index_expression":
			case "type_instantiation_expression": {
				const type = this.isName(first) || isType(first) ? this.asType(first) : void 0;
				const types = type && this.asTypes(children.slice(1));
				if (type === void 0 || types === void 0) return void 0;
				const list = this.typeArguments(type, types, end);
				return inner("generic_type", start, end, [field("type", type), field("type_arguments", list)]);
			}
			default: return;
		}
	}
	/** @param name what the brackets follow */
	typeArguments(name, types, end) {
		const open = this.text.indexOf("[", name.end);
		if (this.text.slice(name.end, open).includes("/")) giveUp();
		const elements = types.map((type) => inner("type_elem", type.start, type.end, [field(void 0, type)]));
		return inner("type_arguments", open, end, elements);
	}
};
/** Cheap: most indexes are no types, as they are literals, calls and sums. */
function mayBeType({ kind }) {
	return kind === "identifier" || kind === "selector_expression" || kind === "index_expression" || kind === "unary_expression" || kind === "parenthesized_expression" || kind === "type_instantiation_expression";
}
/**
* How much tree-sitter-go prefers a reading: the sum of its `prec.dynamic`, for the nodes that can be read in two ways. Of two
* readings with the same sum it takes an instantiation before an index, a conversion before a call, and a call of an element before
* one with type arguments.
*/
function weight({ kind, children }) {
	const [first, second] = children;
	switch (kind) {
		case "index_expression": return 1 + weight(first) + weight(second);
		case "type_instantiation_expression": return weightOfTypes(children) - 1;
		case "parenthesized_expression": return weight(first);
		case "unary_expression": return weight(second);
		default: return 0;
	}
}
function weightOfTypes(types) {
	let sum = 0;
	for (const { kind, children } of types) if (kind === "type_identifier") sum--;
	else if (kind === "pointer_type" || kind === "parenthesized_type" || kind === "type_elem") sum += weightOfTypes(children);
	else if (kind === "generic_type") sum += 3 + weightOfTypes(children[1]?.children ?? []);
	return sum;
}

// src/weave/2-parse/descent/parse-primaries.ts
/** Operands with what follows them: selectors, indexes, calls and literals. */
var PrimaryParser = class extends ReadingParser {
	/** Below zero in the header of a statement, where a brace begins the block. */
	level = 0;
	/** The `x` of an `x.(type)` that no switch has taken yet. */
	guard;
	primary() {
		this.deeper();
		let found = this.operand();
		for (;;) switch (this.token) {
			case T["."]:
				found = this.selector(this.settled(found));
				break;
			case T["["]:
				found = this.brackets(this.settled(found));
				break;
			case T["("]:
				found = this.call(found);
				break;
			case T["{"]: {
				const type = this.literalType(found);
				if (type === void 0) {
					this.depth--;
					return this.settled(found);
				}
				const body = field("body", this.literalValue());
				found = inner("composite_literal", type.start, body.end, [field("type", type), body]);
				break;
			}
			default:
				this.depth--;
				return this.settled(found);
		}
	}
	operand() {
		const { start, end, text } = this;
		switch (this.token) {
			case T.IDENT: {
				const length = end - start;
				const c = text.charCodeAt(start);
				if (length === 3 && c === 110) {
					if (text.startsWith("nil", start)) return this.leafHere("nil");
					if (text.startsWith("new", start)) return this.allocation();
				} else if (length === 4) {
					if (c === 116 && text.startsWith("true", start)) return this.leafHere("true");
					if (c === 105 && text.startsWith("iota", start)) return this.leafHere("iota");
					if (c === 109 && text.startsWith("make", start)) return this.allocation();
				} else if (length === 5 && c === 102 && text.startsWith("false", start)) return this.leafHere("false");
				return this.leafHere("identifier");
			}
			case T.INT: return this.leafHere("int_literal");
			case T.FLOAT: return this.leafHere("float_literal");
			case T.IMAGINARY: return this.leafHere("imaginary_literal");
			case T.RUNE: return this.leafHere("rune_literal");
			case T.STRING: return this.leafHere("interpreted_string_literal");
			case T.RAW: return this.leafHere("raw_string_literal");
			case T["("]: {
				this.next();
				const { level } = this;
				this.level = 1;
				const held = this.binary(1);
				this.level = level;
				this.expect(T[")"]);
				return inner(isType(held) ? "parenthesized_type" : "parenthesized_expression", start, this.before, [held]);
			}
			case T["["]: return this.arrayType(true);
			case T.func: return this.functionHere();
			case T.struct:
			case T.map:
			case T.chan:
			case T.interface: return this.type();
			default: return giveUp();
		}
	}
	functionHere() {
		const { start } = this;
		this.next();
		const parts = this.signature();
		if (!this.at(T["{"])) return inner("function_type", start, this.before, parts);
		const { level } = this;
		this.level = 0;
		parts.push(field("body", this.block()));
		this.level = level;
		return inner("func_literal", start, this.before, parts);
	}
	/** `new` or `make`, whose first argument is a type, or an expression where it can be no type. */
	allocation() {
		const name = this.leafHere("identifier");
		if (!this.at(T["("])) return name;
		const { start } = this;
		const { given, isSpread } = this.given();
		const [first] = given;
		if (isSpread) giveUp();
		const type = first && this.asType(first);
		if (type !== void 0) given[0] = type;
		if (given.some((each, at) => at > 0 && isType(each))) giveUp();
		const list = inner("argument_list", start, this.before, given);
		return inner("call_expression", name.start, this.before, [field("function", name), field("arguments", list)]);
	}
	selector(operand) {
		if (isType(operand)) giveUp();
		this.next();
		if (this.at(T.IDENT)) {
			const name = field("field", this.leafHere("field_identifier"));
			return inner("selector_expression", operand.start, name.end, [field("operand", operand), name]);
		}
		this.expect(T["("]);
		if (this.at(T.type)) {
			this.next();
			this.expect(T[")"]);
			if (this.guard !== void 0) giveUp();
			this.guard = operand;
			return operand;
		}
		const type = field("type", this.type());
		this.expect(T[")"]);
		return inner("type_assertion_expression", operand.start, this.before, [field("operand", operand), type]);
	}
	/** An index, a slice or type arguments. */
	brackets(operand) {
		if (isType(operand)) giveUp();
		this.next();
		const { level } = this;
		this.level = 1;
		const found = this.inside(operand);
		this.level = level;
		return found;
	}
	inside(operand) {
		if (this.at(T[":"])) return this.slice(operand, void 0);
		const first = this.element();
		if (this.at(T[":"])) return this.slice(operand, first);
		const given = [first];
		const isList = this.at(T[","]);
		while (this.separated(T[","], T["]"])) given.push(this.element());
		this.expect(T["]"]);
		if (!isList && !isType(first)) {
			const parts = [field("operand", operand), field("index", first)];
			return inner("index_expression", operand.start, this.before, parts);
		}
		return inner("type_instantiation_expression", operand.start, this.before, [field("operand", operand), ...given]);
	}
	element() {
		return this.at(T["~"]) ? this.type() : this.binary(1);
	}
	slice(operand, start) {
		const parts = [field("operand", operand)];
		if (start !== void 0) parts.push(field("start", isType(start) ? giveUp() : start));
		this.next();
		if (!this.at(T["]"])) parts.push(field("end", this.expression()));
		if (this.at(T[":"])) {
			this.next();
			parts.push(field("capacity", this.expression()));
		}
		this.expect(T["]"]);
		return inner("slice_expression", operand.start, this.before, parts);
	}
	/** Arguments in parentheses, types among them, for the caller to judge. */
	given() {
		this.next();
		const { level } = this;
		this.level = 1;
		const given = [];
		let isSpread = false;
		if (!this.at(T[")"])) do {
			let argument = this.binary(1);
			if (this.at(T["..."])) {
				isSpread = true;
				this.next();
				argument = inner("variadic_argument", argument.start, this.before, [argument]);
			}
			given.push(argument);
		} while (this.separated(T[","], T[")"]));
		this.level = level;
		this.expect(T[")"]);
		return {
			given,
			isSpread
		};
	}
	/**
	* A call, with type arguments perhaps; a conversion where what is called can only be a type, or may be one and gets one operand: of the
	* readings, the one that the grammar prefers.
	*/
	call(called) {
		const { start } = this;
		const { given, isSpread } = this.given();
		if (given.some(isType)) giveUp();
		const [only] = given;
		if (given.length === 1 && !isSpread) {
			const type = this.calledType(called);
			if (type !== void 0) {
				const parts = [field("type", type), field("operand", only)];
				return inner("type_conversion_expression", type.start, this.before, parts);
			}
		}
		if (isType(called)) giveUp();
		const list = field("arguments", inner("argument_list", start, this.before, given));
		const types = this.calledTypes(called);
		if (types !== void 0) {
			const fn = field("function", called.children[0]);
			return inner("call_expression", called.start, this.before, [
				fn,
				field("type_arguments", types),
				list
			]);
		}
		return inner("call_expression", called.start, this.before, [field("function", called), list]);
	}
	/** The type of a composite literal whose brace is at hand. */
	literalType(found) {
		switch (found.kind) {
			case "array_type":
			case "implicit_length_array_type":
			case "map_type":
			case "slice_type":
			case "struct_type": return found;
			case "identifier": return this.level < 0 ? void 0 : this.asType(found);
			case "selector_expression":
			case "index_expression":
			case "type_instantiation_expression": return this.level < 0 ? void 0 : this.asType(found);
			default: return;
		}
	}
	literalValue() {
		const start = this.expect(T["{"]);
		const { level } = this;
		this.level = 1;
		this.deeper();
		const elements = [];
		if (!this.at(T["}"])) do {
			const element = this.literalElement();
			if (!this.at(T[":"])) {
				elements.push(element);
				continue;
			}
			this.next();
			const value = field("value", this.literalElement());
			elements.push(inner("keyed_element", element.start, value.end, [field("key", element), value]));
		} while (this.separated(T[","], T["}"]));
		this.depth--;
		this.level = level;
		this.expect(T["}"]);
		return inner("literal_value", start, this.before, elements);
	}
	literalElement() {
		const held = this.at(T["{"]) ? this.literalValue() : this.expression();
		return inner("literal_element", held.start, held.end, [held]);
	}
};

// src/weave/2-parse/descent/parse-expressions.ts
const precedences = /* @__PURE__ */ new Uint8Array(65);
precedences[T["||"]] = 1;
precedences[T["&&"]] = 2;
precedences[T.COMPARE] = 3;
for (const word of [
	"+",
	"-",
	"|",
	"^"
]) precedences[T[word]] = 4;
for (const word of [
	"*",
	"MULTIPLY",
	"&"
]) precedences[T[word]] = 5;
/**
* Expressions. What may be an expression or a type, as in `f[T](x)`, is read as an expression first, and becomes a type where
* tree-sitter-go takes it for one.
*/
var ExpressionParser = class extends PrimaryParser {
	expression() {
		const found = this.binary(1);
		return isType(found) ? giveUp() : found;
	}
	inBrackets() {
		const { level } = this;
		this.level = 1;
		const found = this.expression();
		this.level = level;
		return found;
	}
	expressionList() {
		return this.listFrom(this.expression());
	}
	listFrom(first) {
		const found = [first];
		while (this.at(T[","])) {
			this.next();
			found.push(this.expression());
		}
		return inner("expression_list", first.start, this.before, found);
	}
	binary(lowest) {
		let left = this.unary();
		for (;;) {
			const precedence = precedences[this.token];
			if (precedence < lowest || precedence === 0) return left;
			const operator = field("operator", this.leafHere("operator"));
			const right = this.binary(precedence + 1);
			if (isType(left) || isType(right)) giveUp();
			const parts = [
				field("left", left),
				operator,
				field("right", right)
			];
			left = inner("binary_expression", left.start, right.end, parts);
		}
	}
	unary() {
		const { start } = this;
		switch (this.token) {
			case T["+"]:
			case T["-"]:
			case T["!"]:
			case T["^"]:
			case T["&"]:
			case T["*"]: {
				const isStar = this.at(T["*"]);
				this.deeper();
				const operator = field("operator", this.leafHere("operator"));
				const operand = this.unary();
				this.depth--;
				if (isStar && operand.kind === "type_instantiation_expression") giveUp();
				if (!isType(operand)) return inner("unary_expression", start, operand.end, [operator, field("operand", operand)]);
				return isStar ? inner("pointer_type", start, operand.end, [operand]) : giveUp();
			}
			case T["<-"]: return this.receive();
			default: return this.primary();
		}
	}
	/** `<-x`, or the type `<-chan T`, of which a conversion is taken for a receive from what `chan T` converts. */
	receive() {
		const { start } = this;
		this.deeper();
		const operator = field("operator", this.leafHere("operator"));
		const isChannel = this.at(T.chan);
		const operand = this.unary();
		this.depth--;
		if (!isType(operand)) return inner("unary_expression", start, operand.end, [operator, field("operand", operand)]);
		return isChannel ? inner("channel_type", start, operand.end, operand.children) : giveUp();
	}
};

// src/weave/2-parse/descent/parse-declarations.ts
const byteOrderMark = "ǯƻƿ";
/** Files and their declarations. */
var DeclarationParser = class extends ExpressionParser {
	/** The whole text. */
	file() {
		if (this.text.startsWith(byteOrderMark)) this.end = 3;
		this.next();
		const { length } = this.text;
		const start = Math.min(this.start, this.comments[0]?.start ?? length);
		const declared = [];
		while (!this.at(T.EOF)) {
			declared.push(this.topLevel());
			if (!this.at(T.EOF)) this.expect(T[";"]);
		}
		if (this.guard !== void 0) giveUp();
		return inner("source_file", start, length, declared);
	}
	topLevel() {
		const { start } = this;
		switch (this.token) {
			case T.package: {
				this.next();
				const name = this.name("package_identifier");
				return inner("package_clause", start, name.end, [name]);
			}
			case T.import: return this.importDeclaration();
			case T.func: return this.functionDeclaration();
			case T.var:
			case T.const:
			case T.type: return this.declaration();
			default: return giveUp();
		}
	}
	importDeclaration() {
		const { start } = this;
		this.next();
		if (!this.at(T["("])) {
			const spec = this.importSpec();
			return inner("import_declaration", start, spec.end, [spec]);
		}
		const open = this.start;
		const specs = this.group(() => this.importSpec());
		return inner("import_declaration", start, this.before, [inner("import_spec_list", open, this.before, specs)]);
	}
	importSpec() {
		const { start } = this;
		const parts = [];
		if (this.at(T["."])) parts.push(field("name", this.leafHere("dot")));
		else if (this.at(T.IDENT)) {
			const isBlank = this.end - start === 1 && this.text[start] === "_";
			parts.push(field("name", this.leafHere(isBlank ? "blank_identifier" : "package_identifier")));
		}
		if (this.at(T.STRING)) parts.push(field("path", this.leafHere("interpreted_string_literal")));
		else if (this.at(T.RAW)) parts.push(field("path", this.leafHere("raw_string_literal")));
		else giveUp();
		return inner("import_spec", start, this.before, parts);
	}
	/** Specifications in parentheses. */
	group(spec) {
		this.next();
		const specs = [];
		if (!this.at(T[")"])) do
			specs.push(spec());
		while (this.separated(T[";"], T[")"]));
		this.expect(T[")"]);
		return specs;
	}
	declaration() {
		const { start, token } = this;
		this.next();
		const open = this.start;
		const isGroup = this.at(T["("]);
		if (token === T.var) {
			const specs = isGroup ? this.group(() => this.varSpec()) : [this.varSpec()];
			const held = isGroup ? [inner("var_spec_list", open, this.before, specs)] : specs;
			return inner("var_declaration", start, this.before, held);
		}
		const spec = () => token === T.const ? this.constSpec() : this.typeSpec();
		const specs = isGroup ? this.group(spec) : [spec()];
		return inner(token === T.const ? "const_declaration" : "type_declaration", start, this.before, specs);
	}
	names() {
		const names = [field("name", this.name("identifier"))];
		while (this.at(T[","])) {
			this.next();
			names.push(field("name", this.name("identifier")));
		}
		return names;
	}
	varSpec() {
		const { start } = this;
		const parts = this.names();
		if (!this.at(T["="])) parts.push(field("type", this.type()));
		if (this.at(T["="])) {
			this.next();
			parts.push(field("value", this.expressionList()));
		}
		return inner("var_spec", start, this.before, parts);
	}
	constSpec() {
		const { start } = this;
		const parts = this.names();
		if (!this.at(T[";"]) && !this.at(T[")"]) && !this.at(T["}"])) {
			if (!this.at(T["="])) parts.push(field("type", this.type()));
			this.expect(T["="]);
			parts.push(field("value", this.expressionList()));
		}
		return inner("const_spec", start, this.before, parts);
	}
	typeSpec() {
		const { start } = this;
		const parts = [field("name", this.name("type_identifier"))];
		if (this.at(T["["]) && this.beginsTypeParameters()) parts.push(field("type_parameters", this.typeParameters()));
		const isAlias = this.at(T["="]);
		if (isAlias) this.next();
		parts.push(field("type", this.type()));
		return inner(isAlias ? "type_alias" : "type_spec", start, this.before, parts);
	}
	/** Of `type T [N]int` and `type T[P any] int`; `[P *C]` and `[P (C)]` are left to the grammar. */
	beginsTypeParameters() {
		const mark = this.mark();
		this.next();
		const isName = this.at(T.IDENT);
		if (isName) this.next();
		const after = this.token;
		this.reset(mark);
		if (!isName || after === T["]"]) return false;
		if (after === T["*"] || after === T["("]) giveUp();
		return after === T.IDENT || after === T[","] || after === T["["] || after === T["~"] || after === T["<-"] || after >= T.break && after <= T.var;
	}
	functionDeclaration() {
		const { start } = this;
		this.next();
		const parts = [];
		const isMethod = this.at(T["("]);
		if (isMethod) parts.push(field("receiver", this.parameterList()));
		parts.push(field("name", this.name(isMethod ? "field_identifier" : "identifier")));
		if (this.at(T["["])) parts.push(field("type_parameters", this.typeParameters()));
		parts.push(...this.signature());
		if (this.at(T["{"])) parts.push(field("body", this.body()));
		return inner(isMethod ? "method_declaration" : "function_declaration", start, this.before, parts);
	}
};

// src/weave/2-parse/descent/parse-simple.ts
/** Statements without blocks, and the headers of those with. */
var SimpleParser = class extends DeclarationParser {
	startOf(kind) {
		const { start } = this;
		this.next();
		const call = this.expression();
		return inner(kind, start, call.end, [call]);
	}
	jump(kind) {
		const { start } = this;
		this.next();
		if (kind === "goto_statement" && !this.at(T.IDENT)) giveUp();
		const labels = this.at(T.IDENT) ? [this.leafHere("label_name")] : [];
		return inner(kind, start, this.before, labels);
	}
	/** @param mayBeLabeled outside of headers */
	simpleStatement(mayBeLabeled) {
		const first = this.expression();
		if (this.at(T[":"]) && mayBeLabeled && first.kind === "identifier") return this.labeled(first);
		switch (this.token) {
			case T["="]:
			case T.ASSIGN:
			case T[":="]:
			case T[","]: return this.assignment(this.listFrom(first));
			case T["++"]:
				this.next();
				return inner("inc_statement", first.start, this.before, [first]);
			case T["--"]:
				this.next();
				return inner("dec_statement", first.start, this.before, [first]);
			case T["<-"]: {
				this.next();
				const value = field("value", this.expression());
				return inner("send_statement", first.start, value.end, [field("channel", first), value]);
			}
			default: return inner("expression_statement", first.start, first.end, [first]);
		}
	}
	assignment(left) {
		const isDefinition = this.at(T[":="]);
		if (!isDefinition && !this.at(T["="]) && !this.at(T.ASSIGN)) giveUp();
		const operator = field("operator", this.leafHere("operator"));
		const right = field("right", this.expressionList());
		const parts = [
			field("left", left),
			...isDefinition ? [] : [operator],
			right
		];
		return inner(isDefinition ? "short_var_declaration" : "assignment_statement", left.start, right.end, parts);
	}
	/** The header of a statement up to the brace of its block. */
	header(read) {
		const { level } = this;
		this.next();
		this.level = -1;
		const found = read();
		this.level = level;
		return found;
	}
	/** The semicolon of a header is written: a newline there is an error. */
	semicolon() {
		if (!this.at(T[";"]) || this.text[this.start] !== ";") giveUp();
		this.next();
	}
	/** The expression that a statement consists of. */
	only(statement) {
		const [held] = statement.children;
		return statement.kind === "expression_statement" && held !== void 0 ? held : giveUp();
	}
	/** The first statement of the header, or a range clause. */
	forFirst() {
		const first = this.expression();
		if (!this.at(T[","]) && !this.at(T[":="]) && !this.at(T["="])) return this.simpleFrom(first);
		const left = this.listFrom(first);
		if (!this.at(T[":="]) && !this.at(T["="])) return this.assignment(left);
		const mark = this.mark();
		this.next();
		if (this.at(T.range)) return this.rangeClause(left.start, [field("left", left)]);
		this.reset(mark);
		return this.assignment(left);
	}
	simpleFrom(first) {
		const mark = this.mark();
		this.next();
		if (mark.token === T["++"]) return inner("inc_statement", first.start, this.before, [first]);
		if (mark.token === T["--"]) return inner("dec_statement", first.start, this.before, [first]);
		this.reset(mark);
		if (mark.token === T.ASSIGN) return this.assignment(this.listFrom(first));
		return inner("expression_statement", first.start, first.end, [first]);
	}
	rangeClause(start, parts) {
		this.expect(T.range);
		const right = field("right", this.expression());
		return inner("range_clause", start, right.end, [...parts, right]);
	}
	forClause(first) {
		const start = first?.start ?? this.start;
		const parts = first === void 0 ? [] : [field("initializer", first)];
		this.semicolon();
		if (!this.at(T[";"])) parts.push(field("condition", this.expression()));
		this.semicolon();
		if (!this.at(T["{"])) parts.push(field("update", this.simpleStatement(false)));
		return inner("for_clause", start, this.before, parts);
	}
};

// src/weave/2-parse/descent/parse-statements.ts
/** Statements and blocks. */
var StatementParser = class extends SimpleParser {
	block() {
		const start = this.expect(T["{"]);
		this.deeper();
		const list = this.statementList();
		this.depth--;
		this.expect(T["}"]);
		return inner("block", start, this.before, list === void 0 ? [] : [list]);
	}
	body() {
		return this.block();
	}
	/** Up to the brace or the case that follows; the newline or semicolon behind the last statement belongs to the list. */
	statementList() {
		const statements = [];
		const { start } = this;
		let { end } = this;
		while (!this.endsList()) {
			const statement = this.statement();
			statements.push(statement);
			end = statement.end;
			if (!this.at(T[";"])) break;
			if (this.isLoneLabel(statement)) giveUp();
			({end} = this);
			this.next();
		}
		if (!this.endsList()) giveUp();
		return statements.length === 0 ? void 0 : inner("statement_list", start, end, statements);
	}
	endsList() {
		return this.at(T["}"]) || this.at(T.case) || this.at(T.default);
	}
	isLoneLabel(statement) {
		return statement.kind === "labeled_statement" && statement.children.length === 1;
	}
	statement() {
		const { start } = this;
		switch (this.token) {
			case T.var:
			case T.const:
			case T.type: return this.declaration();
			case T.return: {
				this.next();
				if (this.at(T[";"]) || this.at(T["}"])) return inner("return_statement", start, this.before, []);
				const list = this.expressionList();
				return inner("return_statement", start, list.end, [list]);
			}
			case T.if: return this.ifStatement();
			case T.for: return this.forStatement();
			case T.switch: return this.switchStatement();
			case T.select: return this.selectStatement();
			case T.go: return this.startOf("go_statement");
			case T.defer: return this.startOf("defer_statement");
			case T["{"]: return this.block();
			case T.break: return this.jump("break_statement");
			case T.continue: return this.jump("continue_statement");
			case T.goto: return this.jump("goto_statement");
			case T.fallthrough: return this.leafHere("fallthrough_statement");
			default: return this.simpleStatement(true);
		}
	}
	labeled(label) {
		label.kind = "label_name";
		this.next();
		const name = field("label", label);
		if (this.endsList()) return inner("labeled_statement", name.start, this.before, [name]);
		const statement = this.statement();
		if (this.isLoneLabel(statement)) giveUp();
		return inner("labeled_statement", name.start, statement.end, [name, statement]);
	}
	ifStatement() {
		const { start } = this;
		this.deeper();
		const parts = this.header(() => {
			const first = this.simpleStatement(false);
			if (this.at(T["{"])) return [field("condition", this.only(first))];
			this.semicolon();
			return [field("initializer", first), field("condition", this.expression())];
		});
		parts.push(field("consequence", this.block()));
		if (this.at(T.else)) {
			this.next();
			parts.push(field("alternative", this.at(T.if) ? this.ifStatement() : this.block()));
		}
		this.depth--;
		return inner("if_statement", start, this.before, parts);
	}
	forStatement() {
		const { start } = this;
		const parts = this.header(() => {
			if (this.at(T["{"])) return [];
			if (this.at(T.range)) return [this.rangeClause(this.start, [])];
			const first = this.at(T[";"]) ? void 0 : this.forFirst();
			if (first?.kind === "range_clause") return [first];
			if (this.at(T["{"])) return [this.only(first)];
			return [this.forClause(first)];
		});
		parts.push(field("body", this.block()));
		return inner("for_statement", start, this.before, parts);
	}
	switchStatement() {
		const { start } = this;
		const { guard } = this;
		this.guard = void 0;
		const parts = this.header(() => this.switchHeader());
		const isOfTypes = this.guard !== void 0;
		this.guard = guard;
		this.expect(T["{"]);
		while (!this.at(T["}"])) parts.push(this.switchCase(isOfTypes));
		this.next();
		return inner(isOfTypes ? "type_switch_statement" : "expression_switch_statement", start, this.before, parts);
	}
	switchHeader() {
		if (this.at(T["{"])) return [];
		const first = this.simpleStatement(false);
		if (this.at(T["{"])) return this.switched(first);
		if (this.guard !== void 0) giveUp();
		this.semicolon();
		const initializer = field("initializer", first);
		if (this.at(T["{"])) return [initializer];
		return [initializer, ...this.switched(this.simpleStatement(false))];
	}
	/** What is switched on: a value, or the type of one, perhaps under a name. */
	switched(statement) {
		const { guard } = this;
		if (statement.kind !== "short_var_declaration") {
			const value = this.only(statement);
			if (guard !== void 0 && value !== guard) giveUp();
			return [field("value", value)];
		}
		const [left, right] = statement.children;
		if (guard === void 0 || right?.children.length !== 1 || right.children[0] !== guard) giveUp();
		return [field("alias", left), field("value", guard)];
	}
	switchCase(isOfTypes) {
		const { start } = this;
		if (this.at(T.default)) return this.defaultCase();
		this.expect(T.case);
		const parts = [];
		if (isOfTypes) do
			parts.push(field("type", this.type()));
		while (this.separated(T[","], T[":"]));
		else parts.push(field("value", this.expressionList()));
		return this.clause(isOfTypes ? "type_case" : "expression_case", start, parts);
	}
	clause(kind, start, parts) {
		this.expect(T[":"]);
		const colon = this.before;
		this.deeper();
		const list = this.statementList();
		this.depth--;
		if (list !== void 0) parts.push(list);
		return inner(kind, start, list?.end ?? colon, parts);
	}
	defaultCase() {
		const { start } = this;
		this.next();
		return this.clause("default_case", start, []);
	}
	selectStatement() {
		const { start } = this;
		this.next();
		this.expect(T["{"]);
		const cases = [];
		while (!this.at(T["}"])) cases.push(this.selectCase());
		this.next();
		return inner("select_statement", start, this.before, cases);
	}
	selectCase() {
		const { start } = this;
		if (this.at(T.default)) return this.defaultCase();
		this.expect(T.case);
		const statement = this.simpleStatement(false);
		const [first, second, third] = statement.children;
		if (statement.kind === "send_statement") return this.clause("communication_case", start, [field("communication", statement)]);
		const received = statement.kind === "expression_statement" ? first : (third ?? second)?.children[0];
		const parts = received === void 0 || isType(received) ? giveUp() : [field("right", received)];
		if (statement.kind !== "expression_statement") {
			if (!(statement.kind === "short_var_declaration" || this.text[second?.start ?? 0] === "=") || (third ?? second)?.children.length !== 1) giveUp();
			parts.unshift(first);
		}
		const receive = inner("receive_statement", statement.start, statement.end, parts);
		return this.clause("communication_case", start, [field("communication", receive)]);
	}
};

// src/weave/2-parse/descent/outline-parser.ts
/** Parses what stands at the top level of a file, and leaves the bodies of its functions unread. */
var OutlineParser = class extends StatementParser {
	body() {
		const { start } = this;
		this.skipBraces();
		return new UnreadBody(this.text, start, this.before);
	}
};
var UnreadBody = class extends TreeNode {
	text;
	constructor(text, start, end) {
		super("block", start, end, void 0, void 0);
		this.held = void 0;
		this.text = text;
	}
	read() {
		try {
			const read = new BodyParser(this.text).bodyAt(this.start);
			if (read.end !== this.end) giveUp();
			for (const child of read.children) child.parent = this;
			this.held = read.children;
			return read.children;
		} catch (error) {
			if (error instanceof NotPlain) throw new UnreadableBody();
			throw error;
		}
	}
};
var BodyParser = class extends StatementParser {
	bodyAt(start) {
		this.end = start;
		this.next();
		const block = this.block();
		return this.guard === void 0 ? block : giveUp();
	}
};

// src/weave/2-parse/descent/parse-plain.ts
/**
* Parses what is written as Go programs are, into the tree that tree-sitter-go has for it, some six times as fast (ADR 30).
*
* @returns undefined for what only the grammar can judge: text with errors, forms that it reads in ways of its own, and deep nests
*/
function parsePlain(source) {
	return parsedBy(new StatementParser(source.text), source);
}
/** As {@link parsePlain}, with the bodies of functions unread (ADR 38): that they can be read is not known yet. */
function outlinePlain(source) {
	return parsedBy(new OutlineParser(source.text), source);
}
function parsedBy(parser, source) {
	try {
		return {
			source,
			root: parser.file(),
			comments: parser.comments,
			hasErrors: false,
			firstError: void 0
		};
	} catch (error) {
		if (error instanceof NotPlain) return void 0;
		throw error;
	}
}

export { keepsOperator as a, convert as i, parsePlain as n, TreeNode as r, outlinePlain as t };