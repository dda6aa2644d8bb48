import "./chunk-rolldown-runtime.mjs";
import { l as unknownCommand } from "./chunk-cli.mjs";
import { a as commandHelp, c as commandNames, o as helpText, r as parseOptions, u as isCommandName } from "./chunk-read-options.mjs";

// src/cli/commands/help.ts
/**
* `gots help [COMMAND]`.
*
* @throws GotsError cli_usage, cli_unknown_command
*/
async function runHelpCommand(line, context) {
	const [name] = parseOptions("help", line.rest).operands;
	if (name === void 0) context.write(helpText());
	else if (isCommandName(name)) context.write(commandHelp(name));
	else unknownCommand(name, commandNames);
	return 0;
}

export { runHelpCommand };