import "./chunk-rolldown-runtime.mjs";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// src/page/assets.ts
/** A page's style sheet and script: of a build's report, or of telemetry. scripts/build.mjs puts them beside the bundle. */
function pageAssets(dist = distOfBundle(), page = "page") {
	const read = (name) => readFileSync(join(dist, name), "utf8").trim();
	return {
		css: read(`${page}.css`),
		script: read(`${page}.js`)
	};
}
/** The folder of the bundle that this code is part of; run from sources, the repository's own. */
function distOfBundle() {
	const here = dirname(fileURLToPath(import.meta.url));
	return existsSync(join(here, "page.js")) ? here : join(here, "..", "..", "dist");
}

export { pageAssets as t };