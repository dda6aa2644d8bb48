import "./chunk-rolldown-runtime.mjs";

// src/plugin/api.ts
/** Gives the types of a plug-in to whoever writes one; returns it as it is. */
function definePlugin(plugin) {
	return plugin;
}

export { definePlugin };