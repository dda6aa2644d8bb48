// src/driver/plan/saved-settings.ts
/** Variables that gots sets and a user may have set before. */
const saved = ["GOFLAGS", "GOCACHEPROG"];
/**
* The text of GOTS_SAVED: the user's own settings, for a later `gots` in the same environment and for the cache program. They are
* handed on in the environment, where they came from, and written nowhere: they may hold passwords.
*
* @param env the user's environment
* @param cacheProg the user's GOCACHEPROG, from there or from `go env -w`
*/
function savedSettings(env, cacheProg) {
	return JSON.stringify([...saved.map((name) => env[name] ?? null), cacheProg]);
}
/** Whether a variable is as `gots env` set it; a value that was set after it is the user's. */
function isOurs(name, value) {
	if (name === "GOFLAGS") return /-toolexec=.*\/shim-[0-9a-f]+\b/.test(value);
	return /\/shim-[0-9a-f]+['"]* cacheprog /.test(value);
}
/** The environment without what an earlier `gots env` put there, so that planning sees the user's own settings. */
function withoutOurs(env) {
	const values = read(env);
	if (values === void 0) return env;
	const own = { ...env };
	saved.forEach((name, at) => {
		if (!isOurs(name, env[name] ?? "")) return;
		const value = values[at];
		if (typeof value === "string") own[name] = value;
		else delete own[name];
	});
	delete own["GOTS_SAVED"];
	delete own["GOTS_PLAN"];
	delete own["GOTS_TOOLEXEC"];
	return own;
}
function read(env) {
	const text = env["GOTS_SAVED"];
	return text ? JSON.parse(text) : void 0;
}

export { withoutOurs as n, savedSettings as t };