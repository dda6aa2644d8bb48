import "./chunk-rolldown-runtime.mjs";
import { l as unknownCommand, t as badUsage } from "./chunk-cli.mjs";
import { i as formatError, r as GotsError } from "./chunk-message.mjs";
import { n as answerFile, r as answerKind, t as sourceState } from "./chunk-source-state.mjs";
import { t as fileState } from "./chunk-file-state.mjs";
import { t as readSealed } from "./chunk-sealed.mjs";
import { c as commandNames, i as readWords, l as globalOptions, t as didYouMean, u as isCommandName } from "./chunk-read-options.mjs";
import { t as commandContext } from "./chunk-command-context.mjs";

// src/cli/answers/last-answer.ts
/** Like notes of starts: what is taken for fixed, such as files of the module cache, is looked at again at times. */
const longestMs = 36e5;
/**
* What a command printed last time, if nothing has changed since that it follows from.
*
* @param file of {@link import('./answer-note.ts').answerFile}
*/
function lastAnswer(file, now = Date.now()) {
	const sealed = readSealed(file, answerKind);
	if ("reason" in sealed) return void 0;
	const note = JSON.parse(sealed.text);
	const ageMs = now - note.savedMs;
	return ageMs >= 0 && ageMs <= longestMs && note.files.every(([path, state]) => fileState(path) === state) && sourceState(note.sources) === note.sourceState ? note : void 0;
}

// src/cli/args.ts
/** @throws GotsError cli_usage */
function readCommandLine(argv) {
	const aspectFiles = [];
	for (const word of readWords(argv, globalOptions)) {
		if (word.kind === "operand") return {
			command: word.text,
			aspectFiles,
			rest: argv.slice(word.index + 1)
		};
		if (word.kind === "valueless") badUsage(globalOptions.aspects.missing, "gots --aspects FILE go build");
		if (word.kind === "unknown") badUsage(`unknown option "${word.text}"`, `${didYouMean(word.text, Object.keys(globalOptions))}see \`gots help\`; options of go come behind \`gots go\``);
		if (word.name !== "aspects") return {
			command: word.name,
			aspectFiles,
			rest: []
		};
		aspectFiles.push(word.value ?? "");
	}
	return {
		command: "help",
		aspectFiles,
		rest: []
	};
}

// src/cli/run-command.ts
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
	"bazel-plan": async () => (await import("./chunk-bazel-plan2.mjs")).runBazelPlanCommand,
	"bazel-builder": async () => (await import("./chunk-bazel-builder.mjs")).runBazelBuilderCommand,
	demo: async () => (await import("./chunk-demo.mjs")).runDemoCommand,
	view: async () => (await import("./chunk-view2.mjs")).runViewCommand,
	doctor: async () => (await import("./chunk-doctor.mjs")).runDoctorCommand,
	version: async () => (await import("./chunk-version.mjs")).runVersionCommand,
	help: async () => (await import("./chunk-help.mjs")).runHelpCommand
};
/**
* Runs a command line of gots. What goes wrong is printed.
*
* @param argv arguments behind the program's name
* @returns the exit code
*/
async function runCommandLine(argv, { env, cwd }) {
	try {
		const line = readCommandLine(argv);
		const { command } = line;
		if (!isCommandName(command)) unknownCommand(command, commandNames);
		if (command !== "go" && line.rest.some((word) => /^--?(help|h)$/.test(word))) return await (await commands.help())({
			...line,
			rest: [command]
		}, commandContext(env, cwd));
		const context = commandContext(env, cwd);
		const file = answerFile(context, command, argv);
		return await (file === void 0 ? runNow(command, line, context) : answer(file, command, line, context));
	} catch (error) {
		if (error instanceof GotsError && error.family !== "bug") {
			process.stderr.write(`${formatError(error)}\n`);
			return error.family === "user" ? 2 : 1;
		}
		process.stderr.write(`gots: internal error: ${error.stack ?? String(error)}\n`);
		return 70;
	}
}
async function runNow(command, line, context) {
	return (await commands[command]())(line, context);
}
/** Says what a command said last time if nothing has changed since that it follows from; else runs it, and keeps what it says. */
async function answer(file, command, line, context) {
	const last = lastAnswer(file);
	if (last) {
		for (const { to, text } of last.printed) process[to].write(text);
		return last.exitCode;
	}
	const { recordAnswer } = await import("./chunk-keep-answer.mjs");
	const recording = recordAnswer(context, file);
	const exitCode = await runNow(command, line, recording.context);
	recording.keep(exitCode);
	return exitCode;
}

export { runCommandLine };