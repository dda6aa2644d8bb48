import { i as goFailed, o as goNotFound, s as goTooOld } from "./chunk-cli.mjs";
import { n as runGo } from "./chunk-go.mjs";

// src/go/go-env.ts
const variables = [
	"GOVERSION",
	"GOMOD",
	"GOWORK",
	"GOCACHE",
	"GOMODCACHE",
	"GOFLAGS",
	"GOCACHEPROG",
	"GOROOT",
	"GOOS",
	"GOARCH",
	"CGO_ENABLED"
];
/**
* Asks go for its settings.
*
* @param chdir value of -C on the command line, if any
* @throws GotsError cli_go_not_found, cli_go_failed, cli_go_too_old
*/
async function goEnv(go, cwd, env, chdir) {
	const result = await runGo([
		...chdir === void 0 ? [] : ["-C", chdir],
		"env",
		"-json",
		...variables
	], {
		go,
		cwd,
		env
	}).catch((error) => {
		if (error.code === "ENOENT") goNotFound(go);
		throw error;
	});
	if (result.exitCode !== 0) goFailed("go env", result.stderr);
	const values = JSON.parse(result.stdout);
	const version = values.GOVERSION;
	const minor = /^go1\.(\d+)/.exec(version)?.[1];
	if (minor !== void 0 && Number(minor) < 24) goTooOld(version);
	const file = (path) => path === "/dev/null" || path === "NUL" || path === "off" ? "" : path;
	return {
		version,
		goMod: file(values.GOMOD),
		goWork: file(values.GOWORK),
		goCache: values.GOCACHE,
		modCache: values.GOMODCACHE,
		goflags: values.GOFLAGS,
		goCacheProg: values.GOCACHEPROG,
		goRoot: values.GOROOT,
		system: `${values.GOOS} ${values.GOARCH} ${values.CGO_ENABLED}`
	};
}

export { goEnv as t };