import { t as lineLog } from "./chunk-log.mjs";
import { homedir } from "node:os";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// src/cli/command-context.ts
function commandContext(env, cwd) {
	const here = dirname(fileURLToPath(import.meta.url));
	const home = [join(here, ".."), join(here, "..", "..")].find((dir) => existsSync(join(dir, "helper", "shim"))) ?? join(here, "..");
	return {
		cwd: env["PWD"] && sameFolder(env["PWD"], cwd) ? env["PWD"] : cwd,
		env,
		log: lineLog((line) => process.stderr.write(line), env["GOTS_DEBUG"] !== void 0),
		go: env["GOTS_GO"] || "go",
		cacheDir: env["GOTS_CACHE"] || join(userCacheDir(env), "gots"),
		home,
		cacheProg: join(home, "dist", "cacheprog.cjs"),
		write: (text) => void process.stdout.write(text)
	};
}
function sameFolder(a, b) {
	try {
		const [x, y] = [statSync(a), statSync(b)];
		return x.ino === y.ino && x.dev === y.dev;
	} catch {
		return false;
	}
}
/** As Go's os.UserCacheDir. */
function userCacheDir(env) {
	if (process.platform === "darwin") return join(homedir(), "Library", "Caches");
	return env["XDG_CACHE_HOME"] || join(env["HOME"] || homedir(), ".cache");
}

export { commandContext as t };