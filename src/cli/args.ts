import { badUsage } from '../report/codes/cli.ts';

/** A gots command line, read: gots' own options up to the command, everything behind it is the command's. */
export interface CommandLine {
  readonly command: string;
  readonly aspectFiles: readonly string[];
  readonly rest: readonly string[];
}

/** @throws GotsError cli_usage */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const aspectFiles: string[] = [];
  let at = 0;
  for (; at < argv.length; at++) {
    const word = argv[at] as string;
    const inline = /^--?aspects=(.*)$/s.exec(word)?.[1];
    if (inline !== undefined) aspectFiles.push(inline);
    else if (/^--?aspects$/.test(word))
      aspectFiles.push(argv[++at] ?? badUsage('--aspects needs a file', 'gots --aspects FILE go build'));
    else if (/^--?(help|h)$/.test(word)) return { command: 'help', aspectFiles, rest: [] };
    else if (/^--?version$/.test(word)) return { command: 'version', aspectFiles, rest: [] };
    else if (word.startsWith('-'))
      badUsage(`unknown option "${word}"`, 'see `gots help`; options of go come behind `gots go`');
    else break;
  }
  return { command: argv[at] ?? 'help', aspectFiles, rest: argv.slice(at + 1) };
}
