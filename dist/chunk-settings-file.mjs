import { homedir } from "node:os";
import { join } from "node:path";

// src/go/settings-file.ts
/**
* The files in which `go env -w` keeps a user's settings, and a toolchain its own; they need not exist.
*
* @param goRoot root of the toolchain in use
* @see cmd/go/internal/cfg/cfg.go, EnvFile, and os.UserConfigDir (Go 1.24 to 1.27)
*/
function settingsFiles(places, goRoot) {
	const own = join(goRoot, "go.env");
	const named = places.GOENV;
	if (named === "off") return [own];
	return [own, named || join(configDir(places), "go", "env")];
}
function configDir({ HOME, XDG_CONFIG_HOME }) {
	const home = HOME || homedir();
	if (process.platform === "darwin") return join(home, "Library", "Application Support");
	return XDG_CONFIG_HOME || join(home, ".config");
}

export { settingsFiles as t };