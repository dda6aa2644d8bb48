import type { Aspect } from '../aspects/ir.ts';
import { rawFile, reachOfFile } from './1-select/file.ts';
import { reachOfPackage } from './1-select/package.ts';
import type { Grammar } from './2-parse/grammar.ts';
import { sourceFile } from './2-parse/source.ts';
import { topLevelNames } from './3-match/scope.ts';
import { type PackageContext, type WovenText, weaveFile } from './weave-file.ts';
import type { GoFile, WeaveRequest, WovenPackage } from './weave-request.ts';
import type { WeaveTools } from './weave-tools.ts';

/**
 * One package through the pipeline: select, parse, match, advise, splice. Same request and aspects, same bytes.
 *
 * @param aspects in definition order; that some packages are not woven at all is for `aspectsForPackage` to see to
 * @throws GotsError weave_…, template_…, advice_…: nothing is woven then
 */
export function weavePackage(request: WeaveRequest, aspects: readonly Aspect[], tools: WeaveTools): WovenPackage {
  const live = aspects.filter((aspect) => reachOfPackage(aspect.joinPoint, request.facts) !== 'none');
  const pkg: PackageContext = { request, tools, packageLevel: once(() => packageLevelNames(request, tools.grammar)) };
  const woven = request.files.map((file) => weaveFile(pkg, file, aspectsForFile(live, file, request)));
  return merge(request, woven);
}

function aspectsForFile(live: readonly Aspect[], file: GoFile, { facts }: WeaveRequest): Aspect[] {
  if (live.length === 0) return [];
  const raw = rawFile(file.bytes);
  return live.filter((aspect) => reachOfFile(aspect.joinPoint, facts, raw) !== 'none');
}

function packageLevelNames({ files }: WeaveRequest, grammar: Grammar): ReadonlySet<string> {
  return new Set(files.flatMap((file) => topLevelNames(grammar.parse(sourceFile(file.name, file.bytes)))));
}

function merge({ facts }: WeaveRequest, woven: readonly WovenText[]): WovenPackage {
  const sorted = (pick: (file: WovenText) => readonly string[]): string[] => [...new Set(woven.flatMap(pick))].sort();
  const imports = sorted((file) => file.imports).filter((path) => !facts.imports.has(path));
  const links = sorted((file) => file.links).filter((path) => !imports.includes(path) && !facts.imports.has(path));
  return {
    files: woven.map(({ name, text }) => ({ name, text })),
    imports,
    links,
    lang: highest(woven.flatMap((file) => file.langs)),
    matches: woven.flatMap((file) => file.matches),
  };
}

/** Of `go1.N`; by number, since go1.9 is lower than go1.18. */
function highest(langs: readonly string[]): string {
  const minor = (lang: string): number => Number(/^go1\.([0-9]+)/.exec(lang)?.[1] ?? 0);
  return langs.reduce((best, lang) => (best === '' || minor(lang) > minor(best) ? lang : best), '');
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
