import { unknownCommand } from '../../report/codes/cli.ts';
import type { CommandLine } from '../args.ts';
import type { CommandContext } from '../command-context.ts';
import { commandNames, isCommandName } from '../command-table.ts';
import { parseOptions } from '../read-options.ts';
import { commandHelp, helpText } from '../usage.ts';

/**
 * `gots help [COMMAND]`.
 *
 * @throws GotsError cli_usage, cli_unknown_command
 */
export async function runHelpCommand(line: CommandLine, context: CommandContext): Promise<number> {
  const [name] = parseOptions('help', line.rest).operands;
  if (name === undefined) context.write(helpText());
  else if (isCommandName(name)) context.write(commandHelp(name));
  else unknownCommand(name, commandNames);
  return 0;
}
