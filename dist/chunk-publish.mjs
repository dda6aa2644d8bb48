import { r as __require, t as __commonJSMin } from "./chunk-rolldown-runtime.mjs";
import { t as goEnv } from "./chunk-go-env.mjs";
import { t as pageAssets } from "./chunk-assets2.mjs";
import { n as cliContext } from "./chunk-action-context.mjs";
import { a as manifestInvalid, i as manifestFrom, n as writeSources, r as manifestOf, t as folderName } from "./chunk-write-sources.mjs";
import { t as require_tar_stream } from "./chunk-tar-stream.mjs";
import { t as require_yazl } from "./chunk-yazl2.mjs";
import { n as runUrl, t as runFacts } from "./chunk-run-facts.mjs";
import { i as formatError, n as failure, r as GotsError } from "./chunk-message.mjs";
import { t as runProgram } from "./chunk-run-program.mjs";
import { t as addSummary } from "./chunk-add-summary.mjs";
import { n as plural } from "./chunk-amounts.mjs";
import { a as measures, c as uncoveredLine, l as compareBuilds, n as changeSection, o as moduleTable, r as headline, s as packageTable, t as aspectTable } from "./chunk-markdown.mjs";
import { a as table, i as plain, n as fitting, r as folded, t as code } from "./chunk-markdown-text.mjs";
import { n as pageModel } from "./chunk-model2.mjs";
import { n as milliseconds } from "./chunk-words.mjs";
import { t as renderPage } from "./chunk-render-page.mjs";
import { createReadStream, createWriteStream, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { createGzip } from "node:zlib";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";

// src/report/texts/publish.ts
var import_tar_stream = require_tar_stream();
var import_yazl = require_yazl();
const texts = {
	action_nothing_to_merge: {
		code: "action_nothing_to_merge",
		message: "no artifact \"%name%-…\" was uploaded in this run",
		hint: "let the jobs that build come before (`needs:`), with the same `configuration`, and `upload: true`"
	},
	action_no_ended_run: {
		code: "action_no_ended_run",
		message: "mode comment: the event is %event%, and there must be a token",
		hint: "use it in a workflow with `on: workflow_run`, as docs/action.md shows"
	},
	action_release_failed: {
		code: "action_release_failed",
		message: "%what%: %reason%",
		hint: "the job needs `permissions: contents: write`, and a tag"
	}
};

// src/report/codes/publish.ts
function actionNothingToMerge(name) {
	throw failure(texts.action_nothing_to_merge, { name });
}
/** `mode: comment` is for one event only, which says which run it is about. */
function actionNoEndedRun(event) {
	throw failure(texts.action_no_ended_run, { event: JSON.stringify(event) });
}
function releaseFailed(what, reason) {
	throw failure(texts.action_release_failed, {
		what,
		reason
	});
}

// src/action/artifacts/artifact-names.ts
/**
* Name of an artifact, unique in a run as long as the jobs of a matrix differ in configuration or targets.
*
* @param targets none for what belongs to all of them
*/
function artifactName(kind, configuration, targets = []) {
	return [
		"gots",
		kind,
		configuration,
		targets.join("_")
	].map((part) => part.replace(/[^A-Za-z0-9._]+/g, "-").replace(/^-+|-+$/g, "")).filter((part) => part !== "").join("-").slice(0, 200);
}

// src/action/artifacts/manifest-file.ts
const manifestFileName = "manifests.json";
/** Of the zip, and of the file in it. */
const mostZipBytes = 2e7;
const mostFileBytes = 1e8;
/**
* Reads it from JSON of unknown origin.
*
* @throws GotsError manifest_invalid
*/
function readManifestFile(name, text) {
	const read = readerOf((problem) => manifestInvalid(name, problem));
	const top = read.object(parse(text, read.fail));
	if (top["schema"] !== 1) read.fail("schema is not 1");
	const builds = (value) => read.list(value).map((each) => manifestFrom(name, each));
	const base = top["base"] === void 0 ? void 0 : read.object(top["base"]);
	return {
		schema: 1,
		configuration: read.word(top["configuration"]),
		builds: builds(top["builds"]),
		...base === void 0 ? {} : { base: {
			branch: read.word(base["branch"]),
			builds: builds(base["builds"])
		} },
		targets: read.list(top["targets"]).map((each) => targetNote(read, read.object(each))),
		...top["reportId"] === void 0 ? {} : { reportId: read.count(top["reportId"]) }
	};
}
function targetNote(read, fields) {
	const tests = fields["tests"] === void 0 ? void 0 : read.object(fields["tests"]);
	return {
		name: read.word(fields["name"]),
		...fields["problem"] === void 0 ? {} : { problem: read.word(fields["problem"]) },
		...tests === void 0 ? {} : { tests: testCounts(read, tests) }
	};
}
function testCounts(read, tests) {
	return {
		passed: read.count(tests["passed"]),
		failed: read.count(tests["failed"]),
		skipped: read.count(tests["skipped"]),
		ms: read.count(tests["ms"]),
		failures: read.list(tests["failures"]).map((each) => {
			const fields = read.object(each);
			const passesPlain = fields["passesPlain"];
			return {
				importPath: read.word(fields["importPath"]),
				test: read.word(fields["test"]),
				...passesPlain === void 0 ? {} : { passesPlain: passesPlain === true }
			};
		})
	};
}
function parse(text, fail) {
	try {
		return JSON.parse(text);
	} catch {
		return fail("no JSON");
	}
}
function readerOf(fail) {
	return {
		fail,
		object: (value) => typeof value === "object" && value !== null && !Array.isArray(value) ? value : fail("no object"),
		list: (value) => Array.isArray(value) && value.length <= 1e3 ? value : fail("no list of at most 1000 elements"),
		word: (value) => typeof value === "string" && value.length <= 2e3 ? value : fail("no text of at most 2000 characters"),
		count: (value) => Number.isSafeInteger(value) && value >= 0 ? value : fail("no whole number")
	};
}

// node_modules/pend/index.js
var require_pend = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = Pend;
	function Pend() {
		this.pending = 0;
		this.max = Infinity;
		this.listeners = [];
		this.waiting = [];
		this.error = null;
	}
	Pend.prototype.go = function(fn) {
		if (this.pending < this.max) pendGo(this, fn);
		else this.waiting.push(fn);
	};
	Pend.prototype.wait = function(cb) {
		if (this.pending === 0) cb(this.error);
		else this.listeners.push(cb);
	};
	Pend.prototype.hold = function() {
		return pendHold(this);
	};
	function pendHold(self) {
		self.pending += 1;
		var called = false;
		return onCb;
		function onCb(err) {
			if (called) throw new Error("callback called twice");
			called = true;
			self.error = self.error || err;
			self.pending -= 1;
			if (self.waiting.length > 0 && self.pending < self.max) pendGo(self, self.waiting.shift());
			else if (self.pending === 0) {
				var listeners = self.listeners;
				self.listeners = [];
				listeners.forEach(cbListener);
			}
		}
		function cbListener(listener) {
			listener(self.error);
		}
	}
	function pendGo(self, fn) {
		fn(pendHold(self));
	}
}));

// node_modules/yauzl/fd-slicer.js
var require_fd_slicer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var fs = __require("fs");
	var util = __require("util");
	var stream = __require("stream");
	var Readable = stream.Readable;
	var PassThrough = stream.PassThrough;
	var Pend = require_pend();
	var EventEmitter = __require("events").EventEmitter;
	exports.BufferSlicer = BufferSlicer;
	exports.FdSlicer = FdSlicer;
	util.inherits(FdSlicer, EventEmitter);
	function FdSlicer(fd) {
		EventEmitter.call(this);
		this.fd = fd;
		this.pend = new Pend();
		this.pend.max = 1;
		this.refCount = 0;
	}
	FdSlicer.prototype.read = function(buffer, offset, length, position, callback) {
		var self = this;
		self.pend.go(function(cb) {
			fs.read(self.fd, buffer, offset, length, position, function(err, bytesRead, buffer) {
				cb();
				callback(err, bytesRead, buffer);
			});
		});
	};
	FdSlicer.prototype.createReadStream = function(options) {
		return new ReadStream(this, options);
	};
	FdSlicer.prototype.ref = function() {
		this.refCount += 1;
	};
	FdSlicer.prototype.unref = function() {
		var self = this;
		self.refCount -= 1;
		if (self.refCount < 0) throw new Error("invalid unref");
		if (self.refCount > 0) return;
		fs.close(self.fd, onCloseDone);
		function onCloseDone(err) {
			if (err) self.emit("error", err);
			else self.emit("close");
		}
	};
	util.inherits(ReadStream, Readable);
	function ReadStream(context, options) {
		options = options || {};
		Readable.call(this, options);
		this.context = context;
		this.context.ref();
		this.start = options.start || 0;
		this.endOffset = options.end;
		this.pos = this.start;
	}
	ReadStream.prototype._read = function(n) {
		var self = this;
		var toRead = Math.min(self._readableState.highWaterMark, n);
		if (self.endOffset != null) toRead = Math.min(toRead, self.endOffset - self.pos);
		if (toRead <= 0) {
			self.push(null);
			this._cleanup();
			return;
		}
		self.context.pend.go(function(cb) {
			var buffer = Buffer.allocUnsafe(toRead);
			fs.read(self.context.fd, buffer, 0, toRead, self.pos, function(err, bytesRead) {
				if (err) self.destroy(err);
				else if (bytesRead === 0) {
					self.push(null);
					self._cleanup();
				} else {
					self.pos += bytesRead;
					self.push(buffer.slice(0, bytesRead));
				}
				cb();
			});
		});
	};
	ReadStream.prototype._destroy = function(err, cb) {
		this._cleanup();
		cb(err);
	};
	ReadStream.prototype._cleanup = function() {
		if (this.context != null) {
			this.context.unref();
			this.context = null;
		}
	};
	util.inherits(BufferSlicer, EventEmitter);
	function BufferSlicer(buffer) {
		EventEmitter.call(this);
		this.refCount = 0;
		this.buffer = buffer;
	}
	BufferSlicer.prototype.read = function(buffer, offset, length, position, callback) {
		if (!(0 <= offset && offset <= buffer.length)) throw new RangeError("offset outside buffer: 0 <= " + offset + " <= " + buffer.length);
		if (position < 0) throw new RangeError("position is negative: " + position);
		if (offset + length > buffer.length) length = buffer.length - offset;
		if (position + length > this.buffer.length) length = this.buffer.length - position;
		if (length <= 0) {
			setImmediate(function() {
				callback(null, 0);
			});
			return;
		}
		this.buffer.copy(buffer, offset, position, position + length);
		setImmediate(function() {
			callback(null, length);
		});
	};
	BufferSlicer.prototype.createReadStream = function(options) {
		options = options || {};
		var readStream = new PassThrough(options);
		readStream.start = options.start || 0;
		readStream.endOffset = options.end;
		readStream.pos = readStream.endOffset || this.buffer.length;
		var entireSlice = this.buffer.slice(readStream.start, readStream.pos);
		var maxChunkSize = 65536;
		var offset = 0;
		while (true) {
			var nextOffset = offset + maxChunkSize;
			if (nextOffset >= entireSlice.length) {
				if (offset < entireSlice.length) readStream.write(entireSlice.slice(offset, entireSlice.length));
				break;
			}
			readStream.write(entireSlice.slice(offset, nextOffset));
			offset = nextOffset;
		}
		readStream.end();
		return readStream;
	};
	BufferSlicer.prototype.ref = function() {
		this.refCount += 1;
	};
	BufferSlicer.prototype.unref = function() {
		this.refCount -= 1;
		if (this.refCount < 0) throw new Error("invalid unref");
	};
}));

// node_modules/yauzl/crc32.js
var require_crc32 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const CRC_TABLE = new Int32Array([
		0,
		1996959894,
		3993919788,
		2567524794,
		124634137,
		1886057615,
		3915621685,
		2657392035,
		249268274,
		2044508324,
		3772115230,
		2547177864,
		162941995,
		2125561021,
		3887607047,
		2428444049,
		498536548,
		1789927666,
		4089016648,
		2227061214,
		450548861,
		1843258603,
		4107580753,
		2211677639,
		325883990,
		1684777152,
		4251122042,
		2321926636,
		335633487,
		1661365465,
		4195302755,
		2366115317,
		997073096,
		1281953886,
		3579855332,
		2724688242,
		1006888145,
		1258607687,
		3524101629,
		2768942443,
		901097722,
		1119000684,
		3686517206,
		2898065728,
		853044451,
		1172266101,
		3705015759,
		2882616665,
		651767980,
		1373503546,
		3369554304,
		3218104598,
		565507253,
		1454621731,
		3485111705,
		3099436303,
		671266974,
		1594198024,
		3322730930,
		2970347812,
		795835527,
		1483230225,
		3244367275,
		3060149565,
		1994146192,
		31158534,
		2563907772,
		4023717930,
		1907459465,
		112637215,
		2680153253,
		3904427059,
		2013776290,
		251722036,
		2517215374,
		3775830040,
		2137656763,
		141376813,
		2439277719,
		3865271297,
		1802195444,
		476864866,
		2238001368,
		4066508878,
		1812370925,
		453092731,
		2181625025,
		4111451223,
		1706088902,
		314042704,
		2344532202,
		4240017532,
		1658658271,
		366619977,
		2362670323,
		4224994405,
		1303535960,
		984961486,
		2747007092,
		3569037538,
		1256170817,
		1037604311,
		2765210733,
		3554079995,
		1131014506,
		879679996,
		2909243462,
		3663771856,
		1141124467,
		855842277,
		2852801631,
		3708648649,
		1342533948,
		654459306,
		3188396048,
		3373015174,
		1466479909,
		544179635,
		3110523913,
		3462522015,
		1591671054,
		702138776,
		2966460450,
		3352799412,
		1504918807,
		783551873,
		3082640443,
		3233442989,
		3988292384,
		2596254646,
		62317068,
		1957810842,
		3939845945,
		2647816111,
		81470997,
		1943803523,
		3814918930,
		2489596804,
		225274430,
		2053790376,
		3826175755,
		2466906013,
		167816743,
		2097651377,
		4027552580,
		2265490386,
		503444072,
		1762050814,
		4150417245,
		2154129355,
		426522225,
		1852507879,
		4275313526,
		2312317920,
		282753626,
		1742555852,
		4189708143,
		2394877945,
		397917763,
		1622183637,
		3604390888,
		2714866558,
		953729732,
		1340076626,
		3518719985,
		2797360999,
		1068828381,
		1219638859,
		3624741850,
		2936675148,
		906185462,
		1090812512,
		3747672003,
		2825379669,
		829329135,
		1181335161,
		3412177804,
		3160834842,
		628085408,
		1382605366,
		3423369109,
		3138078467,
		570562233,
		1426400815,
		3317316542,
		2998733608,
		733239954,
		1555261956,
		3268935591,
		3050360625,
		752459403,
		1541320221,
		2607071920,
		3965973030,
		1969922972,
		40735498,
		2617837225,
		3943577151,
		1913087877,
		83908371,
		2512341634,
		3803740692,
		2075208622,
		213261112,
		2463272603,
		3855990285,
		2094854071,
		198958881,
		2262029012,
		4057260610,
		1759359992,
		534414190,
		2176718541,
		4139329115,
		1873836001,
		414664567,
		2282248934,
		4279200368,
		1711684554,
		285281116,
		2405801727,
		4167216745,
		1634467795,
		376229701,
		2685067896,
		3608007406,
		1308918612,
		956543938,
		2808555105,
		3495958263,
		1231636301,
		1047427035,
		2932959818,
		3654703836,
		1088359270,
		936918e3,
		2847714899,
		3736837829,
		1202900863,
		817233897,
		3183342108,
		3401237130,
		1404277552,
		615818150,
		3134207493,
		3453421203,
		1423857449,
		601450431,
		3009837614,
		3294710456,
		1567103746,
		711928724,
		3020668471,
		3272380065,
		1510334235,
		755167117
	]);
	function crc32(buf) {
		let crc = -1;
		for (let x of buf) crc = CRC_TABLE[(crc ^ x) & 255] ^ crc >>> 8;
		return (crc ^ -1) >>> 0;
	}
	module.exports = crc32;
}));

// node_modules/yauzl/index.js
var require_yauzl = /* @__PURE__ */ __commonJSMin(((exports) => {
	var fs = __require("fs");
	var zlib = __require("zlib");
	var fd_slicer = require_fd_slicer();
	var util = __require("util");
	var EventEmitter = __require("events").EventEmitter;
	var Transform = __require("stream").Transform;
	var PassThrough = __require("stream").PassThrough;
	var Writable = __require("stream").Writable;
	const crc32 = typeof zlib.crc32 === "function" ? zlib.crc32 : require_crc32();
	exports.fromBuffer = fromBuffer;
	function fromBuffer(buffer, options, callback) {
		if (typeof options === "function") {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		options.autoClose = false;
		if (options.lazyEntries == null) options.lazyEntries = false;
		if (options.decodeStrings == null) options.decodeStrings = true;
		if (options.validateEntrySizes == null) options.validateEntrySizes = true;
		if (options.strictFileNames == null) options.strictFileNames = false;
		fromRandomAccessReader(new fd_slicer.BufferSlicer(buffer), buffer.length, options, callback);
	}
	function fromRandomAccessReader(reader, totalSize, options, callback) {
		if (typeof options === "function") {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		if (options.autoClose == null) options.autoClose = true;
		if (options.lazyEntries == null) options.lazyEntries = false;
		if (options.decodeStrings == null) options.decodeStrings = true;
		var decodeStrings = !!options.decodeStrings;
		if (options.validateEntrySizes == null) options.validateEntrySizes = true;
		if (options.strictFileNames == null) options.strictFileNames = false;
		if (callback == null) callback = defaultCallback;
		if (typeof totalSize !== "number") throw new Error("expected totalSize parameter to be a number");
		if (totalSize > Number.MAX_SAFE_INTEGER) throw new Error("zip file too large. only file sizes up to 2^52 are supported due to JavaScript's Number type being an IEEE 754 double.");
		reader.ref();
		var eocdrWithoutCommentSize = 22;
		var zip64EocdlSize = 20;
		var bufferSize = Math.min(zip64EocdlSize + eocdrWithoutCommentSize + 65535, totalSize);
		var buffer = newBuffer(bufferSize);
		readAndAssertNoEof(reader, buffer, 0, bufferSize, totalSize - buffer.length, function(err) {
			if (err) return callback(err);
			for (var i = bufferSize - eocdrWithoutCommentSize; i >= 0; i -= 1) {
				if (buffer.readUInt32LE(i) !== 101010256) continue;
				var eocdrBuffer = buffer.subarray(i);
				var diskNumber = eocdrBuffer.readUInt16LE(4);
				var entryCount = eocdrBuffer.readUInt16LE(10);
				var centralDirectoryOffset = eocdrBuffer.readUInt32LE(16);
				var commentLength = eocdrBuffer.readUInt16LE(20);
				var expectedCommentLength = eocdrBuffer.length - eocdrWithoutCommentSize;
				if (commentLength !== expectedCommentLength) return callback(/* @__PURE__ */ new Error("Invalid comment length. Expected: " + expectedCommentLength + ". Found: " + commentLength + ". Are there extra bytes at the end of the file? Or is the end of central dir signature `PK☺☻` in the comment?"));
				var comment = decodeStrings ? decodeBuffer(eocdrBuffer.subarray(22), false) : eocdrBuffer.subarray(22);
				if (i - zip64EocdlSize >= 0 && buffer.readUInt32LE(i - zip64EocdlSize) === 117853008) {
					var zip64EocdrOffset = readUInt64LE(buffer.subarray(i - zip64EocdlSize, i - zip64EocdlSize + zip64EocdlSize), 8);
					var zip64EocdrBuffer = newBuffer(56);
					return readAndAssertNoEof(reader, zip64EocdrBuffer, 0, zip64EocdrBuffer.length, zip64EocdrOffset, function(err) {
						if (err) return callback(err);
						if (zip64EocdrBuffer.readUInt32LE(0) !== 101075792) return callback(/* @__PURE__ */ new Error("invalid zip64 end of central directory record signature"));
						diskNumber = zip64EocdrBuffer.readUInt32LE(16);
						if (diskNumber !== 0) return callback(/* @__PURE__ */ new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
						entryCount = readUInt64LE(zip64EocdrBuffer, 32);
						centralDirectoryOffset = readUInt64LE(zip64EocdrBuffer, 48);
						return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options.autoClose, options.lazyEntries, decodeStrings, options.validateEntrySizes, options.strictFileNames));
					});
				}
				if (diskNumber !== 0) return callback(/* @__PURE__ */ new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
				return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options.autoClose, options.lazyEntries, decodeStrings, options.validateEntrySizes, options.strictFileNames));
			}
			callback(/* @__PURE__ */ new Error("End of central directory record signature not found. Either not a zip file, or file is truncated."));
		});
	}
	util.inherits(ZipFile, EventEmitter);
	function ZipFile(reader, centralDirectoryOffset, fileSize, entryCount, comment, autoClose, lazyEntries, decodeStrings, validateEntrySizes, strictFileNames) {
		var self = this;
		EventEmitter.call(self);
		self.reader = reader;
		self.reader.on("error", function(err) {
			emitError(self, err);
		});
		self.reader.once("close", function() {
			self.emit("close");
		});
		self.readEntryCursor = centralDirectoryOffset;
		self.fileSize = fileSize;
		self.entryCount = entryCount;
		self.comment = comment;
		self.entriesRead = 0;
		self.autoClose = !!autoClose;
		self.lazyEntries = !!lazyEntries;
		self.decodeStrings = !!decodeStrings;
		self.validateEntrySizes = !!validateEntrySizes;
		self.strictFileNames = !!strictFileNames;
		self.isOpen = true;
		self.emittedError = false;
		self.hasEachEntryBeenCalled = false;
		if (!self.lazyEntries) self._readEntry();
	}
	ZipFile.prototype.close = function() {
		if (!this.isOpen) return;
		this.isOpen = false;
		this.reader.unref();
	};
	function emitErrorAndAutoClose(self, err) {
		if (self.autoClose) self.close();
		emitError(self, err);
	}
	function emitError(self, err) {
		if (self.emittedError) return;
		self.emittedError = true;
		self.emit("error", err);
	}
	ZipFile.prototype.readEntry = function() {
		if (!this.lazyEntries) throw new Error("readEntry() called without lazyEntries:true");
		this._readEntry();
	};
	ZipFile.prototype._readEntry = function() {
		var self = this;
		if (self.entryCount === self.entriesRead) {
			setImmediate(function() {
				if (self.autoClose) self.close();
				if (self.emittedError) return;
				self.emit("end");
			});
			return;
		}
		if (self.emittedError) return;
		var buffer = newBuffer(46);
		readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err) {
			if (err) return emitErrorAndAutoClose(self, err);
			if (self.emittedError) return;
			var entry = new Entry();
			var signature = buffer.readUInt32LE(0);
			if (signature !== 33639248) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("invalid central directory file header signature: 0x" + signature.toString(16)));
			entry.versionMadeBy = buffer.readUInt16LE(4);
			entry.versionNeededToExtract = buffer.readUInt16LE(6);
			entry.generalPurposeBitFlag = buffer.readUInt16LE(8);
			entry.compressionMethod = buffer.readUInt16LE(10);
			entry.lastModFileTime = buffer.readUInt16LE(12);
			entry.lastModFileDate = buffer.readUInt16LE(14);
			entry.crc32 = buffer.readUInt32LE(16);
			entry.compressedSize = buffer.readUInt32LE(20);
			entry.uncompressedSize = buffer.readUInt32LE(24);
			entry.fileNameLength = buffer.readUInt16LE(28);
			entry.extraFieldLength = buffer.readUInt16LE(30);
			entry.fileCommentLength = buffer.readUInt16LE(32);
			entry.internalFileAttributes = buffer.readUInt16LE(36);
			entry.externalFileAttributes = buffer.readUInt32LE(38);
			entry.relativeOffsetOfLocalHeader = buffer.readUInt32LE(42);
			if (entry.generalPurposeBitFlag & 64) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("strong encryption is not supported"));
			self.readEntryCursor += 46;
			buffer = newBuffer(entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength);
			readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err) {
				if (err) return emitErrorAndAutoClose(self, err);
				if (self.emittedError) return;
				entry.fileNameRaw = buffer.subarray(0, entry.fileNameLength);
				var fileCommentStart = entry.fileNameLength + entry.extraFieldLength;
				entry.extraFieldRaw = buffer.subarray(entry.fileNameLength, fileCommentStart);
				entry.fileCommentRaw = buffer.subarray(fileCommentStart, fileCommentStart + entry.fileCommentLength);
				try {
					entry.extraFields = parseExtraFields(entry.extraFieldRaw);
				} catch (err) {
					return emitErrorAndAutoClose(self, err);
				}
				if (self.decodeStrings) {
					var isUtf8 = (entry.generalPurposeBitFlag & 2048) !== 0;
					entry.fileComment = decodeBuffer(entry.fileCommentRaw, isUtf8);
					entry.fileName = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, self.strictFileNames);
					var errorMessage = validateFileName(entry.fileName);
					if (errorMessage != null) return emitErrorAndAutoClose(self, new Error(errorMessage));
				} else {
					entry.fileComment = entry.fileCommentRaw;
					entry.fileName = entry.fileNameRaw;
				}
				entry.comment = entry.fileComment;
				self.readEntryCursor += buffer.length;
				self.entriesRead += 1;
				for (var i = 0; i < entry.extraFields.length; i++) {
					var extraField = entry.extraFields[i];
					if (extraField.id !== 1) continue;
					var zip64EiefBuffer = extraField.data;
					var index = 0;
					if (entry.uncompressedSize === 4294967295) {
						if (index + 8 > zip64EiefBuffer.length) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("zip64 extended information extra field does not include uncompressed size"));
						entry.uncompressedSize = readUInt64LE(zip64EiefBuffer, index);
						index += 8;
					}
					if (entry.compressedSize === 4294967295) {
						if (index + 8 > zip64EiefBuffer.length) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("zip64 extended information extra field does not include compressed size"));
						entry.compressedSize = readUInt64LE(zip64EiefBuffer, index);
						index += 8;
					}
					if (entry.relativeOffsetOfLocalHeader === 4294967295) {
						if (index + 8 > zip64EiefBuffer.length) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("zip64 extended information extra field does not include relative header offset"));
						entry.relativeOffsetOfLocalHeader = readUInt64LE(zip64EiefBuffer, index);
						index += 8;
					}
					break;
				}
				if (self.validateEntrySizes && entry.compressionMethod === 0) {
					var expectedCompressedSize = entry.uncompressedSize;
					if (entry.isEncrypted()) expectedCompressedSize += 12;
					if (entry.compressedSize !== expectedCompressedSize) {
						var msg = "compressed/uncompressed size mismatch for stored file: " + entry.compressedSize + " != " + entry.uncompressedSize;
						return emitErrorAndAutoClose(self, new Error(msg));
					}
				}
				self.emit("entry", entry);
				if (!self.lazyEntries) self._readEntry();
			});
		});
	};
	ZipFile.prototype.eachEntry = function() {
		const self = this;
		if (!self.lazyEntries) throw new Error("eachEntry() requires lazyEntries: true");
		if (self.hasEachEntryBeenCalled) throw new Error("eachEntry() must only be called once per ZipFile");
		self.hasEachEntryBeenCalled = true;
		let pendingResolveReject = null;
		self.on("entry", onEntry);
		self.on("end", onEnd);
		self.on("error", onError);
		function cleanup() {
			self.removeListener("entry", onEntry);
			self.removeListener("end", onEnd);
			self.removeListener("error", onError);
			if (self.autoClose) self.close();
		}
		function onEntry(entry) {
			let { resolve } = pendingResolveReject;
			pendingResolveReject = null;
			resolve({ value: entry });
		}
		function onEnd() {
			let { resolve } = pendingResolveReject;
			pendingResolveReject = null;
			cleanup();
			resolve({ done: true });
		}
		function onError(err) {
			let { reject } = pendingResolveReject;
			pendingResolveReject = null;
			cleanup();
			reject(err);
		}
		return {
			[Symbol.asyncIterator]() {
				return this;
			},
			next() {
				const promise = new Promise((resolve, reject) => {
					if (pendingResolveReject != null) throw new Error("next() called before previous Promise was resolved.");
					pendingResolveReject = {
						resolve,
						reject
					};
				});
				self.readEntry();
				return promise;
			},
			return(value) {
				cleanup();
				return Promise.resolve({
					done: true,
					value
				});
			},
			throw(value) {
				cleanup();
				return Promise.reject(value);
			}
		};
	};
	ZipFile.prototype.openReadStream = function(entry, options, callback) {
		var self = this;
		var relativeStart = 0;
		var relativeEnd = entry.compressedSize;
		if (callback == null) {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		else {
			if (options.decodeFileData === false) {
				if (options.decrypt != null) throw new Error("cannot use options.decrypt when options.decodeFileData === false");
				if (options.decompress != null) throw new Error("cannot use options.decompress when options.decodeFileData === false");
			} else {
				if (options.decrypt != null) {
					if (!entry.isEncrypted()) throw new Error("options.decrypt can only be specified for encrypted entries. See also option decodeFileData.");
					if (options.decrypt !== false) throw new Error("invalid options.decrypt value: " + options.decrypt);
					if (entry.isCompressed()) {
						if (options.decompress !== false) throw new Error("entry is encrypted and compressed, and options.decompress !== false. See also option decodeFileData.");
					}
				}
				if (options.decompress != null) {
					if (!entry.isCompressed()) throw new Error("options.decompress can only be specified for compressed entries. See also option decodeFileData.");
					if (!(options.decompress === false || options.decompress === true)) throw new Error("invalid options.decompress value: " + options.decompress);
					decompress = options.decompress;
				}
			}
			if (options.start != null) {
				relativeStart = options.start;
				if (relativeStart < 0) throw new Error("options.start < 0");
				if (relativeStart > entry.compressedSize) throw new Error("options.start > entry.compressedSize");
			}
			if (options.end != null) {
				relativeEnd = options.end;
				if (relativeEnd < 0) throw new Error("options.end < 0");
				if (relativeEnd > entry.compressedSize) throw new Error("options.end > entry.compressedSize");
				if (relativeEnd < relativeStart) throw new Error("options.end < options.start");
			}
		}
		var rawMode = options.decodeFileData === false || (entry.compressionMethod === 0 || entry.compressionMethod === 8 && options.decompress === false) && (!entry.isEncrypted() || options.decrypt === false);
		if (options.start != null || options.end != null) {
			if (!rawMode) throw new Error("start/end range require options.decodeFileData === false for non-trivial encoded entries.");
		}
		if (!self.isOpen) return callback(/* @__PURE__ */ new Error("closed"));
		if (entry.isEncrypted() && !rawMode) {
			if (options.decrypt !== false) return callback(/* @__PURE__ */ new Error("entry is encrypted, and options.decodeFileData !== false"));
		}
		var decompress;
		if (rawMode) decompress = false;
		else if (entry.compressionMethod === 8) decompress = options.decodeFileData !== true;
		else return callback(/* @__PURE__ */ new Error("unsupported compression method: " + entry.compressionMethod));
		self.readLocalFileHeader(entry, { minimal: true }, function(err, localFileHeader) {
			if (err) return callback(err);
			self.openReadStreamLowLevel(localFileHeader.fileDataStart, entry.compressedSize, relativeStart, relativeEnd, decompress, entry.uncompressedSize, callback);
		});
	};
	ZipFile.prototype.openReadStreamLowLevel = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, callback) {
		var self = this;
		fileDataStart + compressedSize;
		var readStream = self.reader.createReadStream({
			start: fileDataStart + relativeStart,
			end: fileDataStart + relativeEnd
		});
		var endpointStream = readStream;
		if (decompress) {
			var destroyed = false;
			var inflateFilter = zlib.createInflateRaw();
			readStream.on("error", function(err) {
				setImmediate(function() {
					if (!destroyed) inflateFilter.emit("error", err);
				});
			});
			readStream.pipe(inflateFilter);
			if (self.validateEntrySizes) {
				endpointStream = new AssertByteCountStream(uncompressedSize);
				inflateFilter.on("error", function(err) {
					setImmediate(function() {
						if (!destroyed) endpointStream.emit("error", err);
					});
				});
				inflateFilter.pipe(endpointStream);
			} else endpointStream = inflateFilter;
			installDestroyFn(endpointStream, function() {
				destroyed = true;
				if (inflateFilter !== endpointStream) inflateFilter.unpipe(endpointStream);
				readStream.unpipe(inflateFilter);
				readStream.destroy();
			});
		}
		callback(null, endpointStream);
	};
	ZipFile.prototype.readLocalFileHeader = function(entry, options, callback) {
		var self = this;
		if (callback == null) {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		self.reader.ref();
		var buffer = newBuffer(30);
		readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader, function(err) {
			try {
				if (err) return callback(err);
				var signature = buffer.readUInt32LE(0);
				if (signature !== 67324752) return callback(/* @__PURE__ */ new Error("invalid local file header signature: 0x" + signature.toString(16)));
				var fileNameLength = buffer.readUInt16LE(26);
				var extraFieldLength = buffer.readUInt16LE(28);
				var fileDataStart = entry.relativeOffsetOfLocalHeader + 30 + fileNameLength + extraFieldLength;
				if (fileDataStart + entry.compressedSize > self.fileSize) return callback(/* @__PURE__ */ new Error("file data overflows file bounds: " + fileDataStart + " + " + entry.compressedSize + " > " + self.fileSize));
				if (options.minimal) return callback(null, { fileDataStart });
				var localFileHeader = new LocalFileHeader();
				localFileHeader.fileDataStart = fileDataStart;
				localFileHeader.versionNeededToExtract = buffer.readUInt16LE(4);
				localFileHeader.generalPurposeBitFlag = buffer.readUInt16LE(6);
				localFileHeader.compressionMethod = buffer.readUInt16LE(8);
				localFileHeader.lastModFileTime = buffer.readUInt16LE(10);
				localFileHeader.lastModFileDate = buffer.readUInt16LE(12);
				localFileHeader.crc32 = buffer.readUInt32LE(14);
				localFileHeader.compressedSize = buffer.readUInt32LE(18);
				localFileHeader.uncompressedSize = buffer.readUInt32LE(22);
				localFileHeader.fileNameLength = fileNameLength;
				localFileHeader.extraFieldLength = extraFieldLength;
				buffer = newBuffer(fileNameLength + extraFieldLength);
				self.reader.ref();
				readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader + 30, function(err) {
					try {
						if (err) return callback(err);
						localFileHeader.fileName = buffer.subarray(0, fileNameLength);
						localFileHeader.extraField = buffer.subarray(fileNameLength);
						return callback(null, localFileHeader);
					} finally {
						self.reader.unref();
					}
				});
			} finally {
				self.reader.unref();
			}
		});
	};
	ZipFile.prototype.openReadStreamPromise = function(entry, options) {
		return new Promise((resolve, reject) => {
			this.openReadStream(entry, options, function(err, readStream) {
				if (err) return reject(err);
				resolve(readStream);
			});
		});
	};
	ZipFile.prototype.openReadStreamLowLevelPromise = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize) {
		return new Promise((resolve, reject) => {
			this.openReadStream(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, function(err, readStream) {
				if (err) return reject(err);
				resolve(readStream);
			});
		});
	};
	ZipFile.prototype.readLocalFileHeaderPromise = function(entry, options) {
		return new Promise((resolve, reject) => {
			this.readLocalFileHeader(entry, options, function(err, localFileHeader) {
				if (err) return reject(err);
				resolve(localFileHeader);
			});
		});
	};
	function Entry() {}
	Entry.prototype.getLastModDate = function(options) {
		if (options == null) options = {};
		if (!options.forceDosFormat) for (var i = 0; i < this.extraFields.length; i++) {
			var extraField = this.extraFields[i];
			if (extraField.id === 21589) {
				var data = extraField.data;
				if (data.length < 5) continue;
				if (!(data[0] & 1)) continue;
				var posixTimestamp = data.readInt32LE(1);
				return /* @__PURE__ */ new Date(posixTimestamp * 1e3);
			} else if (extraField.id === 10) {
				var data = extraField.data;
				if (data.length !== 32) continue;
				if (data.readUInt16LE(4) !== 1) continue;
				if (data.readUInt16LE(6) !== 24) continue;
				var millisecondsSince1970 = (data.readUInt32LE(8) + 4294967296 * data.readInt32LE(12)) / 1e4 - 0xa9730b66800;
				return new Date(millisecondsSince1970);
			}
		}
		return dosDateTimeToDate(this.lastModFileDate, this.lastModFileTime, options.timezone);
	};
	Entry.prototype.canDecodeFileData = function() {
		return !this.isEncrypted() && (this.compressionMethod === 0 || this.compressionMethod === 8);
	};
	Entry.prototype.isEncrypted = function() {
		return (this.generalPurposeBitFlag & 1) !== 0;
	};
	Entry.prototype.isCompressed = function() {
		return this.compressionMethod === 8;
	};
	function LocalFileHeader() {}
	function dosDateTimeToDate(date, time, timezone) {
		var day = date & 31;
		var month = (date >> 5 & 15) - 1;
		var year = (date >> 9 & 127) + 1980;
		var millisecond = 0;
		var second = (time & 31) * 2;
		var minute = time >> 5 & 63;
		var hour = time >> 11 & 31;
		if (timezone == null || timezone === "local") return new Date(year, month, day, hour, minute, second, millisecond);
		else if (timezone === "UTC") return new Date(Date.UTC(year, month, day, hour, minute, second, millisecond));
		else throw new Error("unrecognized options.timezone: " + options.timezone);
	}
	function getFileNameLowLevel(generalPurposeBitFlag, fileNameBuffer, extraFields, strictFileNames) {
		var fileName = null;
		for (var i = 0; i < extraFields.length; i++) {
			var extraField = extraFields[i];
			if (extraField.id === 28789) {
				if (extraField.data.length < 6) continue;
				if (extraField.data.readUInt8(0) !== 1) continue;
				var oldNameCrc32 = extraField.data.readUInt32LE(1);
				if (crc32(fileNameBuffer) !== oldNameCrc32) continue;
				fileName = decodeBuffer(extraField.data.subarray(5), true);
				break;
			}
		}
		if (fileName == null) fileName = decodeBuffer(fileNameBuffer, (generalPurposeBitFlag & 2048) !== 0);
		if (!strictFileNames) fileName = fileName.replace(/\\/g, "/");
		return fileName;
	}
	function validateFileName(fileName) {
		if (fileName.indexOf("\\") !== -1) return "invalid characters in fileName: " + fileName;
		if (/^[a-zA-Z]:/.test(fileName) || /^\//.test(fileName)) return "absolute path: " + fileName;
		if (fileName.split("/").indexOf("..") !== -1) return "invalid relative path: " + fileName;
		return null;
	}
	function parseExtraFields(extraFieldBuffer) {
		var extraFields = [];
		var i = 0;
		while (i < extraFieldBuffer.length - 3) {
			var headerId = extraFieldBuffer.readUInt16LE(i + 0);
			var dataSize = extraFieldBuffer.readUInt16LE(i + 2);
			var dataStart = i + 4;
			var dataEnd = dataStart + dataSize;
			if (dataEnd > extraFieldBuffer.length) throw new Error("extra field length exceeds extra field buffer size");
			var dataBuffer = extraFieldBuffer.subarray(dataStart, dataEnd);
			extraFields.push({
				id: headerId,
				data: dataBuffer
			});
			i = dataEnd;
		}
		return extraFields;
	}
	function readAndAssertNoEof(reader, buffer, offset, length, position, callback) {
		if (length === 0) return setImmediate(function() {
			callback(null, newBuffer(0));
		});
		reader.read(buffer, offset, length, position, function(err, bytesRead) {
			if (err) return callback(err);
			if (bytesRead < length) return callback(/* @__PURE__ */ new Error("unexpected EOF"));
			callback();
		});
	}
	util.inherits(AssertByteCountStream, Transform);
	function AssertByteCountStream(byteCount) {
		Transform.call(this);
		this.actualByteCount = 0;
		this.expectedByteCount = byteCount;
	}
	AssertByteCountStream.prototype._transform = function(chunk, encoding, cb) {
		this.actualByteCount += chunk.length;
		if (this.actualByteCount > this.expectedByteCount) {
			var msg = "too many bytes in the stream. expected " + this.expectedByteCount + ". got at least " + this.actualByteCount;
			return cb(new Error(msg));
		}
		cb(null, chunk);
	};
	AssertByteCountStream.prototype._flush = function(cb) {
		if (this.actualByteCount < this.expectedByteCount) {
			var msg = "not enough bytes in the stream. expected " + this.expectedByteCount + ". got only " + this.actualByteCount;
			return cb(new Error(msg));
		}
		cb();
	};
	util.inherits(RandomAccessReader, EventEmitter);
	function RandomAccessReader() {
		EventEmitter.call(this);
		this.refCount = 0;
	}
	RandomAccessReader.prototype.ref = function() {
		this.refCount += 1;
	};
	RandomAccessReader.prototype.unref = function() {
		var self = this;
		self.refCount -= 1;
		if (self.refCount > 0) return;
		if (self.refCount < 0) throw new Error("invalid unref");
		self.close(onCloseDone);
		function onCloseDone(err) {
			if (err) return self.emit("error", err);
			self.emit("close");
		}
	};
	RandomAccessReader.prototype.createReadStream = function(options) {
		if (options == null) options = {};
		var start = options.start;
		var end = options.end;
		if (start === end) {
			var emptyStream = new PassThrough();
			setImmediate(function() {
				emptyStream.end();
			});
			return emptyStream;
		}
		var stream = this._readStreamForRange(start, end);
		var destroyed = false;
		var refUnrefFilter = new RefUnrefFilter(this);
		stream.on("error", function(err) {
			setImmediate(function() {
				if (!destroyed) refUnrefFilter.emit("error", err);
			});
		});
		installDestroyFn(refUnrefFilter, function() {
			stream.unpipe(refUnrefFilter);
			refUnrefFilter.unref();
			stream.destroy();
		});
		var byteCounter = new AssertByteCountStream(end - start);
		refUnrefFilter.on("error", function(err) {
			setImmediate(function() {
				if (!destroyed) byteCounter.emit("error", err);
			});
		});
		installDestroyFn(byteCounter, function() {
			destroyed = true;
			refUnrefFilter.unpipe(byteCounter);
			refUnrefFilter.destroy();
		});
		return stream.pipe(refUnrefFilter).pipe(byteCounter);
	};
	RandomAccessReader.prototype._readStreamForRange = function(start, end) {
		throw new Error("not implemented");
	};
	RandomAccessReader.prototype.read = function(buffer, offset, length, position, callback) {
		var readStream = this.createReadStream({
			start: position,
			end: position + length
		});
		var writeStream = new Writable();
		var written = 0;
		writeStream._write = function(chunk, encoding, cb) {
			chunk.copy(buffer, offset + written, 0, chunk.length);
			written += chunk.length;
			cb();
		};
		writeStream.on("finish", callback);
		readStream.on("error", function(error) {
			callback(error);
		});
		readStream.pipe(writeStream);
	};
	RandomAccessReader.prototype.close = function(callback) {
		setImmediate(callback);
	};
	util.inherits(RefUnrefFilter, PassThrough);
	function RefUnrefFilter(context) {
		PassThrough.call(this);
		this.context = context;
		this.context.ref();
		this.unreffedYet = false;
	}
	RefUnrefFilter.prototype._flush = function(cb) {
		this.unref();
		cb();
	};
	RefUnrefFilter.prototype.unref = function(cb) {
		if (this.unreffedYet) return;
		this.unreffedYet = true;
		this.context.unref();
	};
	var cp437 = "\0☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼ !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~⌂ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\xA0";
	function decodeBuffer(buffer, isUtf8) {
		if (isUtf8) return buffer.toString("utf8");
		else {
			var result = "";
			for (var i = 0; i < buffer.length; i++) result += cp437[buffer[i]];
			return result;
		}
	}
	function readUInt64LE(buffer, offset) {
		var lower32 = buffer.readUInt32LE(offset);
		return buffer.readUInt32LE(offset + 4) * 4294967296 + lower32;
	}
	var newBuffer;
	if (typeof Buffer.allocUnsafe === "function") newBuffer = function(len) {
		return Buffer.allocUnsafe(len);
	};
	else newBuffer = function(len) {
		return new Buffer(len);
	};
	function installDestroyFn(stream, fn) {
		if (typeof stream.destroy === "function") stream._destroy = function(err, cb) {
			fn();
			if (cb != null) cb(err);
		};
		else stream.destroy = fn;
	}
	function defaultCallback(err) {
		if (err) throw err;
	}
}));

// src/action/artifacts/read-zip.ts
var import_yauzl = require_yauzl();
/** A file that is not a zip archive, or holds more than it may. */
var ZipProblem = class extends Error {};
const open = promisify(import_yauzl.fromBuffer);
/**
* Reads one file of an untrusted zip archive. It writes nothing to disk and unpacks at most `most` bytes, whatever sizes
* the archive claims: yauzl ends a file that is longer than its entry says.
*
* @returns undefined if there is no file of this name
* @throws ZipProblem
*/
async function fileInZip(zip, name, most) {
	try {
		const archive = await open(zip, {
			lazyEntries: true,
			validateEntrySizes: true
		});
		const entry = await findEntry(archive, name);
		if (!entry) return void 0;
		if (entry.uncompressedSize > most) throw new ZipProblem(`${name} has more than ${most} bytes`);
		return await buffer(await promisify(archive.openReadStream.bind(archive))(entry));
	} catch (error) {
		if (error instanceof ZipProblem) throw error;
		throw new ZipProblem(`${name} cannot be unpacked: ${error.message}`);
	}
}
function findEntry(archive, name) {
	return new Promise((found, fail) => {
		archive.on("entry", (entry) => entry.fileName === name ? found(entry) : archive.readEntry());
		archive.once("end", () => found(void 0));
		archive.once("error", fail);
		archive.readEntry();
	});
}

// src/action/pull-request/remote-manifests.ts
/**
* The manifests of the newest run on a branch of the repository itself that uploaded an artifact of this name. Needs
* `actions: read`.
*
* @returns undefined if there is none any more, or none yet
* @throws of the API; GotsError manifest_invalid; ZipProblem
*/
async function manifestsOfBranch(github, { owner, repository: repo }, name, branch) {
	const { data } = await github.rest.actions.listArtifactsForRepo({
		owner,
		repo,
		name,
		per_page: 100
	});
	const [newest] = data.artifacts.filter(({ expired, workflow_run: run }) => {
		const isOwn = run?.head_repository_id === run?.repository_id;
		return !expired && isOwn && run?.head_branch === branch;
	}).sort((a, b) => b.id - a.id);
	return newest && manifestsIn(github, {
		owner,
		repository: repo
	}, newest);
}
/** Those that a run uploaded, of all its configurations. The author of a pull request decides what they hold. */
async function manifestsOfRun(github, { owner, repository: repo }, runId) {
	const { data } = await github.rest.actions.listWorkflowRunArtifacts({
		owner,
		repo,
		run_id: runId,
		per_page: 100
	});
	const live = data.artifacts.filter(({ expired }) => !expired);
	const merged = live.filter(({ name }) => name.startsWith("gots-merged"));
	const wanted = merged.length > 0 ? merged : live.filter(({ name }) => name.startsWith("gots-manifest"));
	const files = [];
	for (const artifact of wanted.slice(0, mostArtifacts)) files.push(await manifestsIn(github, {
		owner,
		repository: repo
	}, artifact));
	return files;
}
const mostArtifacts = 20;
async function manifestsIn(github, { owner, repository: repo }, { id, name, size_in_bytes: size }) {
	if (size > 2e7) throw new Error(`${name} has ${size} bytes, more than ${mostZipBytes}`);
	const { data } = await github.rest.actions.downloadArtifact({
		owner,
		repo,
		artifact_id: id,
		archive_format: "zip"
	});
	const zip = Buffer.from(data);
	if (zip.length > 2e7) throw new Error(`${name} has ${zip.length} bytes, more than ${mostZipBytes}`);
	const file = await fileInZip(zip, manifestFileName, mostFileBytes);
	if (!file) throw new Error(`${name} holds no ${manifestFileName}`);
	return readManifestFile(`${name}/${manifestFileName}`, file.toString("utf8"));
}

// src/action/github/github-client.ts
/** GitHub's API for a token; loaded when it is needed. */
async function gitHub({ apiUrl }, token) {
	const { getOctokit } = await import("./chunk-github2.mjs");
	const quiet = () => {};
	return getOctokit(token, {
		baseUrl: apiUrl,
		log: {
			debug: quiet,
			info: quiet,
			warn: quiet,
			error: quiet
		}
	});
}
/** Status of an answer of the API that is an error; undefined for errors of other kinds. */
function statusOf(error) {
	const { status } = error;
	return typeof status === "number" ? status : void 0;
}
/** Why the API said no, in one line. */
function reasonOf(error) {
	const status = statusOf(error);
	const message = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, " ").slice(0, 300);
	return status === void 0 ? message : `HTTP ${status}: ${message}`;
}

// src/action/pull-request/sticky-comment.ts
/** The first line of a comment, which GitHub does not show. Nothing in it can end it. */
function markerOf({ workflow, configuration }) {
	const word = (text) => encodeURIComponent(text).replaceAll("-", "%2D");
	return `<!-- gots comment workflow=${word(workflow)} configuration=${word(configuration)} -->`;
}
/** Of GitHub's 65,536 characters; the rest is left for what people add. */
const longestComment = 6e4;
/** How many pages of a hundred comments are looked through. */
const mostPages = 30;
/**
* Writes the comment of a pull request, or changes the one that is there: one that begins with the marker and was written by
* who writes now. Comments of others are never changed, whatever they begin with.
*
* @param body without the marker
*/
async function postComment(github, { owner, repository: repo }, number, identity, body) {
	const marker = markerOf(identity);
	const text = `${marker}\n${body}`;
	const own = await ownComment(github, {
		owner,
		repo,
		issue_number: number
	}, marker);
	if (own === void 0) {
		const { data } = await github.rest.issues.createComment({
			owner,
			repo,
			issue_number: number,
			body: text
		});
		return {
			kind: "created",
			url: data.html_url
		};
	}
	if (own.body === text) return { kind: "unchanged" };
	const { data } = await github.rest.issues.updateComment({
		owner,
		repo,
		comment_id: own.id,
		body: text
	});
	return {
		kind: "updated",
		url: data.html_url
	};
}
async function ownComment(github, issue, marker) {
	let login;
	for (let page = 1; page <= mostPages; page++) {
		const { data } = await github.rest.issues.listComments({
			...issue,
			per_page: 100,
			page
		});
		for (const { id, body = "", user } of data) {
			if (!body.startsWith(marker)) continue;
			login ??= await ownLogin(github);
			if (user?.login === login || user?.login === `${login}[bot]`) return {
				id,
				body
			};
		}
		if (data.length < 100) return void 0;
	}
}
/** Who the token writes as. A job's own token may not ask REST for that. */
async function ownLogin(github) {
	try {
		const { viewer } = await github.graphql("query { viewer { login } }");
		return viewer.login;
	} catch (error) {
		if (statusOf(error) === void 0) throw error;
		return "github-actions[bot]";
	}
}

// src/action/summary/report-text.ts
/** GitHub drops a summary of more than 1 MiB, all of it. Other uses of the action in the same step add to this. */
const longestSummary = 1e6;
/** The job's summary: everything, tables shortened where that would be too long; diffs are in the report. */
function summaryText(text) {
	return fitting((most) => render(text, most, false), longestSummary);
}
/** The comment of a pull request: what a reviewer wants to know first, the rest folded. @param longest in characters */
function commentBody(text, longest) {
	return fitting((most) => render(text, Math.min(most, 100), true), longest, (rendered) => rendered.length);
}
function render(text, most, isBrief) {
	const model = pageModel(text.builds);
	return `${[
		`### gots${text.configuration === "" ? "" : ` · ${plain(text.configuration)}`}: ${text.builds.length === 0 ? "no build" : headline(model)}`,
		problems(text, most),
		links(text),
		text.base && text.builds.length > 0 ? changeSection(compareBuilds(text.base.builds, text.builds), code(text.base.branch), most) : "",
		text.builds.length > 0 ? measures(model) : "",
		isBrief && model.joinPoints > 0 ? folded(`${plural(usedAspects(model), "aspect")} of ${model.aspects.length}`, aspectTable(model, most)) : aspectTable(model, most),
		model.modules.length > 0 ? folded(`${plural(model.modules.length, "module")} in the build list because of weaving`, moduleTable(model, most)) : "",
		uncoveredLine(model, most),
		model.packages.length > 0 ? folded(`${plural(model.packages.length, "package")} woven`, packageTable(model, most)) : "",
		testTable(text, most),
		footer(text)
	].filter((part) => part !== "").join("\n\n")}\n`;
}
function usedAspects({ aspects }) {
	return aspects.filter(({ joinPoints }) => joinPoints > 0).length;
}
function problems({ targets }, most) {
	return targets.filter(({ problem }) => problem !== void 0).slice(0, Math.max(1, most)).map(({ name, problem }) => `> [!CAUTION]\n> ${code(name)}: ${plain((problem ?? "").slice(0, 500))}`).join("\n\n");
}
function links({ reportUrl, base, builds }) {
	const parts = [];
	if (reportUrl !== void 0) parts.push(`[Report with every diff](${reportUrl})`);
	if (base === void 0 && builds.length > 0) parts.push("nothing to compare with yet");
	return parts.join(" · ");
}
function testTable({ targets }, most) {
	const tested = targets.filter(({ tests }) => tests !== void 0);
	if (tested.length === 0) return "";
	const rows = tested.map(({ name, tests }) => [
		code(name),
		String(tests?.passed ?? 0),
		String(tests?.failed ?? 0),
		String(tests?.skipped ?? 0),
		milliseconds(tests?.ms ?? 0)
	]);
	const failures = tested.flatMap(({ name, tests }) => (tests?.failures ?? []).map(({ importPath, test, passesPlain }) => [
		code(name),
		code(test === "" ? importPath : `${importPath} ${test}`),
		passesPlain === true ? "passes without weaving" : passesPlain === false ? "fails without weaving, too" : ""
	]));
	return [table([
		"Tests",
		"Passed",
		"Failed",
		"Skipped",
		"Time"
	], rows, most), ...failures.length > 0 ? [table([
		"Target",
		"Failed test",
		""
	], failures, most)] : []].join("\n\n");
}
function footer({ builds, sha, runUrl }) {
	const [first] = builds;
	const versions = first ? `gots ${plain(first.gotsVersion)}, ${plain(first.goVersion)}` : "gots";
	const run = runUrl === void 0 ? "" : ` in [this run](${runUrl})`;
	return `<sub>${versions}${sha === "" ? "" : ` of ${sha.slice(0, 12)}`}${run}</sub>`;
}

// src/action/artifacts/service.ts
/** Undefined on a runner without the service: the client would fail after many attempts. */
async function artifactService(env) {
	if (!env["ACTIONS_RUNTIME_TOKEN"] || !env["ACTIONS_RESULTS_URL"]) return void 0;
	const { DefaultArtifactClient } = await import("./chunk-artifact.mjs");
	const client = new DefaultArtifactClient();
	return {
		upload: async (name, folder, retentionDays) => {
			const options = retentionDays === 0 ? {} : { retentionDays };
			const { id, digest = "" } = await client.uploadArtifact(name, filesBelow(folder), folder, options);
			if (id === void 0) throw new Error("the service gave no id");
			return {
				id,
				digest
			};
		},
		list: async () => (await client.listArtifacts({ latest: true })).artifacts.map(({ id, name }) => ({
			id,
			name
		})),
		download: async (id, folder) => {
			mkdirSync(folder, { recursive: true });
			await client.downloadArtifact(id, { path: folder });
		}
	};
}
function filesBelow(folder) {
	return readdirSync(folder, {
		recursive: true,
		withFileTypes: true
	}).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
}

// src/action/surroundings.ts
/** Finds out what there is to work with. */
async function surroundingsOf(context) {
	const { env, inputs } = context;
	const known = runFacts(env);
	const run = known && {
		...known,
		apiUrl: inputs["api-url"] || known.apiUrl
	};
	const token = inputs.token.startsWith("${{") ? "" : inputs.token;
	if (token !== "") context.commands.mask(token);
	return {
		context,
		run,
		service: await artifactService(env),
		github: run && token !== "" ? await gitHub(run, token) : void 0
	};
}

// src/action/artifacts/pack-program.ts
/** Artifacts and releases keep no modes of files; an archive does. The time that all files are given. */
const epoch = /* @__PURE__ */ new Date("1980-01-01T00:00:00Z");
/**
* Packs a program as it is handed out: a zip for Windows, else a tar.gz, with the bit that lets it run.
*
* @param name of the archive, without its ending
*/
async function packProgram(program, goos, name, folder) {
	const isZip = goos === "windows";
	const file = `${name}${isZip ? ".zip" : ".tar.gz"}`;
	const path = join(folder, file);
	const bytes = readFileSync(program);
	if (isZip) {
		const zip = new import_yazl.ZipFile();
		zip.addBuffer(bytes, basename(program), {
			mtime: epoch,
			mode: 33261,
			forceDosTimestamp: true
		});
		zip.end();
		await pipeline(zip.outputStream, createWriteStream(path));
	} else {
		const tar = (0, import_tar_stream.pack)();
		tar.entry({
			name: basename(program),
			mode: 493,
			mtime: epoch,
			uid: 0,
			gid: 0
		}, bytes);
		tar.finalize();
		await pipeline(tar, createGzip({ level: 9 }), createWriteStream(path));
	}
	return {
		name: file,
		path
	};
}
/** SHA-256 of a file, hex. */
async function sha256Of(path) {
	const hash = createHash("sha256");
	await pipeline(createReadStream(path), hash);
	return hash.digest("hex");
}

// src/action/release/sbom.ts
/**
* Writes CycloneDX from the build information of a program, which in a woven one names injected modules as well. Its version, and the
* checksums of all that it is made of, are in helper/sbom.
*/
const tool = "github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod";
/**
* The bill of materials of a program, CycloneDX JSON.
*
* @throws GotsError action_release_failed
*/
async function writeSbom(context, program, output) {
	const cli = cliContext(context);
	const cwd = join(cli.home, "helper", "sbom");
	const writer = join(context.folder, "tools", "cyclonedx-gomod");
	mkdirSync(join(context.folder, "tools"), { recursive: true });
	const own = {
		GOFLAGS: "-mod=readonly",
		GOWORK: "off",
		GOOS: "",
		GOARCH: "",
		CGO_ENABLED: "0"
	};
	const { write, cancel } = context;
	const options = {
		cwd,
		env: {
			...cli.env,
			...own
		},
		write,
		cancel,
		busy: "writing a bill of materials"
	};
	const built = await runProgram(cli.go, [
		"build",
		"-o",
		writer,
		tool
	], options);
	if (built.exitCode !== 0) releaseFailed(`go build ${tool}`, lastLine(built.output));
	const args = [
		"bin",
		"-json",
		"-noserial",
		"-output",
		output,
		program
	];
	const made = await runProgram(writer, args, options);
	if (made.exitCode !== 0) releaseFailed(`cyclonedx-gomod ${args.join(" ")}`, lastLine(made.output));
}
function lastLine(text) {
	return text.trim().split("\n").at(-1) ?? "";
}

// src/action/release/release.ts
/**
* `release: true` on a tag: programs in archives, packages, a bill of materials of each program and their checksums, attached to the
* release of the tag, which is made if there is none. What is there under the same name is replaced, so that a job can run again.
*
* @returns false if it failed; the job then fails, since somebody waits for a release
*/
async function publishRelease({ context, run, github }, results) {
	const { commands } = context;
	if (!run?.isTag) {
		commands.annotate("notice", "release: nothing to do, this run is for no tag");
		return true;
	}
	try {
		const files = await releaseFiles(context, results, run.refName);
		commands.setOutput("release-files", JSON.stringify(files.map(({ path }) => path)));
		commands.setOutput("checksums", files.at(-1)?.path ?? "");
		if (!github) throw new Error("there is no token");
		await attach(context, github, run, files);
		return true;
	} catch (error) {
		const text = error instanceof GotsError ? formatError(error) : `release ${run.refName}: ${reasonOf(error)}`;
		const hint = statusOf(error) === 403 ? "; the job needs `permissions: contents: write`" : "";
		commands.annotate("error", `${text}${hint}`);
		return false;
	}
}
/** What a release gets; the file of checksums is the last. */
async function releaseFiles(context, results, tag) {
	const folder = join(context.folder, "release");
	mkdirSync(folder, { recursive: true });
	const version = tag.replace(/[^\w.+-]+/g, "-");
	const files = [];
	for (const target of results.targets) files.push(...await filesOf(context, target, version, folder));
	const sums = [];
	for (const { name, path } of files) sums.push(`${await sha256Of(path)}  ${name}\n`);
	const checksums = `checksums_${version}_${results.targets.map(({ name }) => name.replaceAll("/", "-")).join("_")}.txt`.slice(0, 200);
	writeFileSync(join(folder, checksums), sums.join(""));
	return [...files, {
		name: checksums,
		path: join(folder, checksums)
	}];
}
async function filesOf(context, { kind, name: target, goos, goarch, binaries, packages }, version, folder) {
	const files = [];
	for (const { name, path } of binaries) {
		const platform = kind === "executable" ? `${goos}_${goarch}` : target.replaceAll("/", "_");
		const title = `${name.replace(/\.exe$/, "")}_${version}_${platform}`;
		if (kind === "executable") files.push(await packProgram(path, goos, title, folder));
		const sbom = `${title}.cdx.json`;
		await writeSbom(context, path, join(folder, sbom));
		files.push({
			name: sbom,
			path: join(folder, sbom)
		});
	}
	return [...files, ...packages.map(({ name, path }) => ({
		name,
		path
	}))];
}
async function attach(context, github, { owner, repository: repo, refName: tag }, files) {
	const release = await releaseOf(github, {
		owner,
		repo,
		tag
	});
	const { data: present } = await github.rest.repos.listReleaseAssets({
		owner,
		repo,
		release_id: release.id,
		per_page: 100
	});
	for (const { name, path } of files) {
		const old = present.find((asset) => asset.name === name);
		if (old) await github.rest.repos.deleteReleaseAsset({
			owner,
			repo,
			asset_id: old.id
		});
		const data = readFileSync(path);
		const headers = {
			"content-type": "application/octet-stream",
			"content-length": data.length
		};
		await github.request(`POST ${release.uploadUrl}`, {
			name,
			data,
			headers
		});
		context.commands.line(`attached ${name} (${data.length} bytes)`);
	}
}
async function releaseOf(github, { owner, repo, tag }) {
	const described = ({ id, upload_url: url }) => ({
		id,
		uploadUrl: `${url.replace(/\{.*\}$/, "")}{?name}`
	});
	try {
		return described((await github.rest.repos.getReleaseByTag({
			owner,
			repo,
			tag
		})).data);
	} catch (error) {
		if (statusOf(error) !== 404) throw error;
	}
	try {
		const body = {
			owner,
			repo,
			tag_name: tag,
			name: tag,
			generate_release_notes: true,
			prerelease: /-/.test(tag)
		};
		return described((await github.rest.repos.createRelease(body)).data);
	} catch (error) {
		if (statusOf(error) !== 422) throw error;
		return described((await github.rest.repos.getReleaseByTag({
			owner,
			repo,
			tag
		})).data);
	}
}

// src/action/publish/manifests.ts
/** The manifests of all targets that were built far enough to have one. */
function manifestsOf(results, gofmt) {
	return results.targets.flatMap((target) => {
		const report = reportOf(target);
		if (report === void 0) return [];
		const { name, wovenMs, plainMs, plainCompiled, binaries } = target;
		return manifestOf(report, {
			root: results.workspace,
			moduleDir: results.moduleDir,
			gofmt,
			target: name,
			buildMs: Math.round(wovenMs),
			plainBuildMs: plainMs === void 0 ? void 0 : Math.round(plainMs),
			plainCompiled,
			binaries: binaries.map((binary) => ({
				name: binary.name,
				bytes: binary.bytes,
				...binary.plainBytes === void 0 ? {} : { plainBytes: binary.plainBytes }
			}))
		});
	});
}
/** Undefined where the build ended before its report was written whole. */
function reportOf({ report }) {
	if (report === void 0) return void 0;
	try {
		return JSON.parse(readFileSync(report, "utf8"));
	} catch {
		return;
	}
}
/** Without diffs: small enough to be kept for comparisons, and for those who only comment. */
function slim(manifest) {
	const packages = manifest.packages.map((each) => ({
		...each,
		files: each.files.map((file) => ({
			...file,
			diff: ""
		}))
	}));
	return {
		...manifest,
		packages
	};
}

// src/action/publish/write-report.ts
/**
* Writes the report's folder: the page, the manifests, and for each target the woven files and their diffs by import path. Targets that
* weave alike still have a folder each: they are other files of the same package.
*
* @returns path of the page
*/
function writeReportFolder(folder, full, assets) {
	mkdirSync(folder, { recursive: true });
	const manifests = full.map(({ manifest }) => manifest);
	const page = join(folder, "report.html");
	writeFileSync(page, renderPage(pageModel(manifests), assets));
	writeFileSync(join(folder, "manifest.json"), `${JSON.stringify(manifests, null, 2)}\n`);
	for (const { manifest, sources } of full) {
		const target = manifest.target.replaceAll("/", "-") || "build";
		writeSources(join(folder, "sources", target), sources);
		writeDiffs(join(folder, "diffs", target), manifest);
	}
	return page;
}
function writeDiffs(folder, { packages }) {
	for (const { importPath, files } of packages) for (const { name, diff } of files) {
		const file = join(folder, folderName(importPath), `${name}.diff`);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, `${diff}\n`);
	}
}

// src/action/publish/publish.ts
/**
* Tells what a run did: report, artifacts, summary, comment, and the release of a tag. What the runner or the token does not let
* it do is a notice; only a release that was asked for and cannot be made fails.
*
* @param assets of the report's page
* @returns false if the release failed
*/
async function publish(context, results, assets = pageAssets()) {
	const { commands, inputs } = context;
	if (results.outcome === "cancelled") return true;
	return commands.group("gots: report", async () => {
		const around = await surroundingsOf(context);
		await attemptStep(context, "the report is not complete", () => publishReport(around, results, assets));
		if (!inputs.release || results.outcome !== "passed") return true;
		return publishRelease(around, results);
	});
}
async function publishReport(around, results, assets) {
	const { context } = around;
	const full = await writeManifests(context, results, assets);
	const names = results.targets.map(({ name }) => name);
	const uploaded = await uploadAll(around, results, await manifestFileOf(around, full, names, notesOf(results)), names);
	setReportOutputs(context, full, uploaded.reportId);
	await tell(around, uploaded);
}
/** Runs a part that may fail without the job failing. */
async function attemptStep(context, what, body) {
	try {
		return await body();
	} catch (error) {
		context.commands.annotate("notice", `${what}: ${reasonOf(error)}`);
		return;
	}
}
async function writeManifests(context, results, assets) {
	const cli = cliContext(context);
	const { goRoot } = await goEnv(cli.go, context.cwd, cli.env);
	const full = manifestsOf(results, join(goRoot, "bin", "gofmt"));
	writeReportFolder(join(context.folder, "report"), full, assets);
	return full;
}
function notesOf(results) {
	return results.targets.map(({ name, problem, tests }) => ({
		name,
		...problem === void 0 ? {} : { problem: problem.slice(0, 2e3) },
		...tests === void 0 ? {} : { tests: {
			passed: tests.passed,
			failed: tests.failed,
			skipped: tests.skipped,
			ms: Math.round(tests.ms),
			failures: tests.failures.slice(0, 200).map(({ importPath, test, passesPlain }) => ({
				importPath,
				test,
				...passesPlain === void 0 ? {} : { passesPlain }
			}))
		} }
	}));
}
/** With what it is compared with: the same job's manifests on the branch that the pull request is for. */
async function manifestFileOf(around, full, names, targets) {
	const { configuration } = around.context.inputs;
	const builds = full.map(({ manifest }) => slim(manifest));
	const base = await baseOf(around, artifactName("manifest", configuration, names));
	return {
		schema: 1,
		configuration,
		builds,
		targets,
		...base === void 0 ? {} : { base }
	};
}
/** The builds of the base branch's last run; undefined outside of pull requests, and where there are none. */
async function baseOf(around, name) {
	const { context, run, github } = around;
	const branch = run?.pullRequest?.baseBranch;
	if (!run || !github || !branch) return void 0;
	try {
		const found = await manifestsOfBranch(github, run, name, branch);
		return found && {
			branch,
			builds: found.builds
		};
	} catch (error) {
		const hint = statusOf(error) === 403 ? "; give the job `permissions: actions: read`" : "";
		context.commands.annotate("notice", `not compared with ${branch}: ${reasonOf(error)}${hint}`);
		return;
	}
}
/** Uploads what the inputs ask for. @returns the manifest file, with the number of the report's artifact if there is one */
async function uploadAll(around, results, file, names) {
	const { context, service } = around;
	const { inputs, commands } = context;
	if (!inputs.upload) return file;
	if (!service) {
		commands.annotate("notice", `this runner has no artifact service; everything is in ${context.folder}`);
		return file;
	}
	const send = (kind, folder) => attemptStep(context, `the artifact "${artifactName(kind, inputs.configuration, names)}" is not uploaded`, () => service.upload(artifactName(kind, inputs.configuration, names), folder, inputs["retention-days"]));
	const report = await send("report", join(context.folder, "report"));
	const whole = {
		...file,
		...report === void 0 ? {} : { reportId: report.id }
	};
	await send("manifest", writeManifestFile(context, whole));
	const programs = await packAll(results, join(context.folder, "programs"));
	if (programs !== void 0) await send("programs", programs);
	return whole;
}
function writeManifestFile(context, file) {
	const folder = join(context.folder, "manifest");
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, manifestFileName), `${JSON.stringify(file)}\n`);
	return folder;
}
/** Programs in archives, since artifacts keep no modes, and packages as they are. @returns undefined if there are none */
async function packAll(results, folder) {
	const { targets } = results;
	if (targets.every(({ binaries, packages }) => binaries.length + packages.length === 0)) return void 0;
	mkdirSync(folder, { recursive: true });
	for (const { kind, goos, goarch, binaries, packages } of targets) {
		for (const { name, path } of kind === "executable" ? binaries : []) await packProgram(path, goos, `${name.replace(/\.exe$/, "")}_${goos}_${goarch}`, folder);
		for (const { name, path } of packages) writeFileSync(join(folder, name), readFileSync(path));
	}
	return folder;
}
function setReportOutputs({ commands, folder }, full, id) {
	const points = full.map(({ manifest }) => manifest.packages.reduce((sum, { joinPoints }) => sum + joinPoints.length, 0));
	commands.setOutput("report", join(folder, "report", "report.html"));
	commands.setOutput("manifest", join(folder, "report", "manifest.json"));
	commands.setOutput("join-points", String(Math.max(0, ...points)));
	commands.setOutput("artifact-id", id === void 0 ? "" : String(id));
}
/** Summary and comment. */
async function tell(around, file) {
	const { context, run } = around;
	const { inputs, commands } = context;
	const text = publishedText(file, run, run?.pullRequest?.headSha || run?.sha || "");
	addSummary(context, () => summaryText(text));
	if (!inputs.comment || !run?.pullRequest) return;
	const { number, isFork } = run.pullRequest;
	const companion = "the job summary has everything, and a workflow_run workflow can comment (docs/action.md)";
	if (!around.github) return commands.annotate("notice", `no comment without a token; ${companion}`);
	try {
		const posted = await postComment(around.github, run, number, identityOf(run, file), commentBody(text, longestComment));
		commands.line(`comment ${posted.kind}${posted.kind === "unchanged" ? "" : `: ${posted.url}`}`);
	} catch (error) {
		const why = isFork ? "the token of a fork may not write" : "the job needs `permissions: pull-requests: write`";
		commands.annotate("notice", `no comment: ${reasonOf(error)}${statusOf(error) === 403 ? ` (${why})` : ""}; ${companion}`);
	}
}
function identityOf(run, { configuration }) {
	return {
		workflow: run.endedRun?.workflow ?? run.workflow,
		configuration
	};
}
/** @param sha commit that was built */
function publishedText(file, run, sha) {
	const { configuration, builds, base, targets, reportId } = file;
	const url = run && runUrl(run.endedRun ? {
		...run,
		runId: run.endedRun.id
	} : run);
	return {
		configuration,
		builds,
		base,
		targets,
		runUrl: url,
		reportUrl: url === void 0 || reportId === void 0 ? void 0 : `${url}/artifacts/${reportId}`,
		sha
	};
}

export { actionNothingToMerge as _, publishedText as a, surroundingsOf as c, postComment as d, manifestsOfRun as f, actionNoEndedRun as g, artifactName as h, publish as i, commentBody as l, readManifestFile as m, baseOf as n, tell as o, manifestFileName as p, identityOf as r, writeManifestFile as s, attemptStep as t, longestComment as u };