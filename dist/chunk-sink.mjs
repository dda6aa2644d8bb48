import { createServer } from "node:net";
import { gunzip } from "node:zlib";
import { createServer as createServer$1 } from "node:http";
import { constants as constants$1, createServer as createServer$2 } from "node:http2";

// src/otlp/otlp-error.ts
/** What was received is no OTLP, or more than this receiver takes. */
var OtlpError = class extends Error {
	reason;
	constructor(reason, message) {
		super(message);
		this.reason = reason;
	}
};
function invalid(message) {
	throw new OtlpError("invalid", message);
}
function tooLarge(message) {
	throw new OtlpError("too-large", message);
}
/**
* How deep messages may lie in each other, as protobuf's own decoders have it. A request of OTLP needs seven; the rest is for
* attributes that hold lists.
*/
const maxDepth = 100;
/** Values in one request. An empty message takes two bytes on the wire, and some hundred here. */
const maxValues = 2e6;
/** What a decoder may still make of one request. */
var Budget = class {
	#values = maxValues;
	/** Takes note of one value at a depth. @throws OtlpError where there are too many, or it lies too deep */
	take(depth) {
		if (depth > maxDepth) invalid(`messages lie in each other more than ${maxDepth} deep`);
		if (this.#values-- <= 0) tooLarge(`the request holds more than ${maxValues} values`);
	}
};

// src/otlp/message-fields.ts
/**
* The messages of opentelemetry-proto 1.11: `number name type`, `*` for a repeated field, `/group` for a field of a oneof. Fields for
* profiles alone are left out, and read as unknown ones.
*/
const table = {
	ExportTraceServiceRequest: "1 resourceSpans ResourceSpans*",
	ExportMetricsServiceRequest: "1 resourceMetrics ResourceMetrics*",
	ExportLogsServiceRequest: "1 resourceLogs ResourceLogs*",
	KeyValue: "1 key string, 2 value AnyValue",
	AnyValue: `1 stringValue string/value, 2 boolValue bool/value, 3 intValue int64/value, 4 doubleValue double/value,
    5 arrayValue ArrayValue/value, 6 kvlistValue KeyValueList/value, 7 bytesValue bytes/value`,
	ArrayValue: "1 values AnyValue*",
	KeyValueList: "1 values KeyValue*",
	InstrumentationScope: "1 name string, 2 version string, 3 attributes KeyValue*, 4 droppedAttributesCount uint32",
	Resource: "1 attributes KeyValue*, 2 droppedAttributesCount uint32, 3 entityRefs EntityRef*",
	EntityRef: "1 schemaUrl string, 2 type string, 3 idKeys string*, 4 descriptionKeys string*",
	ResourceSpans: "1 resource Resource, 2 scopeSpans ScopeSpans*, 3 schemaUrl string",
	ScopeSpans: "1 scope InstrumentationScope, 2 spans Span*, 3 schemaUrl string",
	Span: `1 traceId id, 2 spanId id, 3 traceState string, 4 parentSpanId id, 5 name string, 6 kind enum,
    7 startTimeUnixNano fixed64, 8 endTimeUnixNano fixed64, 9 attributes KeyValue*, 10 droppedAttributesCount uint32,
    11 events Event*, 12 droppedEventsCount uint32, 13 links Link*, 14 droppedLinksCount uint32, 15 status Status, 16 flags fixed32`,
	Event: "1 timeUnixNano fixed64, 2 name string, 3 attributes KeyValue*, 4 droppedAttributesCount uint32",
	Link: `1 traceId id, 2 spanId id, 3 traceState string, 4 attributes KeyValue*, 5 droppedAttributesCount uint32, 6 flags fixed32`,
	Status: "2 message string, 3 code enum",
	ResourceMetrics: "1 resource Resource, 2 scopeMetrics ScopeMetrics*, 3 schemaUrl string",
	ScopeMetrics: "1 scope InstrumentationScope, 2 metrics Metric*, 3 schemaUrl string",
	Metric: `1 name string, 2 description string, 3 unit string, 5 gauge Gauge/data, 7 sum Sum/data, 9 histogram Histogram/data,
    10 exponentialHistogram ExponentialHistogram/data, 11 summary Summary/data, 12 metadata KeyValue*`,
	Gauge: "1 dataPoints NumberDataPoint*",
	Sum: "1 dataPoints NumberDataPoint*, 2 aggregationTemporality enum, 3 isMonotonic bool",
	Histogram: "1 dataPoints HistogramDataPoint*, 2 aggregationTemporality enum",
	ExponentialHistogram: "1 dataPoints ExponentialHistogramDataPoint*, 2 aggregationTemporality enum",
	Summary: "1 dataPoints SummaryDataPoint*",
	NumberDataPoint: `7 attributes KeyValue*, 2 startTimeUnixNano fixed64, 3 timeUnixNano fixed64, 4 asDouble double/value,
    6 asInt sfixed64/value, 5 exemplars Exemplar*, 8 flags uint32`,
	HistogramDataPoint: `9 attributes KeyValue*, 2 startTimeUnixNano fixed64, 3 timeUnixNano fixed64, 4 count fixed64, 5 sum double,
    6 bucketCounts fixed64*, 7 explicitBounds double*, 8 exemplars Exemplar*, 10 flags uint32, 11 min double, 12 max double`,
	ExponentialHistogramDataPoint: `1 attributes KeyValue*, 2 startTimeUnixNano fixed64, 3 timeUnixNano fixed64, 4 count fixed64,
    5 sum double, 6 scale sint32, 7 zeroCount fixed64, 8 positive Buckets, 9 negative Buckets, 10 flags uint32,
    11 exemplars Exemplar*, 12 min double, 13 max double, 14 zeroThreshold double`,
	Buckets: "1 offset sint32, 2 bucketCounts uint64*",
	SummaryDataPoint: `7 attributes KeyValue*, 2 startTimeUnixNano fixed64, 3 timeUnixNano fixed64, 4 count fixed64, 5 sum double,
    6 quantileValues ValueAtQuantile*, 8 flags uint32`,
	ValueAtQuantile: "1 quantile double, 2 value double",
	Exemplar: `7 filteredAttributes KeyValue*, 2 timeUnixNano fixed64, 3 asDouble double/value, 6 asInt sfixed64/value, 4 spanId id,
    5 traceId id`,
	ResourceLogs: "1 resource Resource, 2 scopeLogs ScopeLogs*, 3 schemaUrl string",
	ScopeLogs: "1 scope InstrumentationScope, 2 logRecords LogRecord*, 3 schemaUrl string",
	LogRecord: `1 timeUnixNano fixed64, 2 severityNumber enum, 3 severityText string, 5 body AnyValue, 6 attributes KeyValue*,
    7 droppedAttributesCount uint32, 8 flags fixed32, 9 traceId id, 10 spanId id, 11 observedTimeUnixNano fixed64, 12 eventName string`
};
const messages = new Map(Object.keys(table).map((name) => [name, {
	name,
	byNumber: /* @__PURE__ */ new Map(),
	byName: /* @__PURE__ */ new Map()
}]));
const declaration = /^(\d+) (\w+) (\w+)(\*)?(?:\/(\w+))?$/;
for (const [owner, text] of Object.entries(table)) {
	const declared = text.split(/,\s*/).map((each) => {
		const [, number, name = "", type = "", many, group] = declaration.exec(each) ?? [];
		return {
			number: Number(number),
			name,
			type,
			many,
			group
		};
	});
	const message = messageNamed(owner);
	for (const { number, name, type, many, group } of declared) {
		const rivals = declared.filter((other) => group !== void 0 && other.group === group && other.name !== name);
		const field = {
			name,
			type: messages.get(type) ?? type,
			isRepeated: many !== void 0,
			rivals: rivals.map((other) => other.name)
		};
		message.byNumber.set(number, field);
		message.byName.set(name, field);
	}
}
function messageNamed(name) {
	return messages.get(name);
}
/** The requests of the three signals. */
const requestMessages = {
	traces: messageNamed("ExportTraceServiceRequest"),
	metrics: messageNamed("ExportMetricsServiceRequest"),
	logs: messageNamed("ExportLogsServiceRequest")
};

// src/otlp/wire.ts
/** How a value's end is found. 3 and 4 begin and end a group, which protobuf has given up and decoders still skip. */
const wireTypes = {
	varint: 0,
	fixed64: 1,
	bytes: 2,
	groupStart: 3,
	groupEnd: 4,
	fixed32: 5
};
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
/** Reads protobuf's wire format (protobuf.dev/programming-guides/encoding). It never reads beyond its end. */
var WireReader = class WireReader {
	#bytes;
	#at;
	#end;
	/** @param end offset behind the last byte */
	constructor(bytes, at = 0, end = bytes.length) {
		this.#bytes = bytes;
		this.#at = at;
		this.#end = end;
	}
	get hasMore() {
		return this.#at < this.#end;
	}
	/** @throws OtlpError for a field number that protobuf does not allow */
	tag() {
		const tag = this.length32();
		const number = tag >>> 3;
		if (number === 0) invalid(`field number 0 at byte ${this.#at}`);
		return {
			number,
			wireType: tag & 7
		};
	}
	/** A reader of the next bytes, whose number stands before them. */
	part() {
		const size = this.length32();
		const from = this.#skip(size);
		return new WireReader(this.#bytes, from, from + size);
	}
	/** The next bytes, not copied. */
	bytes() {
		const size = this.length32();
		const from = this.#skip(size);
		return this.#bytes.subarray(from, from + size);
	}
	/** What is no UTF-8 becomes U+FFFD, so that one bad text costs no request. */
	string() {
		return utf8.decode(this.bytes());
	}
	varint() {
		const first = this.#byte();
		if (first < 128) return BigInt(first);
		let value = BigInt(first & 127);
		for (let shift = 7n; shift < 70n; shift += 7n) {
			const byte = this.#byte();
			value |= BigInt(byte & 127) << shift;
			if (byte < 128) return BigInt.asUintN(64, value);
		}
		return invalid(`a number of more than ten bytes at byte ${this.#at}`);
	}
	/** A number that has to fit into 32 bits: a tag, a length. */
	length32() {
		let value = 0;
		for (let at = 0; at < 10; at++) {
			const byte = this.#byte();
			value += (byte & 127) * 2 ** (7 * at);
			if (value > 4294967295) break;
			if (byte < 128) return value;
		}
		return invalid(`a length beyond 32 bits at byte ${this.#at}`);
	}
	fixed32() {
		return this.#bytes.readUInt32LE(this.#skip(4));
	}
	fixed64() {
		return this.#bytes.readBigUInt64LE(this.#skip(8));
	}
	double() {
		return this.#bytes.readDoubleLE(this.#skip(8));
	}
	/**
	* Skips a value that is of no interest.
	*
	* @param number of its field: a group ends with the number that it began with
	* @param depth of the groups that it lies in
	*/
	skipValue(number, wireType, enter, depth) {
		if (wireType === wireTypes.varint) this.varint();
		else if (wireType === wireTypes.fixed64) this.#skip(8);
		else if (wireType === wireTypes.bytes) this.#skip(this.length32());
		else if (wireType === wireTypes.fixed32) this.#skip(4);
		else if (wireType === wireTypes.groupStart) this.#skipGroup(number, enter, depth);
		else invalid(`wire type ${wireType} at byte ${this.#at}`);
	}
	#skipGroup(number, enter, depth) {
		enter(depth);
		for (;;) {
			const inner = this.tag();
			if (inner.wireType !== wireTypes.groupEnd) this.skipValue(inner.number, inner.wireType, enter, depth + 1);
			else if (inner.number === number) return;
			else invalid(`group ${number} ends as ${inner.number} at byte ${this.#at}`);
		}
	}
	#byte() {
		return this.#bytes[this.#skip(1)];
	}
	/** @returns where the bytes begin */
	#skip(size) {
		const from = this.#at;
		if (size > this.#end - from) invalid(`${size} bytes are expected at byte ${from}, but the message ends at byte ${this.#end}`);
		this.#at = from + size;
		return from;
	}
};

// src/otlp/decode.ts
/**
* Decodes a request of OTLP in protobuf into its JSON form. Unknown fields are left out, as protobuf demands; fields that have
* their default value and are not written stay undefined.
*
* @throws OtlpError
*/
function decode(signal, message) {
	const bytes = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
	const draft = {};
	readMessage(new WireReader(bytes), requestMessages[signal], draft, {
		budget: new Budget(),
		depth: 0
	});
	return draft;
}
/** Reads into a draft that may hold fields already: parts of one message may come apart. */
function readMessage(reader, message, draft, place) {
	while (reader.hasMore) {
		const { number, wireType } = reader.tag();
		place.budget.take(place.depth);
		const field = message.byNumber.get(number);
		if (!field || !readField(reader, field, wireType, draft, place)) reader.skipValue(number, wireType, (depth) => place.budget.take(depth), place.depth + 1);
	}
}
/** @returns false where the value is of another wire type than the field's; then nothing is read, and the field counts as unknown */
function readField(reader, field, wireType, draft, place) {
	const { name, type, isRepeated } = field;
	if (typeof type !== "string") {
		if (wireType !== wireTypes.bytes) return false;
		const value = (isRepeated ? void 0 : draft[name]) ?? {};
		readMessage(reader.part(), type, value, {
			...place,
			depth: place.depth + 1
		});
		store(draft, field, value);
		return true;
	}
	const { wire, read } = scalars$1[type];
	if (wireType === wire) {
		store(draft, field, read(reader));
		return true;
	}
	if (!isRepeated || wireType !== wireTypes.bytes) return false;
	for (const packed = reader.part(); packed.hasMore;) {
		place.budget.take(place.depth);
		store(draft, field, read(packed));
	}
	return true;
}
function store(draft, { name, isRepeated, rivals }, value) {
	if (isRepeated) {
		const list = draft[name];
		if (list) list.push(value);
		else draft[name] = [value];
		return;
	}
	for (const rival of rivals) delete draft[rival];
	draft[name] = value;
}
const low32 = (reader) => Number(BigInt.asIntN(32, reader.varint()));
const scalars$1 = {
	string: {
		wire: wireTypes.bytes,
		read: (reader) => reader.string()
	},
	bytes: {
		wire: wireTypes.bytes,
		read: (reader) => reader.bytes().toString("base64")
	},
	id: {
		wire: wireTypes.bytes,
		read: (reader) => reader.bytes().toString("hex")
	},
	bool: {
		wire: wireTypes.varint,
		read: (reader) => reader.varint() !== 0n
	},
	enum: {
		wire: wireTypes.varint,
		read: low32
	},
	uint32: {
		wire: wireTypes.varint,
		read: (reader) => low32(reader) >>> 0
	},
	sint32: {
		wire: wireTypes.varint,
		read: (reader) => {
			const zigzag = low32(reader);
			return zigzag >>> 1 ^ -(zigzag & 1);
		}
	},
	fixed32: {
		wire: wireTypes.fixed32,
		read: (reader) => reader.fixed32()
	},
	fixed64: {
		wire: wireTypes.fixed64,
		read: (reader) => reader.fixed64().toString()
	},
	sfixed64: {
		wire: wireTypes.fixed64,
		read: (reader) => BigInt.asIntN(64, reader.fixed64()).toString()
	},
	int64: {
		wire: wireTypes.varint,
		read: (reader) => BigInt.asIntN(64, reader.varint()).toString()
	},
	uint64: {
		wire: wireTypes.varint,
		read: (reader) => reader.varint().toString()
	},
	double: {
		wire: wireTypes.fixed64,
		read: (reader) => doubleOf(reader.double())
	}
};
/** JSON has no number for these three. */
function doubleOf(value) {
	return Number.isFinite(value) ? value : String(value);
}

// src/otlp/receive.ts
/** Most bytes of a request, packed and unpacked: what the OpenTelemetry Collector's HTTP receiver takes by default. */
const maxRequestBytes = 20971520;
/**
* Reads a body to its end. One that is too long is left where it is, so that an answer can still be sent.
*
* @throws OtlpError
* @throws Error of the stream, where the sender ends in the middle
*/
function readRequestBody(body) {
	return new Promise((resolve, reject) => {
		const parts = [];
		let size = 0;
		const take = (part) => {
			size += part.length;
			parts.push(part);
			if (size <= 20971520) return;
			body.off("data", take);
			body.pause();
			reject(new OtlpError("too-large", `the request is longer than ${maxRequestBytes} bytes`));
		};
		body.on("data", take);
		body.once("end", () => resolve(Buffer.concat(parts)));
		body.once("error", reject);
		body.once("close", () => reject(Object.assign(/* @__PURE__ */ new Error("the sender has ended"), { code: "ECONNRESET" })));
	});
}
/** @throws OtlpError where it is no gzip, or longer than a request may be */
function unzip(bytes) {
	return new Promise((resolve, reject) => {
		gunzip(bytes, { maxOutputLength: maxRequestBytes }, (error, result) => {
			if (!error) return resolve(result);
			try {
				if (error.code !== "ERR_BUFFER_TOO_LARGE") invalid(`no gzip: ${error.message}`);
				tooLarge(`the request is longer than ${maxRequestBytes} bytes when it is unpacked`);
			} catch (ours) {
				reject(ours);
			}
		});
	});
}
/** Takes a message of grpc out of its frame (grpc's PROTOCOL-HTTP2.md, "Length-Prefixed-Message"). A request of OTLP is one message. */
async function readGrpcMessage(signal, body, encoding) {
	if (body.length < 5) invalid(`a frame of ${body.length} bytes`);
	const [isCompressed, size] = [body[0] === 1, body.readUInt32BE(1)];
	if (size !== body.length - 5) invalid(`a frame of ${body.length - 5} bytes that says it has ${size}`);
	if (isCompressed && encoding !== "gzip") invalid(`a message compressed with "${encoding}"`);
	const message = body.subarray(5);
	return {
		request: decode(signal, isCompressed ? await unzip(message) : message),
		isCompressed
	};
}

// src/otlp/grpc-receiver.ts
const services = {
	"/opentelemetry.proto.collector.trace.v1.TraceService/Export": "traces",
	"/opentelemetry.proto.collector.metrics.v1.MetricsService/Export": "metrics",
	"/opentelemetry.proto.collector.logs.v1.LogsService/Export": "logs"
};
/** Of google.golang.org/grpc/codes. */
const codes = {
	ok: 0,
	invalidArgument: 3,
	resourceExhausted: 8,
	unimplemented: 12
};
/** Answers one call of OTLP/gRPC. */
async function receiveGrpc(stream, headers, onRequest) {
	const path = headers[":path"] ?? "";
	const signal = Object.hasOwn(services, path) ? services[path] : void 0;
	if (!/^application\/grpc(\+proto)?($|;)/.test(headers["content-type"] ?? "")) {
		stream.respond({
			":status": 415,
			"content-type": "text/plain"
		});
		stream.end("HTTP/2 is for grpc here; content type application/grpc\n");
		return;
	}
	if (!signal) return refuse(stream, codes.unimplemented, `unknown method ${path}`);
	try {
		const encoding = String(headers["grpc-encoding"] ?? "identity");
		const { request, isCompressed } = await readGrpcMessage(signal, await readRequestBody(stream), encoding);
		onRequest(signal, request, {
			protocol: "grpc",
			isCompressed
		});
	} catch (error) {
		if (stream.destroyed) return;
		if (!(error instanceof OtlpError)) throw error;
		return refuse(stream, error.reason === "too-large" ? codes.resourceExhausted : codes.invalidArgument, error.message);
	}
	stream.respond({
		":status": 200,
		"content-type": "application/grpc+proto",
		"grpc-accept-encoding": "identity,gzip"
	}, { waitForTrailers: true });
	stream.on("wantTrailers", () => stream.sendTrailers({ "grpc-status": String(codes.ok) }));
	stream.end(Buffer.alloc(5));
}
/** An answer of trailers alone. */
function refuse(stream, code, message) {
	stream.respond({
		":status": 200,
		"content-type": "application/grpc+proto",
		"grpc-status": String(code),
		"grpc-message": encodeURIComponent(message.slice(0, 500))
	}, { endStream: true });
	stream.close(constants$1.NGHTTP2_NO_ERROR);
}

// src/otlp/from-json.ts
/**
* Reads a request of OTLP in JSON: what comes out has the same shape as what {@link import('./decode.ts').decode} makes, and nothing
* else of what was in the text. `null` counts as left out.
*
* @throws OtlpError
*/
function decodeJson(signal, text) {
	return decodeValue(signal, parse(text));
}
/** {@link decodeJson} of a value that is parsed already. */
function decodeValue(signal, value) {
	return messageOf(requestMessages[signal], value, {
		budget: new Budget(),
		depth: 0,
		path: ""
	});
}
function parse(text) {
	try {
		return JSON.parse(text);
	} catch (error) {
		return invalid(`no JSON: ${error.message}`);
	}
}
function messageOf(message, value, place) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return wrong(place, "an object", value);
	const draft = {};
	for (const [name, given] of Object.entries(value)) {
		const field = message.byName.get(name);
		if (!field || given === null) continue;
		const at = {
			...place,
			depth: place.depth + 1,
			path: `${place.path}.${name}`
		};
		place.budget.take(place.depth);
		for (const rival of field.rivals) delete draft[rival];
		draft[name] = field.isRepeated ? listOf(field, given, at) : fieldValue(field, given, at);
	}
	return draft;
}
function listOf(field, value, place) {
	if (!Array.isArray(value)) return wrong(place, "a list", value);
	return value.map((each, at) => {
		place.budget.take(place.depth);
		return fieldValue(field, each, {
			...place,
			path: `${place.path}[${at}]`
		});
	});
}
function fieldValue({ type }, value, place) {
	return typeof type === "string" ? scalars[type](value, place) : messageOf(type, value, place);
}
const string = (value, place) => typeof value === "string" ? value : wrong(place, "a text", value);
/** A whole number between two others, which a text may hold too. */
function whole(least, most, make) {
	return (value, place) => {
		if (!(typeof value === "number" ? Number.isInteger(value) : /^-?\d{1,20}$/.test(String(value))) || typeof value === "boolean") return wrong(place, "a whole number", value);
		const read = BigInt(value);
		return read < least || read > most ? wrong(place, `a number from ${least} to ${most}`, value) : make(read);
	};
}
const max32 = 2n ** 32n - 1n;
const max64 = 2n ** 64n - 1n;
const half32 = 2n ** 31n;
const half64 = 2n ** 63n;
const uint32 = whole(0n, max32, Number);
const int32 = whole(-half32, half32 - 1n, Number);
const uint64 = whole(0n, max64, String);
const int64 = whole(-half64, half64 - 1n, String);
const scalars = {
	string,
	bytes: string,
	id: (value, place) => {
		if (typeof value !== "string" || !/^(?:[0-9a-f]{2})*$/i.test(value)) return wrong(place, "hexadecimal", value);
		return value.toLowerCase();
	},
	bool: (value, place) => typeof value === "boolean" ? value : wrong(place, "true or false", value),
	enum: int32,
	uint32,
	sint32: int32,
	fixed32: uint32,
	fixed64: uint64,
	uint64,
	sfixed64: int64,
	int64,
	double: (value, place) => {
		if (value === "NaN" || value === "Infinity" || value === "-Infinity") return value;
		const read = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
		return typeof read === "number" && Number.isFinite(read) ? read : wrong(place, "a number", value);
	}
};
function wrong({ path }, wanted, value) {
	const text = JSON.stringify(value) ?? "undefined";
	const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
	return invalid(`${path.slice(1) || "the request"} is ${shown}, not ${wanted}`);
}

// src/otlp/otlp-json.ts
const signals = [
	"traces",
	"metrics",
	"logs"
];

// src/otlp/http-receiver.ts
const contentTypes = {
	"application/x-protobuf": "http/protobuf",
	"application/json": "http/json"
};
/** The signal that a path of OTLP/HTTP is for: `/v1/traces`. */
function signalOfPath(path) {
	return signals.find((signal) => path === `/v1/${signal}`);
}
/** Answers one request of OTLP/HTTP (opentelemetry.io/docs/specs/otlp, "OTLP/HTTP"). */
async function receiveHttp(signal, request, response, onRequest) {
	const contentType = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
	const protocol = contentTypes[contentType];
	const refuse = (status, message, headers = {}) => answer(request, response, {
		status,
		contentType: protocol ? contentType : "text/plain",
		body: errorBody(message),
		headers
	});
	if (request.headers.origin !== void 0) return refuse(403, "requests of web pages are not taken");
	if (request.method !== "POST") return refuse(405, `${request.method} is not POST`, { allow: "POST" });
	if (!protocol) return refuse(415, `content type "${contentType}": application/x-protobuf or application/json`);
	const encoding = request.headers["content-encoding"] ?? "identity";
	if (encoding !== "identity" && encoding !== "gzip") return refuse(415, `content encoding "${encoding}": gzip or none`);
	try {
		const isCompressed = encoding === "gzip";
		const received = await readRequestBody(request);
		const body = isCompressed ? await unzip(received) : received;
		onRequest(signal, protocol === "http/json" ? decodeJson(signal, body.toString("utf8")) : decode(signal, body), {
			protocol,
			isCompressed
		});
		answer(request, response, {
			status: 200,
			contentType,
			body: {
				protobuf: Buffer.alloc(0),
				json: {}
			}
		});
	} catch (error) {
		if (!(error instanceof OtlpError)) throw error;
		refuse(error.reason === "too-large" ? 413 : 400, error.message);
	}
}
/** google.rpc.Status, whose second field is the message. */
function errorBody(message) {
	const text = Buffer.from(message.slice(0, 1e3));
	const length = text.length < 128 ? [text.length] : [text.length & 127 | 128, text.length >> 7];
	return {
		protobuf: Buffer.concat([Buffer.from([18, ...length]), text]),
		json: { message }
	};
}
/** How long the rest of a request is read and thrown away that has been answered already. */
const lingerMs = 1e3;
function answer(request, response, the) {
	const { status, contentType, body, headers } = the;
	const content = contentType === "application/x-protobuf" ? body.protobuf : Buffer.from(contentType === "application/json" ? JSON.stringify(body.json) : `${body.json["message"]}\n`);
	const close = request.complete ? {} : { connection: "close" };
	response.writeHead(status, {
		"content-type": contentType,
		"content-length": content.length,
		"cache-control": "no-store",
		...close,
		...headers
	});
	if (request.complete) {
		response.end(content);
		return;
	}
	response.write(content);
	const timer = setTimeout(() => response.end(), lingerMs);
	request.once("close", () => {
		clearTimeout(timer);
		response.end();
	});
	request.resume();
}

// src/otlp/sink.ts
/** How HTTP/2 begins where it is not asked for by TLS (RFC 9113, 3.4). */
const preface = Buffer.from("PRI * HTTP/2.0");
/**
* Receives OTLP on one port: http/protobuf, http/json, and grpc without TLS.
*
* @throws Error of node:net where the port is taken
*/
async function startSink({ host, port = 0, onRequest, onOther }) {
	const http = createServer$1((request, response) => {
		const signal = signalOfPath((request.url ?? "").split("?")[0] ?? "");
		if (signal) receiveHttp(signal, request, response, onRequest).catch((error) => fail(request.socket, error));
		else if (onOther) onOther(request, response);
		else response.writeHead(404, { "content-type": "text/plain" }).end("/v1/traces, /v1/metrics, /v1/logs\n");
	});
	const http2 = createServer$2();
	const sessions = /* @__PURE__ */ new Set();
	http2.on("session", (session) => {
		sessions.add(session);
		session.on("error", () => {});
		session.on("close", () => sessions.delete(session));
	});
	http2.on("stream", (stream, headers) => {
		stream.on("error", () => {});
		receiveGrpc(stream, headers, onRequest).catch((error) => fail(stream, error));
	});
	const sockets = /* @__PURE__ */ new Set();
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.on("close", () => sockets.delete(socket));
		socket.on("error", () => {});
		startsAsHttp2(socket, (isHttp2) => (isHttp2 ? http2 : http).emit("connection", socket));
	});
	await new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen({
			host,
			port
		}, () => {
			server.off("error", reject);
			resolve();
		});
	});
	const { port: taken } = server.address();
	const url = `http://${host.includes(":") ? `[${host}]` : host}:${taken}`;
	return {
		urls: {
			grpc: url,
			http: url
		},
		close: () => new Promise((resolve) => {
			server.close(() => resolve());
			for (const session of sessions) session.destroy();
			for (const socket of sockets) socket.destroy();
		})
	};
}
/** A fault of the receiver: the client sees a broken connection, the process an error that nothing catches. */
function fail(connection, error) {
	connection.destroy();
	if (error.code === "ECONNRESET") return;
	queueMicrotask(() => {
		throw error;
	});
}
/** Looks at the first bytes, and puts them back. A connection that ends before they tell is none. */
function startsAsHttp2(socket, then) {
	let seen = Buffer.alloc(0);
	const timer = setTimeout(() => socket.destroy(), 6e4);
	const read = () => socket.read();
	const look = () => {
		for (let part = read(); part !== null; part = read()) seen = Buffer.concat([seen, part]);
		const fits = preface.subarray(0, seen.length).equals(seen.subarray(0, preface.length));
		if (fits && seen.length < preface.length) return;
		clearTimeout(timer);
		socket.off("readable", look);
		socket.unshift(seen);
		then(fits);
	};
	socket.on("readable", look);
	socket.once("close", () => clearTimeout(timer));
}

export { OtlpError as i, signals as n, decodeValue as r, startSink as t };