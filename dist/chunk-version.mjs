import "./chunk-rolldown-runtime.mjs";
import { s as weaverVersion } from "./chunk-plan.mjs";

// src/cli/commands/version.ts
/** `gots version`. */
async function runVersionCommand(_line, context) {
	context.write(`gots ${weaverVersion} (node ${process.version}, ${process.platform}/${process.arch})\n`);
	return 0;
}

export { runVersionCommand };