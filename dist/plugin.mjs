import "./chunk-rolldown-runtime.mjs";

// src/plugin/api.ts
/** Gives authors the types of a plug-in; returns it as it is. */
function definePlugin(plugin) {
	return plugin;
}

export { definePlugin };