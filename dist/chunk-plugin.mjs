import { t as GotsError } from "./chunk-diagnostic.mjs";

// src/report/codes/plugin.ts
/** A plug-in's file, or one that it imports, is not there. */
function pluginMissing(span, path) {
	throw new GotsError({
		code: "plugin_missing",
		message: `the module "${path}" does not exist`,
		hint: "paths are relative to the file that names them",
		span
	});
}
/** A plug-in imports something that would not reach the keys under which its results are kept. */
function pluginImport(span, specifier, allowed) {
	throw new GotsError({
		code: "plugin_import",
		message: `a plug-in cannot import ${specifier}: what it does must follow from its own files`,
		hint: `files beside it can be imported, by literal names, and ${allowed.join(", ")}`,
		span
	});
}
/** A plug-in's module cannot be loaded. */
function pluginLoad(span, cause) {
	throw new GotsError({
		code: "plugin_load",
		message: `the plug-in cannot be loaded: ${messageOf(cause)}`,
		detail: stackOf(cause),
		hint: "node must be able to import it",
		span,
		cause
	});
}
/** A plug-in's module does not export a plug-in. */
function pluginShape(span, problem) {
	throw new GotsError({
		code: "plugin_shape",
		message: `this is no plug-in: ${problem}`,
		hint: "export const plugin = { id, select, rewrite }; see docs/plugins.md",
		span
	});
}
/** A plug-in threw, or did what it must not. */
function pluginFailed(span, id, what, cause) {
	throw new GotsError({
		code: "plugin_failed",
		message: `the plug-in "${id}" failed in ${what}: ${messageOf(cause)}`,
		detail: stackOf(cause),
		span,
		cause
	});
}
/** Files are a matter of packages, but the plug-in selects nodes. */
function pluginOfNodes(span, id) {
	throw new GotsError({
		code: "plugin_of_nodes",
		message: `the plug-in "${id}" changes the files of packages, and its "select" depends on more than the package`,
		hint: "select with import-path, package-name, package-filter and the like; rewrite nodes in another plug-in",
		span
	});
}
/** The code of a plug-in that matches is not at hand. */
function pluginAbsent(span, file) {
	throw new GotsError({
		code: "plugin_absent",
		message: `the plug-in ${file} has changed since the build began, or cannot be run here`,
		hint: "build again",
		span
	});
}
function messageOf(cause) {
	return cause instanceof Error ? cause.message : String(cause);
}
function stackOf(cause) {
	return cause instanceof Error ? cause.stack : void 0;
}

export { pluginMissing as a, pluginLoad as i, pluginFailed as n, pluginOfNodes as o, pluginImport as r, pluginShape as s, pluginAbsent as t };