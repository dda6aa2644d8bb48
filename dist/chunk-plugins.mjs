import { t as pluginAbsent } from "./chunk-plugin.mjs";

// src/driver/steps/plugins.ts
/**
* Loads plug-ins when aspects need them. Their files must still be those that the aspects were made from: what another
* file does is not what the keys stand for.
*
* @param aspectFiles display name and absolute path of each aspect file
* @returns a loader, which throws GotsError plugin_absent, plugin_load, plugin_shape and those of modules
*/
function pluginLoader(aspectFiles) {
	const known = /* @__PURE__ */ new Map();
	return async (aspects) => {
		const wanted = aspects.flatMap(({ advice }) => advice.filter((each) => each.kind === "plugin"));
		if (wanted.length === 0) return void 0;
		const loaded = /* @__PURE__ */ new Map();
		for (const advice of wanted) {
			const key = `${advice.digest} ${advice.file}`;
			const plugin = known.get(key) ?? load(advice, aspectFiles);
			known.set(key, plugin);
			loaded.set(key, await plugin);
		}
		return (file, digest) => loaded.get(`${digest} ${file}`);
	};
}
/** Reading aspects is loaded with it, so only where there are plug-ins. */
async function load({ file, digest, span }, aspectFiles) {
	const [{ moduleGraph }, { importPlugin }, { diskReader }] = await Promise.all([
		import("./chunk-module-graph2.mjs"),
		import("./chunk-load-plugins2.mjs"),
		import("./chunk-disk-reader.mjs")
	]);
	const graphOf = (path) => moduleGraph(path, (each) => diskReader.read(each), {
		span,
		display: (each) => each
	});
	const found = aspectFiles.filter(({ display }) => display === file).find(({ path }) => graphOf(path).digest === digest);
	return found === void 0 ? pluginAbsent(span, file) : importPlugin(found.path, digest, span);
}

export { pluginLoader as t };