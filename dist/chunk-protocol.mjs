import "./chunk-toolexec.mjs";
import { createHash } from "node:crypto";

// src/driver/front/protocol.ts
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
/** The content of a file that holds one frame: the frame, and its SHA-256 (withSum of helper/shim/wire.go). */
function sealedFrame(kind, fields) {
	const frame = encodeFrame(kind, fields);
	return Buffer.concat([frame, createHash("sha256").update(frame).digest()]);
}
function u32(value) {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value);
	return bytes;
}

export { sealedFrame as t };