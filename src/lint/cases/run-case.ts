import { importTable } from '../../lang/names/imports.ts';
import type { Grammar } from '../../lang/syntax/grammar.ts';
import { sourceFile } from '../../lang/syntax/source.ts';
import type { SyntaxTree } from '../../lang/syntax/syntax.ts';
import { caseFailed } from '../../report/codes/lint.ts';
import { type Diagnostic, formatError, GotsError } from '../../report/diagnostic.ts';
import type { GoFile } from '../../rewrite/package-source.ts';
import { plainText } from '../../rewrite/splice/plain-text.ts';
import type { Aspect } from '../../vocabulary/aspect.ts';
import { aspectsForPackage } from '../../weave/1-select/package.ts';
import type { WeaveRequest, WovenPackage } from '../../weave/weave-request.ts';
import { canonicalGo, containsGo } from './compare-go.ts';
import type { Case } from './read-cases.ts';

/** What running a case needs besides the case. */
export interface CaseSurroundings {
  readonly grammar: Grammar;
  readonly weave: (request: WeaveRequest, aspects: readonly Aspect[]) => Promise<WovenPackage>;
  readonly packageFiles: NonNullable<WeaveRequest['packageFiles']>;
  readonly weaverVersion: string;
  /** A unified diff of two texts of Go, laid out alike. */
  readonly diff: (name: string, expected: string, woven: string) => string;
}

/** Weaves the input of a case twice and says what is not as the case wants it. */
export async function runCase(each: Case, aspects: readonly Aspect[], around: CaseSurroundings): Promise<Diagnostic[]> {
  const failed = (problem: string, detail?: string): Diagnostic => caseFailed(each.span, each.name, problem, detail);
  try {
    const request = requestOf(each, around);
    const live = aspectsForPackage(aspects, request.facts);
    const woven = await around.weave(request, live);
    if (!isSame(woven, await around.weave(request, live))) {
      return [failed('two weaves of the same package differ; whatever aspects do must depend on the package alone')];
    }
    return each.weaves ? checkWoven(each, woven, around, failed) : checkLeft(woven, failed);
  } catch (error) {
    if (!(error instanceof GotsError)) throw error;
    return [failed('weaving fails', formatError(error))];
  }
}

type Failed = (problem: string, detail?: string) => Diagnostic;

function requestOf(each: Case, { grammar, packageFiles, weaverVersion }: CaseSurroundings): WeaveRequest {
  const files = Object.entries(each.input).map(([name, text]): GoFile => ({ name, bytes: Buffer.from(text) }));
  const specs = files.flatMap(
    (file) => importTable(grammar.parse(sourceFile(file.name, file.bytes)), () => undefined).specs,
  );
  const { importPath, rootModule, module, goVersion, testMain } = each;
  const imports = new Set(specs.map(({ path }) => path));
  const facts = { importPath, imports, testMain, rootModule, module, goVersion };
  return { facts, files, packageName: () => undefined, packageFiles, weaverVersion };
}

function isSame(a: WovenPackage, b: WovenPackage): boolean {
  const shown = ({ files, added, ...others }: WovenPackage): string =>
    JSON.stringify([others, [...files, ...added].map(({ name, text }) => [name, text?.toString('latin1')])]);
  return shown(a) === shown(b);
}

function checkLeft({ files, added, matches }: WovenPackage, failed: Failed): Diagnostic[] {
  const changed = files.some(({ text }) => text !== undefined) || added.length > 0;
  const [match] = matches;
  if (match === undefined) return changed ? [failed('the package is changed and should be left')] : [];
  const { file, line, column } = match.at;
  return [failed(`"${match.aspect}" matches at ${file}:${line}:${column}, and the package should be left`)];
}

function checkWoven(each: Case, woven: WovenPackage, around: CaseSurroundings, failed: Failed): Diagnostic[] {
  if (woven.matches.length === 0) return [failed('no aspect matches')];
  const matched = new Set(woven.matches.map(({ aspect }) => aspect));
  const texts = new Map(
    Object.entries(each.input).map(([name, input]) => {
      const text = woven.files.find((file) => file.name === name)?.text;
      return [name, text === undefined ? input : plainText(text).toString('utf8')];
    }),
  );
  const added = woven.added.map(({ text }) => plainText(text).toString('utf8'));
  const all = [...texts.values(), ...added].map((text) => canonicalGo(parse(text, around)));
  const missing = (what: string, wanted: readonly string[], has: (item: string) => boolean): Diagnostic[] =>
    wanted.filter((item) => !has(item)).map((item) => failed(`${what} ${JSON.stringify(item)}`));
  return [
    ...missing('no match of the aspect', each.aspects, (id) => matched.has(id)),
    ...missing('no import of', each.imports, (path) => woven.imports.includes(path)),
    ...missing('no link of', each.links, (path) => woven.links.includes(path) || woven.imports.includes(path)),
    ...missing('the woven text does not contain', each.contains, (piece) =>
      all.some((words) => containsGo(words, piece)),
    ),
    ...Object.entries(each.expected).flatMap(([name, expected]) => {
      const actual = texts.get(name) ?? '';
      if (isSameGo(expected, actual, around)) return [];
      return [failed(`${name} is not woven as expected`, around.diff(name, expected, actual))];
    }),
  ];
}

function isSameGo(expected: string, actual: string, around: CaseSurroundings): boolean {
  const wanted = parse(expected, around);
  return !wanted.hasErrors && canonicalGo(wanted).join('\n') === canonicalGo(parse(actual, around)).join('\n');
}

function parse(text: string, { grammar }: CaseSurroundings): SyntaxTree {
  return grammar.parse(sourceFile('case.go', Buffer.from(text)));
}
