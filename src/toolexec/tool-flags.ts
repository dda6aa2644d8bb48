import { toolexecFlagWithoutValue, toolexecUnknownFlag } from '../report/codes/toolexec.ts';

/** A flag of a Go tool as it stood on the command line: `-name`, `-name=value` or `-name value`. */
export interface Flag {
  /** Without dashes. */
  readonly name: string;
  /** undefined for a switch without `=`. */
  readonly value: string | undefined;
  readonly form: 'alone' | 'equals' | 'two words';
}

/** Which flags a tool has. A switch takes a value only behind `=`; all others also take the next word. */
export interface FlagTable {
  readonly tool: 'compile' | 'link';
  readonly switches: ReadonlySet<string>;
  readonly valued: ReadonlySet<string>;
}

/** Flags of `go tool compile` of Go 1.24 to 1.27, as its -h prints them. */
export const compileFlags: FlagTable = {
  tool: 'compile',
  switches:
    words(`% + B C E K L N S V W asan clobberdead clobberdeadreg complete dwarf dwarfbasentries dwarflocationlists
    dynlink e errorurl h j l linkshared live m msan nolocalimports pack r race shared smallframes std t u v w wb`),
  valued:
    words(`D I asmhdr bench blockprofile buildid c coveragecfg cpuprofile d embedcfg env gendwarfinl goversion importcfg
    installsuffix json lang linkobj memprofile memprofilerate mutexprofile o p pgoprofile spectre symabis traceprofile trimpath`),
};

/** Flags of `go tool link` of Go 1.24 to 1.27, as its -h prints them; `8` exists for plan9 alone. */
export const linkFlags: FlagTable = {
  tool: 'link',
  switches:
    words(`8 V a asan aslr bindnow c checklinkname compressdwarf d debugnosplit dumpdep e f g h linkshared msan n
    pruneweakmap race s v w`),
  valued: words(`B D E H I L R T X benchmark benchmarkprofile buildid buildmode capturehostobjs cpuprofile debugtextsize
    debugtramp extar extld extldflags fipso funcalign importcfg installsuffix k libgcc linkmode macos macsdk memprofile
    memprofilerate o pluginpath r randlayout strictdups tmpdir`),
};

/**
 * Splits a command line into flags and what follows them, as Go's package flag does: the first word that is no flag ends them.
 *
 * @param args arguments behind the tool
 * @throws GotsError toolexec_unknown_flag, toolexec_flag_without_value
 */
export function splitFlags(
  args: readonly string[],
  table: FlagTable,
): { readonly flags: readonly Flag[]; readonly rest: readonly string[] } {
  const flags: Flag[] = [];
  let at = 0;
  while (at < args.length) {
    const word = args[at] ?? '';
    if (word === '--') return { flags, rest: args.slice(at + 1) };
    if (word.length < 2 || !word.startsWith('-')) break;
    const [, name = '', value] = /^--?([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
    at++;
    if (value !== undefined) {
      flags.push({ name, value, form: 'equals' });
    } else if (table.switches.has(name)) {
      flags.push({ name, value: undefined, form: 'alone' });
    } else if (!table.valued.has(name)) {
      toolexecUnknownFlag(table.tool, word);
    } else {
      flags.push({ name, value: args[at] ?? toolexecFlagWithoutValue(table.tool, word), form: 'two words' });
      at++;
    }
  }
  return { flags, rest: args.slice(at) };
}

/** The words of the flags again, each in its own form. */
export function printFlags(flags: readonly Flag[]): readonly string[] {
  return flags.flatMap(({ name, value, form }) => {
    if (form === 'alone') return [`-${name}`];
    return form === 'equals' ? [`-${name}=${value}`] : [`-${name}`, value ?? ''];
  });
}

/** The value that counts: the tools let the last occurrence win. undefined if the flag is absent or a switch without value. */
export function flagValue(flags: readonly Flag[], name: string): string | undefined {
  return flags.findLast((flag) => flag.name === name)?.value;
}

/** Whether a switch is on: `-std` or `-std=true` (any of Go's spellings of true). */
export function isSwitchOn(flags: readonly Flag[], name: string): boolean {
  const flag = flags.findLast((candidate) => candidate.name === name);
  return flag !== undefined && (flag.value === undefined || /^(1|t|T|true|TRUE|True)$/.test(flag.value));
}

/** Gives every occurrence of a flag that takes a value the new value; adds `-name=value` behind all others if there is none. */
export function setFlag(flags: readonly Flag[], name: string, value: string): readonly Flag[] {
  if (!flags.some((flag) => flag.name === name)) return [...flags, { name, value, form: 'equals' }];
  return flags.map((flag) => (flag.name === name ? { ...flag, value } : flag));
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
