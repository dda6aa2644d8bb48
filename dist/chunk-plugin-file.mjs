// src/dialects/plugins/plugin-file.ts
/** Whether an aspect file is the code of a plug-in, by its name. */
function isPluginFile(path) {
	return /\.m?js$/.test(path);
}

export { isPluginFile as t };