import "./chunk-rolldown-runtime.mjs";
import { t as allowBrokenPipes } from "./chunk-broken-pipe.mjs";
import { t as enableCompileCache } from "./chunk-compile-cache.mjs";
import { l as unknownCommand, t as badUsage } from "./chunk-cli.mjs";
import { n as formatError, t as GotsError } from "./chunk-diagnostic.mjs";
import { t as commandContext } from "./chunk-context.mjs";

// src/cli/args.ts
/** @throws GotsError cli_usage */
function readCommandLine(argv) {
	const aspectFiles = [];
	let at = 0;
	for (; at < argv.length; at++) {
		const word = argv[at];
		const inline = /^--?aspects=(.*)$/s.exec(word)?.[1];
		if (inline !== void 0) aspectFiles.push(inline);
		else if (/^--?aspects$/.test(word)) aspectFiles.push(argv[++at] ?? badUsage("--aspects needs a file", "gots --aspects FILE go build"));
		else if (/^--?(help|h)$/.test(word)) return {
			command: "help",
			aspectFiles,
			rest: []
		};
		else if (/^--?version$/.test(word)) return {
			command: "version",
			aspectFiles,
			rest: []
		};
		else if (word.startsWith("-")) badUsage(`unknown option "${word}"`, "see `gots help`; options of go come behind `gots go`");
		else break;
	}
	return {
		command: argv[at] ?? "help",
		aspectFiles,
		rest: argv.slice(at + 1)
	};
}

// src/cli/main.ts
/** Each command's code is loaded when it is run: start-up counts on every build. */
const commands = {
	go: async () => (await import("./chunk-go2.mjs")).runGoCommand,
	env: async () => (await import("./chunk-env2.mjs")).runEnvCommand,
	weave: async () => (await import("./chunk-weave.mjs")).runWeaveCommand,
	diff: async () => (await import("./chunk-diff.mjs")).runDiffCommand,
	explain: async () => (await import("./chunk-explain.mjs")).runExplainCommand,
	report: async () => (await import("./chunk-report.mjs")).runReportCommand,
	lint: async () => (await import("./chunk-lint.mjs")).runLintCommand,
	cache: async () => (await import("./chunk-cache.mjs")).runCacheCommand,
	demo: async () => (await import("./chunk-demo.mjs")).runDemoCommand,
	version: async () => (await import("./chunk-version.mjs")).runVersionCommand,
	help: async () => (await import("./chunk-help.mjs")).runHelpCommand
};
async function run() {
	try {
		const line = readCommandLine(process.argv.slice(2));
		const load = commands[line.command];
		if (!load) unknownCommand(line.command, Object.keys(commands));
		return await (await load())(line, commandContext(process.env, process.cwd()));
	} catch (error) {
		if (error instanceof GotsError && error.family !== "bug") {
			process.stderr.write(`${formatError(error)}\n`);
			return error.family === "user" ? 2 : 1;
		}
		process.stderr.write(`gots: internal error: ${error.stack ?? String(error)}\n`);
		return 70;
	}
}
enableCompileCache();
allowBrokenPipes();
process.exitCode = await run();

export {  };