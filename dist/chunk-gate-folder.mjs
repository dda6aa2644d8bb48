import { r as ensureHelper } from "./chunk-node-flags.mjs";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";

// src/cli/gate-folder.ts
/**
* A folder for the front of PATH that holds the gate under the name `go` (helper/gate).
*
* @param goVersion `go1.26.8`
* @throws GotsError where the gate cannot be built
*/
async function gateFolder(context, goVersion) {
	const { go, cacheDir, home, log, env } = context;
	const sourceDir = join(home, "helper", "gate");
	const gate = await ensureHelper("gate", {
		go,
		goVersion,
		cacheDir,
		sourceDir,
		log,
		env,
		touchedFile: env["GOTS_TOUCHED"]
	});
	const folder = join(cacheDir, "path", basename(gate));
	const link = join(folder, "go");
	mkdirSync(folder, { recursive: true });
	rmSync(link, { force: true });
	symlinkSync(gate, link);
	return folder;
}

export { gateFolder as t };