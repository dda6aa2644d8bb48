// src/lang/modules/mod-file.ts
/**
* Reads a go.mod or go.work that go takes: nothing is checked, and directives that are not listed in {@link ModFile} are passed over.
*
* @see golang.org/x/mod/modfile, read.go: a directive alone on a line, or a block of them; words may be quoted with `"` or a backquote
*/
function parseModFile(text) {
	const lines = linesOf(text);
	const first = (verb) => lines.find((line) => line.verb === verb)?.words[0] ?? "";
	const versioned = (verb) => lines.filter((line) => line.verb === verb).map(({ words: [path = "", version = ""], comment }) => ({
		path,
		version,
		comment
	}));
	return {
		module: first("module"),
		go: first("go"),
		toolchain: first("toolchain"),
		requires: versioned("require"),
		excludes: versioned("exclude"),
		replaces: lines.filter((line) => line.verb === "replace").map(({ words }) => replacementOf(words)),
		uses: lines.filter((line) => line.verb === "use").map(({ words }) => words[0] ?? "")
	};
}
function replacementOf(words) {
	const arrow = words.indexOf("=>");
	const [path = "", version = ""] = words.slice(0, arrow);
	const [target = "", targetVersion = ""] = words.slice(arrow + 1);
	return {
		path,
		version,
		target,
		targetVersion
	};
}
function linesOf(text) {
	const lines = [];
	let block;
	for (const raw of text.split("\n")) {
		const { words, comment } = wordsOf(raw);
		const [head, next] = words;
		if (head === void 0) continue;
		if (block !== void 0 && head === ")") block = void 0;
		else if (block !== void 0) lines.push({
			verb: block,
			words,
			comment
		});
		else if (next === "(") block = head;
		else lines.push({
			verb: head,
			words: words.slice(1),
			comment
		});
	}
	return lines;
}
function wordsOf(line) {
	const words = [];
	for (const match of line.matchAll(/\/\/(.*)$|"((?:[^"\\]|\\.)*)"|`([^`]*)`|([()])|((?:(?!\/\/)[^\s"`()])+)/g)) {
		const [, comment, quoted, raw, paren, plain] = match;
		if (comment !== void 0) return {
			words,
			comment: comment.trim()
		};
		if (quoted !== void 0) words.push(JSON.parse(`"${quoted}"`));
		else words.push(raw ?? paren ?? plain);
	}
	return {
		words,
		comment: ""
	};
}
/** Whether the target of a replacement is a folder. */
function isFolder(target) {
	return /^(\.{1,2}([\\/]|$)|[\\/]|[A-Za-z]:[\\/])/.test(target);
}
/** A word of a go.mod or go.work, quoted where its syntax needs that. */
function modWord(text) {
	return /[\s"'`()]/.test(text) || text.includes("//") ? JSON.stringify(text) : text;
}
/**
* The text of a go.mod without some of its directives.
*
* @param drop verbs, as `require`
*/
function withoutDirectives(text, drop) {
	const kept = [];
	let dropping = false;
	for (const line of text.split("\n")) {
		const [head, next] = wordsOf(line).words;
		if (dropping) dropping = head !== ")";
		else if (head !== void 0 && drop.includes(head)) dropping = next === "(";
		else kept.push(line);
	}
	return kept.join("\n");
}

// src/dialects/gots/facts.ts
const gotsFacts = {
	name: "gots",
	files: {
		root: ["gots.yml"],
		aspects: /^gots\.yml$/
	},
	env: [],
	errors: ["aspect_"],
	hasIds: true,
	matchesInjected: false
};

// src/dialects/loongsuite/facts.ts
/** The file in which `otel set` keeps its settings, seen from the module's folder. */
const ruleConfigFile = ".otel-build/conf.json";
/** The variables that stand for keys of {@link ruleConfigFile}. */
const variables = {
	RuleJsonFiles: "OTELTOOL_RULE_JSON_FILES",
	DisableRules: "OTELTOOL_DISABLE_RULES",
	PkgPath: "OTELTOOL_PKG_PATH"
};
const loongsuiteFacts = {
	name: "loongsuite",
	files: {
		root: [ruleConfigFile],
		aspects: /\.json$/
	},
	env: Object.values(variables),
	errors: ["rule_"],
	hasIds: false,
	matchesInjected: true
};

// src/dialects/orchestrion/facts.ts
/** The Go file whose imports name packages that have aspects. */
const toolFileName = "orchestrion.tool.go";
const orchestrionFacts = {
	name: "orchestrion",
	files: {
		root: [toolFileName, "orchestrion.yml"],
		aspects: /^orchestrion\.(yml|tool\.go)$/
	},
	env: [],
	errors: ["aspect_"],
	hasIds: true,
	matchesInjected: false
};

// src/dialects/otelc/facts.ts
/** Go files whose imports name packages that have rules; a module has one of them at most. */
const toolFileNames = ["otel.instrumentation.go", "otelc.tool.go"];
/** Files and folders of rules, with commas between them. */
const rulesVariable = "OTELC_RULES";
/** Folder of a checkout of otelc. */
const checkoutVariable = "GOTS_OTELC";
/** `otelc.yml`, `x.otelc.yaml` and so on. */
const ruleFileName = /^(.*\.)?otelc\.ya?ml$/;
const otelcFacts = {
	name: "otelc",
	files: {
		root: [...toolFileNames, "otelc.yml"],
		rootPattern: ruleFileName,
		aspects: ruleFileName
	},
	env: [rulesVariable, checkoutVariable],
	errors: ["otelc_", "aspect_"],
	hasIds: false,
	matchesInjected: false
};

// src/dialects/facts.ts
/** What is known of each dialect without its readers. */
const dialectFacts = {
	gots: gotsFacts,
	orchestrion: orchestrionFacts,
	otelc: otelcFacts,
	loongsuite: loongsuiteFacts
};
const all = Object.values(dialectFacts);
/** Paths, from a module's folder, of the files that configure a module in any dialect. */
const configurationFiles = all.flatMap(({ files }) => files.root);
/** Environment variables that decide which aspects there are. */
const configurationVariables = all.flatMap(({ env }) => env);
/** Whether a file of this name in a module's folder configures the module. */
function isConfiguration(name) {
	return all.some(({ files }) => files.root.includes(name) || files.rootPattern?.test(name));
}
/** The dialect that the name of an aspect file says; undefined where its content decides. */
function dialectNamed(name) {
	return all.find(({ files }) => files.aspects.test(name))?.name;
}

export { isFolder as _, isConfiguration as a, withoutDirectives as b, ruleFileName as c, orchestrionFacts as d, toolFileName as f, gotsFacts as g, variables as h, dialectNamed as i, rulesVariable as l, ruleConfigFile as m, configurationVariables as n, checkoutVariable as o, loongsuiteFacts as p, dialectFacts as r, otelcFacts as s, configurationFiles as t, toolFileNames as u, modWord as v, parseModFile as y };