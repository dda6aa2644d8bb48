import { pathAndParents } from '../../lang/names/import-paths.ts';
import { loopSemantics } from '../../report/codes/build.ts';
import type { CompileCommand } from '../../toolexec/argv.ts';
import { type Flag, flagValue } from '../../toolexec/tool-flags.ts';

/** The last version in which an iteration does not have variables of its own is 1.21. */
const ownVariables = 1022;
/** The first compiler that tells a file's version behind a line directive (cmd/compile/internal/noder/writer.go, distinctVars). */
const firstRightCompiler = 1026;
const loop = /\bfor\b[^{}\n]*:=/;
const raisedFile = /^\/\/go:build\b.*\bgo1\.(2[2-9]|[3-9]\d)\b/m;

/** What {@link languageFlags} looks at. */
export interface WovenSources {
  /** Import path, for messages. */
  readonly path: string;
  /** Highest language level that applied templates need, or ''. */
  readonly lang: string;
  /** Woven texts. */
  readonly texts: readonly Buffer[];
  /** All files of the package, as they were. */
  readonly originals: () => readonly Buffer[];
}

/**
 * Flags of a compile whose sources were woven, with the language level of its templates, and with loop variables as the package's own
 * level has them. In packages below Go 1.22 the level that a template needs would change these, and so do, with the compilers of Go 1.24
 * and 1.25, the line directives of woven text: those compilers take a position behind one for a file of the newest version.
 *
 * @throws GotsError build_loop_semantics where the files of one package differ in this
 */
export function languageFlags(command: CompileCommand, sources: WovenSources): readonly Flag[] {
  const own = langNumber(command.lang ?? '');
  const needed = langNumber(sources.lang);
  const isRaised = own > 0 && needed > own;
  const flags = isRaised
    ? command.flags.map((flag) => (flag.name === 'lang' ? { ...flag, value: sources.lang } : flag))
    : command.flags;
  if (own === 0 || own >= ownVariables) return flags;
  const compiler = langNumber(flagValue(command.flags, 'goversion') ?? '');
  const isMistaken = compiler < firstRightCompiler && sources.texts.some((text) => loop.test(text.toString('latin1')));
  if (!isMistaken && !(isRaised && needed >= ownVariables)) return flags;
  if (sources.originals().some((file) => raisedFile.test(file.toString('latin1')))) {
    loopSemantics(sources.path, command.lang ?? '', flagValue(command.flags, 'goversion') ?? '');
  }
  // Of all loop variables that it could give to each iteration, the compiler takes those whose hash matches: here none.
  return [...flags, { name: 'd', value: 'loopvarhash=qn', form: 'equals' }];
}

/** `go1.21` and `go1.21.3` as 1021; 0 for anything else. */
function langNumber(lang: string): number {
  const match = /^go(\d+)\.(\d+)/.exec(lang);
  return match ? Number(match[1]) * 1000 + Number(match[2]) : 0;
}

/**
 * The language version of a package that comes in with a module whose go line is lowered in the overlay; undefined where cmd/go's is right.
 *
 * @param languages version by module path; '' for modules below one of these that keep theirs
 */
export function languageFor(
  languages: Readonly<Record<string, string>> | undefined,
  importPath: string,
): string | undefined {
  if (languages === undefined) return undefined;
  for (const path of pathAndParents(importPath)) {
    if (Object.hasOwn(languages, path)) return languages[path] || undefined;
  }
  return undefined;
}
