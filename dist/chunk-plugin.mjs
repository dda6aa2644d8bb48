import { n as failure } from "./chunk-message.mjs";

// src/report/texts/plugin.ts
const texts = {
	plugin_missing: {
		code: "plugin_missing",
		message: "the module \"%path%\" does not exist",
		hint: "paths are relative to the file that names them"
	},
	plugin_import: {
		code: "plugin_import",
		message: "a plug-in cannot import %specifier%: what it does must follow from its own files",
		hint: "files beside it can be imported, by literal names, and %allowed%"
	},
	plugin_load: {
		code: "plugin_load",
		message: "the plug-in cannot be loaded: %messageOf%",
		hint: "node must be able to import it"
	},
	plugin_shape: {
		code: "plugin_shape",
		message: "this is no plug-in: %problem%",
		hint: "export const plugin = { id, select, rewrite }; see docs/plugins.md"
	},
	plugin_failed: {
		code: "plugin_failed",
		message: "the plug-in \"%id%\" failed in %what%: %messageOf%"
	},
	plugin_of_nodes: {
		code: "plugin_of_nodes",
		message: "the plug-in \"%id%\" changes the files of packages, and its \"select\" depends on more than the package",
		hint: "select with import-path, package-name, package-filter and the like; rewrite nodes in another plug-in"
	},
	plugin_absent: {
		code: "plugin_absent",
		message: "the plug-in %file% has changed since the build began, or cannot be run here",
		hint: "build again"
	}
};

// src/report/codes/plugin.ts
/** A plug-in's file, or one that it imports, is not there. */
function pluginMissing(span, path) {
	throw failure(texts.plugin_missing, { path }, { span });
}
/** A plug-in imports something that would not reach the keys under which its results are kept. */
function pluginImport(span, specifier, allowed) {
	throw failure(texts.plugin_import, {
		specifier,
		allowed: allowed.join(", ")
	}, { span });
}
/** A plug-in's module cannot be loaded. */
function pluginLoad(span, cause) {
	throw failure(texts.plugin_load, { messageOf: messageOf(cause) }, {
		detail: stackOf(cause),
		span,
		cause
	});
}
/** A plug-in's module does not export a plug-in. */
function pluginShape(span, problem) {
	throw failure(texts.plugin_shape, { problem }, { span });
}
/** A plug-in threw, or did what it must not. */
function pluginFailed(span, id, what, cause) {
	throw failure(texts.plugin_failed, {
		id,
		what,
		messageOf: messageOf(cause)
	}, {
		detail: stackOf(cause),
		span,
		cause
	});
}
/** Files are a matter of packages, but the plug-in selects nodes. */
function pluginOfNodes(span, id) {
	throw failure(texts.plugin_of_nodes, { id }, { span });
}
/** The code of a plug-in that matches is not at hand. */
function pluginAbsent(span, file) {
	throw failure(texts.plugin_absent, { file }, { span });
}
function messageOf(cause) {
	return cause instanceof Error ? cause.message : String(cause);
}
function stackOf(cause) {
	return cause instanceof Error ? cause.stack : void 0;
}

export { pluginMissing as a, pluginLoad as i, pluginFailed as n, pluginOfNodes as o, pluginImport as r, pluginShape as s, pluginAbsent as t };