import { badUsage } from '../report/codes/cli.ts';
import { globalOptions } from './command-table.ts';
import { didYouMean, readWords } from './read-options.ts';

/** A gots command line, read: gots' own options up to the command, everything behind it is the command's. */
export interface CommandLine {
  readonly command: string;
  readonly aspectFiles: readonly string[];
  readonly rest: readonly string[];
}

/** @throws GotsError cli_usage */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const aspectFiles: string[] = [];
  for (const word of readWords(argv, globalOptions)) {
    if (word.kind === 'operand') return { command: word.text, aspectFiles, rest: argv.slice(word.index + 1) };
    if (word.kind === 'valueless') badUsage(globalOptions.aspects.missing, 'gots --aspects FILE go build');
    if (word.kind === 'unknown')
      badUsage(
        `unknown option "${word.text}"`,
        `${didYouMean(word.text, Object.keys(globalOptions))}see \`gots help\`; options of go come behind \`gots go\``,
      );
    if (word.name !== 'aspects') return { command: word.name, aspectFiles, rest: [] };
    aspectFiles.push(word.value ?? '');
  }
  return { command: 'help', aspectFiles, rest: [] };
}
