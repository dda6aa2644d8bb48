// src/manifest/manifest.ts
/** What a reader calls an aspect: its id, or the place of one that has none. */
function aspectName({ id, file, line }) {
	return id === "" ? `${file}:${line}` : id;
}

export { aspectName as t };