import { createHash } from "node:crypto";

// src/base/hash.ts
/**
* SHA-256 over parts, each framed by its length, so that no two different lists of parts collide.
*
* @returns 64 lower-case hex digits
*/
function hashParts(...parts) {
	const hash = createHash("sha256");
	for (const part of parts) {
		const bytes = typeof part === "string" ? Buffer.from(part) : part;
		hash.update(`${bytes.length}:`).update(bytes);
	}
	return hash.digest("hex");
}
/** SHA-256 of the bytes themselves, in hex: the id under which cmd/go files an output. */
function sha256(bytes) {
	return createHash("sha256").update(bytes).digest("hex");
}

export { sha256 as n, hashParts as t };