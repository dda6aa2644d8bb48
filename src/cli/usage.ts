import type { CommandSpec, OptionSpec, OptionSpecs } from './command-spec.ts';
import { buildOptions, type CommandName, commandNames, commandTable } from './command-table.ts';

/** How an option is written: `-o`, `--json`. */
const dashed = (name: string): string => (name.length === 1 ? `-${name}` : `--${name}`);

/** `[--from REPORT]…` */
function shown(name: string, { value, many, isOptional }: OptionSpec, write = dashed): string {
  const shownValue = isOptional ? `[=${value}]` : ` ${value}`;
  return `[${write(name)}${value === undefined ? '' : shownValue}]${many ? '…' : ''}`;
}

function optionsOf(options: OptionSpecs): string[] {
  return Object.entries(options).map(([name, spec]) => shown(name, spec));
}

/** `[-tags LIST] … [-race|-msan|-asan]`, written as go writes flags. */
function buildUsage(): string {
  const all = Object.entries<OptionSpec>(buildOptions);
  const valued = all
    .filter(([, { value }]) => value !== undefined)
    .map(([name, spec]) => shown(name, spec, (flag) => `-${flag}`));
  const switches = all.filter(([, { value }]) => value === undefined).map(([name]) => `-${name}`);
  return [...valued, `[${switches.join('|')}]`].join(' ');
}

/** A command with all its options in one line, as errors show it. */
export function usageOf(command: CommandName): string {
  const { options, operands, isBuild, actions }: CommandSpec = commandTable[command];
  const named = Object.entries(actions ?? {}).map(([name, action]) => [name, ...optionsOf(action.options)].join(' '));
  const words = [...optionsOf(options), ...(isBuild ? [buildUsage()] : []), operands, named.join(' | ')];
  return ['gots', command, ...words.filter((word) => word !== '')].join(' ');
}

/** A row of the list of all commands: how it is called, and what it does with which options. */
function rowOf(command: CommandName): readonly [call: string, about: string] {
  const { options, operands, summary, isAspects, actions }: CommandSpec = commandTable[command];
  const all = [options, ...Object.values(actions ?? {}).map((action) => action.options)];
  const own = all.flatMap((each) => Object.entries(each)).filter(([name]) => name !== 'aspects');
  const words = [operands, [...new Set(Object.keys(actions ?? {}).map((name) => name.split(' ')[0]))].join('|')].filter(
    (word) => word !== '',
  );
  const call = ['gots', ...(isAspects ? ['[--aspects FILE]…'] : []), command, ...words].join(' ');
  const shownOptions = own.filter(([, { sets }]) => sets === undefined).map(([name, spec]) => shown(name, spec));
  return [call, [summary, ...shownOptions].join(' ').trim()];
}

const callWidth = 34;
const lineWidth = 130;

/** Text in lines of at most {@link lineWidth} letters, behind an indent. Brackets stay whole. */
function wrapped(text: string, indent: number): string {
  const lines: string[] = [];
  for (const word of text.match(/\[[^\]]*\]\S*|\S+/g) ?? []) {
    const last = lines.at(-1);
    if (last !== undefined && indent + last.length + 1 + word.length <= lineWidth)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}

/** What `gots help` prints. */
export function helpText(): string {
  const visible = commandNames.filter((name) => !('isHidden' in commandTable[name]));
  const rows = visible.map((name) => {
    const [call, about] = rowOf(name);
    return about === '' ? `  ${call}` : `  ${call.padEnd(callWidth)}${wrapped(about, callWidth + 2)}`;
  });
  return `gots weaves aspects into Go programs while they are compiled.

${rows.join('\n')}

weave, diff, report, explain and lint take the flags of a build that say which files are compiled: -tags, -mod, -modfile, -overlay, -race.
Without --aspects: gots.yml or orchestrion.yml at the main module's root, else the built-in set gots:otel.
GOTS_CACHE names the weave cache (default: gots in the user's cache folder); GOTS_DEBUG=1 tells more.
\`gots help COMMAND\` tells all of one command.
`;
}

/** What `gots help COMMAND` prints. */
export function commandHelp(command: CommandName): string {
  const { about, options, isBuild, isAspects, actions }: CommandSpec = commandTable[command];
  const rows = (all: OptionSpecs, write = dashed): [string, string][] =>
    Object.entries(all).map(([name, spec]) => [
      [write(name), ...(spec.alias ? [`, ${dashed(spec.alias)}`] : []), ...(spec.value ? [` ${spec.value}`] : [])].join(
        '',
      ),
      `${spec.about}${spec.many ? '; may be given several times' : ''}`,
    ]);
  const ofActions = Object.entries(actions ?? {}).flatMap(([name, action]): [string, string][] => [
    [name, action.about],
    ...rows(action.options).map(([option, text]): [string, string] => [`  ${option}`, text]),
  ]);
  const table = [...rows(options), ...ofActions];
  const build = isBuild ? rows(buildOptions, (name) => `-${name}`) : [];
  const width = Math.max(0, ...[...table, ...build].map(([left]) => left.length)) + 2;
  const lines = (all: readonly [string, string][]) =>
    all.map(([left, right]) => `  ${left.padEnd(width)}${right}\n`).join('');
  return [
    `${usageOf(command)}\n\n${about}\n`,
    ...(table.length > 0 ? [`\n${lines(table)}`] : []),
    ...(build.length > 0 ? [`\nFlags of the build, for go:\n\n${lines(build)}`] : []),
    ...(isAspects ? ['\nAspects are given in front of the command: gots --aspects FILE …\n'] : []),
  ].join('');
}

/** docs/commands.md. */
export function commandsPage(): string {
  const rows = commandNames.map((name) => {
    const text = commandHelp(name).replace(/^.*\n\n/, '');
    const [about = '', ...rest] = text.split('\n\n');
    return `## gots ${name}\n\n${about.trim()}\n\n\`\`\`text\n${[usageOf(name), ...rest].join('\n\n').trimEnd()}\n\`\`\`\n`;
  });
  return `# Commands

<!-- Made by \`npm run reference\` from src/cli/command-table.ts. -->

\`-name\` and \`--name\` are the same option, and \`--name VALUE\` is \`--name=VALUE\`. Options of gots stand in front of the command.
[environment.md](environment.md) lists the variables.

${rows.join('\n')}`;
}
