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

export { isConfiguration as a, ruleFileName as c, orchestrionFacts as d, toolFileName as f, gotsFacts as g, variables as h, dialectNamed as i, rulesVariable as l, ruleConfigFile as m, configurationVariables as n, checkoutVariable as o, loongsuiteFacts as p, dialectFacts as r, otelcFacts as s, configurationFiles as t, toolFileNames as u };