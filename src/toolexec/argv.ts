import { toolexecNoFlag } from '../report/codes/toolexec.ts';
import {
  compileFlags,
  type Flag,
  flagValue,
  isSwitchOn,
  linkFlags,
  printFlags,
  setFlag,
  splitFlags,
} from './tool-flags.ts';

/** A `-buildid` of cmd/go: `action/content` for packages, `action(binary)/action(main)/content(main)/content(binary)` for links. */
export interface BuildId {
  readonly text: string;
  /** First part: the first 15 bytes of the action id in base64url (20 characters). */
  readonly actionId: string;
  /** Last part. While a package is compiled it equals `actionId`: the content is not known yet. */
  readonly contentId: string;
}

/** A compile command line, read. The fields after `files` are what the flags say; change them with {@link changeCompile}. */
export interface CompileCommand {
  readonly flags: readonly Flag[];
  /** Go files in the order given; the order decides the order of initialisation. */
  readonly goFiles: readonly string[];
  /** `-p`: import path without test suffix; `main` for every main package. */
  readonly packagePath: string;
  readonly importcfg: string | undefined;
  readonly output: string;
  readonly buildId: BuildId | undefined;
  /** As `go1.21`; undefined means the toolchain's own. */
  readonly lang: string | undefined;
  /** Whether the package has no parts in other languages, so that functions without body are errors. */
  readonly isComplete: boolean;
  readonly isStd: boolean;
  /** `from=>to;from=>to`, see {@link https://pkg.go.dev/cmd/internal/objabi#ApplyRewrites}. */
  readonly trimpath: string | undefined;
  readonly pgoProfile: string | undefined;
  /** Set when the package has assembly files. */
  readonly symabis: string | undefined;
  readonly asmHeader: string | undefined;
  readonly embedcfg: string | undefined;
  readonly coveragecfg: string | undefined;
}

/** A link command line, read. Change it with {@link changeLink}. */
export interface LinkCommand {
  readonly flags: readonly Flag[];
  /** Words behind the flags: the archive of the main package, or `path=archive` words for -buildmode=shared. */
  readonly files: readonly string[];
  /** Archive of the main package; undefined for -buildmode=shared. */
  readonly mainArchive: string | undefined;
  readonly importcfg: string | undefined;
  readonly output: string;
  readonly buildId: BuildId | undefined;
  /** Action id of the main package as go's own -buildid shows it, whatever -buildid the user adds; undefined for -buildmode=shared. */
  readonly mainActionId: string | undefined;
  readonly buildMode: string;
  /** External linker as written, quoted as cmd/internal/quoted does. */
  readonly extld: string | undefined;
}

/**
 * Reads a compile command line. It has no response files: cmd/go writes those only for programs called compile, link and so on
 * (exec.go, useResponseFile), and below -toolexec the program is the shim.
 *
 * @param args arguments behind the tool; not modified
 * @throws GotsError toolexec_unknown_flag, toolexec_flag_without_value, toolexec_no_flag if -o or -p is missing
 * @see cmd/go/internal/work/gc.go, Go 1.24 to 1.27: flags come first, files last
 */
export function parseCompile(args: readonly string[]): CompileCommand {
  const { flags, rest } = splitFlags(args, compileFlags);
  return compileOf(flags, rest);
}

function compileOf(flags: readonly Flag[], goFiles: readonly string[]): CompileCommand {
  return {
    flags,
    goFiles,
    packagePath: flagValue(flags, 'p') ?? toolexecNoFlag('compile', '-p'),
    importcfg: flagValue(flags, 'importcfg'),
    output: flagValue(flags, 'o') ?? toolexecNoFlag('compile', '-o'),
    buildId: parseBuildId(flagValue(flags, 'buildid')),
    lang: flagValue(flags, 'lang'),
    isComplete: isSwitchOn(flags, 'complete'),
    isStd: isSwitchOn(flags, 'std'),
    trimpath: flagValue(flags, 'trimpath'),
    pgoProfile: flagValue(flags, 'pgoprofile'),
    symabis: flagValue(flags, 'symabis'),
    asmHeader: flagValue(flags, 'asmhdr'),
    embedcfg: flagValue(flags, 'embedcfg'),
    coveragecfg: flagValue(flags, 'coveragecfg'),
  };
}

/** The words of a compile command line; the inverse of {@link parseCompile}. */
export function printCompile(command: CompileCommand): readonly string[] {
  return [...printFlags(command.flags), ...command.goFiles];
}

/** What can be changed in a compile command line; what is absent stays. */
export interface CompileChange {
  readonly goFiles?: readonly string[];
  readonly importcfg?: string;
  readonly output?: string;
  readonly lang?: string;
  readonly trimpath?: string;
}

/** The command with some of its parts replaced, all else in its place. */
export function changeCompile(command: CompileCommand, change: CompileChange): CompileCommand {
  let { flags } = command;
  if (change.importcfg !== undefined) flags = setFlag(flags, 'importcfg', change.importcfg);
  if (change.output !== undefined) flags = setFlag(flags, 'o', change.output);
  if (change.lang !== undefined) flags = setFlag(flags, 'lang', change.lang);
  if (change.trimpath !== undefined) flags = setFlag(flags, 'trimpath', change.trimpath);
  return compileOf(flags, change.goFiles ?? command.goFiles);
}

/**
 * Reads a link command line.
 *
 * @param args arguments behind the tool; not modified
 * @throws GotsError toolexec_unknown_flag, toolexec_flag_without_value, toolexec_no_flag if -o is missing
 */
export function parseLink(args: readonly string[]): LinkCommand {
  const { flags, rest } = splitFlags(args, linkFlags);
  return linkOf(flags, rest);
}

function linkOf(flags: readonly Flag[], files: readonly string[]): LinkCommand {
  const buildMode = flagValue(flags, 'buildmode') ?? 'exe';
  return {
    flags,
    files,
    mainArchive: buildMode === 'shared' ? undefined : files[0],
    importcfg: flagValue(flags, 'importcfg'),
    output: flagValue(flags, 'o') ?? toolexecNoFlag('link', '-o'),
    buildId: parseBuildId(flagValue(flags, 'buildid')),
    mainActionId: mainActionOf(flags),
    buildMode,
    extld: flagValue(flags, 'extld'),
  };
}

/** The words of a link command line; the inverse of {@link parseLink}. */
export function printLink(command: LinkCommand): readonly string[] {
  return [...printFlags(command.flags), ...command.files];
}

/** What can be changed in a link command line; what is absent stays. */
export interface LinkChange {
  readonly importcfg?: string;
  readonly output?: string;
  readonly extld?: string;
  readonly mainArchive?: string;
}

/** The command with some of its parts replaced, all else in its place. */
export function changeLink(command: LinkCommand, change: LinkChange): LinkCommand {
  let { flags } = command;
  if (change.importcfg !== undefined) flags = setFlag(flags, 'importcfg', change.importcfg);
  if (change.output !== undefined) flags = setFlag(flags, 'o', change.output);
  if (change.extld !== undefined) flags = setFlag(flags, 'extld', change.extld);
  const files = change.mainArchive === undefined ? command.files : [change.mainArchive, ...command.files.slice(1)];
  return linkOf(flags, files);
}

function parseBuildId(text: string | undefined): BuildId | undefined {
  if (text === undefined || text === '') return undefined;
  const parts = text.split('/');
  return { text, actionId: parts[0] ?? '', contentId: parts.at(-1) ?? '' };
}

function mainActionOf(flags: readonly Flag[]): string | undefined {
  const ids = flags.filter(({ name }) => name === 'buildid').map(({ value = '' }) => value.split('/'));
  return ids.find((parts) => parts.length === 4)?.[1];
}

/** What TOOLEXEC_IMPORTPATH says. */
export interface PackageVariant {
  /** Import path without suffix: `p`, `p_test` for an external test package, `p.test` for a generated test main. */
  readonly path: string;
  /** Set when the package was recompiled for the test of that package (`p [p.test]`), or is its external test package. */
  readonly forTest: string | undefined;
  /** Set when the package was recompiled with the profile of that main package (`p [mainpkg]`). */
  readonly forMain: string | undefined;
}

/**
 * Splits the description that cmd/go hands to tools.
 *
 * @param text `p`, `p [p.test]`, `p [mainpkg]` or `p.test`
 * @see cmd/go/internal/load/pkg.go, Package.Desc, Go 1.24 to 1.27
 */
export function parseImportPath(text: string): PackageVariant {
  const [, path, variant] = /^(.*?) \[(.*)\]$/s.exec(text) ?? [];
  if (path === undefined || variant === undefined) return { path: text, forTest: undefined, forMain: undefined };
  return variant.endsWith('.test')
    ? { path, forTest: variant.slice(0, -'.test'.length), forMain: undefined }
    : { path, forTest: undefined, forMain: variant };
}
