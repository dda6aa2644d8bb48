import { once } from '../base/once.ts';
import { importedWords } from '../lang/names/imported-words.ts';
import type { Grammar } from '../lang/syntax/grammar.ts';
import { packageClauseName } from '../lang/syntax/raw-file.ts';
import { byteString } from '../lang/syntax/source.ts';
import { topLevelWords } from '../lang/syntax/top-level-words.ts';
import type { Plugin } from '../plugin/api.ts';
import { aspectFileOfPackage, aspectPackageMissing } from '../report/codes/hooks.ts';
import type { Span } from '../report/diagnostic.ts';
import type { OwnNames } from './names/own-names.ts';
import type { AddedFile, GoFile, PackageSource } from './package-source.ts';

/** What the files of one package have in common while they are woven. Owns the files that weaving adds. */
export interface PackageSession {
  readonly request: PackageSource;
  readonly grammar: Grammar;
  readonly plugins: Plugins | undefined;
  /** What brought a file about → the file; one for each cause. */
  readonly added: Map<string, AddedSource>;
  /** Name of a file of the package → what is compiled in its place, and what that imports. */
  readonly replaced: Map<string, { readonly text: Buffer; readonly imports: readonly string[] }>;
  readonly own: OwnNames;
  /** What the file of predeclared names has to hold. */
  readonly needs: Set<Need>;
  /** Names at the top level of what weaving has added to the package. */
  readonly declared: Set<string>;
  /** Names that templates use where a function has them for something of its own. */
  readonly hiddenUses: Set<string>;
  /** Names at the top level of the package's own files, as byte strings. */
  readonly topLevel: () => ReadonlySet<string>;
  /** Names under which its files know what they import, as far as text tells. */
  readonly imported: () => ReadonlySet<string>;
}

/** The code of a plug-in by display name and digest. */
export type Plugins = (file: string, digest: string) => Plugin | undefined;

/** What woven text needs of the universe, under names of ours: a package may declare every predeclared name itself. */
export type Need = 'any' | 'appended' | 'bool' | 'failure' | 'int' | 'noMap' | 'panic' | 'string' | 'uintptr';

export interface AddedSource extends AddedFile {
  /** Paths that the file imports. */
  readonly imports: readonly string[];
  readonly links: readonly string[];
}

/** What a new session is given. */
type Given = Pick<PackageSession, 'request' | 'grammar' | 'plugins' | 'own'>;

export function packageSession(given: Given): PackageSession {
  const texts = once(() => given.request.files.map(({ bytes }) => byteString(bytes)));
  return {
    ...given,
    added: new Map(),
    replaced: new Map(),
    needs: new Set(),
    declared: new Set(),
    hiddenUses: new Set(),
    topLevel: once(() => new Set(texts().flatMap((text) => [...topLevelWords(text)]))),
    imported: once(() => new Set(texts().flatMap((text) => [...importedWords(text)]))),
  };
}

/** A name for an added file that no other added file has, not even where case does not count. */
export function addedName({ added }: PackageSession, base: string): string {
  const taken = new Set([...added.values()].map(({ name }) => name.toLowerCase()));
  for (let n = 0; ; n++) {
    const name = n === 0 ? `gots.${base}` : `gots.${n}.${base}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** @throws GotsError aspect_package_missing, aspect_file_of_package */
export function fileOfPackage(session: PackageSession, want: { path: string; file: string; span: Span }): GoFile {
  const files = session.request.packageFiles?.(want.path) ?? aspectPackageMissing(want.span, want.path);
  const found = files.find((file) => baseName(file.name) === want.file);
  return (
    found ??
    aspectFileOfPackage(
      want.span,
      want,
      files.map((file) => baseName(file.name)),
    )
  );
}

/** Whether a name is declared at the top level of the package, by its own files or by what weaving has added. */
export function isTopLevelName({ topLevel, declared }: PackageSession, name: string): boolean {
  return declared.has(name) || topLevel().has(byteString(Buffer.from(name)));
}

/** The name in the package clause; undefined for a package without files of which no more is known. */
export function nameOfPackage({ request }: PackageSession): string | undefined {
  const first = request.files[0];
  return first === undefined ? request.facts.name : packageClauseName(first.bytes);
}

export function baseName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
