import { l as shimBadFrame } from "./chunk-toolexec.mjs";

// src/driver/front/protocol.ts
/**
* What the shim (`helper/shim`) and the build server say to each other over a Unix socket.
*
* One connection serves one tool run: the shim sends one request and gets one reply. After the reply `run` it sends `ended`
* and waits for one more reply (`done`, or `run` again). The connection stays open until the tool has ended, also across the shim's exec,
* so end of file tells the server that the tool is gone.
*
* A frame is a length (4 bytes, little endian, of what follows) and a list of strings. A string is a length (same form) and its bytes.
* The first string is the kind; then for each field its name, the number of its values in decimal, and the values.
* Fixtures of all messages, which the tests of both sides read: `helper/shim/testdata/frames.json`.
* The shim ignores fields that it does not know. JSON would cost the shim more time to start than all the rest it does.
*/
const protocolVersion = 1;
/** Frames longer than this are refused: no command line comes near, so it can only be a foreign client. */
const maxFrameBytes = 64 << 20;
/** Bytes of one frame, length included. */
function encodeFrame(kind, fields) {
	const strings = [kind];
	for (const [name, values] of Object.entries(fields)) strings.push(name, String(values.length), ...values);
	const parts = [];
	let size = 0;
	for (const text of strings) {
		const bytes = typeof text === "string" ? Buffer.from(text) : text;
		parts.push(u32(bytes.length), bytes);
		size += 4 + bytes.length;
	}
	return Buffer.concat([u32(size), ...parts]);
}
/**
* Takes the first frame off what has arrived so far.
*
* @returns undefined while the frame is incomplete; else the frame and the bytes behind it
* @throws GotsError shim_bad_frame if these bytes cannot be a frame
*/
function takeFrame(received) {
	if (received.length < 4) return void 0;
	const size = received.readUInt32LE(0);
	if (size > 67108864) shimBadFrame(`it has ${size} bytes`);
	if (received.length < 4 + size) return void 0;
	return {
		frame: decodeFrame(received.subarray(4, 4 + size)),
		rest: received.subarray(4 + size)
	};
}
function decodeFrame(payload) {
	const strings = splitStrings(payload);
	const kind = strings[0]?.toString();
	if (kind === void 0) shimBadFrame("it is empty");
	const fields = /* @__PURE__ */ new Map();
	let at = 1;
	while (at < strings.length) {
		const name = strings[at]?.toString() ?? "";
		const digits = strings[at + 1]?.toString() ?? "";
		const count = Number(digits);
		if (!/^\d+$/.test(digits) || at + 2 + count > strings.length) shimBadFrame(`field "${name}" is cut off`);
		if (!fields.has(name)) fields.set(name, strings.slice(at + 2, at + 2 + count));
		at += 2 + count;
	}
	return {
		kind,
		fields
	};
}
function splitStrings(payload) {
	const strings = [];
	let at = 0;
	while (at < payload.length) {
		if (at + 4 > payload.length) shimBadFrame("a length is cut off");
		const end = at + 4 + payload.readUInt32LE(at);
		if (end > payload.length) shimBadFrame("a string is cut off");
		strings.push(payload.subarray(at + 4, end));
		at = end;
	}
	return strings;
}
/**
* The request in a frame.
*
* @throws GotsError shim_bad_frame if a field is missing, the kind is unknown, or the shim speaks another version
*/
function decodeRequest(frame) {
	const list = (name) => (frame.fields.get(name) ?? shimBadFrame(`"${frame.kind}" has no "${name}"`)).map((bytes) => bytes.toString());
	const text = (name) => list(name)[0] ?? shimBadFrame(`"${frame.kind}" has an empty "${name}"`);
	const number = (name) => Number.parseInt(text(name), 10);
	const version = number("protocol");
	if (version !== 1) shimBadFrame(`the shim speaks version ${version}, the server ${1}`);
	const caller = () => ({
		pid: number("pid"),
		goPid: number("goPid"),
		cwd: text("cwd"),
		pwd: text("pwd"),
		tool: text("tool"),
		importPath: text("importPath"),
		chain: text("chain")
	});
	const readers = {
		hello: () => ({
			kind: "hello",
			...caller(),
			goArgv: list("goArgv")
		}),
		salt: () => ({
			kind: "salt",
			...caller(),
			goArgv: list("goArgv")
		}),
		compile: () => ({
			kind: "compile",
			...caller(),
			args: list("args")
		}),
		link: () => ({
			kind: "link",
			...caller(),
			args: list("args")
		}),
		ended: () => ({
			kind: "ended",
			exitCode: number("exitCode"),
			output: Buffer.concat(frame.fields.get("output") ?? [])
		})
	};
	const known = (kind) => Object.hasOwn(readers, kind);
	return known(frame.kind) ? readers[frame.kind]() : shimBadFrame(`its kind is "${frame.kind}"`);
}
/** Bytes of the frame that answers a request. */
function encodeReply(reply) {
	switch (reply.kind) {
		case "ok": return encodeFrame("ok", {});
		case "salt": return encodeFrame("salt", { salt: [reply.salt] });
		case "exec": return encodeFrame("exec", {
			argv: reply.argv,
			env: reply.env
		});
		case "run": return encodeFrame("run", {
			argv: reply.argv,
			env: reply.env,
			appends: reply.appends.flatMap(({ archive, name, file }) => [
				archive,
				name,
				file
			])
		});
		case "done": return encodeFrame("done", {
			exitCode: [String(reply.exitCode)],
			stdout: [reply.stdout],
			stderr: [reply.stderr]
		});
	}
}
function u32(value) {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value);
	return bytes;
}

export { takeFrame as i, encodeFrame as n, encodeReply as r, decodeRequest as t };