import { _ as runes, a as unquoteChar, c as isAlphaNumeric, d as isUtf8, f as maxRune, g as runeSizeBefore, h as runeError, i as unquote, l as isPrint, m as runeCount, n as quote, o as encodeRune, p as runeAt, r as quoteRune, s as fromBytes, t as canBackquote, u as isSpace, v as toBytes } from "./chunk-quote.mjs";

// src/weave/4-advise/template/errors.ts
/** Raised by parseTemplate. The message is the one Go's text/template/parse prints, name and line included. */
var TemplateSyntaxError = class extends Error {
	/** Counts from 1. */
	line;
	/** Byte in the template's UTF-8 source at which the parser stood when it gave up. */
	offset;
	constructor(message, line, offset) {
		super(message);
		this.name = "TemplateSyntaxError";
		this.line = line;
		this.offset = offset;
	}
};
/**
* Raised by executeTemplate. The message is the one Go's text/template prints. Where a method or function failed,
* `cause` is what it threw, so that a caller can hand on an error of its own unchanged.
*/
var TemplateExecError = class extends Error {
	/** Byte in the template's UTF-8 source of the node that was being evaluated. */
	offset;
	constructor(message, offset, cause) {
		super(message, cause === void 0 ? void 0 : { cause });
		this.name = "TemplateExecError";
		this.offset = offset;
	}
};

// src/weave/4-advise/template/nodes.ts
/** Syntax tree of a template. Offsets are bytes of the source; they are what text/template/parse calls Pos. */
/** The node as messages show it, between `<` and `>`. */
function nodeText(node) {
	switch (node.kind) {
		case "text": return node.bytes;
		case "list": return node.nodes.map(nodeText).join("");
		case "action": return `{{${nodeText(node.pipe)}}}`;
		case "pipe": {
			const commands = node.commands.map(nodeText).join(" | ");
			return node.variables.length === 0 ? commands : `${node.variables.join(", ")} ${node.assigns ? "=" : ":="} ${commands}`;
		}
		case "command": return node.args.map(inParens).join(" ");
		case "if":
		case "with":
		case "range": {
			const otherwise = node.otherwise ? `{{else}}${nodeText(node.otherwise)}` : "";
			return `{{${node.kind} ${nodeText(node.pipe)}}}${nodeText(node.list)}${otherwise}{{end}}`;
		}
		case "template": return `{{template ${quote(node.name)}${node.pipe ? ` ${nodeText(node.pipe)}` : ""}}}`;
		case "break":
		case "continue": return `{{${node.kind}}}`;
		default: return operandText(node);
	}
}
function operandText(node) {
	switch (node.kind) {
		case "field": return node.names.map((name) => `.${name}`).join("");
		case "variable": return [node.name, ...node.fields].join(".");
		case "chain": return [inParens(node.head), ...node.fields].join(".");
		case "identifier": return node.name;
		case "number": return node.text;
		case "string": return node.quoted;
		case "bool": return String(node.value);
		case "dot": return ".";
		case "nil": return "nil";
	}
}
const inParens = (node) => node.kind === "pipe" ? `(${nodeText(node)})` : nodeText(node);
/** unicode.IsSpace; JavaScript's own idea of white space has U+FEFF and lacks U+0085. */
const unicodeSpace = /^[\t-\r\u0085\u2028\u2029\p{Zs}]*$/u;
/** Nothing but white space: such a definition does not replace another. */
function isEmptyTree(node) {
	if (node.kind === "list") return node.nodes.every(isEmptyTree);
	return node.kind === "text" && unicodeSpace.test(fromBytes(node.bytes));
}

// src/weave/4-advise/template/builtin-names.ts
/** Functions every template may call. Kept apart from their code, which the parser need not load. */
const builtinNames = [
	"and",
	"call",
	"eq",
	"ge",
	"gt",
	"html",
	"index",
	"js",
	"le",
	"len",
	"lt",
	"ne",
	"not",
	"or",
	"print",
	"printf",
	"println",
	"slice",
	"urlquery"
];

// src/weave/4-advise/template/types.ts
const goInt = {
	kind: "basic",
	name: "int"
};
const goString = {
	kind: "basic",
	name: "string"
};
const goBool = {
	kind: "basic",
	name: "bool"
};
const goFloat64 = {
	kind: "basic",
	name: "float64"
};
const goAny = { kind: "interface" };
const goValue = { kind: "value" };
/** As Go's reflect spells the type: `map[string]interface {}`. */
function typeName(type) {
	switch (type.kind) {
		case "basic":
		case "named": return type.name;
		case "slice": return `[]${typeName(type.elem)}`;
		case "map": return `map[${typeName(type.key)}]${typeName(type.elem)}`;
		case "interface": return "interface {}";
		case "value": return "reflect.Value";
	}
}
/** Whether an untyped nil may stand for a value of the type. */
function canBeNil(type) {
	return type.kind === "named" ? type.nilable : type.kind !== "basic";
}

// src/weave/4-advise/template/values.ts
/**
* What templates compute with. {@link Value} is how callers write a value; {@link GoValue} is the same value with its Go
* type, which the evaluator uses. Strings inside a GoValue hold one character per byte, as `len`, `index`, `slice` and
* `%x` count bytes; strings of callers are ordinary text.
*/
const int = (value, type = "int") => ({
	kind: "int",
	type,
	value: BigInt(value)
});
const uint = (value, type = "uint") => ({
	kind: "uint",
	type,
	value: BigInt(value)
});
const bool = (value) => ({
	kind: "bool",
	value
});
/** A float64, even where the number is integral. */
const float = (value) => ({
	kind: "float",
	value
});
/** From bytes, one character each. */
const bytesValue = (bytes) => ({
	kind: "string",
	bytes
});
/** A slice whose element type has a name in messages; a plain array is []any. */
function slice$1(elem, values) {
	const store = (values ?? []).map(toGo);
	return {
		kind: "slice",
		elem,
		store,
		from: 0,
		to: store.length,
		limit: store.length,
		isNil: values === null
	};
}
function map(key, elem, entries) {
	return {
		kind: "map",
		key,
		elem,
		entries: (entries ?? []).map(([k, v]) => [toGo(k), toGo(v)]),
		isNil: entries === null
	};
}
/** A struct value with exported and unexported fields, in order; `{{ . }}` prints it as fmt does. */
function struct(type, fields) {
	const nil = {
		kind: "interface",
		value: void 0
	};
	return {
		kind: "struct",
		type,
		fields: Object.entries(fields).map(([name, value]) => [name, toGo(value) ?? nil])
	};
}
function toGo(value) {
	if (value === null || value === void 0) return void 0;
	if (typeof value === "string") return bytesValue(toBytes(value));
	if (typeof value === "boolean") return bool(value);
	if (typeof value === "bigint") return int(value);
	if (typeof value === "number") return Number.isSafeInteger(value) && !Object.is(value, -0) ? int(value) : float(value);
	if (isList(value)) return slice$1(goAny, value);
	if (value instanceof Map) return map(goString, goAny, [...value]);
	if (isDotted(value)) return {
		kind: "object",
		object: value
	};
	return value;
}
const isList = (value) => Array.isArray(value);
const isDotted = (value) => "goType" in value;
/** The other way round, for arguments of functions that callers wrote. */
function fromGo(operand) {
	const value = concrete(operand);
	switch (value?.kind) {
		case void 0: return null;
		case "string": return fromBytes(value.bytes);
		case "bool": return value.value;
		case "int": {
			const small = Number(value.value);
			return value.type === "int" ? Number.isSafeInteger(small) ? small : value.value : value;
		}
		case "object": return value.object;
		default: return value;
	}
}
/** What lies inside an interface value. */
function concrete(operand) {
	let value = operand;
	while (value?.kind === "interface") value = value.value;
	return value;
}
/** The value as an element of a container: of static type `any` where the container's is. */
function asElement(type, operand) {
	return type.kind === "interface" ? {
		kind: "interface",
		value: concrete(operand)
	} : operand;
}
function items(value) {
	return value.store.slice(value.from, value.to).map((item) => asElement(value.elem, item));
}
function typeOf(value) {
	switch (value.kind) {
		case "bool": return goBool;
		case "int":
		case "uint": return {
			kind: "basic",
			name: value.type
		};
		case "float": return goFloat64;
		case "complex": return {
			kind: "basic",
			name: "complex128"
		};
		case "string": return goString;
		case "slice": return {
			kind: "slice",
			elem: value.elem
		};
		case "map": return {
			kind: "map",
			key: value.key,
			elem: value.elem
		};
		case "struct": return {
			kind: "named",
			name: value.type,
			nilable: false
		};
		case "object": return {
			kind: "named",
			name: value.object.goType,
			nilable: true
		};
		case "func": return {
			kind: "named",
			name: functionType(value.func),
			nilable: true
		};
		case "seq": return {
			kind: "named",
			name: value.seq.goType,
			nilable: true
		};
		case "interface": return goAny;
	}
}
const typeNameOf = (value) => typeName(typeOf(value));
function functionType(f) {
	const params = f.params.map(typeName);
	if (f.variadic) params.push(`...${typeName(f.variadic)}`);
	return `func(${params.join(", ")}) ${typeName(f.result ?? goAny)}`;
}

// src/weave/4-advise/template/ordering.ts
/** Equality and order of map keys, as Go and its internal/fmtsort have them. */
function sortedEntries(map) {
	return map.entries.toSorted(([a], [b]) => compareKeys(concrete(a), concrete(b)));
}
function findEntry(map, key) {
	return map.entries.find(([k]) => equal(k, key));
}
/** Go's `==` on comparable values of any type. */
function equal(left, right) {
	const a = concrete(left);
	const b = concrete(right);
	if (a === void 0 || b === void 0) return a === b;
	if (typeNameOf(a) !== typeNameOf(b)) return false;
	if (a.kind === "string" && b.kind === "string") return a.bytes === b.bytes;
	if (a.kind === "complex" && b.kind === "complex") return a.real === b.real && a.imag === b.imag;
	if (a.kind === "object" && b.kind === "object") return a.object === b.object;
	if (a.kind === "struct" && b.kind === "struct") return a.fields.every(([, value], i) => equal(value, b.fields[i]?.[1]));
	return "value" in a && "value" in b && a.value === b.value;
}
const order = (a, b) => a < b ? -1 : a > b ? 1 : 0;
/** NaN before every other float. */
const orderFloats = (a, b) => Number.isNaN(a) || Number.isNaN(b) ? order(Number(!Number.isNaN(a)), Number(!Number.isNaN(b))) : order(a, b);
/** Nil first; keys of different types by the types' names (Go: by where the types lie in memory). */
function compareKeys(a, b) {
	if (a === void 0 || b === void 0) return order(Number(a !== void 0), Number(b !== void 0));
	const byType = order(typeNameOf(a), typeNameOf(b));
	if (byType !== 0) return byType;
	if (a.kind === "string" && b.kind === "string") return order(a.bytes, b.bytes);
	if (a.kind === "float" && b.kind === "float") return orderFloats(a.value, b.value);
	if (a.kind === "complex" && b.kind === "complex") return orderFloats(a.real, b.real) || orderFloats(a.imag, b.imag);
	if (a.kind === "struct" && b.kind === "struct") return a.fields.reduce((sum, [, value], i) => sum || compareKeys(concrete(value), concrete(b.fields[i]?.[1])), 0);
	if ((a.kind === "int" || a.kind === "uint") && (b.kind === "int" || b.kind === "uint")) return order(a.value, b.value);
	return a.kind === "bool" && b.kind === "bool" ? order(a.value, b.value) : 0;
}

// src/weave/4-advise/template/floats.ts
/**
* @param precision digits after the point (`g`: significant digits); -1 for as few as tell the number apart
*/
function formatFloat(value, format, precision) {
	if (Number.isNaN(value)) return "NaN";
	if (!Number.isFinite(value)) return value < 0 ? "-Inf" : "+Inf";
	return (value < 0 || Object.is(value, -0) ? "-" : "") + formatMagnitude(Math.abs(value), format, precision);
}
function formatMagnitude(value, format, precision) {
	switch (format) {
		case "b": {
			const { mantissa, exponent } = parts(value);
			return `${mantissa}p${exponent >= 0 ? "+" : ""}${exponent}`;
		}
		case "x":
		case "X": return hexadecimal(value, format, precision);
		case "e":
		case "E": {
			const decimal = precision < 0 ? shortest(value) : round(exact(value), precision + 1);
			return exponential(decimal, precision < 0 ? Math.max(decimal.digits.length - 1, 0) : precision, format);
		}
		case "f": {
			const whole = precision < 0 ? shortest(value) : exact(value);
			const decimal = precision < 0 ? whole : round(whole, whole.point + precision);
			return fixed(decimal, precision < 0 ? Math.max(decimal.digits.length - decimal.point, 0) : precision);
		}
		case "g":
		case "G": return general(value, format, precision);
	}
}
/** `e` for exponents below -4 or not below the precision, else `f`; trailing zeros go. */
function general(value, format, precision) {
	const few = precision < 0;
	const significant = precision === 0 ? 1 : precision;
	const decimal = few ? shortest(value) : round(exact(value), significant);
	const count = decimal.digits.length;
	const wanted = few ? count : significant;
	let limit = few ? 6 : wanted;
	if (!few && limit > count && count >= decimal.point) limit = count;
	const exponent = decimal.point - 1;
	if (exponent < -4 || exponent >= limit) return exponential(decimal, Math.min(wanted, count) - 1, format === "g" ? "e" : "E");
	return fixed(decimal, Math.max((wanted > decimal.point ? count : wanted) - decimal.point, 0));
}
function exponential(decimal, precision, letter) {
	const digits = decimal.digits.padEnd(precision + 1, "0") || "0";
	const fraction = precision > 0 ? `.${digits.slice(1, precision + 1)}` : "";
	const exponent = decimal.digits === "" ? 0 : decimal.point - 1;
	const size = Math.abs(exponent).toString().padStart(2, "0");
	return `${digits[0]}${fraction}${letter}${exponent < 0 ? "-" : "+"}${size}`;
}
function fixed(decimal, precision) {
	const { digits, point } = decimal;
	const whole = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0";
	if (precision <= 0) return whole;
	return `${whole}.${(point >= 0 ? digits.slice(point) : "0".repeat(-point) + digits).slice(0, precision).padEnd(precision, "0")}`;
}
function shortest(value) {
	if (value === 0) return {
		digits: "",
		point: 0
	};
	const [digits = "", exponent = ""] = value.toExponential().split("e");
	return trimmed(digits.replace(".", ""), Number(exponent) + 1);
}
function exact(value) {
	if (value === 0) return {
		digits: "",
		point: 0
	};
	const { mantissa, exponent } = parts(value);
	if (exponent >= 0) {
		const digits = (mantissa << BigInt(exponent)).toString();
		return trimmed(digits, digits.length);
	}
	const digits = (mantissa * 5n ** BigInt(-exponent)).toString();
	return trimmed(digits, digits.length + exponent);
}
const trimmed = (digits, point) => ({
	digits: digits.replace(/0+$/, ""),
	point
});
/** To `count` digits, half to even. */
function round(decimal, count) {
	const { digits, point } = decimal;
	if (count >= digits.length) return decimal;
	if (count < 0) return {
		digits: "",
		point: 0
	};
	const kept = digits.slice(0, count);
	const next = digits.charCodeAt(count) - 48;
	const odd = count > 0 && digits.charCodeAt(count - 1) % 2 === 1;
	if (!(next > 5 || next === 5 && (digits.length > count + 1 || odd))) return kept.replace(/0+$/, "") === "" ? {
		digits: "",
		point: 0
	} : trimmed(kept, point);
	const raised = (BigInt(kept || "0") + 1n).toString().padStart(count, "0");
	return trimmed(raised, point + raised.length - count);
}
/** value = mantissa × 2^exponent, with the 53 bits of the format (fewer for denormals). */
function parts(value) {
	const bits = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8));
	bits.setFloat64(0, value);
	const raw = bits.getBigUint64(0);
	const biased = Number(raw >> 52n & 2047n);
	const fraction = raw & (1n << 52n) - 1n;
	return biased === 0 ? {
		mantissa: fraction,
		exponent: -1074
	} : {
		mantissa: fraction | 1n << 52n,
		exponent: biased - 1075
	};
}
/** -0x1.yyyyp±dd: one binary digit before the point. */
function hexadecimal(value, format, precision) {
	const split = parts(value);
	let exponent = value === 0 ? 0 : split.exponent + 52;
	let mantissa = split.mantissa << 8n;
	while (mantissa !== 0n && mantissa < 1n << 60n) {
		mantissa <<= 1n;
		exponent--;
	}
	if (precision >= 0 && precision < 15) {
		const dropped = BigInt(60 - precision * 4);
		const rest = mantissa & (1n << dropped) - 1n;
		const half = 1n << dropped - 1n;
		mantissa >>= dropped;
		if (rest > half || rest === half && (mantissa & 1n) === 1n) mantissa++;
		mantissa <<= dropped;
		if (mantissa >= 1n << 61n) {
			mantissa >>= 1n;
			exponent++;
		}
	}
	const lead = mantissa >> 60n;
	const all = (mantissa & (1n << 60n) - 1n).toString(16).padStart(15, "0");
	const digits = precision < 0 ? all.replace(/0+$/, "") : all.padEnd(precision, "0").slice(0, precision);
	const size = Math.abs(exponent).toString().padStart(2, "0");
	const text = `0x${lead}${digits === "" ? "" : `.${digits}`}p${exponent < 0 ? "-" : "+"}${size}`;
	return format === "X" ? text.toUpperCase() : text;
}

// src/weave/4-advise/template/format.ts
/** Formatting of single values with fmt's flags, width and precision. Text holds one character per byte. */
const noFlags = () => ({
	width: void 0,
	precision: void 0,
	minus: false,
	plus: false,
	sharp: false,
	space: false,
	zero: false,
	plusV: false,
	sharpV: false
});
/** Spaces, or zeros where the flag asks for them on the left. */
const padding = (flags, count, zero = flags.zero) => (zero && !flags.minus ? "0" : " ").repeat(Math.max(count, 0));
function pad(flags, text, zero = flags.zero) {
	if (!flags.width) return text;
	const fill = padding(flags, flags.width - runeCount(text), zero);
	return flags.minus ? text + fill : fill + text;
}
function formatString(flags, bytes) {
	return pad(flags, truncate(flags, bytes));
}
function truncate(flags, bytes) {
	let left = flags.precision ?? bytes.length;
	if (left >= bytes.length) return bytes;
	for (const { at } of runes(bytes)) if (left-- === 0) return bytes.slice(0, at);
	return bytes;
}
function formatQuoted(flags, bytes) {
	const text = truncate(flags, bytes);
	return pad(flags, flags.sharp && canBackquote(text) ? `\`${text}\`` : quote(text, flags.plus));
}
/** `%x` and `%X` of a string or of bytes. */
function formatHex(flags, bytes, upper) {
	const prefix = flags.sharp ? upper ? "0X" : "0x" : "";
	const pairs = [...bytes.slice(0, flags.precision)].map((c) => {
		const pair = c.charCodeAt(0).toString(16).padStart(2, "0");
		return upper ? pair.toUpperCase() : pair;
	});
	if (pairs.length === 0) return padding(flags, flags.width ?? 0);
	return pad(flags, flags.space ? pairs.map((pair) => prefix + pair).join(" ") : prefix + pairs.join(""));
}
const asUnsigned = (value) => BigInt.asUintN(64, value);
/** The character a number stands for; U+FFFD for what is none. */
function asRune(value) {
	const unsigned = asUnsigned(value);
	return unsigned > BigInt(1114111) ? runeError : Number(unsigned);
}
const formatChar = (flags, value) => pad(flags, encodeRune(asRune(value)));
const formatQuotedChar = (flags, value) => pad(flags, quoteRune(asRune(value), flags.plus));
/** `U+0078`, with `#` `U+0078 'x'`. */
function formatUnicode(flags, value) {
	const unsigned = asUnsigned(value);
	return pad(flags, `U+${unsigned.toString(16).toUpperCase().padStart(Math.max(flags.precision ?? 4, 4), "0")}${flags.sharp && unsigned <= BigInt(1114111) && isPrint(Number(unsigned)) ? ` '${encodeRune(Number(unsigned))}'` : ""}`, false);
}
function formatInteger(flags, value, { base, upper, octalPrefix }) {
	const negative = value < 0n;
	if (flags.precision === 0 && value === 0n) return padding(flags, flags.width ?? 0, false);
	let least = flags.precision ?? 0;
	if (flags.precision === void 0 && flags.zero && !flags.minus && flags.width !== void 0) least = flags.width - (negative || flags.plus || flags.space ? 1 : 0);
	let digits = (negative ? -value : value).toString(base).padStart(least, "0");
	if (flags.sharp && base === 2) digits = `0b${digits}`;
	if (flags.sharp && base === 8 && !digits.startsWith("0")) digits = `0${digits}`;
	if (flags.sharp && base === 16) digits = `0x${digits}`;
	if (upper) digits = digits.toUpperCase();
	if (octalPrefix) digits = `0o${digits}`;
	return pad(flags, (negative ? "-" : flags.plus ? "+" : flags.space ? " " : "") + digits, false);
}
function formatFloatVerb(flags, value, format, usual) {
	const precision = flags.precision ?? usual;
	const plain = formatFloat(value, format, precision);
	const signed = /^[+-]/.test(plain);
	let sign = signed ? plain.charAt(0) : "+";
	let digits = signed ? plain.slice(1) : plain;
	if (flags.space && sign === "+" && !flags.plus) sign = " ";
	if (!Number.isFinite(value)) return pad(flags, Number.isNaN(value) && !flags.space && !flags.plus ? digits : sign + digits, false);
	if (flags.sharp && format !== "b") digits = withPoint(digits, format, precision);
	if (!flags.plus && sign === "+") return pad(flags, digits);
	const missing = (flags.width ?? 0) - digits.length - 1;
	if (flags.zero && !flags.minus && missing > 0) return sign + "0".repeat(missing) + digits;
	return pad(flags, sign + digits);
}
/** `#`: always a decimal point, and the zeros that `%g` drops. */
function withPoint(digits, format, precision) {
	const hexadecimal = format === "x" || format === "X";
	const restores = format === "g" || format === "G" || format === "x";
	const [, head = "", tail = ""] = (hexadecimal ? /^(.*?)([pP].*)?$/ : /^(.*?)([eE].*)?$/).exec(digits) ?? [];
	let wanted = restores ? precision === -1 ? 6 : precision : 0;
	wanted -= head.replace(".", "").replace(/^0+/, "").length;
	if (!head.includes(".") && head === "0") wanted--;
	return (head.includes(".") ? head : `${head}.`) + "0".repeat(Math.max(wanted, 0)) + tail;
}

// src/weave/4-advise/template/print-value.ts
/** fmt's choice of a format for a verb and a value, containers included. */
/** Addresses cannot be told and would change from run to run; all pointers print as this one. */
const address = 824633720832n;
/** Formats an argument of a formatting function: not nested in another value. */
function printOperand(printer, value, verb) {
	if (value === void 0) return verb === "T" || verb === "v" ? pad(printer.flags, "<nil>") : `%!${verb}(<nil>)`;
	if (verb === "T") return formatString(printer.flags, toBytes(typeNameOf(value)));
	if (verb === "p") return pointer(printer, value, verb);
	if (isBytes(value)) {
		const bytes = byteItems(value);
		if (verb === "v" && printer.flags.sharpV) return goBytes(printer, value, bytes, "[]byte");
		if (verb === "v" || verb === "d") return byteList(printer, bytes, verb);
	}
	return printValue(printer, value, verb, 0);
}
function printValue(printer, value, verb, depth) {
	switch (value?.kind) {
		case void 0: return "<nil>";
		case "func":
		case "seq":
		case "map":
		case "slice":
		case "struct":
			if (verb === "w" && !(depth === 0 && isBytes(value))) return badVerb(printer, value, verb);
			return container(printer, value, verb, depth);
		case "interface":
			if (value.value !== void 0) return printValue(printer, value.value, verb, depth + 1);
			return printer.flags.sharpV ? "interface {}(nil)" : "<nil>";
		case "bool": return verb === "t" || verb === "v" ? pad(printer.flags, String(value.value)) : badVerb(printer, value, verb);
		case "int":
		case "uint": return integer(printer, value, verb);
		case "float": return floatParts(printer.flags, [value.value], verb) ?? badVerb(printer, value, verb);
		case "complex": return floatParts(printer.flags, [value.real, value.imag], verb) ?? badVerb(printer, value, verb);
		case "string": return text$2(printer, value.bytes, verb) ?? badVerb(printer, value, verb);
		case "object": return object(printer, value, verb);
	}
}
function container(printer, value, verb, depth) {
	switch (value.kind) {
		case "map": return mapText(printer, value, verb, depth);
		case "slice": return sliceText(printer, value, verb, depth);
		case "struct": return structText(printer, value, verb, depth);
		default: return pointer(printer, value, verb);
	}
}
function badVerb(printer, value, verb) {
	const shown = printOperand({
		flags: printer.flags,
		erroring: true
	}, value, "v");
	return `%!${verb}(${toBytes(typeNameOf(value))}=${shown})`;
}
const bases = {
	d: 10,
	b: 2,
	o: 8,
	O: 8,
	x: 16,
	X: 16
};
function integer(printer, value, verb) {
	const { flags } = printer;
	switch (verb) {
		case "v":
			if (flags.sharpV && value.kind === "uint") return hexNumber(flags, value.value, true);
			return formatInteger(flags, value.value, { base: 10 });
		case "d":
		case "b":
		case "o":
		case "O":
		case "x":
		case "X": return formatInteger(flags, value.value, {
			base: bases[verb],
			upper: verb === "X",
			octalPrefix: verb === "O"
		});
		case "c": return formatChar(flags, value.value);
		case "q": return formatQuotedChar(flags, value.value);
		case "U": return formatUnicode(flags, value.value);
		default: return badVerb(printer, value, verb);
	}
}
const hexNumber = (flags, value, prefix) => formatInteger({
	...flags,
	sharp: prefix
}, value, { base: 16 });
const floatVerbs = {
	v: ["g", -1],
	b: ["b", -1],
	g: ["g", -1],
	G: ["G", -1],
	x: ["x", -1],
	X: ["X", -1],
	f: ["f", 6],
	e: ["e", 6],
	E: ["E", 6],
	F: ["f", 6]
};
/** One number, or the two of a complex one; undefined for a verb that floats do not have. */
function floatParts(flags, [real, imag], verb) {
	const form = floatVerbs[verb];
	if (form === void 0) return void 0;
	const first = formatFloatVerb(flags, real, ...form);
	return imag === void 0 ? first : `(${first}${formatFloatVerb({
		...flags,
		plus: true
	}, imag, ...form)}i)`;
}
function text$2({ flags }, bytes, verb) {
	switch (verb) {
		case "v": return flags.sharpV ? formatQuoted(flags, bytes) : formatString(flags, bytes);
		case "s": return formatString(flags, bytes);
		case "q": return formatQuoted(flags, bytes);
		case "x":
		case "X": return formatHex(flags, bytes, verb === "X");
		default: return;
	}
}
/** An object stands in a string as its placeholder, where the verb asks for text (fmt: Stringer). */
function object(printer, value, verb) {
	if (!printer.erroring && !printer.flags.sharpV && /^[vsxXq]$/.test(verb) && value.object.placeholder) return text$2(printer, toBytes(value.object.placeholder()), verb) ?? "";
	return !printer.erroring && verb === "w" ? badVerb(printer, value, verb) : pointer(printer, value, verb);
}
function pointer(printer, value, verb) {
	const { flags } = printer;
	const isContainer = value.kind === "slice" || value.kind === "map";
	if (!(isContainer || value.kind === "object" || value.kind === "func" || value.kind === "seq")) return badVerb(printer, value, verb);
	const target = isContainer && value.isNil ? 0n : address;
	if (verb === "p") return hexNumber(flags, target, !flags.sharp);
	if (verb === "v") return flags.sharpV ? `(${toBytes(typeNameOf(value))})(${hexNumber(flags, target, true)})` : hexNumber(flags, target, !flags.sharp);
	return /^[bodxX]$/.test(verb) ? integer(printer, {
		kind: "uint",
		type: "uintptr",
		value: target
	}, verb) : badVerb(printer, value, verb);
}
function mapText(printer, value, verb, depth) {
	const { sharpV } = printer.flags;
	const name = toBytes(typeNameOf(value));
	if (sharpV && value.isNil) return `${name}(nil)`;
	const entries = sortedEntries(value).map(([key, item]) => [key, item].map((part, i) => printValue(printer, asElement(i === 0 ? value.key : value.elem, part), verb, depth + 1)).join(":"));
	return sharpV ? `${name}{${entries.join(", ")}}` : `map[${entries.join(" ")}]`;
}
function structText(printer, value, verb, depth) {
	const { sharpV, plusV } = printer.flags;
	const fields = value.fields.map(([name, field]) => {
		const inside = field?.kind === "interface" && field.value !== void 0 ? field.value : field;
		return `${sharpV || plusV ? `${name}:` : ""}${printValue(printer, inside, verb, depth + 1)}`;
	});
	return sharpV ? `${toBytes(value.type)}{${fields.join(", ")}}` : `{${fields.join(" ")}}`;
}
function sliceText(printer, value, verb, depth) {
	if (/^[sqxX]$/.test(verb) && isBytes(value)) return text$2(printer, byteItems(value), verb) ?? "";
	const name = toBytes(typeNameOf(value));
	const { sharpV } = printer.flags;
	if (sharpV && value.isNil) return `${name}(nil)`;
	const parts = items(value).map((item) => printValue(printer, item, verb, depth + 1));
	return sharpV ? `${name}{${parts.join(", ")}}` : `[${parts.join(" ")}]`;
}
const isBytes = (value) => value.kind === "slice" && value.elem.kind === "basic" && value.elem.name === "uint8";
const byteItems = (value) => String.fromCharCode(...items(value).map((item) => item?.kind === "uint" ? Number(item.value) : 0));
function goBytes(printer, value, bytes, name) {
	if (value.isNil) return `${name}(nil)`;
	return `${name}{${[...bytes].map((c) => hexNumber(printer.flags, BigInt(c.charCodeAt(0)), true)).join(", ")}}`;
}
const byteList = (printer, bytes, verb) => `[${[...bytes].map((c) => integer(printer, {
	kind: "uint",
	type: "uint8",
	value: BigInt(c.charCodeAt(0))
}, verb)).join(" ")}]`;

// src/weave/4-advise/template/printf.ts
/** Go's fmt.Sprint, Sprintln and Sprintf. Text holds one character per byte. */
const printer = () => ({
	flags: noFlags(),
	erroring: false
});
/** A space goes between two operands when neither is a string. */
function sprint(args) {
	const isString = (operand) => concrete(operand)?.kind === "string";
	return args.map((arg, i) => {
		return (i === 0 || isString(arg) || isString(args[i - 1]) ? "" : " ") + printOperand(printer(), concrete(arg), "v");
	}).join("");
}
function sprintln(args) {
	return `${args.map((arg) => printOperand(printer(), concrete(arg), "v")).join(" ")}\n`;
}
function sprintf(format, args) {
	const reader = {
		format,
		args,
		at: 0,
		arg: 0,
		reordered: false,
		goodIndex: true,
		afterIndex: false
	};
	let out = "";
	while (reader.at < format.length) {
		const percent = format.indexOf("%", reader.at);
		out += format.slice(reader.at, percent < 0 ? void 0 : percent);
		if (percent < 0) break;
		reader.at = percent + 1;
		out += verb(reader);
	}
	return out + extraArguments(reader);
}
/** One verb with its flags; the `%` has been read. */
function verb(reader) {
	const { format, args } = reader;
	const flags = noFlags();
	reader.goodIndex = true;
	readFlags(reader, flags);
	const simple = /[a-z]/.test(format[reader.at] ?? "") && reader.arg < args.length;
	let problems = "";
	if (!simple) {
		reader.afterIndex = false;
		readIndex(reader);
		problems = readWidth(reader, flags) + readPrecision(reader, flags);
		if (!reader.afterIndex) readIndex(reader);
	}
	if (reader.at >= format.length) return `${problems}%!(NOVERB)`;
	const { size } = runeAt(format, reader.at);
	const letter = format.slice(reader.at, reader.at + size);
	reader.at += size;
	const shown = runeAt(letter, 0).rune === 65533 ? "ï¿½" : letter;
	if (letter === "%") return `${problems}%`;
	if (!reader.goodIndex) return `${problems}%!${shown}(BADINDEX)`;
	if (reader.arg >= args.length) return `${problems}%!${shown}(MISSING)`;
	if (letter === "v" || letter === "w") Object.assign(flags, {
		sharpV: flags.sharp,
		sharp: false,
		plusV: flags.plus,
		plus: false
	});
	return problems + printOperand({
		flags,
		erroring: false
	}, concrete(args[reader.arg++]), shown);
}
const flagNames = {
	"#": "sharp",
	"0": "zero",
	"+": "plus",
	"-": "minus",
	" ": "space"
};
function readFlags(reader, flags) {
	for (; reader.at < reader.format.length; reader.at++) {
		const char = reader.format[reader.at];
		if (!Object.hasOwn(flagNames, char)) return;
		flags[flagNames[char]] = true;
	}
}
/** Returns the complaint about a bad `*`, else ''. */
function readWidth(reader, flags) {
	if (reader.format[reader.at] !== "*") {
		flags.width = readNumber(reader);
		if (reader.afterIndex && flags.width !== void 0) reader.goodIndex = false;
		return "";
	}
	reader.at++;
	reader.afterIndex = false;
	flags.width = intArgument(reader);
	if (flags.width === void 0) return "%!(BADWIDTH)";
	if (flags.width < 0) {
		flags.width = -flags.width;
		flags.minus = true;
		flags.zero = false;
	}
	return "";
}
function readPrecision(reader, flags) {
	if (reader.format[reader.at] !== "." || reader.at + 1 >= reader.format.length) return "";
	reader.at++;
	if (reader.afterIndex) reader.goodIndex = false;
	readIndex(reader);
	if (reader.format[reader.at] !== "*") {
		flags.precision = readNumber(reader) ?? 0;
		return "";
	}
	reader.at++;
	reader.afterIndex = false;
	const precision = intArgument(reader);
	flags.precision = precision !== void 0 && precision >= 0 ? precision : void 0;
	return flags.precision === void 0 ? "%!(BADPREC)" : "";
}
const largest = 1e6;
/** Digits; a number too large takes the rest of the format with it and counts as none. */
function readNumber(reader) {
	const digits = /^[0-9]*/.exec(reader.format.slice(reader.at))?.[0] ?? "";
	const value = decimal(digits);
	reader.at = digits !== "" && value === void 0 ? reader.format.length : reader.at + digits.length;
	return value;
}
/** Undefined for no digits, and where all but the last digit make a number too large. */
function decimal(digits) {
	return /^[0-9]+$/.test(digits) && Number(digits.slice(0, -1)) <= largest ? Number(digits) : void 0;
}
/** The next argument as width or precision; undefined where it is no fitting integer. */
function intArgument(reader) {
	if (reader.arg >= reader.args.length) return void 0;
	const value = concrete(reader.args[reader.arg++]);
	if (value?.kind !== "int" && value?.kind !== "uint") return void 0;
	const number = Number(value.value);
	return Math.abs(number) <= largest ? number : void 0;
}
/** `[n]`: the next argument is the n-th. */
function readIndex(reader) {
	reader.afterIndex = false;
	const { format, at } = reader;
	if (format[at] !== "[") return;
	reader.reordered = true;
	const close = format.indexOf("]", at);
	if (close < 0 || format.length - at < 3) {
		reader.goodIndex = false;
		reader.at = at + 1;
		return;
	}
	reader.at = close + 1;
	const number = decimal(format.slice(at + 1, close));
	if (number !== void 0 && number >= 1 && number <= reader.args.length) reader.arg = number - 1;
	else reader.goodIndex = false;
	reader.afterIndex = number !== void 0;
}
/** Not reported where the format chose its arguments by index. */
function extraArguments({ reordered, arg, args }) {
	if (reordered || arg >= args.length) return "";
	return `%!(EXTRA ${args.slice(arg).map((operand) => {
		const value = concrete(operand);
		return value === void 0 ? "<nil>" : `${typeNameOf(value)}=${printOperand(printer(), value, "v")}`;
	}).join(", ")})`;
}

// src/weave/4-advise/template/comparison.ts
/** The functions `eq`, `ne`, `lt`, `le`, `gt`, `ge`. Errors are thrown with Go's text. */
const basicKinds = /* @__PURE__ */ new Set([
	"bool",
	"int",
	"uint",
	"float",
	"complex",
	"string"
]);
/** Undefined for values that are not of a basic type, nil among them. */
const basicKind = (value) => value && basicKinds.has(value.kind) ? value.kind : void 0;
const fault = (format, ...args) => new Error(fromBytes(sprintf(format, args)));
const named = (value) => bytesValue(toBytes(typeNameOf(value)));
const incompatible = (a, b) => fault("incompatible types for comparison: %v and %v", named(a), named(b));
/** Whether the first is equal to any of the others. */
function isEqual([first, ...others]) {
	if (others.length === 0) throw new Error("missing argument for comparison");
	const a = concrete(first);
	return others.some((other) => equalPair(a, concrete(other)));
}
const isInteger = (value) => value.kind === "int" || value.kind === "uint";
function equalPair(a, b) {
	const kind = basicKind(a);
	if (kind !== basicKind(b)) {
		if (a === void 0 || b === void 0) return false;
		if (isInteger(a) && isInteger(b)) return a.value === b.value;
		throw incompatible(a, b);
	}
	if (kind === void 0) return equalOther(a, b);
	if (a?.kind === "complex" && b?.kind === "complex") return a.real === b.real && a.imag === b.imag;
	if (a?.kind === "string" && b?.kind === "string") return a.bytes === b.bytes;
	return a !== void 0 && b !== void 0 && "value" in a && "value" in b && a.value === b.value;
}
/** What reflect calls the kind: all functions are one. */
const reflectKind = (value) => value.kind === "seq" ? "func" : value.kind;
/** Slices, maps and functions equal nothing but nil. */
function equalOther(a, b) {
	if (a && b && reflectKind(a) !== reflectKind(b)) throw fault("non-comparable types %s: %v, %s: %v", a, named(a), named(b), b);
	if (a === void 0 || b === void 0 || isNil(a) || isNil(b)) return isNil(a) === isNil(b);
	if (!isComparable(b)) throw fault("non-comparable type %s: %v", b, named(b));
	return equal(a, b);
}
const isNil = (value) => value === void 0 || (value.kind === "slice" || value.kind === "map") && value.isNil;
function isComparable(operand) {
	const value = concrete(operand);
	if (value?.kind === "struct") return value.fields.every(([, field]) => isComparable(field));
	return value === void 0 || !/^(slice|map|func|seq)$/.test(value.kind);
}
function isLess(left, right) {
	const a = concrete(left);
	const b = concrete(right);
	if (basicKind(a) === void 0 || basicKind(b) === void 0 || !a || !b) throw badType();
	if (isInteger(a) && isInteger(b)) return a.value < b.value;
	if (a.kind !== b.kind) throw incompatible(a, b);
	if (a.kind === "float" && b.kind === "float") return a.value < b.value;
	if (a.kind === "string" && b.kind === "string") return a.bytes < b.bytes;
	throw badType();
}
const badType = () => /* @__PURE__ */ new Error("invalid type for comparison");
const isLessOrEqual = (a, b) => isLess(a, b) || isEqual([a, b]);

// src/weave/4-advise/template/escape.ts
/** The functions `html`, `js` and `urlquery`. Text holds one character per byte. */
const htmlEscapes = {
	"\0": "ï¿½",
	"\"": "&#34;",
	"'": "&#39;",
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;"
};
const escapeHtml = (bytes) => bytes.replace(/[\0"'&<>]/g, (c) => htmlEscapes[c] ?? c);
const codeUnit = (rune) => `\\u${rune.toString(16).toUpperCase().padStart(4, "0")}`;
/** For the inside of a JavaScript string literal. */
function escapeJs(bytes) {
	let out = "";
	for (const { rune, size, at } of runes(bytes)) {
		const char = bytes.slice(at, at + size);
		if (`\\'"`.includes(char)) out += `\\${char}`;
		else if (rune < 32 || "<>&=".includes(char)) out += codeUnit(rune);
		else out += rune < 128 || isPrint(rune) ? char : codeUnit(rune);
	}
	return out;
}
/** net/url.QueryEscape. */
function escapeQuery(bytes) {
	return bytes.replace(/[^A-Za-z0-9_.~-]/g, (c) => c === " " ? "+" : `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
}

// src/weave/4-advise/template/truth.ts
/** What `if`, `with`, `and`, `or` and `not` take for true: not the zero value of its type. Structs and objects are true. */
function isTrue(operand) {
	const value = concrete(operand);
	switch (value?.kind) {
		case void 0: return false;
		case "bool": return value.value;
		case "int":
		case "uint": return value.value !== 0n;
		case "float": return value.value !== 0;
		case "complex": return value.real !== 0 || value.imag !== 0;
		case "string": return value.bytes !== "";
		case "slice": return value.to > value.from;
		case "map": return value.entries.length > 0;
		default: return true;
	}
}
/** As messages of `range` show a value: fmt's `%v`; objects by their type, for Go shows what they point to. */
function formatOperand(operand) {
	const value = concrete(operand);
	return value?.kind === "object" ? value.object.goType : sprint([value]);
}

// src/weave/4-advise/template/functions.ts
const text$1 = (print) => ({
	params: [],
	variadic: goAny,
	call: (args) => bytesValue(print(args))
});
const escaper = (escaped) => text$1((args) => escaped(sprint(args.map((arg) => arg ?? bytesValue("<no value>")))));
const compare = (test) => ({
	params: [goValue, goValue],
	variadic: void 0,
	call: ([a, b]) => bool(test(a, b))
});
/** Evaluated where they are called, for they leave out arguments. */
const shortCircuit$1 = {
	params: [goValue],
	variadic: goValue,
	call: () => {
		throw new TypeError("and, or: not called as functions");
	}
};
const indexed = (call) => ({
	params: [goValue],
	variadic: goValue,
	call
});
const builtins = {
	and: shortCircuit$1,
	or: shortCircuit$1,
	not: {
		params: [goValue],
		variadic: void 0,
		call: ([value]) => bool(!isTrue(value))
	},
	eq: indexed((args) => bool(isEqual(args))),
	ne: compare((a, b) => !isEqual([a, b])),
	lt: compare(isLess),
	le: compare(isLessOrEqual),
	gt: compare((a, b) => !isLessOrEqual(a, b)),
	ge: compare((a, b) => !isLess(a, b)),
	index: indexed(([item, ...indexes]) => index(item, indexes)),
	slice: indexed(([item, ...indexes]) => slice(concrete(item), indexes)),
	len: {
		params: [goValue],
		variadic: void 0,
		call: ([item]) => int(length(item))
	},
	print: text$1(sprint),
	println: text$1(sprintln),
	printf: {
		params: [goString],
		variadic: goAny,
		call: ([format, ...args]) => bytesValue(sprintf(format?.kind === "string" ? format.bytes : "", args))
	},
	html: escaper(escapeHtml),
	js: escaper(escapeJs),
	urlquery: escaper(escapeQuery),
	call: indexed(([name, callee, ...args]) => callFunction(name, concrete(callee), args))
};
/** The type of what a pointer points to: messages about containers name that. */
const pointedName = (value) => typeNameOf(value).replace(/^\*(?=.)/, "");
/** What `[]` gives for an integer, at most `limit`. A value of static type `any` is none. */
function position(value, limit) {
	if (value === void 0) throw new Error("cannot index slice/array with nil");
	if (value.kind !== "int" && value.kind !== "uint") throw new Error(`cannot index slice/array with type ${typeNameOf(value)}`);
	const signed = BigInt.asIntN(64, value.value);
	if (signed < 0n || signed > BigInt(limit)) throw new Error(`index out of range: ${signed}`);
	return Number(signed);
}
/** `index x 1 2` is `x[1][2]`. */
function index(container, indexes) {
	let item = container;
	if (concrete(item) === void 0) throw new Error("index of untyped nil");
	for (const at of indexes.map(concrete)) {
		const value = concrete(item);
		if (value === void 0) throw new Error("index of nil pointer");
		if (value.kind === "slice") item = element(value, at);
		else if (value.kind === "string") item = byte(value.bytes, at);
		else if (value.kind === "map") {
			const key = prepare(at, value.key);
			if (key !== void 0 && !isComparable(key)) throw new Error(`runtime error: hash of unhashable type ${typeNameOf(key)}`);
			const entry = findEntry(value, key);
			item = entry ? asElement(value.elem, entry[1]) : zero(value.elem);
		} else throw new Error(`can't index item of type ${pointedName(value)}`);
	}
	return item;
}
function element(value, at) {
	const i = position(at, value.to - value.from);
	if (i === value.to - value.from) throw new Error("reflect: slice index out of range");
	return asElement(value.elem, value.store[value.from + i]);
}
function byte(bytes, at) {
	const i = position(at, bytes.length);
	if (i === bytes.length) throw new Error("reflect: string index out of range");
	return uint(bytes.charCodeAt(i), "uint8");
}
/** The zero value of a type. */
function zero(type) {
	if (type.kind === "slice") return {
		kind: "slice",
		elem: type.elem,
		store: [],
		from: 0,
		to: 0,
		limit: 0,
		isNil: true
	};
	if (type.kind === "map") return {
		...type,
		entries: [],
		isNil: true
	};
	if (type.kind !== "basic") return {
		kind: "interface",
		value: void 0
	};
	switch (type.name) {
		case "bool": return bool(false);
		case "string": return bytesValue("");
		case "float64": return float(0);
		case "complex128": return {
			kind: "complex",
			real: 0,
			imag: 0
		};
		case "int":
		case "int8":
		case "int16":
		case "int32":
		case "int64": return int(0, type.name);
		default: return uint(0, type.name);
	}
}
/** `slice x 1 2 3` is `x[1:2:3]`. */
function slice(value, indexes) {
	if (value === void 0) throw new Error("slice of untyped nil");
	if (indexes.length > 3) throw new Error(`too many slice indexes: ${indexes.length}`);
	if (value.kind !== "string" && value.kind !== "slice") throw new Error(`can't slice item of type ${pointedName(value)}`);
	if (value.kind === "string" && indexes.length === 3) throw new Error("cannot 3-index slice a string");
	const size = value.kind === "string" ? value.bytes.length : value.to - value.from;
	const capacity = value.kind === "string" ? size : value.limit - value.from;
	const [from = 0, to = size, limit = capacity] = indexes.map((operand) => position(operand, capacity));
	if (from > to) throw new Error(`invalid slice index: ${from} > ${to}`);
	if (to > limit) throw new Error(`invalid slice index: ${to} > ${limit}`);
	if (value.kind === "string") return bytesValue(value.bytes.slice(from, to));
	const { store, from: base } = value;
	return {
		...value,
		store,
		from: base + from,
		to: base + to,
		limit: base + limit
	};
}
function length(operand) {
	const value = concrete(operand);
	if (value === void 0) throw new Error(operand ? "len of nil pointer" : "reflect: call of reflect.Value.Type on zero Value");
	switch (value.kind) {
		case "slice": return value.to - value.from;
		case "map": return value.entries.length;
		case "string": return value.bytes.length;
		default: throw new Error(`len of type ${pointedName(value)}`);
	}
}
/** The value as a map key or argument of this type; integers convert. */
function prepare(value, type) {
	if (value === void 0) {
		if (canBeNil(type)) return void 0;
		throw new Error(`value is nil; should be of type ${typeName(type)}`);
	}
	if (type.kind === "interface" || type.kind === "value" || typeNameOf(value) === typeName(type)) return value;
	if (value.kind === "int" || value.kind === "uint") {
		const like = zero(type);
		if (like?.kind === "int") return {
			...like,
			value: BigInt.asIntN(bits(like.type), value.value)
		};
		if (like?.kind === "uint") return {
			...like,
			value: BigInt.asUintN(bits(like.type), value.value)
		};
	}
	throw new Error(`value has type ${typeNameOf(value)}; should be ${typeName(type)}`);
}
const bits = (name) => Number(/[0-9]+$/.exec(name)?.[0] ?? 64);
function callFunction(named, callee, args) {
	const name = named?.kind === "string" ? fromBytes(named.bytes) : "";
	if (callee === void 0) throw new Error("call of nil");
	if (callee.kind !== "func") throw new Error(`non-function ${name} of type ${typeNameOf(callee)}`);
	const { params, variadic } = callee.func;
	if (variadic ? args.length < params.length : args.length !== params.length) {
		const want = `${variadic ? "at least " : ""}${params.length}`;
		throw new Error(`wrong number of args for ${name}: got ${args.length} want ${want}`);
	}
	const prepared = args.map((arg, i) => {
		try {
			return prepare(concrete(arg), params[i] ?? variadic ?? goAny);
		} catch (error) {
			throw new Error(`arg ${i}: ${error instanceof Error ? error.message : error}`, { cause: error });
		}
	});
	return toGo(callee.func.call(prepared.map(fromGo)));
}

// src/weave/4-advise/template/state.ts
/** State of one execution, and the error every part of it raises. */
/** The text of what was thrown. */
const messageOf = (thrown) => thrown instanceof Error ? thrown.message : String(thrown);
/** @throws TemplateExecError naming the place and the node, as Go does; `message` holds bytes */
function fail$1(state, message, cause) {
	const { offset } = state.node;
	const before = state.program.source.slice(0, offset);
	const line = before.split("\n").length;
	const place = `${state.program.name}:${line}:${offset - (before.lastIndexOf("\n") + 1)}`;
	const where = `executing ${quote(state.treeName)} at <${nodeText(state.node)}>`;
	throw new TemplateExecError(fromBytes(`template: ${place}: ${where}: ${message}`), offset, cause);
}
/** Errors that are bugs of this program rather than of a template. */
const isBug = (thrown) => thrown instanceof TypeError || thrown instanceof ReferenceError || thrown instanceof RangeError;
/** Runs foreign code; `describe` words its error. Bugs pass through. */
function guarded(state, describe, run) {
	try {
		return run();
	} catch (thrown) {
		if (isBug(thrown) || thrown instanceof TemplateExecError) throw thrown;
		return fail$1(state, describe(messageOf(thrown)), thrown);
	}
}
function setVariable(state, name, value) {
	const variable = state.variables.findLast((v) => v.name === name);
	if (variable === void 0) fail$1(state, `undefined variable: ${name}`);
	variable.value = value;
}

// src/weave/4-advise/template/operands.ts
/** Evaluation of pipelines, commands, fields, calls and their arguments. */
/** No value comes from the command before. */
const missing = Symbol("missing");
/** Value of the last command; declares or assigns the pipeline's variables. */
function evalPipeline(state, dot, pipe) {
	state.node = pipe;
	let piped = missing;
	for (const command of pipe.commands) {
		const value = evalCommand(state, dot, command, piped);
		piped = value?.kind === "interface" ? value.value : value;
	}
	const value = piped === missing ? void 0 : piped;
	for (const name of pipe.variables) if (pipe.assigns) setVariable(state, name, value);
	else state.variables.push({
		name,
		value
	});
	return value;
}
function evalCommand(state, dot, command, piped) {
	const [head, ...args] = command.args;
	const call = {
		args,
		piped,
		node: head
	};
	switch (head.kind) {
		case "field":
		case "chain":
		case "variable": return evalPath(state, dot, head, call);
		case "identifier": return evalFunction(state, dot, head.name, {
			...call,
			node: command
		}, head);
	}
	if (head.kind !== "pipe") state.node = head;
	refuseArguments(state, head, call);
	switch (head.kind) {
		case "pipe": return evalPipeline(state, dot, head);
		case "dot": return dot;
		case "nil": return fail$1(state, "nil is not a command");
		case "bool": return bool(head.value);
		case "string": return bytesValue(head.bytes);
		case "number": return untypedNumber(state, head);
	}
}
function refuseArguments(state, head, { args, piped }) {
	if (args.length > 0 || piped !== missing) fail$1(state, `can't give argument to non-function ${nodeText(head)}`);
}
/** A number where no type is asked for: its spelling decides. */
function untypedNumber(state, node) {
	state.node = node;
	const { literal, text } = node;
	if (literal.complex) return {
		kind: "complex",
		...literal.complex
	};
	const hexInteger = /^0[xX][^pP]+$/.test(text);
	const floating = /[.eEpP]/.test(text) && !hexInteger && !text.startsWith("'");
	if (literal.float !== void 0 && floating) return float(literal.float);
	if (literal.int !== void 0) return int(literal.int);
	return literal.uint === void 0 ? void 0 : fail$1(state, `${text} overflows int`);
}
/** `.X.Y`, `(pipe).X`, `$x.Y`: all names but the last without arguments. */
function evalPath(state, dot, path, call) {
	state.node = path;
	let receiver = dot;
	if (path.kind === "chain") receiver = evalArg(state, dot, void 0, path.head);
	if (path.kind === "variable") {
		const variable = state.variables.findLast(({ name }) => name === path.name);
		if (variable === void 0) fail$1(state, `undefined variable: ${path.name}`);
		receiver = variable.value;
		if (path.fields.length === 0) {
			refuseArguments(state, path, call);
			return receiver;
		}
	}
	const names = path.kind === "field" ? path.names : path.fields;
	names.forEach((name, i) => {
		const last = i === names.length - 1;
		receiver = evalField(state, dot, receiver, last ? {
			...call,
			name
		} : {
			name,
			args: [],
			piped: missing,
			node: path
		});
	});
	return receiver;
}
function evalField(state, dot, receiver, call) {
	if (receiver === void 0) return void 0;
	const type = typeNameOf(receiver);
	const value = concrete(receiver);
	if (value === void 0) fail$1(state, `nil pointer evaluating ${type}.${call.name}`);
	const hasArguments = call.args.length > 0 || call.piped !== missing;
	if (value.kind === "object") {
		const member = value.object.member(call.name);
		if (member?.kind === "method") return evalCall(state, dot, foreign(member.method), call);
		if (member?.kind === "field") {
			if (hasArguments) fail$1(state, `${call.name} has arguments but cannot be invoked as function`);
			return toGo(member.value);
		}
	}
	if (value.kind === "struct") {
		const field = value.fields.find(([name]) => name === call.name);
		if (field) {
			if (!/^\p{Lu}/u.test(call.name)) fail$1(state, `${call.name} is an unexported field of struct type ${type}`);
			if (hasArguments) fail$1(state, `${call.name} has arguments but cannot be invoked as function`);
			return field[1];
		}
	}
	if (value.kind === "map" && (value.key.kind === "interface" || typeName(value.key) === "string")) {
		if (hasArguments) fail$1(state, `${call.name} is not a method but has arguments`);
		const entry = findEntry(value, bytesValue(call.name));
		return entry && asElement(value.elem, entry[1]);
	}
	return fail$1(state, `can't evaluate field ${call.name} in type ${type}`);
}
const isBuiltin = (name) => builtinNames.includes(name);
/** A function of a caller, taking and giving typed values. A nil result has the static type `any`. */
function foreign(func) {
	return {
		params: func.params,
		variadic: func.variadic,
		call: (args) => toGo(func.call(args.map(fromGo))) ?? {
			kind: "interface",
			value: void 0
		}
	};
}
function evalFunction(state, dot, name, call, at) {
	state.node = at;
	const own = state.functions.get(name);
	if (own) return evalCall(state, dot, foreign(own), {
		...call,
		name
	});
	if (!isBuiltin(name)) return fail$1(state, `${quote(name)} is not a defined function`);
	return evalCall(state, dot, builtins[name], {
		...call,
		name
	}, name);
}
function evalCall(state, dot, func, call, builtin) {
	const { name, args, piped, node } = call;
	const given = args.length + (piped === missing ? 0 : 1);
	const fixed = func.params.length;
	if (func.variadic && given < fixed) fail$1(state, `wrong number of args for ${name}: want at least ${fixed} got ${args.length}`);
	if (!func.variadic && given !== fixed) fail$1(state, `wrong number of args for ${name}: want ${fixed} got ${given}`);
	if (builtin === "and" || builtin === "or") return shortCircuit(state, dot, call, builtin);
	const paramAt = (i) => func.params[i] ?? func.variadic ?? goAny;
	const values = args.map((arg, i) => evalArg(state, dot, paramAt(i), arg));
	if (piped !== missing) values.push(assignable(state, piped, paramAt(args.length)));
	if (builtin === "call") values.unshift(bytesValue(calleeName(args[0], piped)));
	return guarded(state, (message) => {
		state.node = node;
		return `error calling ${name}: ${toBytes(message)}`;
	}, () => func.call(values));
}
/** The first argument that settles the question, else the last; later ones are not evaluated. */
function shortCircuit(state, dot, { args, piped }, name) {
	let value;
	for (const arg of args) {
		value = evalArg(state, dot, { kind: "value" }, arg);
		if (isTrue(value) === (name === "or")) return value;
	}
	return piped === missing ? value : piped;
}
/** What messages of `call` name the function by. */
function calleeName(first, piped) {
	if (first) return nodeText(first);
	if (piped === missing || piped === void 0) return "<invalid Value>";
	return piped.kind === "string" ? piped.bytes : `<${typeNameOf(piped)} Value>`;
}
/** The value as a parameter of this type takes it. */
function assignable(state, operand, type) {
	if (operand === void 0) {
		if (type === void 0 || canBeNil(type)) return void 0;
		return fail$1(state, `invalid value; expected ${typeName(type)}`);
	}
	if (type === void 0 || type.kind === "value") return operand;
	if (type.kind === "interface") return concrete(operand);
	const value = concrete(operand) ?? operand;
	if (typeNameOf(value) === typeName(type)) return value;
	return fail$1(state, `wrong type for value; expected ${typeName(type)}; got ${typeNameOf(value)}`);
}
/** @param type of the parameter; undefined: any value, as it is */
function evalArg(state, dot, type, node) {
	state.node = node;
	const bare = {
		args: [],
		piped: missing,
		node
	};
	switch (node.kind) {
		case "dot": return assignable(state, dot, type);
		case "nil":
			if (type && !canBeNil(type)) fail$1(state, `cannot assign nil to ${typeName(type)}`);
			return;
		case "field":
		case "variable":
		case "chain": return assignable(state, evalPath(state, dot, node, bare), type);
		case "pipe": return assignable(state, evalPipeline(state, dot, node), type);
		case "identifier": return assignable(state, evalFunction(state, dot, node.name, bare, node), type);
		default: return evalLiteral(state, type ?? goAny, node);
	}
}
function evalLiteral(state, type, node) {
	if (type.kind === "interface" || type.kind === "value") {
		if (node.kind === "number") return untypedNumber(state, node);
		return node.kind === "bool" ? bool(node.value) : bytesValue(node.bytes);
	}
	if (type.kind !== "basic") return fail$1(state, `can't handle ${nodeText(node)} for arg of type ${typeName(type)}`);
	const [wanted, value] = literalAs(type.name, node);
	return value ?? fail$1(state, `expected ${wanted}; found ${nodeText(node)}`);
}
/** The literal as a basic type, and what to call that type when the literal is none. */
function literalAs(name, node) {
	const number = node.kind === "number" ? node.literal : {};
	switch (name) {
		case "bool": return ["bool", node.kind === "bool" ? bool(node.value) : void 0];
		case "string": return ["string", node.kind === "string" ? bytesValue(node.bytes) : void 0];
		case "float64": return ["float", number.float === void 0 ? void 0 : float(number.float)];
		case "complex128": return ["complex", number.complex && {
			kind: "complex",
			...number.complex
		}];
		case "int":
		case "int8":
		case "int16":
		case "int32":
		case "int64": return ["integer", number.int === void 0 ? void 0 : int(number.int, name)];
		default: return ["unsigned integer", number.uint === void 0 ? void 0 : uint(number.uint, name)];
	}
}

// src/weave/4-advise/template/evaluate.ts
/** Execution of templates: text, actions and control structures. Values: operands.ts. */
/** Go takes 100000, 1000 where stacks are small. */
const maxDepth = 500;
/** Of templates and their control structures together: keeps far from the end of the JavaScript stack. */
const maxNesting = 1500;
/**
* Executes the template that has the program's name.
*
* @throws TemplateExecError
*/
function run(program, dot, functions) {
	const tree = program.trees.get(program.name);
	const out = [];
	if (tree === void 0) return out;
	const variables = [{
		name: "$",
		value: dot
	}];
	walk({
		program,
		functions,
		out,
		treeName: program.name,
		depth: 0,
		nesting: 0,
		variables,
		node: tree.root
	}, dot, tree.root);
	return out;
}
function walk(state, dot, node) {
	state.node = node;
	if (state.nesting === maxNesting) fail$1(state, `exceeded maximum nesting of control structures (${maxNesting})`);
	state.nesting++;
	const exit = walkNode(state, dot, node);
	state.nesting--;
	return exit;
}
function walkNode(state, dot, node) {
	switch (node.kind) {
		case "list":
			for (const child of node.nodes) {
				const exit = walk(state, dot, child);
				if (exit) return exit;
			}
			return;
		case "text":
			write(state, node.bytes, node.offset);
			return;
		case "action": {
			const value = evalPipeline(state, dot, node.pipe);
			if (node.pipe.variables.length === 0) printAction(state, node, value);
			return;
		}
		case "if":
		case "with": return walkCondition(state, dot, node);
		case "range": return walkRange(state, dot, node);
		case "template":
			walkTemplate(state, dot, node);
			return;
		case "break":
		case "continue": return node.kind;
	}
}
function write(state, bytes, offset) {
	if (bytes !== "") state.out.push({
		kind: "bytes",
		bytes,
		offset
	});
}
function printAction(state, node, operand) {
	state.node = node;
	const printed = guarded(state, toBytes, () => printedForm(operand));
	if (printed === void 0) fail$1(state, `can't print ${nodeText(node)} of type ${operand && typeNameOf(operand)}`);
	if (typeof printed === "string") write(state, printed, node.offset);
	else if (printed.kind === "text") write(state, toBytes(printed.text), node.offset);
	else state.out.push({
		kind: "node",
		node: printed.node,
		offset: node.offset
	});
}
/** Bytes, or what an object says it prints as; undefined for what cannot be printed. */
function printedForm(operand) {
	if (operand === void 0) return "<no value>";
	const value = concrete(operand);
	if (value?.kind === "func" || value?.kind === "seq") return void 0;
	return value?.kind === "object" ? value.object.print?.() : sprint([value]);
}
function walkCondition(state, dot, node) {
	const mark = state.variables.length;
	const value = evalPipeline(state, dot, node.pipe);
	let exit;
	if (isTrue(value)) exit = walk(state, node.kind === "with" ? value : dot, node.list);
	else if (node.otherwise) exit = walk(state, dot, node.otherwise);
	state.variables.length = mark;
	return exit;
}
function walkRange(state, dot, node) {
	state.node = node;
	const outside = state.variables.length;
	const steps = rangeSteps(state, node, concrete(evalPipeline(state, dot, node.pipe)));
	const mark = state.variables.length;
	let ran = false;
	for (const step of steps) {
		ran = true;
		bindStep(state, node, step);
		const exit = walk(state, step[1], node.list);
		state.variables.length = mark;
		if (exit === "break") break;
	}
	const exit = !ran && node.otherwise ? walk(state, dot, node.otherwise) : void 0;
	state.variables.length = outside;
	return exit === "continue" ? exit : void 0;
}
/** With one variable it is the element; with two, index and element. */
function bindStep(state, node, [index, element]) {
	const { variables, assigns } = node.pipe;
	const values = variables.length === 1 ? [element] : [index, element];
	const base = state.variables.length - variables.length;
	for (const [i, name] of variables.entries()) {
		const declared = state.variables[base + i];
		if (assigns) setVariable(state, name, values[i]);
		else if (declared) declared.value = values[i];
	}
}
/** Nothing for nil, which counts as empty. */
function rangeSteps(state, node, value) {
	const two = node.pipe.variables.length > 1;
	switch (value?.kind) {
		case void 0: return [];
		case "int":
		case "uint":
			if (two) fail$1(state, `can't use ${value.value} to iterate over more than one variable`);
			return count(value);
		case "slice": return items(value).map((item, i) => [int(i), item]);
		case "map": return sortedEntries(value).map(([key, item]) => [asElement(value.key, key), asElement(value.elem, item)]);
		case "seq":
			if (two && value.seq.width === 1) fail$1(state, `can't use ${formatOperand(value)} iterate over more than one variable`);
			return sequence(value.seq, two);
		default: return fail$1(state, `range can't iterate over ${formatOperand(value)}`);
	}
}
function* count(limit) {
	for (let i = 0n; i < limit.value; i++) yield [void 0, {
		...limit,
		value: i
	}];
}
function* sequence(seq, two) {
	for (const [first, second] of seq.iterate()) if (two) yield [toGo(first), toGo(second)];
	else yield [void 0, toGo(first)];
}
function walkTemplate(state, dot, node) {
	state.node = node;
	const tree = state.program.trees.get(node.name);
	if (tree === void 0) fail$1(state, `template ${quote(node.name)} not defined`);
	if (state.depth === maxDepth) fail$1(state, `exceeded maximum template depth (${maxDepth})`);
	const value = node.pipe ? evalPipeline(state, dot, node.pipe) : void 0;
	const variables = [{
		name: "$",
		value
	}];
	walk({
		...state,
		treeName: tree.name,
		depth: state.depth + 1,
		variables,
		node
	}, value, tree.root);
}

// src/weave/4-advise/template/lexer-state.ts
/** The lexer's place in the source, and how it makes tokens. */
/** What `next` gives at the end of the source. */
const end = -1;
function makeLexer(source, isFunction) {
	return {
		source,
		position: 0,
		start: 0,
		line: 1,
		startLine: 1,
		atEnd: false,
		parens: 0,
		insideAction: false,
		breakIsFunction: isFunction("break"),
		continueIsFunction: isFunction("continue")
	};
}
function next$1(lexer) {
	if (lexer.position >= lexer.source.length) {
		lexer.atEnd = true;
		return -1;
	}
	const { rune, size } = runeAt(lexer.source, lexer.position);
	lexer.position += size;
	if (rune === 10) lexer.line++;
	return rune;
}
function back$1(lexer) {
	if (lexer.atEnd || lexer.position === 0) return;
	lexer.position -= runeSizeBefore(lexer.source, lexer.position);
	if (lexer.source[lexer.position] === "\n") lexer.line--;
}
function peek$1(lexer) {
	const rune = next$1(lexer);
	back$1(lexer);
	return rune;
}
function countLines(lexer) {
	for (let i = lexer.start; i < lexer.position; i++) if (lexer.source[i] === "\n") lexer.line++;
}
function token(lexer, kind) {
	const made = {
		kind,
		text: lexer.source.slice(lexer.start, lexer.position),
		offset: lexer.start,
		line: lexer.startLine
	};
	lexer.start = lexer.position;
	lexer.startLine = lexer.line;
	return made;
}
/** Drops what was passed over without `next`. */
function ignore(lexer) {
	countLines(lexer);
	lexer.start = lexer.position;
	lexer.startLine = lexer.line;
}
function error(lexer, message) {
	const made = {
		kind: "error",
		text: message,
		offset: lexer.start,
		line: lexer.startLine
	};
	lexer.source = "";
	lexer.position = 0;
	lexer.start = 0;
	return made;
}

// src/weave/4-advise/template/numbers.ts
/** Number literals of templates: which Go types can hold them, and Go's errors (parse.NumberNode, strconv, fmt.Sscan). */
const maxInt = 2n ** 63n - 1n;
const maxUint = 2n ** 64n - 1n;
/** `'x'` with its quotes. */
function parseChar(text) {
	const char = unquoteChar(text, 1, "'");
	if (char === void 0) return { error: "invalid syntax" };
	if (text.slice(1 + char.size) !== "'") return { error: `malformed character constant: ${text}` };
	const value = BigInt(char.value);
	return {
		int: value,
		uint: value,
		float: char.value
	};
}
/** An integer, float or imaginary literal with an optional sign. */
function parseNumber(text) {
	if (text.endsWith("i")) {
		const imag = parseFloat64(text.slice(0, -1));
		if (typeof imag === "number") return simplify(0, imag);
	}
	const int = parseInt64(text);
	const uint = parseUint64(text) ?? (int === 0n ? 0n : void 0);
	if (int !== void 0) return {
		int,
		uint,
		float: Number(int)
	};
	if (uint !== void 0) return {
		uint,
		float: Number(uint)
	};
	const float = parseFloat64(text);
	if (typeof float !== "number") return { error: `illegal number syntax: ${quote(text)}` };
	if (!/[.eEpP]/.test(text)) return { error: `integer overflow: ${quote(text)}` };
	return {
		...integers(float),
		float
	};
}
/** `1+2i`. Go leaves this to fmt.Sscan, whose errors show. */
function parseComplex(text) {
	const parts = /^([+-]?)(.*)$/s.exec(text);
	const realToken = (parts?.[1] ?? "") + floatToken(parts?.[2] ?? "");
	const rest = text.slice(realToken.length);
	const imagToken = rest.slice(0, 1) + floatToken(rest.slice(1));
	if (!/^[+-]/.test(rest) || rest[imagToken.length] !== "i") return { error: "syntax error scanning complex number" };
	const real = parseFloat64(realToken);
	const imag = parseFloat64(imagToken);
	for (const [token, value] of [[realToken, real], [imagToken, imag]]) if (typeof value === "string") return { error: `strconv.ParseFloat: parsing ${quote(token)}: ${value}` };
	return simplify(real, imag);
}
/** What fmt's scanner takes for a float at the beginning of the text. */
function floatToken(text) {
	return /^0[xX][0-9a-fA-F_]*(\.[0-9a-fA-F_]*)?([pP][+-]?[0-9_]*)?/.exec(text)?.[0] ?? /^[0-9_]*(\.[0-9_]*)?([eEp][+-]?[0-9_]*)?/.exec(text)?.[0] ?? "";
}
function simplify(real, imag) {
	return imag === 0 ? {
		...integers(real),
		float: real,
		complex: {
			real,
			imag
		}
	} : { complex: {
		real,
		imag
	} };
}
/** The integers equal to a float. */
function integers(float) {
	if (!Number.isInteger(float)) return {};
	const value = BigInt(float);
	return {
		int: value >= -maxInt - 1n && value <= maxInt ? value : void 0,
		uint: value >= 0n && value <= maxUint ? value : void 0
	};
}
function parseInt64(text) {
	const negative = text.startsWith("-");
	const magnitude = parseUint64(text.replace(/^[+-]/, ""));
	if (magnitude === void 0 || magnitude > (negative ? maxInt + 1n : maxInt)) return void 0;
	return negative ? -magnitude : magnitude;
}
const integerForms = [
	/^0[bB][01_]+$/,
	/^0[oO][0-7_]+$/,
	/^0[xX][0-9a-fA-F_]+$/,
	/^0[0-7_]*$/,
	/^[1-9][0-9_]*$/
];
function parseUint64(text) {
	if (!integerForms.some((form) => form.test(text)) || !underscoresOk(text)) return void 0;
	const digits = text.replaceAll("_", "");
	const value = BigInt(/^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits);
	return value <= maxUint ? value : void 0;
}
/** Underscores may only separate digits; a base prefix counts as a digit. */
function underscoresOk(text) {
	const unsigned = text.replace(/^[+-]/, "");
	const prefix = /^0[bBoOxX]/.exec(unsigned)?.[0];
	const digits = prefix === void 0 ? unsigned : `0${unsigned.slice(2)}`;
	const digit = prefix?.[1]?.toLowerCase() === "x" ? "[0-9a-fA-F]" : "[0-9]";
	return !new RegExp(`^_|(?<!${digit})_|_(?!${digit})`).test(digits);
}
const floatForm = /^(?<sign>[+-]?)(?:0[xX](?<hex>[0-9a-fA-F_]*)(?:\.(?<hexFraction>[0-9a-fA-F_]*))?[pP](?<binary>[+-]?[0-9][0-9_]*)|(?:[0-9_]*\.?[0-9_]*)(?:[eE][+-]?[0-9][0-9_]*)?)$/;
/** strconv.ParseFloat, or the text of its error. */
function parseFloat64(text) {
	const match = floatForm.exec(text);
	const digits = text.replaceAll("_", "");
	if (!match || !underscoresOk(text)) return "invalid syntax";
	const { hex, hexFraction = "", binary, sign } = match.groups ?? {};
	let value;
	if (hex !== void 0 && binary !== void 0) {
		const mantissa = (hex + hexFraction).replaceAll("_", "");
		if (mantissa === "") return "invalid syntax";
		const exponent = Number(binary.replaceAll("_", "")) - 4 * hexFraction.replaceAll("_", "").length;
		value = scale(BigInt(`0x${mantissa}`), exponent) * (sign === "-" ? -1 : 1);
	} else {
		if (!/^[+-]?\.?[0-9]/.test(digits)) return "invalid syntax";
		value = Number(digits);
	}
	return Number.isFinite(value) ? value : "value out of range";
}
/** mantissa × 2^exponent, rounded once, half to even. */
function scale(mantissa, exponent) {
	if (mantissa === 0n) return 0;
	const bits = mantissa.toString(2).length;
	const kept = Math.min(53, bits + exponent + 1074);
	if (kept < 0) return 0;
	const shift = bits - kept;
	if (shift <= 0) return Number(mantissa) * 2 ** exponent;
	const by = BigInt(shift);
	const half = 1n << by - 1n;
	const rest = mantissa & (1n << by) - 1n;
	let rounded = mantissa >> by;
	if (rest > half || rest === half && (rounded & 1n) === 1n) rounded++;
	return Number(rounded) * 2 ** (exponent + shift);
}

// src/weave/4-advise/template/tokens.ts
const keywords = /* @__PURE__ */ new Set([
	".",
	"block",
	"break",
	"continue",
	"define",
	"else",
	"end",
	"if",
	"range",
	"nil",
	"template",
	"with"
]);
const isKeyword = (token, word) => token.kind === "keyword" && token.text === word;
/** As it appears in messages: keywords in angle brackets, else quoted, at most ten characters. */
function tokenText(token) {
	if (token.kind === "eof") return "EOF";
	if (token.kind === "error") return token.text;
	if (token.kind === "keyword") return `<${token.text}>`;
	if (token.text.length <= 10) return quote(token.text);
	return `${quote(firstRunes(token.text, 10))}...`;
}
function firstRunes(bytes, count) {
	if (runeCount(bytes) <= count) return bytes;
	let left = count;
	for (const { at } of runes(bytes)) if (left-- === 0) return bytes.slice(0, at);
	return bytes;
}

// src/weave/4-advise/template/lexer.ts
/** Splits template source into tokens. The line counting follows text/template/parse, for messages name lines. */
const leftDelimiter = "{{";
const rightDelimiter = "}}";
const rest = (lexer, ahead, from = lexer.position) => lexer.source.startsWith(ahead, from);
/** The next token; after an error or the end it goes on answering. */
function nextToken(lexer) {
	return lexer.insideAction ? insideAction(lexer) : text(lexer);
}
const skipSpace = (source, from) => {
	let at = from;
	while (at < source.length && isSpace(source.charCodeAt(at))) at++;
	return at;
};
function text(lexer) {
	const at = lexer.source.indexOf(leftDelimiter, lexer.position);
	if (at < 0) {
		lexer.position = lexer.source.length;
		if (lexer.position === lexer.start) return {
			...token(lexer, "eof"),
			text: "EOF"
		};
		countLines(lexer);
		return token(lexer, "text");
	}
	if (at > lexer.position) {
		let stop = at;
		if (trimsLeft(lexer.source, at + 2)) while (stop > lexer.start && isSpace(lexer.source.charCodeAt(stop - 1))) stop--;
		lexer.position = stop;
		countLines(lexer);
		const made = token(lexer, "text");
		lexer.position = at;
		ignore(lexer);
		if (made.text !== "") return made;
	}
	return openAction(lexer);
}
const trimsLeft = (source, at) => source[at] === "-" && isSpace(source.charCodeAt(at + 1));
const trimsRight = (source, at) => isSpace(source.charCodeAt(at)) && source[at + 1] === "-";
function openAction(lexer) {
	lexer.position += 2;
	const marker = trimsLeft(lexer.source, lexer.position) ? 2 : 0;
	if (rest(lexer, "/*", lexer.position + marker)) {
		lexer.position += marker;
		ignore(lexer);
		return comment(lexer);
	}
	const made = token(lexer, "left-delimiter");
	lexer.insideAction = true;
	lexer.position += marker;
	ignore(lexer);
	lexer.parens = 0;
	return made;
}
/** Length of the trim marker where the right delimiter follows, else undefined. */
function atRightDelimiter(lexer, at = lexer.position) {
	if (trimsRight(lexer.source, at) && rest(lexer, rightDelimiter, at + 2)) return 2;
	return rest(lexer, rightDelimiter, at) ? 0 : void 0;
}
function comment(lexer) {
	const close = lexer.source.indexOf("*/", lexer.position + 2);
	if (close < 0) return error(lexer, "unclosed comment");
	lexer.position = close + 2;
	const marker = atRightDelimiter(lexer);
	if (marker === void 0) return error(lexer, "comment ends before closing delimiter");
	lexer.position += marker + 2;
	if (marker > 0) lexer.position = skipSpace(lexer.source, lexer.position);
	ignore(lexer);
	return text(lexer);
}
function closeAction(lexer) {
	const marker = atRightDelimiter(lexer) ?? 0;
	if (marker > 0) {
		lexer.position += marker;
		ignore(lexer);
	}
	lexer.position += 2;
	const made = token(lexer, "right-delimiter");
	if (marker > 0) {
		lexer.position = skipSpace(lexer.source, lexer.position);
		ignore(lexer);
	}
	lexer.insideAction = false;
	return made;
}
const single = {
	"=": "assign",
	"|": "pipe"
};
function insideAction(lexer) {
	if (atRightDelimiter(lexer) !== void 0) return lexer.parens === 0 ? closeAction(lexer) : error(lexer, "unclosed left paren");
	const rune = next$1(lexer);
	if (rune === -1) return error(lexer, "unclosed action");
	const char = String.fromCodePoint(rune);
	const kind = single[char];
	if (kind !== void 0) return token(lexer, kind);
	if (isSpace(rune)) return space(lexer);
	if (char === ":") return next$1(lexer) === 61 ? token(lexer, "declare") : error(lexer, "expected :=");
	if (char === "\"") return quoted(lexer, "\"", "string", "unterminated quoted string");
	if (char === "'") return quoted(lexer, "'", "char-constant", "unterminated character constant");
	if (char === "`") return rawString(lexer);
	if (char === "$") return name(lexer, "variable");
	if (char === "." && lexer.position < lexer.source.length && !/[0-9]/.test(lexer.source[lexer.position] ?? "")) return name(lexer, "field");
	if (/[.+\-0-9]/.test(char)) return number$1(lexer);
	if (isAlphaNumeric(rune)) return word(lexer);
	if (char === "(") {
		lexer.parens++;
		return token(lexer, "left-paren");
	}
	if (char === ")") {
		lexer.parens--;
		return lexer.parens < 0 ? error(lexer, "unexpected right paren") : token(lexer, "right-paren");
	}
	if (rune < 128 && isPrint(rune)) return token(lexer, "char");
	return error(lexer, `unrecognized character in action: ${runeName(rune)}`);
}
/** `U+0040 '@'`. */
function runeName(rune) {
	const code = `U+${rune.toString(16).toUpperCase().padStart(4, "0")}`;
	return isPrint(rune) ? `${code} '${encodeRune(rune)}'` : code;
}
/** One space has been read. A space may also begin a right delimiter that trims. */
function space(lexer) {
	let count = 1;
	while (isSpace(peek$1(lexer))) {
		next$1(lexer);
		count++;
	}
	if (atRightDelimiter(lexer, lexer.position - 1) === 2) {
		back$1(lexer);
		if (count === 1) return closeAction(lexer);
	}
	return token(lexer, "space");
}
/** Whether a name may end here. */
function atTerminator(lexer) {
	const rune = peek$1(lexer);
	if (rune === -1 || isSpace(rune)) return true;
	return ".,|:)(".includes(String.fromCodePoint(rune)) || rest(lexer, rightDelimiter);
}
function passName(lexer) {
	let rune = next$1(lexer);
	while (isAlphaNumeric(rune)) rune = next$1(lexer);
	back$1(lexer);
	return rune;
}
/** The `.` or `$` has been read. */
function name(lexer, kind) {
	if (atTerminator(lexer)) return token(lexer, kind === "variable" ? "variable" : "keyword");
	const stopped = passName(lexer);
	return atTerminator(lexer) ? token(lexer, kind) : error(lexer, `bad character ${runeName(stopped)}`);
}
function word(lexer) {
	const stopped = passName(lexer);
	const spelled = lexer.source.slice(lexer.start, lexer.position);
	if (!atTerminator(lexer)) return error(lexer, `bad character ${runeName(stopped)}`);
	if (spelled === "true" || spelled === "false") return token(lexer, "bool");
	const taken = spelled === "break" && lexer.breakIsFunction || spelled === "continue" && lexer.continueIsFunction;
	return token(lexer, keywords.has(spelled) && !taken ? "keyword" : "identifier");
}
/** The opening quote has been read. */
function quoted(lexer, mark, kind, unterminated) {
	for (;;) {
		let rune = next$1(lexer);
		if (rune === mark.charCodeAt(0)) return token(lexer, kind);
		if (rune === 92) rune = next$1(lexer);
		if (rune === -1 || rune === 10) return error(lexer, unterminated);
	}
}
function rawString(lexer) {
	for (;;) {
		const rune = next$1(lexer);
		if (rune === -1) return error(lexer, "unterminated raw quoted string");
		if (rune === 96) return token(lexer, "raw-string");
	}
}
const numberForm = /[+-]?(?:0[xX][0-9a-fA-F_]*(?:\.[0-9a-fA-F_]*)?(?:[pP][+-]?[0-9_]*)?|0[oO][0-7_]*(?:\.[0-7_]*)?|0[bB][01_]*(?:\.[01_]*)?|[0-9_]*(?:\.[0-9_]*)?(?:[eE][+-]?[0-9_]*)?)i?/y;
/** Passes over one number; false where a letter or digit follows it. What it accepts may still be no number. */
function passNumber(lexer) {
	numberForm.lastIndex = lexer.position;
	lexer.position += numberForm.exec(lexer.source)?.[0].length ?? 0;
	if (!isAlphaNumeric(peek$1(lexer))) return true;
	next$1(lexer);
	return false;
}
/** The first character has been read. */
function number$1(lexer) {
	lexer.position = lexer.start;
	const bad = () => error(lexer, `bad number syntax: ${quote(lexer.source.slice(lexer.start, lexer.position))}`);
	if (!passNumber(lexer)) return bad();
	if (!/[+-]/.test(lexer.source[lexer.position] ?? "")) return token(lexer, "number");
	return passNumber(lexer) && lexer.source[lexer.position - 1] === "i" ? token(lexer, "complex") : bad();
}

// src/weave/4-advise/template/parse-state.ts
/** What the functions of the parser share: tokens with look-ahead, the variables in scope, and how errors are worded. */
function makeParser(from) {
	const { lexer, parseName, isFunction, trees } = from;
	return {
		lexer,
		parseName,
		isFunction,
		trees,
		pending: [],
		current: {
			kind: "error",
			text: "",
			offset: 0,
			line: 0
		},
		variables: ["$"],
		actionLine: 0,
		rangeDepth: 0,
		branchDepth: 0,
		parenDepth: 0
	};
}
function next(parser) {
	const pending = parser.pending.pop();
	if (pending) return pending;
	parser.current = nextToken(parser.lexer);
	return parser.current;
}
/** Hands tokens back, the first to be read again first. */
function back(parser, ...tokens) {
	parser.pending.push(...tokens.toReversed());
}
function peek(parser) {
	const token = next(parser);
	back(parser, token);
	return token;
}
function nextNonSpace(parser) {
	let token = next(parser);
	while (token.kind === "space") token = next(parser);
	return token;
}
function peekNonSpace(parser) {
	const token = nextNonSpace(parser);
	back(parser, token);
	return token;
}
const peeksKeyword = (parser, word) => isKeyword(peek(parser), word);
function fail(parser, message) {
	const { line, offset } = parser.current;
	throw new TemplateSyntaxError(fromBytes(`template: ${parser.parseName}:${line}: ${message}`), line, offset);
}
function unexpected(parser, token, context) {
	if (token.kind !== "error") fail(parser, `unexpected ${tokenText(token)} in ${context}`);
	let extra = "";
	if (parser.actionLine !== 0 && parser.actionLine !== token.line) extra = `${token.text.endsWith(" action") ? "" : " in action"} started at ${parser.parseName}:${parser.actionLine}`;
	fail(parser, tokenText(token) + extra);
}
function expect(parser, kinds, context) {
	const token = nextNonSpace(parser);
	return kinds.includes(token.kind) ? token : unexpected(parser, token, context);
}

// src/weave/4-advise/template/parse-pipeline.ts
/** Go takes 10000, 1000 where stacks are small. */
const maxParens = 500;
/** Reads `declarations? command ('|' command)*` up to and with `end`. */
function pipeline(parser, context, end) {
	const { offset } = peekNonSpace(parser);
	const { variables, assigns } = declarations(parser, context);
	const commands = [];
	for (;;) {
		const token = nextNonSpace(parser);
		if (token.kind === end) break;
		if (!startsOperand(token)) unexpected(parser, token, context);
		back(parser, token);
		commands.push(command(parser));
	}
	if (commands.length === 0) fail(parser, `missing value for ${context}`);
	commands.slice(1).forEach(({ args: [first] }, i) => {
		if (constants.has(first.kind)) fail(parser, `non executable command in pipeline stage ${i + 2}`);
	});
	return {
		kind: "pipe",
		offset,
		assigns,
		variables,
		commands
	};
}
const constants = /* @__PURE__ */ new Set([
	"bool",
	"dot",
	"nil",
	"number",
	"string"
]);
const operandKinds = /* @__PURE__ */ new Set([
	"bool",
	"char-constant",
	"complex",
	"field",
	"identifier",
	"number",
	"raw-string",
	"string",
	"variable",
	"left-paren"
]);
const isWordOperand = (token) => token.kind === "keyword" && (token.text === "." || token.text === "nil");
const startsOperand = (token) => operandKinds.has(token.kind) || isWordOperand(token);
/** `$x :=`, `$x =`, and in a range `$i, $x :=`; nothing where the variable is an operand. */
function declarations(parser, context) {
	const variables = [];
	let assigns = false;
	for (;;) {
		const variable = peekNonSpace(parser);
		if (variable.kind !== "variable") break;
		next(parser);
		const after = peek(parser);
		const sign = peekNonSpace(parser);
		if (sign.kind === "assign" || sign.kind === "declare") {
			nextNonSpace(parser);
			assigns = sign.kind === "assign";
			declare(parser, variables, variable);
			break;
		}
		if (sign.kind !== "char" || sign.text !== ",") {
			if (after.kind === "space") back(parser, variable, after);
			else back(parser, variable);
			break;
		}
		nextNonSpace(parser);
		declare(parser, variables, variable);
		if (context !== "range" || variables.length >= 2) fail(parser, `too many declarations in ${context}`);
		const second = peekNonSpace(parser).kind;
		if (second !== "variable" && second !== "right-delimiter" && second !== "right-paren") fail(parser, "range can only initialize variables");
	}
	return {
		variables,
		assigns
	};
}
function declare(parser, variables, token) {
	variables.push(token.text);
	parser.variables.push(token.text);
}
/** Operands separated by space. Takes the `|` that ends the command, but no closing delimiter. */
function command(parser) {
	const { offset } = peekNonSpace(parser);
	const args = [];
	for (;;) {
		peekNonSpace(parser);
		const arg = operand(parser);
		if (arg) args.push(arg);
		const token = next(parser);
		if (token.kind === "space") continue;
		if (token.kind === "right-delimiter" || token.kind === "right-paren") back(parser, token);
		else if (token.kind !== "pipe") unexpected(parser, token, "operand");
		break;
	}
	const [first, ...others] = args;
	if (first === void 0) fail(parser, "empty command");
	return {
		kind: "command",
		offset,
		args: [first, ...others]
	};
}
/** A term and the fields that follow it without space; undefined where no operand begins. */
function operand(parser) {
	const head = term(parser);
	if (head === void 0 || peek(parser).kind !== "field") return head;
	const { offset } = peek(parser);
	const fields = [];
	while (peek(parser).kind === "field") fields.push(next(parser).text.slice(1));
	switch (head.kind) {
		case "field": return {
			kind: "field",
			offset,
			names: [...head.names, ...fields]
		};
		case "variable": return {
			...head,
			offset,
			fields: [...head.fields, ...fields]
		};
		case "bool":
		case "string":
		case "number":
		case "nil":
		case "dot": return fail(parser, `unexpected . after term ${quote(nodeText(head))}`);
		default: return {
			kind: "chain",
			offset,
			head,
			fields
		};
	}
}
function term(parser) {
	const token = nextNonSpace(parser);
	const { kind, offset, text } = token;
	switch (kind) {
		case "identifier":
			if (!parser.isFunction(text)) fail(parser, `function ${quote(text)} not defined`);
			return {
				kind,
				offset,
				name: text
			};
		case "variable":
			if (!parser.variables.includes(text)) fail(parser, `undefined variable ${quote(text)}`);
			return {
				kind,
				offset,
				name: text,
				fields: []
			};
		case "field": return {
			kind,
			offset,
			names: [text.slice(1)]
		};
		case "bool": return {
			kind,
			offset,
			value: text === "true"
		};
		case "char-constant":
		case "complex":
		case "number": return number(parser, token);
		case "left-paren": return parenthesized(parser);
		case "string":
		case "raw-string": return {
			kind: "string",
			offset,
			quoted: text,
			bytes: unquote(text) ?? fail(parser, "invalid syntax")
		};
	}
	if (isWordOperand(token)) return {
		kind: text === "." ? "dot" : "nil",
		offset
	};
	back(parser, token);
}
function number(parser, { kind, offset, text }) {
	const literal = (kind === "char-constant" ? parseChar : kind === "complex" ? parseComplex : parseNumber)(text);
	if ("error" in literal) fail(parser, literal.error);
	return {
		kind: "number",
		offset,
		text,
		literal
	};
}
function parenthesized(parser) {
	if (parser.parenDepth >= maxParens) fail(parser, "max expression depth exceeded");
	parser.parenDepth++;
	const pipe = pipeline(parser, "parenthesized pipeline", "right-paren");
	parser.parenDepth--;
	return pipe;
}

// src/weave/4-advise/template/parser.ts
/** Template source to trees: bodies, control actions, definitions. What stands inside an action: parse-pipeline.ts. */
/** Go has no such limit; without one, a JavaScript stack has an end. */
const maxBranches = 500;
/**
* Parses a template and the templates it defines.
*
* @param source UTF-8, one character per byte
* @param functions names of functions besides the built-in ones
* @throws TemplateSyntaxError
*/
function parse(name, source, functions) {
	const known = /* @__PURE__ */ new Set([...builtinNames, ...functions]);
	const isFunction = (word) => known.has(word);
	const trees = /* @__PURE__ */ new Map();
	const parser = makeParser({
		lexer: makeLexer(source, isFunction),
		parseName: name,
		isFunction,
		trees
	});
	const nodes = [];
	const { offset } = peek(parser);
	while (peek(parser).kind !== "eof") {
		if (skipDefinition(parser)) continue;
		const item = textOrAction(parser);
		if (item.kind === "end" || item.kind === "else") fail(parser, `unexpected {{${item.kind}}}`);
		nodes.push(item);
	}
	add(parser, {
		name,
		root: {
			kind: "list",
			offset,
			nodes
		}
	});
	return trees;
}
/** Parses `{{define "name"}} … {{end}}` where one begins. */
function skipDefinition(parser) {
	if (peek(parser).kind !== "left-delimiter") return false;
	const delimiter = next(parser);
	const word = nextNonSpace(parser);
	if (isKeyword(word, "define")) {
		const inner = makeParser(parser);
		const context = "define clause";
		const name = unquoted(inner, expect(inner, ["string", "raw-string"], context));
		expect(inner, ["right-delimiter"], context);
		add(inner, {
			name,
			root: bodyToEnd(inner, inner, context)
		});
		return true;
	}
	back(parser, delimiter, word);
	return false;
}
/** A list that only `{{end}}` may close; a wrong ending is reported by the parser `reporter`. */
function bodyToEnd(parser, reporter, context) {
	const [list, ending] = itemList(parser);
	if (ending.kind !== "end") fail(reporter, `unexpected {{else}} in ${context}`);
	return list;
}
function add(parser, tree) {
	const before = parser.trees.get(tree.name);
	if (before === void 0 || isEmptyTree(before.root)) parser.trees.set(tree.name, tree);
	else if (!isEmptyTree(tree.root)) fail(parser, `template: multiple definition of template ${quote(tree.name)}`);
}
function unquoted(parser, token) {
	return unquote(token.text) ?? fail(parser, "invalid syntax");
}
function itemList(parser) {
	const { offset } = peekNonSpace(parser);
	const nodes = [];
	while (peekNonSpace(parser).kind !== "eof") {
		const item = textOrAction(parser);
		if (item.kind === "end" || item.kind === "else") return [{
			kind: "list",
			offset,
			nodes
		}, item];
		nodes.push(item);
	}
	return fail(parser, "unexpected EOF");
}
function textOrAction(parser) {
	const token = nextNonSpace(parser);
	if (token.kind === "text") return {
		kind: "text",
		offset: token.offset,
		bytes: token.text
	};
	if (token.kind !== "left-delimiter") return unexpected(parser, token, "input");
	parser.actionLine = token.line;
	const node = action(parser);
	parser.actionLine = 0;
	return node;
}
function action(parser) {
	const token = nextNonSpace(parser);
	if (token.kind === "keyword") switch (token.text) {
		case "block": return block(parser);
		case "break":
		case "continue": return leaveLoop(parser, token.text, token.offset);
		case "else": return elseAction(parser);
		case "end":
			expect(parser, ["right-delimiter"], "end");
			return { kind: "end" };
		case "if":
		case "range":
		case "with": return branch(parser, token.text);
		case "template": return template(parser);
	}
	back(parser, token);
	return {
		kind: "action",
		offset: token.offset,
		pipe: pipeline(parser, "command", "right-delimiter")
	};
}
function leaveLoop(parser, kind, offset) {
	const token = nextNonSpace(parser);
	if (token.kind !== "right-delimiter") unexpected(parser, token, `{{${kind}}}`);
	if (parser.rangeDepth === 0) fail(parser, `{{${kind}}} outside {{range}}`);
	return {
		kind,
		offset
	};
}
/** `{{else if` and `{{else with` leave the `if` or `with` to be read by the branch they continue. */
function elseAction(parser) {
	const ahead = peekNonSpace(parser);
	if (isKeyword(ahead, "if") || isKeyword(ahead, "with")) return {
		kind: "else",
		offset: ahead.offset
	};
	return {
		kind: "else",
		offset: expect(parser, ["right-delimiter"], "else").offset
	};
}
function branch(parser, kind) {
	const scope = parser.variables.length;
	if (parser.branchDepth === maxBranches) fail(parser, "max nesting depth exceeded");
	parser.branchDepth++;
	const pipe = pipeline(parser, kind, "right-delimiter");
	if (kind === "range") parser.rangeDepth++;
	const [list, ending] = itemList(parser);
	if (kind === "range") parser.rangeDepth--;
	const otherwise = ending.kind === "else" ? elseList(parser, kind, ending.offset) : void 0;
	parser.variables.length = scope;
	parser.branchDepth--;
	return {
		kind,
		offset: pipe.offset,
		pipe,
		list,
		otherwise
	};
}
function elseList(parser, kind, offset) {
	if (kind !== "range" && peeksKeyword(parser, kind)) {
		next(parser);
		return {
			kind: "list",
			offset,
			nodes: [branch(parser, kind)]
		};
	}
	const [list, ending] = itemList(parser);
	if (ending.kind !== "end") fail(parser, "expected end; found {{else}}");
	return list;
}
function templateName(parser, token, context) {
	if (token.kind !== "string" && token.kind !== "raw-string") unexpected(parser, token, context);
	return unquoted(parser, token);
}
/** `{{block "name" pipeline}} … {{end}}`: a definition and a call of it. */
function block(parser) {
	const context = "block clause";
	const token = nextNonSpace(parser);
	const name = templateName(parser, token, context);
	const pipe = pipeline(parser, context, "right-delimiter");
	const inner = makeParser(parser);
	add(inner, {
		name,
		root: bodyToEnd(inner, parser, context)
	});
	return {
		kind: "template",
		offset: token.offset,
		name,
		pipe
	};
}
function template(parser) {
	const context = "template clause";
	const token = nextNonSpace(parser);
	const name = templateName(parser, token, context);
	const ahead = nextNonSpace(parser);
	let pipe;
	if (ahead.kind !== "right-delimiter") {
		back(parser, ahead);
		pipe = pipeline(parser, context, "right-delimiter");
	}
	return {
		kind: "template",
		offset: token.offset,
		name,
		pipe
	};
}

// src/weave/4-advise/template/template.ts
/**
* Go's text/template (Go 1.26) for the templates in aspect files: same language, same results, same messages. The
* result is not one string but chunks, so that each piece of text can be traced to its place in the template and a
* syntax node that an action prints stays a node. Specification: Go's text/template, text/template/parse and fmt.
*
* Differences, all deliberate: templates that call one another, parentheses and control structures may nest 500 deep (Go:
* 100000, 10000, any number; more than a JavaScript stack holds); addresses (`%p`) are one fixed number; objects have no
* fields that `%d` or `%#v` could show; output that is not UTF-8 is an error, as Go source must be.
*/
/**
* Parses a template.
*
* @param name appears in messages and is what `{{ template }}` calls the whole by
* @param functions names that may be called besides the built-in ones
* @throws TemplateSyntaxError with Go's message
*/
function parseTemplate(name, source, functions = []) {
	const bytes = {
		name: toBytes(name),
		source: toBytes(source)
	};
	return {
		...bytes,
		trees: parse(bytes.name, bytes.source, functions.map(toBytes))
	};
}
/**
* Executes a template on `dot`.
*
* @returns what it printed, in order, without empty text; offsets are bytes of the template source
* @throws TemplateExecError with Go's message
*/
function executeTemplate(template, dot, functions = {}) {
	return decode(template, run(template, toGo(dot), new Map(Object.entries(functions).map(([k, f]) => [toBytes(k), f]))));
}
/** Bytes to text. A character may be printed in parts; then the parts become one chunk. */
function decode(template, raw) {
	const chunks = [];
	for (let i = 0; i < raw.length; i++) {
		const chunk = raw[i];
		if (chunk.kind === "node") {
			chunks.push(chunk);
			continue;
		}
		let bytes = chunk.bytes;
		for (let next = raw[i + 1]; !isUtf8(bytes) && next?.kind === "bytes"; next = raw[i + 1]) {
			bytes += next.bytes;
			i++;
		}
		if (!isUtf8(bytes)) throw new TemplateExecError(`template: ${fromBytes(template.name)}: the output is not valid UTF-8`, chunk.offset);
		chunks.push({
			kind: "text",
			text: fromBytes(bytes),
			offset: chunk.offset
		});
	}
	return chunks;
}

export { struct as a, TemplateExecError as c, slice$1 as i, TemplateSyntaxError as l, parseTemplate as n, goInt as o, bool as r, goString as s, executeTemplate as t };