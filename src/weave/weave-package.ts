import { once } from '../base/once.ts';
import { topLevelNames } from '../lang/names/scope.ts';
import { type Grammar, UnreadableBody } from '../lang/syntax/grammar.ts';
import { rawFile } from '../lang/syntax/raw-file.ts';
import { sourceFile } from '../lang/syntax/source.ts';
import { noForesight, type OwnNames, ownNames, WeaveAgain } from '../rewrite/names/own-names.ts';
import { predeclaredFile } from '../rewrite/names/predeclared.ts';
import { type AddedSource, packageSession } from '../rewrite/package-session.ts';
import type { GoFile } from '../rewrite/package-source.ts';
import { reachOfFile, reachOfPackage } from '../vocabulary/ask.ts';
import type { Aspect } from '../vocabulary/aspect.ts';
import { changePackage, isOfPackage } from './4-advise/change-package.ts';
import { keepOrder } from './init-order/keep-order.ts';
import { type PackageContext, type WovenText, weaveFile } from './weave-file.ts';
import type { Match, WeaveRequest, WovenPackage } from './weave-request.ts';
import type { WeaveTools } from './weave-tools.ts';

/**
 * One package through the pipeline: select, parse, match, advise, splice. Same request and aspects, same bytes.
 *
 * @param aspects in definition order; that some packages are not woven at all is for `aspectsForPackage` to see to
 * @throws GotsError weave_…, template_…, advice_…: nothing is woven then
 */
export function weavePackage(request: WeaveRequest, aspects: readonly Aspect[], tools: WeaveTools): WovenPackage {
  const texts = request.files.map(({ bytes }) => bytes);
  const foresight = noForesight();
  let { grammar } = tools;
  for (;;) {
    try {
      return weaveWith(ownNames(texts, foresight), request, aspects, { ...tools, grammar });
    } catch (error) {
      if (error instanceof UnreadableBody) grammar = wholeFiles(tools.grammar);
      else if (!(error instanceof WeaveAgain)) throw error;
    }
  }
}

/** Without bodies that are left unread. */
function wholeFiles({ parse }: Grammar): Grammar {
  return { parse, outline: parse };
}

function weaveWith(own: OwnNames, request: WeaveRequest, aspects: readonly Aspect[], tools: WeaveTools): WovenPackage {
  const reaches = new Map(aspects.map((aspect) => [aspect, reachOfPackage(aspect.joinPoint, request.facts)]));
  const matchesAll = (aspect: Aspect): boolean => reaches.get(aspect) === 'every';
  const live = aspects.filter((aspect) => reaches.get(aspect) !== 'none');
  const session = packageSession({ request, grammar: tools.grammar, plugins: tools.plugins, own });
  const packageLevel = once(() => packageLevelNames(request, tools.grammar));
  const pkg: PackageContext = { request, tools, packageLevel, session };
  const whole = live.filter((aspect) => isOfPackage(aspect, matchesAll(aspect)));
  const matches = whole.flatMap((aspect) => changePackage(session, aspect, matchesAll(aspect)));
  const inFiles = live.filter((aspect) => !whole.includes(aspect));
  const woven = request.files.map((file) => {
    const instead = session.replaced.get(file.name);
    if (instead === undefined) return weaveFile(pkg, file, aspectsForFile(inFiles, file, request));
    const own = { name: file.name, bytes: instead.text };
    const { text = instead.text, imports, ...rest } = weaveFile(pkg, own, aspectsForFile(inFiles, own, request));
    return { ...rest, text, imports: [...imports, ...instead.imports] };
  });
  if (own.isStale) throw new WeaveAgain();
  const names = predeclaredFile(session);
  const added = [...session.added.values(), ...(names === undefined ? [] : [names])];
  const kept = keepOrder(session, woven, added);
  return merge(request, { ...kept, matches, langs: names === undefined ? [] : names.langs });
}

function aspectsForFile(live: readonly Aspect[], file: GoFile, { facts }: WeaveRequest): Aspect[] {
  if (live.length === 0) return [];
  const raw = rawFile(file.bytes);
  return live.filter((aspect) => reachOfFile(aspect.joinPoint, facts, raw) !== 'none');
}

function packageLevelNames({ files }: WeaveRequest, grammar: Grammar): ReadonlySet<string> {
  return new Set(files.flatMap((file) => topLevelNames(grammar.outline(sourceFile(file.name, file.bytes)))));
}

interface Parts {
  readonly woven: readonly WovenText[];
  readonly added: readonly AddedSource[];
  readonly matches: readonly Match[];
  /** Language levels of what no file of the package asked for. */
  readonly langs: readonly string[];
  readonly mayMoveOrder: boolean;
}

function merge({ facts }: WeaveRequest, { woven, added, matches, langs, mayMoveOrder }: Parts): WovenPackage {
  const sorted = (pick: (file: Pick<WovenText, 'imports' | 'links'>) => readonly string[]): string[] =>
    [...new Set([...woven, ...added].flatMap(pick))].sort();
  const imports = sorted((file) => file.imports).filter(
    (path) => !facts.imports.has(path) && path !== facts.importPath,
  );
  const links = sorted((file) => file.links).filter((path) => !imports.includes(path) && !facts.imports.has(path));
  return {
    files: woven.map(({ name, text }) => ({ name, text })),
    added: added.map(({ name, text, first }) => (first ? { name, text, first } : { name, text })),
    imports,
    links,
    lang: highest([...woven.flatMap((file) => file.langs), ...langs]),
    matches: [...matches, ...woven.flatMap((file) => file.matches)],
    mayHideErrors: matches.length > 0 || woven.some((file) => file.mayHideErrors),
    mayMoveOrder,
  };
}

/** Of `go1.N`; by number, since go1.9 is lower than go1.18. */
function highest(langs: readonly string[]): string {
  const minor = (lang: string): number => Number(/^go1\.([0-9]+)/.exec(lang)?.[1] ?? 0);
  return langs.reduce((best, lang) => (best === '' || minor(lang) > minor(best) ? lang : best), '');
}
