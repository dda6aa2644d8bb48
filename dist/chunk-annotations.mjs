import { i as formatError } from "./chunk-message.mjs";
import { _ as targetUnknown, g as targetTwice } from "./chunk-action.mjs";
import { isAbsolute, relative, resolve } from "node:path";

// src/action/targets/target.ts
/** What go calls this machine. */
function hostPlatform() {
	return {
		goos: { win32: "windows" }[process.platform] ?? process.platform,
		goarch: {
			x64: "amd64",
			ia32: "386",
			loong64: "loong64"
		}[process.arch] ?? process.arch
	};
}
/** Systems and platforms before the slash. Azure's custom handlers run on Linux and on Windows plans; both come as Linux's. */
const families = {
	linux: {
		kind: "executable",
		goos: "linux",
		machines: [
			"amd64",
			"arm64",
			"arm",
			"386",
			"riscv64",
			"s390x",
			"ppc64le",
			"loong64"
		]
	},
	darwin: {
		kind: "executable",
		goos: "darwin",
		machines: ["amd64", "arm64"]
	},
	windows: {
		kind: "executable",
		goos: "windows",
		machines: ["amd64", "arm64"]
	},
	lambda: {
		kind: "lambda",
		goos: "linux",
		machines: ["amd64", "arm64"]
	},
	oci: {
		kind: "oci",
		goos: "linux",
		machines: ["amd64", "arm64"]
	},
	"azure-functions": {
		kind: "azure-functions",
		goos: "linux",
		machines: ["amd64", "arm64"]
	}
};
/** `*` after the slash: the machines that nearly everybody means. */
const usual = ["amd64", "arm64"];
const known = ["host", ...Object.entries(families).flatMap(([name, { machines }]) => machines.map((m) => `${name}/${m}`))];
/**
* Reads the input `targets`: names separated by blanks, lines or commas. `oci/amd64,arm64` repeats the part before the
* slash; `darwin/*` means amd64 and arm64.
*
* @throws GotsError action_target_unknown, action_target_twice
*/
function parseTargets(value) {
	const targets = [];
	for (const word of value.split(/\s+/).filter((w) => w !== "")) {
		let family = "";
		for (const part of word.split(",").filter((p) => p !== "")) {
			const [, before = family, machine = ""] = /^(?:([^/]*)\/)?([^/]*)$/.exec(part) ?? targetUnknown(part, known);
			if (part === "host") {
				targets.push(hostTarget());
				continue;
			}
			family = before;
			const machines = machine === "*" ? usual : [machine];
			targets.push(...machines.map((m) => makeTarget(family, m, part)));
		}
	}
	for (const [at, { name }] of targets.entries()) if (targets.findIndex((target) => target.name === name) !== at) targetTwice(name);
	return targets;
}
function hostTarget() {
	const { goos, goarch } = hostPlatform();
	return {
		kind: "executable",
		name: `${goos}/${goarch}`,
		goos,
		goarch
	};
}
function makeTarget(family, machine, part) {
	const found = Object.hasOwn(families, family) ? families[family] : void 0;
	if (!found?.machines.includes(machine)) targetUnknown(part, known);
	return {
		kind: found.kind,
		name: `${family}/${machine}`,
		goos: found.goos,
		goarch: machine
	};
}

// src/action/runner/annotations.ts
/** GitHub shows ten of each level per step, and drops the rest without a word. */
const shown = 10;
/**
* The messages of go, of the compiler and of gots that name a line: `path:line[:column]: message`.
*
* @param output what was printed
* @param dir the folder that its paths are relative to
* @param workspace files outside it cannot be annotated and are left out
*/
function placedMessages(output, dir, workspace) {
	const found = /* @__PURE__ */ new Map();
	for (const [text, path = "", line, column, message = ""] of output.matchAll(/^(?:vet: |gots: )?((?:[A-Za-z]:)?[^\s:][^:\n]*\.(?:go|s|c|h|cgo|ya?ml|json|mod|mjs)):(\d+)(?::(\d+))?: (.+)$/gm)) {
		const file = inWorkspace(resolve(dir, path), workspace);
		if (file === void 0 || found.has(text)) continue;
		const place = {
			file,
			line: Number(line),
			column: column === void 0 ? void 0 : Number(column)
		};
		found.set(text, {
			place,
			message
		});
	}
	return [...found.values()];
}
/** Shows the first messages as annotations and says how many more there are. */
function annotateAll(commands, level, title, messages) {
	for (const { place, message } of messages.slice(0, shown)) commands.annotate(level, message, {
		title,
		...place
	});
	if (messages.length > shown) commands.line(`${messages.length - shown} more are in the log above`);
}
/** An error of gots at its place, if that is in the workspace. */
function showError(context, error) {
	const text = formatError(error);
	const [placed] = placedMessages(text, context.cwd, context.workspace);
	if (placed) context.commands.annotate("error", placed.message, placed.place);
	else context.commands.annotate("error", text);
}
/** The path as the runner wants it: relative to the workspace, with slashes; undefined outside. */
function inWorkspace(path, workspace) {
	const found = relative(workspace, path);
	if (found === "" || found.startsWith("..") || isAbsolute(found)) return void 0;
	return found.replaceAll("\\", "/");
}

export { hostPlatform as a, showError as i, inWorkspace as n, parseTargets as o, placedMessages as r, annotateAll as t };