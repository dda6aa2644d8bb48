import { r as GotsError } from "./chunk-message.mjs";
import { i as loopSemantics } from "./chunk-build.mjs";
import { a as linkDepsUnreadable, d as toolexecFlagWithoutValue, f as toolexecNoFlag, n as archiveBuildIdLength, p as toolexecUnknownFlag, r as archiveCorrupt, t as archiveBadMemberName } from "./chunk-toolexec.mjs";
import { i as moduleDirOf } from "./chunk-module-folder.mjs";
import { At as initOrderMoved, at as packageClauseName, gt as likelyAnswer } from "./chunk-ask.mjs";
import { i as packageFacts } from "./chunk-package-aspects.mjs";
import { t as wasmPath } from "./chunk-asset.mjs";
import { closeSync, fstatSync, openSync, readFileSync, readSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

// src/driver/serve/go-process.ts
function goProcess(token, chain, resolution) {
	return {
		token,
		chain,
		resolution,
		mode: "unknown",
		flags: void 0,
		cwd: "",
		go: "go",
		actions: /* @__PURE__ */ new Map()
	};
}
/** Does something for a go command; what it uses of the caches is noted as used by that command. */
function usedBy(usedFiles, owner, action) {
	return usedFiles ? usedFiles.within(owner.token, action) : action();
}

// src/toolexec/archive.ts
/** First bytes of every ar archive. */
const archiveMagic = "!<arch>\n";
/** Bytes of the header before each member. */
const memberHeaderBytes = 60;
/** Whether these bytes begin as an ar archive does. */
function isArchive(bytes) {
	return bytes.length >= 8 && latin1(bytes, 0, 8) === "!<arch>\n";
}
/**
* Lists the members of an archive in order.
*
* @throws GotsError archive_corrupt
* @see cmd/internal/archive, Go 1.24 to 1.27: header `%-16s%-12d%-6d%-6d%-8o%-10d` and a backquote, content padded to an even length
*/
function listMembers(bytes) {
	if (!isArchive(bytes)) archiveCorrupt("it does not begin with \"!<arch>\"");
	const members = [];
	let at = 8;
	while (at < bytes.length) {
		const header = latin1(bytes, at, at + 60);
		const size = /^[0-9]+ *$/.test(header.slice(48, 58)) ? Number.parseInt(header.slice(48, 58), 10) : -1;
		if (!header.endsWith("`\n") || header.length < 60 || size < 0) archiveCorrupt(`the header of its member ${members.length + 1} cannot be read`);
		const start = at + 60;
		const end = start + size;
		if (end > bytes.length) archiveCorrupt(`its member ${members.length + 1} is cut off`);
		members.push({
			name: header.slice(0, 16).trimEnd(),
			start,
			end
		});
		at = end + size % 2;
	}
	return members;
}
/**
* Content of the first member of that name.
*
* @returns a view of `bytes`, not a copy; undefined if there is none
* @throws GotsError archive_corrupt
*/
function readMember(bytes, name) {
	const member = listMembers(bytes).find((candidate) => candidate.name === name);
	return member && bytes.subarray(member.start, member.end);
}
/**
* Header and content of a member, padded, ready to be written behind an archive. Deterministic: no time, no owner, mode 0644.
*
* @param name at most 15 bytes, with an extension other than .o and .syso: else the linker loads the member as an object
*   (cmd/link/internal/ld/lib.go, loadobjfile)
* @param content at least 8 bytes: cmd/internal/archive looks at so many, also in the last member
* @throws GotsError archive_bad_member_name
*/
function printMember(name, content) {
	if (!/^[\x21-\x7e]{1,15}$/.test(name) || !/\.(?!o$|syso$)[^.]+$/.test(name)) archiveBadMemberName(name);
	const size = String(content.length);
	const header = `${name.padEnd(16)}${"0".padEnd(12)}${"0".padEnd(6)}${"0".padEnd(6)}${"644".padEnd(8)}${size.padEnd(10)}\`\n`;
	const padding = Buffer.alloc(content.length % 2);
	return Buffer.concat([
		Buffer.from(header, "latin1"),
		content,
		padding
	]);
}
/**
* Whether compile alone made this archive, so that a cached copy may stand in for running compile. Anything else (assembly, cgo,
* .syso) was packed by cmd/go afterwards, which would pack it a second time.
*
* @param ours names of members that gots itself appended
* @throws GotsError archive_corrupt
*/
function isRestorable(bytes, ours) {
	const names = listMembers(bytes).map(({ name }) => name);
	return names[0] === "__.PKGDEF" && names[1] === "_go_.o" && names.slice(2).every((name) => ours.has(name));
}
/**
* The build id that an archive carries, as `action/content`.
*
* @returns undefined if the archive was compiled without one
* @throws GotsError archive_corrupt
* @see cmd/internal/buildid/buildid.go, ReadFile: second line of the first member's content, `build id "…"`
*/
function readBuildId(bytes) {
	const packageDefinition = readMember(bytes, "__.PKGDEF");
	if (packageDefinition === void 0) archiveCorrupt("it has no member \"__.PKGDEF\"");
	const lines = latin1(packageDefinition, 0, 1024).split("\n");
	return /^build id "([^"\\]*)"$/.exec(lines[1] ?? "")?.[1];
}
/**
* A copy of the bytes with each occurrence of one build id replaced by another of the same length.
*
* @throws GotsError archive_build_id_length
*/
function replaceBuildId(bytes, from, to) {
	if (from.length !== to.length || from.length === 0) archiveBuildIdLength(from, to);
	const result = Buffer.from(bytes);
	const original = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const key = Buffer.from(from, "latin1");
	for (let at = original.indexOf(key); at >= 0; at = original.indexOf(key, at + key.length)) result.write(to, at, "latin1");
	return result;
}
function latin1(bytes, start, end) {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1", start, end);
}

// src/toolexec/link-deps.ts
/** Name of the archive member that lists link dependencies; Orchestrion's, so that both read each other's archives. */
const linkDepsMember = "link.deps";
/**
* Reads the content of a `link.deps` member.
*
* @param archive file name for the message
* @returns sorted by path, one entry a path
* @throws GotsError link_deps_unreadable for a version other than 1 and 2 or an unknown kind
*/
function parseLinkDeps(text, archive) {
	const [head = "", ...lines] = text.split("\n");
	const version = /^#link\.deps@v([12])$/.exec(head.trim())?.[1];
	if (version === void 0) linkDepsUnreadable(archive, head);
	const entries = lines.map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
	if (version === "1") return mergeLinkDeps(entries.map((path) => ({
		path,
		kind: "import"
	})));
	return mergeLinkDeps(entries.map((line) => {
		const [kind, path, ...more] = line.split("	");
		if (kind !== "import" && kind !== "relocation" || !path || more.length > 0) linkDepsUnreadable(archive, line);
		return {
			path,
			kind
		};
	}));
}
/** Content of a `link.deps` member, version 2: one line each, sorted by path. Same dependencies, same bytes. */
function printLinkDeps(deps) {
	return `${["#link.deps@v2", ...mergeLinkDeps(deps).map(({ kind, path }) => `${kind}\t${path}`)].join("\n")}\n`;
}
/** One entry a path, sorted by path; `import` is the stronger kind. */
function mergeLinkDeps(deps) {
	const kinds = /* @__PURE__ */ new Map();
	for (const { path, kind } of deps) if (kinds.get(path) !== "import") kinds.set(path, kind);
	return [...kinds].map(([path, kind]) => ({
		path,
		kind
	})).sort((a, b) => a.path < b.path ? -1 : 1);
}

// src/driver/steps/archive-deps.ts
const none = [];
/** Link dependencies that archives carry, each archive read once; files below `vanillaDir` never carry any. */
var ArchiveDeps = class {
	vanillaDir;
	known = /* @__PURE__ */ new Map();
	constructor(vanillaDir) {
		this.vanillaDir = `${vanillaDir}/`;
	}
	/** @throws GotsError link_deps_unreadable */
	of(file) {
		if (file.startsWith(this.vanillaDir)) return none;
		let deps = this.known.get(file);
		if (!deps) {
			const text = readMemberText(file, linkDepsMember);
			deps = text === void 0 ? none : parseLinkDeps(text, file);
			this.known.set(file, deps);
		}
		return deps;
	}
	/** Notes what an archive is going to carry, before it is written. */
	set(file, deps) {
		this.known.set(file, deps);
	}
};
/** Text of a member, reading only the headers before it: archives are large, and this runs for every import. */
function readMemberText(file, name) {
	let fd;
	try {
		fd = openSync(file, "r");
	} catch {
		return;
	}
	try {
		const header = Buffer.alloc(60);
		if (readSync(fd, header, 0, "!<arch>\n".length, 0) < "!<arch>\n".length) return void 0;
		if (header.toString("latin1", 0, "!<arch>\n".length) !== "!<arch>\n") return void 0;
		let at = archiveMagic.length;
		while (readSync(fd, header, 0, 60, at) === 60) {
			const size = Number.parseInt(header.toString("latin1", 48, 58), 10);
			if (!(size >= 0)) return void 0;
			if (header.toString("latin1", 0, 16).trimEnd() === name) {
				const content = Buffer.alloc(size);
				readSync(fd, content, 0, size, at + 60);
				return content.toString("utf8");
			}
			at += 60 + size + size % 2;
		}
		return;
	} finally {
		closeSync(fd);
	}
}

// src/driver/steps/weaver.ts
/** Weaves packages; loads weaving when the first one needs it, which most builds never do, and tree-sitter when a text does. */
var Weaver = class {
	loaded;
	plugins;
	constructor(plugins) {
		this.plugins = plugins;
	}
	/**
	* @param types begins a conversation about the package; called once, if an aspect needs types
	* @param mayGuess takes likely answers where the compiler refutes what is woven with a wrong one
	*/
	async weave(request, aspects, types, mayGuess) {
		this.loaded ??= load();
		const weave = await this.loaded;
		const plugins = await this.plugins(aspects);
		let conversation;
		let isGuessed = false;
		try {
			return {
				...await weave(request, aspects, plugins, async (questions) => {
					if (mayGuess && conversation === void 0 && questions.every((question) => question.isRefutable)) {
						isGuessed = true;
						return questions.map(() => likelyAnswer);
					}
					conversation ??= await types();
					return conversation.ask(questions);
				}),
				isGuessed
			};
		} finally {
			conversation?.close();
		}
	}
};
async function load() {
	const [{ lazyGrammar }, { weaveWithTypes }] = await Promise.all([import("./chunk-lazy-grammar.mjs"), import("./chunk-weave-with-types2.mjs")]);
	const withGrammar = lazyGrammar(loadTreeSitter);
	return (request, aspects, plugins, ask) => withGrammar((grammar) => weaveWithTypes(request, aspects, {
		grammar,
		plugins
	}, ask));
}
async function loadTreeSitter() {
	return (await import("./chunk-load-grammar2.mjs")).loadTreeSitter({
		runtimeWasm: readFileSync(wasmPath("web-tree-sitter.wasm")),
		goWasm: readFileSync(wasmPath("tree-sitter-go.wasm"))
	});
}

// src/toolexec/export-data.ts
/** Versions of the unified export format whose beginning is known: 1 and 2 in Go 1.24 to 1.26, 4 in Go 1.27. */
const exportVersions = /* @__PURE__ */ new Set([
	1,
	2,
	3,
	4
]);
/** Sections of the export data, by number; ten in all (internal/pkgbits/reloc.go). */
const section = {
	string: 0,
	meta: 1,
	package: 3,
	count: 10
};
const objectMagic = "\0go120ld";
const fingerprintBytes$1 = 8;
/** The text headers of most object files end well before. */
const objectHeadBytes = 4096;
/**
* The same for an archive on disk, reading only what is looked at: archives have up to tens of megabytes, and after a plain
* build every package's is looked at.
*/
function peekArchiveFile(path) {
	const fd = openSync(path, "r");
	try {
		const { size } = fstatSync(fd);
		return peek(() => readParts((from, to) => readRange(fd, from, to, size)));
	} finally {
		closeSync(fd);
	}
}
/**
* Name in the package clause of an archive's package, from its export data alone: a builder may have put the object elsewhere (`-linkobj`).
*
* @returns undefined where {@link peekArchive} would give up on the export data
*/
function exportedPackageName(bytes) {
	try {
		const definition = readMember(bytes, "__.PKGDEF");
		return definition && readExport(bufferOf(definition))?.name;
	} catch (error) {
		return giveUp(error);
	}
}
function readParts(read) {
	const first = memberAt(read, archiveMagic.length);
	if (read(0, "!<arch>\n".length).toString("latin1") !== "!<arch>\n" || first?.name !== "__.PKGDEF") return void 0;
	const second = memberAt(read, first.end + first.end % 2);
	if (second?.name !== "_go_.o") return void 0;
	const start = objectStart(read, second);
	if (start === void 0) return void 0;
	const offsetAt = second.start + start + 8 + fingerprintBytes$1 + 4 + 4;
	const end = read(offsetAt, offsetAt + 4).readUInt32LE(0);
	return {
		definition: read(first.start, first.end),
		object: read(second.start, second.start + start + end)
	};
}
/** Where the object begins behind its text headers, which hold a line for each C name of a cgo package. */
function objectStart(read, { start, end }) {
	for (let bytes = objectHeadBytes;; bytes *= 16) {
		const at = read(start, Math.min(end, start + bytes)).indexOf("\n!\n", 0, "latin1");
		if (at >= 0) return at + 3;
		if (start + bytes >= end) return void 0;
	}
}
function memberAt(read, at) {
	const header = read(at, at + 60).toString("latin1");
	const size = /^([0-9]+) *$/.exec(header.slice(48, 58))?.[1];
	if (size === void 0 || !header.endsWith("`\n")) return void 0;
	const start = at + 60;
	return {
		name: header.slice(0, 16).trimEnd(),
		start,
		end: start + Number(size)
	};
}
/** @throws RangeError for a range that is not in the file: damaged sizes must not decide what is allocated */
function readRange(fd, from, to, size) {
	if (from > to || to > size) throw new RangeError("the archive is cut off");
	const bytes = Buffer.allocUnsafe(to - from);
	if (readSync(fd, bytes, 0, bytes.length, from) < bytes.length) throw new RangeError("the archive is cut off");
	return bytes;
}
function peek(partsOf) {
	try {
		const parts = partsOf();
		if (!parts) return void 0;
		const own = readExport(parts.definition);
		const linked = readObject(parts.object);
		if (!own || !linked || !own.fingerprint.equals(linked.fingerprint)) return void 0;
		return {
			path: own.path,
			name: own.name,
			imports: linked.imports
		};
	} catch (error) {
		return giveUp(error);
	}
}
/** Reads outside the data throw RangeError; listMembers throws archive_corrupt. */
function giveUp(error) {
	if (error instanceof RangeError || error instanceof GotsError && error.code === "archive_corrupt") return void 0;
	throw error;
}
/** The export data: 'u', version, flags, ends of sections, ends of elements, elements, fingerprint, marker. */
function readExport(definition) {
	const start = definition.indexOf("\n$$B\nu", 0, "latin1");
	if (!definition.toString("latin1", 0, 10).startsWith("go object ") || start < 0) return void 0;
	const data = definition.subarray(start + 6);
	const end = data.length - 4;
	if (data.toString("latin1", Math.max(0, end)) !== "\n$$\n") return void 0;
	const flags = data.readUInt32LE(4);
	if (!exportVersions.has(data.readUInt32LE(0)) || flags !== 0) return void 0;
	const elements = elementTable(data.subarray(8, end - fingerprintBytes$1));
	if (!elements) return void 0;
	const root = readElement(elements(section.meta, 0));
	const self = readElement(elements(section.package, root.reference(section.package)));
	return {
		path: elements(section.string, self.reference(section.string)).toString(),
		name: elements(section.string, self.reference(section.string)).toString(),
		fingerprint: data.subarray(end - fingerprintBytes$1, end)
	};
}
/**
* Finds elements by section and index.
*
* @param data from the ends of sections to the last element
* @returns undefined if the table does not fit the data
*/
function elementTable(data) {
	const total = data.readUInt32LE(4 * (section.count - 1));
	const ends = data.subarray(4 * section.count);
	const content = ends.subarray(4 * total);
	if (total === 0 || ends.readUInt32LE(4 * (total - 1)) !== content.length) return void 0;
	return (kind, index) => {
		const at = (kind === 0 ? 0 : data.readUInt32LE(4 * (kind - 1))) + index;
		if (at >= data.readUInt32LE(4 * kind)) throw new RangeError(`section ${kind} has no element ${index}`);
		return content.subarray(at === 0 ? 0 : ends.readUInt32LE(4 * (at - 1)), ends.readUInt32LE(4 * at));
	};
}
/** An element begins with a table of references (section, index); its data name them by number in that table. */
function readElement(element) {
	let at = 0;
	const uvarint = () => {
		let value = 0;
		for (let scale = 1; scale <= 2 ** 28; scale *= 128) {
			const byte = element.readUInt8(at++);
			value += (byte & 127) * scale;
			if (byte < 128) return value;
		}
		throw new RangeError("a number is too long");
	};
	const count = uvarint();
	if (count > element.length) throw new RangeError("a reference table is too long");
	const references = Array.from({ length: count }, () => ({
		kind: uvarint(),
		index: uvarint()
	}));
	return { reference(kind) {
		const found = references[uvarint()];
		if (found?.kind !== kind) throw new RangeError(`no reference to section ${kind}`);
		return found.index;
	} };
}
/** The object file: text headers, `!`, magic, fingerprint, flags, offsets of blocks (the first is autolib, the second ends it). */
function readObject(member) {
	const start = member.indexOf("\n!\n", 0, "latin1");
	if (start < 0) return void 0;
	const object = member.subarray(start + 3);
	if (object.toString("latin1", 0, 8) !== objectMagic) return void 0;
	const fingerprintAt = 8;
	const offsets = 20;
	const end = object.readUInt32LE(24);
	const imports = /* @__PURE__ */ new Set();
	for (let at = object.readUInt32LE(offsets); at < end; at += 16) {
		const text = object.readUInt32LE(at + 4);
		if (text + object.readUInt32LE(at) > object.length) throw new RangeError("a path lies outside the object");
		imports.add(object.toString("utf8", text, text + object.readUInt32LE(at)));
	}
	return {
		imports: [...imports].sort(),
		fingerprint: object.subarray(fingerprintAt, 16)
	};
}
function bufferOf(bytes) {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

// src/toolexec/tool-flags.ts
/** Flags of `go tool compile` of Go 1.24 to 1.27, as its -h prints them. */
const compileFlags = {
	tool: "compile",
	switches: words(`% + B C E K L N S V W asan clobberdead clobberdeadreg complete dwarf dwarfbasentries dwarflocationlists
    dynlink e errorurl h j l linkshared live m msan nolocalimports pack r race shared smallframes std t u v w wb`),
	valued: words(`D I asmhdr bench blockprofile buildid c coveragecfg cpuprofile d embedcfg env gendwarfinl goversion importcfg
    installsuffix json lang linkobj memprofile memprofilerate mutexprofile o p pgoprofile spectre symabis traceprofile trimpath`)
};
/** Flags of `go tool link` of Go 1.24 to 1.27, as its -h prints them; `8` exists for plan9 alone. */
const linkFlags = {
	tool: "link",
	switches: words(`8 V a asan aslr bindnow c checklinkname compressdwarf d debugnosplit dumpdep e f g h linkshared msan n
    pruneweakmap race s v w`),
	valued: words(`B D E H I L R T X benchmark benchmarkprofile buildid buildmode capturehostobjs cpuprofile debugtextsize
    debugtramp extar extld extldflags fipso funcalign importcfg installsuffix k libgcc linkmode macos macsdk memprofile
    memprofilerate o pluginpath r randlayout strictdups tmpdir`)
};
/**
* Splits a command line into flags and what follows them, as Go's package flag does: the first word that is no flag ends them.
*
* @param args arguments behind the tool
* @throws GotsError toolexec_unknown_flag, toolexec_flag_without_value
*/
function splitFlags(args, table) {
	const flags = [];
	let at = 0;
	while (at < args.length) {
		const word = args[at] ?? "";
		if (word === "--") return {
			flags,
			rest: args.slice(at + 1)
		};
		if (word.length < 2 || !word.startsWith("-")) break;
		const [, name = "", value] = /^--?([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
		at++;
		if (value !== void 0) flags.push({
			name,
			value,
			form: "equals"
		});
		else if (table.switches.has(name)) flags.push({
			name,
			value: void 0,
			form: "alone"
		});
		else if (!table.valued.has(name)) toolexecUnknownFlag(table.tool, word);
		else {
			flags.push({
				name,
				value: args[at] ?? toolexecFlagWithoutValue(table.tool, word),
				form: "two words"
			});
			at++;
		}
	}
	return {
		flags,
		rest: args.slice(at)
	};
}
/** The words of the flags again, each in its own form. */
function printFlags(flags) {
	return flags.flatMap(({ name, value, form }) => {
		if (form === "alone") return [`-${name}`];
		return form === "equals" ? [`-${name}=${value}`] : [`-${name}`, value ?? ""];
	});
}
/** The value that counts: the tools let the last occurrence win. undefined if the flag is absent or a switch without value. */
function flagValue(flags, name) {
	return flags.findLast((flag) => flag.name === name)?.value;
}
/** Whether a switch is on: `-std` or `-std=true` (any of Go's spellings of true). */
function isSwitchOn(flags, name) {
	const flag = flags.findLast((candidate) => candidate.name === name);
	return flag !== void 0 && (flag.value === void 0 || /^(1|t|T|true|TRUE|True)$/.test(flag.value));
}
/** Gives every occurrence of a flag that takes a value the new value; adds `-name=value` behind all others if there is none. */
function setFlag(flags, name, value) {
	if (!flags.some((flag) => flag.name === name)) return [...flags, {
		name,
		value,
		form: "equals"
	}];
	return flags.map((flag) => flag.name === name ? {
		...flag,
		value
	} : flag);
}
function words(text) {
	return new Set(text.split(/\s+/));
}

// src/driver/steps/language.ts
/** The last version in which an iteration does not have variables of its own is 1.21. */
const ownVariables = 1022;
/** The first compiler that tells a file's version behind a line directive (cmd/compile/internal/noder/writer.go, distinctVars). */
const firstRightCompiler = 1026;
const loop = /\bfor\b[^{}\n]*:=/;
const raisedFile = /^\/\/go:build\b.*\bgo1\.(2[2-9]|[3-9]\d)\b/m;
/**
* Flags of a compile whose sources were woven, with the language level of its templates, and with loop variables as the package's own
* level has them. In packages below Go 1.22 the level that a template needs would change these, and so do, with the compilers of Go 1.24
* and 1.25, the line directives of woven text: those compilers take a position behind one for a file of the newest version.
*
* @throws GotsError build_loop_semantics where the files of one package differ in this
*/
function languageFlags(command, sources) {
	const own = langNumber(command.lang ?? "");
	const needed = langNumber(sources.lang);
	const isRaised = own > 0 && needed > own;
	const flags = isRaised ? command.flags.map((flag) => flag.name === "lang" ? {
		...flag,
		value: sources.lang
	} : flag) : command.flags;
	if (own === 0 || own >= ownVariables) return flags;
	if (!(langNumber(flagValue(command.flags, "goversion") ?? "") < firstRightCompiler && sources.texts.some((text) => loop.test(text.toString("latin1")))) && !(isRaised && needed >= ownVariables)) return flags;
	if (sources.originals().some((file) => raisedFile.test(file.toString("latin1")))) loopSemantics(sources.path, command.lang ?? "", flagValue(command.flags, "goversion") ?? "");
	return [...flags, {
		name: "d",
		value: "loopvarhash=qn",
		form: "equals"
	}];
}
/** `go1.21` and `go1.21.3` as 1021; 0 for anything else. */
function langNumber(lang) {
	const match = /^go(\d+)\.(\d+)/.exec(lang);
	return match ? Number(match[1]) * 1e3 + Number(match[2]) : 0;
}
/**
* The language version of a package that comes in with a module whose go line is lowered in the overlay; undefined where cmd/go's is right.
*
* @param languages version by module path; '' for modules below one of these that keep theirs
*/
function languageFor(languages, importPath) {
	if (languages === void 0) return void 0;
	for (let path = importPath; path !== ""; path = path.slice(0, Math.max(0, path.lastIndexOf("/")))) if (Object.hasOwn(languages, path)) return languages[path] || void 0;
}

// src/toolexec/argv.ts
/**
* Reads a compile command line. It has no response files: cmd/go writes those only for programs called compile, link and so on
* (exec.go, useResponseFile), and below -toolexec the program is the shim.
*
* @param args arguments behind the tool; not modified
* @throws GotsError toolexec_unknown_flag, toolexec_flag_without_value, toolexec_no_flag if -o or -p is missing
* @see cmd/go/internal/work/gc.go, Go 1.24 to 1.27: flags come first, files last
*/
function parseCompile(args) {
	const { flags, rest } = splitFlags(args, compileFlags);
	return compileOf(flags, rest);
}
function compileOf(flags, goFiles) {
	return {
		flags,
		goFiles,
		packagePath: flagValue(flags, "p") ?? toolexecNoFlag("compile", "-p"),
		importcfg: flagValue(flags, "importcfg"),
		output: flagValue(flags, "o") ?? toolexecNoFlag("compile", "-o"),
		buildId: parseBuildId(flagValue(flags, "buildid")),
		lang: flagValue(flags, "lang"),
		isComplete: isSwitchOn(flags, "complete"),
		isStd: isSwitchOn(flags, "std"),
		trimpath: flagValue(flags, "trimpath"),
		pgoProfile: flagValue(flags, "pgoprofile"),
		symabis: flagValue(flags, "symabis"),
		asmHeader: flagValue(flags, "asmhdr"),
		embedcfg: flagValue(flags, "embedcfg"),
		coveragecfg: flagValue(flags, "coveragecfg")
	};
}
/** The words of a compile command line; the inverse of {@link parseCompile}. */
function printCompile(command) {
	return [...printFlags(command.flags), ...command.goFiles];
}
/** The command with some of its parts replaced, all else in its place. */
function changeCompile(command, change) {
	let { flags } = command;
	if (change.importcfg !== void 0) flags = setFlag(flags, "importcfg", change.importcfg);
	if (change.output !== void 0) flags = setFlag(flags, "o", change.output);
	if (change.lang !== void 0) flags = setFlag(flags, "lang", change.lang);
	if (change.trimpath !== void 0) flags = setFlag(flags, "trimpath", change.trimpath);
	return compileOf(flags, change.goFiles ?? command.goFiles);
}
/**
* Reads a link command line.
*
* @param args arguments behind the tool; not modified
* @throws GotsError toolexec_unknown_flag, toolexec_flag_without_value, toolexec_no_flag if -o is missing
*/
function parseLink(args) {
	const { flags, rest } = splitFlags(args, linkFlags);
	return linkOf(flags, rest);
}
function linkOf(flags, files) {
	const buildMode = flagValue(flags, "buildmode") ?? "exe";
	return {
		flags,
		files,
		mainArchive: buildMode === "shared" ? void 0 : files[0],
		importcfg: flagValue(flags, "importcfg"),
		output: flagValue(flags, "o") ?? toolexecNoFlag("link", "-o"),
		buildId: parseBuildId(flagValue(flags, "buildid")),
		buildMode,
		extld: flagValue(flags, "extld")
	};
}
/** The words of a link command line; the inverse of {@link parseLink}. */
function printLink(command) {
	return [...printFlags(command.flags), ...command.files];
}
/** The command with some of its parts replaced, all else in its place. */
function changeLink(command, change) {
	let { flags } = command;
	if (change.importcfg !== void 0) flags = setFlag(flags, "importcfg", change.importcfg);
	if (change.output !== void 0) flags = setFlag(flags, "o", change.output);
	if (change.extld !== void 0) flags = setFlag(flags, "extld", change.extld);
	const files = change.mainArchive === void 0 ? command.files : [change.mainArchive, ...command.files.slice(1)];
	return linkOf(flags, files);
}
function parseBuildId(text) {
	if (text === void 0 || text === "") return void 0;
	const parts = text.split("/");
	return {
		text,
		actionId: parts[0] ?? "",
		contentId: parts.at(-1) ?? ""
	};
}
/**
* Splits the description that cmd/go hands to tools.
*
* @param text `p`, `p [p.test]`, `p [mainpkg]` or `p.test`
* @see cmd/go/internal/load/pkg.go, Package.Desc, Go 1.24 to 1.27
*/
function parseImportPath(text) {
	const [, path, variant] = /^(.*?) \[(.*)\]$/s.exec(text) ?? [];
	if (path === void 0 || variant === void 0) return {
		path: text,
		forTest: void 0,
		forMain: void 0
	};
	return variant.endsWith(".test") ? {
		path,
		forTest: variant.slice(0, -5),
		forMain: void 0
	} : {
		path,
		forTest: void 0,
		forMain: variant
	};
}

// src/toolexec/importcfg.ts
/**
* Reads an import configuration.
*
* @see cmd/compile/internal/base/flag.go and cmd/link/internal/ld/ld.go, readImportCfg, Go 1.24 to 1.27
*/
function parseImportcfg(text) {
	const lines = text.split("\n");
	if (lines.at(-1) === "") lines.pop();
	return importcfgOf(lines.map(parseLine));
}
function importcfgOf(lines) {
	return {
		lines,
		packageFiles: new Map(lines.flatMap((line) => line.kind === "packagefile" ? [[line.path, line.file]] : [])),
		importMap: new Map(lines.flatMap((line) => line.kind === "importmap" ? [[line.from, line.to]] : []))
	};
}
function parseLine(text) {
	const other = {
		kind: "other",
		text
	};
	const [, verb, args = ""] = /^(\S+) +(.*)$/s.exec(text.trim()) ?? [];
	if (verb === "modinfo") return {
		kind: "modinfo",
		quoted: args
	};
	const equals = args.indexOf("=");
	if (equals <= 0 || equals === args.length - 1) return other;
	const left = args.slice(0, equals);
	const right = args.slice(equals + 1);
	if (verb === "packagefile") return {
		kind: "packagefile",
		path: left,
		file: right
	};
	return verb === "importmap" ? {
		kind: "importmap",
		from: left,
		to: right
	} : other;
}
/** The text of an import configuration; the inverse of {@link parseImportcfg}. */
function printImportcfg(importcfg) {
	return importcfg.lines.map((line) => `${printLine(line)}\n`).join("");
}
function printLine(line) {
	switch (line.kind) {
		case "packagefile": return `packagefile ${line.path}=${line.file}`;
		case "importmap": return `importmap ${line.from}=${line.to}`;
		case "modinfo": return `modinfo ${line.quoted}`;
		case "other": return line.text;
	}
}
/**
* Adds archives behind all other lines, sorted by import path.
*
* @param archives import path to archive file; paths that the configuration has already stay as they are, since two archives
*   of one package do not link
*/
function addPackageFiles(importcfg, archives) {
	const added = [...archives].filter(([path]) => !importcfg.packageFiles.has(path)).sort(([a], [b]) => a < b ? -1 : 1).map(([path, file]) => ({
		kind: "packagefile",
		path,
		file
	}));
	return added.length === 0 ? importcfg : importcfgOf([...importcfg.lines, ...added]);
}
/** The quoted module information of a link's configuration; undefined if it has none. */
function modinfoOf(importcfg) {
	return importcfg.lines.find((line) => line.kind === "modinfo")?.quoted;
}
/** Replaces the module information; a configuration without such a line gets none. */
function setModinfo(importcfg, quoted) {
	return importcfgOf(importcfg.lines.map((line) => line.kind === "modinfo" ? {
		kind: "modinfo",
		quoted
	} : line));
}

// src/toolexec/trimpath.ts
/**
* A path as the tools record it under `-trimpath`: the first rewrite whose left side is the path or a folder above it applies.
*
* @param rewrites `from=>to;from=>to`, where `from` alone means `from=>`
* @see cmd/internal/objabi/line.go, ApplyRewrites, Go 1.24 to 1.27
*/
function applyRewrites(path, rewrites) {
	for (const rewrite of rewrites.split(";")) {
		const arrow = rewrite.lastIndexOf("=>");
		const from = arrow < 0 ? rewrite : rewrite.slice(0, arrow);
		const to = arrow < 0 ? "" : rewrite.slice(arrow + 2);
		if (from === "") continue;
		if (path === from) return to;
		if (path.startsWith(`${from}/`)) return to === "" ? path.slice(from.length + 1) : `${to}${path.slice(from.length)}`;
	}
	return path;
}

// src/driver/steps/package-compile.ts
/**
* Reads what a compile is about: its importcfg, the link dependencies of what it imports, and its first file.
*
* @param given what cmd/go asked for; the command must have an importcfg and a Go file
* @param languages language versions by module path, see {@link languageFor}
* @throws GotsError link_deps_unreadable
*/
function describeCompile(given, deps, languages) {
	const { command, request, owner, job } = given;
	const importcfg = parseImportcfg(readFileSync(resolve(request.cwd, command.importcfg), "utf8"));
	const inherited = [];
	for (const file of importcfg.packageFiles.values()) inherited.push(...deps.of(resolve(request.cwd, file)));
	const path = command.packagePath === "main" || request.importPath !== "" ? request.importPath : command.packagePath;
	const testMain = command.packagePath === "main" && command.goFiles.some((file) => basename(file) === "_testmain.go");
	const firstFile = readFileSync(resolve(request.cwd, command.goFiles[0]));
	const imports = [...importcfg.packageFiles.keys()].sort();
	const satisfied = mergeLinkDeps(inherited).filter((dep) => dep.kind === "relocation" || !importcfg.packageFiles.has(dep.path));
	const facts = {
		path,
		name: packageClauseName(firstFile) ?? "",
		imports,
		testMain,
		inherited: satisfied
	};
	const language = languageFor(languages, parseImportPath(path).path) ?? "";
	return {
		command: language === "" ? command : changeCompile(command, { lang: language }),
		request,
		owner,
		job,
		importcfg,
		facts,
		language
	};
}
/** A package for type checking: what the compiler is given. */
function sourcesOf(compilation, importPath, goarch) {
	const { command, request, importcfg } = compilation;
	const absolute = (file) => resolve(request.cwd, file);
	return {
		importPath,
		lang: command.lang,
		goarch,
		files: command.goFiles.map((name) => ({
			name: recordedName(compilation, name),
			path: absolute(name)
		})),
		packageFiles: new Map([...importcfg.packageFiles].map(([path, file]) => [path, absolute(file)])),
		importMap: importcfg.importMap
	};
}
/**
* The name that positions in woven text give to a file. The compiler would shorten it under -trimpath, but records columns of the text
* as it stands, behind a name in it: that must not depend on where the file lies.
*/
function recordedName({ command, request }, name) {
	return applyRewrites(resolve(request.cwd, name), command.trimpath ?? "");
}

// src/driver/steps/own-compile.ts
/**
* Up to this size of a package's Go files in bytes the compiler finds its errors sooner than the type oracle does. The oracle must also be
* built, with the type checker of the standard library: longer than all packages of most programs that are looked at take.
*/
const mostBytes = 131072;
/** Flags by which a compile writes other files, or prints more. */
const reporting = new Set("bench blockprofile cpuprofile gendwarfinl json m memprofile mutexprofile traceprofile".split(" "));
/** Whether the compiler is the one to ask for a package's errors. */
function isSmall({ command, request }) {
	return command.goFiles.map((file) => statSync(resolve(request.cwd, file)).size).reduce((sum, size) => sum + size, 0) <= mostBytes;
}
/**
* Whether the compiler takes the package's own files. They are compiled without optimisation, and nothing of that is kept. That may refuse
* a file which an optimising compile takes (a stack frame that is too large); those it accepts have no error of types.
*
* @param folder for the files of this compile, absolute
*/
async function isAccepted(go, { command, request }, folder) {
	const kept = command.flags.filter(({ name }) => !reporting.has(name));
	const header = command.asmHeader === void 0 ? kept : setFlag(kept, "asmhdr", join(folder, "own.h"));
	const cheap = ["N", "l"].map((name) => ({
		name,
		value: void 0,
		form: "alone"
	}));
	const own = changeCompile({
		...command,
		flags: [...header, ...cheap]
	}, { output: join(folder, "own.a") });
	return go.accepts(request.tool, printCompile(own), request.cwd);
}

// src/driver/steps/check-woven.ts
/**
* Whether the package's own files have an error that weaving may hide, or may have one. Packages of other modules are as their authors
* published them, and not looked at.
*
* @param folder for files that this needs, absolute
*/
async function hiddenErrors(context, host, woven, folder) {
	if (!woven?.mayHideErrors || !isUsers(context, host)) return false;
	context.log.debug(`errors of ${host.facts.path} that weaving may hide are looked for`);
	try {
		if (isSmall(host)) return !await isAccepted(context.go, host, folder);
		const { error } = await ask(context, host, {
			...ownSources(context, host),
			strict: true
		}, "error");
		return error !== void 0;
	} catch (error) {
		context.log.debug(`errors of ${host.facts.path}: ${error.message}`);
		return true;
	}
}
function isUsers({ plan }, { command, request }) {
	return [...new Set(command.goFiles.map((file) => dirname(resolve(request.cwd, file))))].some((folder) => plan.moduleDirs.includes(moduleDirOf(folder) ?? ""));
}
/**
* Checks that the package's own variables are initialised in the order in which they are without weaving. A package with an error is left
* to the compiler.
*
* @param parts.goFiles woven and own files, in the order in which they are compiled; `archives` are those that woven code adds
* @throws GotsError weave_init_order
*/
async function checkOrder(context, host, woven, parts) {
	const own = ownSources(context, host);
	context.log.debug(`order of initialisation in ${own.importPath} is compared`);
	const files = parts.goFiles.map((file) => ({
		name: file,
		path: resolve(host.request.cwd, file)
	}));
	const packageFiles = new Map([...own.packageFiles, ...parts.archives]);
	const [plain, moved] = await Promise.all([ask(context, host, own, "order"), ask(context, host, {
		...own,
		files,
		packageFiles,
		lang: parts.lang
	}, "order")]);
	if (plain.unknown !== void 0 || moved.unknown !== void 0) return;
	const [before, after] = [plain.order ?? [], moved.order ?? []];
	const wanted = before.filter((name) => after.includes(name));
	const found = after.filter((name) => before.includes(name));
	const at = wanted.findIndex((name, index) => found[index] !== name);
	if (at < 0) return;
	const { importPath } = own;
	initOrderMoved({
		importPath,
		early: found[at] ?? "",
		late: wanted[at] ?? ""
	}, woven.matches[0]?.aspectSpan);
}
function ownSources({ plan, goarch }, host) {
	return sourcesOf(host, packageFacts(host.facts, plan).importPath, goarch);
}
async function ask({ types }, { owner }, sources, kind) {
	const conversation = await types.open(owner, sources);
	try {
		const [answer = {}] = await conversation.ask([{ kind }]);
		return answer;
	} finally {
		conversation.close();
	}
}

// src/driver/steps/woven-compile.ts
/**
* Shows the user's errors as plain go does: where woven files do not compile, or may compile only because they are woven, the package's
* own files are compiled, for their messages alone. If these have no error, weaving made it, and the woven files' messages are shown.
*/
function messagesOfPlainGo(woven) {
	let failed;
	let isPlain = false;
	return { async ended(request) {
		if (isPlain) return failed === void 0 || request.exitCode !== 0 ? show(request) : showWoven(woven, failed);
		if (request.exitCode === 0 && !await woven.mayHideErrors()) return show(request);
		if (request.exitCode > 128) return show(request);
		if (request.exitCode !== 0) failed = request;
		isPlain = true;
		return plainCompile(woven);
	} };
}
/**
* A compile of what was woven with guesses: where the compiler says that one is wrong, the exact text is compiled.
*
* @param exact weaves and compiles with types
*/
function unlessRefuted(guessed, exact) {
	let next = guessed.afterwards;
	let isFirst = true;
	const ended = async (request) => {
		const isRefuted = isFirst && request.exitCode !== 0 && request.output.includes("multiple-value");
		isFirst = false;
		if (!isRefuted) return next ? next.ended(request) : show(request);
		try {
			const step = await exact();
			next = step.afterwards;
			return step.reply;
		} catch (error) {
			if (error instanceof GotsError && error.code === "weave_type_unknown" && next) return next.ended(request);
			throw error;
		}
	};
	return guessed.reply.kind === "run" ? {
		reply: guessed.reply,
		afterwards: { ended }
	} : guessed;
}
const done = {
	kind: "done",
	exitCode: 0,
	stdout: "",
	stderr: ""
};
/** Ends as the tool did. */
function show({ output }) {
	return {
		...done,
		stdout: output
	};
}
function showWoven(woven, { exitCode, output }) {
	return {
		...done,
		exitCode,
		stdout: withoutWovenNames(woven, output)
	};
}
/** Compiles the package as it is and keeps nothing of that but the messages. */
function plainCompile({ tool, command, folder }) {
	const { flags } = command;
	const asmHeader = command.asmHeader === void 0 ? flags : setFlag(flags, "asmhdr", join(folder, "plain.h"));
	const object = flagValue(flags, "linkobj") === void 0 ? asmHeader : setFlag(asmHeader, "linkobj", join(folder, "plain.o"));
	const plain = changeCompile({
		...command,
		flags: object
	}, { output: join(folder, "plain.a") });
	return {
		kind: "run",
		argv: [tool, ...printCompile(plain)],
		env: [],
		appends: []
	};
}
/**
* Takes the names of woven files out of a compiler's messages. The compiler adds them in brackets to a place inside a message that a line
* directive moved: `main.go:3:8[/tmp/…/gots/src/main.go:4:8]`.
*/
function withoutWovenNames({ originals }, output) {
	const bytes = (text) => Buffer.from(text).toString("latin1");
	let text = output.toString("latin1");
	for (const [file, original] of originals) {
		const name = bytes(file);
		const pattern = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
		text = text.replace(new RegExp(`\\[${pattern}:\\d+(?::\\d+)?\\]`, "g"), "").replaceAll(name, bytes(original));
	}
	return Buffer.from(text, "latin1");
}

// src/driver/steps/woven-files.ts
/**
* Writes the woven files of a package, those that weaving adds, and for a main package one that imports what must be linked.
*
* @param folder gets a folder `src`, which must exist
* @param pending packages that a main package imports blank
* @returns files to compile, in the order in which their variables are initialised; of each written file the name of its original
*/
function writeWovenFiles(folder, host, woven, pending) {
	const originals = /* @__PURE__ */ new Map();
	const byName = new Map(woven?.files.map((file) => [file.name, file.text]));
	const used = /* @__PURE__ */ new Set();
	const early = [];
	const goFiles = host.command.goFiles.map((name) => {
		const text = byName.get(recordedName(host, name));
		if (!text) return name;
		let base = basename(name);
		for (let n = 1; used.has(base); n++) base = `${n}_${basename(name)}`;
		used.add(base);
		const file = join(folder, "src", base);
		writeFileSync(file, text);
		originals.set(file, name);
		return file;
	});
	for (const { name, text, first } of woven?.added ?? []) {
		const file = join(folder, "src", name);
		writeFileSync(file, text);
		originals.set(file, name);
		if (first) early.push(file);
		else goFiles.push(file);
	}
	goFiles.unshift(...early);
	if (pending.length === 0) return {
		goFiles,
		originals
	};
	const file = join(folder, "src", "gots_links.go");
	const lines = pending.map((path) => `import _ ${JSON.stringify(path)}\n`);
	writeFileSync(file, `//line <gots>:1:1\npackage main\n${lines.join("")}`);
	return {
		goFiles: [...goFiles, file],
		originals
	};
}

// src/toolexec/fingerprints.ts
const magic = "\0go120ld";
const fingerprintBytes = 8;
/**
* Fingerprints in the object file of a package archive; what the linker compares before it says "fingerprint mismatch".
*
* @returns undefined for an object format that is not Go 1.20–1.27's
* @see cmd/internal/goobj: magic, fingerprint, flags, block offsets, of which the first two bound the autolib table
*/
function archiveLinks(bytes) {
	const member = readMember(bytes, "_go_.o");
	if (!member) return void 0;
	const buffer = Buffer.from(member.buffer, member.byteOffset, member.byteLength);
	const start = buffer.indexOf("\n!\n", 0, "latin1");
	const object = buffer.subarray(start + 3);
	if (start < 0 || object.toString("latin1", 0, 8) !== magic) return void 0;
	const at = 8;
	const offsets = 20;
	const imports = /* @__PURE__ */ new Map();
	const end = object.readUInt32LE(24);
	for (let entry = object.readUInt32LE(offsets); entry < end; entry += 16) {
		const text = object.readUInt32LE(entry + 4);
		const path = object.toString("utf8", text, text + object.readUInt32LE(entry));
		imports.set(path, object.toString("hex", entry + 8, entry + 8 + fingerprintBytes));
	}
	return {
		fingerprint: object.toString("hex", at, 16),
		imports
	};
}

export { mergeLinkDeps as A, languageFor as C, Weaver as D, peekArchiveFile as E, readBuildId as F, replaceBuildId as I, goProcess as L, isArchive as M, isRestorable as N, ArchiveDeps as O, printMember as P, usedBy as R, languageFlags as S, exportedPackageName as T, parseCompile as _, checkOrder as a, printCompile as b, recordedName as c, modinfoOf as d, parseImportcfg as f, changeLink as g, changeCompile as h, unlessRefuted as i, printLinkDeps as j, linkDepsMember as k, sourcesOf as l, setModinfo as m, writeWovenFiles as n, hiddenErrors as o, printImportcfg as p, messagesOfPlainGo as r, describeCompile as s, archiveLinks as t, addPackageFiles as u, parseImportPath as v, flagValue as w, printLink as x, parseLink as y };