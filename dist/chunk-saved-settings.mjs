// src/build/saved-settings.ts
/** Variables that gots sets and a user may have set before. */
const saved = [
	"GOFLAGS",
	"GOCACHEPROG",
	"GOWORK"
];
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
/** The environment without what an earlier `gots env` put there. */
function withoutOurs(env) {
	const values = read(env);
	if (values === void 0) return env;
	const own = { ...env };
	saved.forEach((name, at) => {
		const value = values[at];
		if (typeof value === "string") own[name] = value;
		else delete own[name];
	});
	delete own["GOTS_SAVED"];
	delete own["GOTS_PLAN"];
	return own;
}
/** The user's own GOCACHEPROG; '' if there is none. */
function userCacheProg(env = process.env) {
	return read(env)?.[saved.length] ?? "";
}
function read(env) {
	const text = env["GOTS_SAVED"];
	return text ? JSON.parse(text) : void 0;
}

export { userCacheProg as n, withoutOurs as r, savedSettings as t };