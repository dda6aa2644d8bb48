import { fromBytes, toBytes } from '../lang/text/bytes.ts';
import { quote, unquote } from '../lang/text/quote.ts';
import { modinfoUnreadable } from '../report/codes/toolexec.ts';

/** A module as build information names it. */
export interface ModinfoModule {
  readonly path: string;
  /** `(devel)` for a module without version. */
  readonly version: string;
  /** Line of go.sum, `h1:…`; empty for a directory. Not written for a module that is replaced. */
  readonly sum: string;
  readonly replace?: ModinfoModule;
}

/** What weaving adds to the build information of a binary. */
export interface ModinfoAddition {
  /** Modules that the binary has already are left as they are. */
  readonly modules: readonly ModinfoModule[];
  /** Build settings by key; they replace settings of the same key. */
  readonly settings: ReadonlyMap<string, string>;
}

/** cmd/go puts these 16 bytes before and behind the information, so that it can be found in a binary (modload.ModInfoData). */
const markBytes = 16;

/**
 * Adds modules and build settings to the module information of a link: `dep` lines by path, `build` lines before those about version control.
 *
 * @param quoted the Go string behind `modinfo` in an importcfg ({@link modinfoOf})
 * @returns the same form, for {@link setModinfo}; the same text if there is nothing to add
 * @throws GotsError modinfo_unreadable
 * @see runtime/debug/mod.go BuildInfo.String, cmd/go/internal/load/pkg.go setBuildInfo, Go 1.24 to 1.27
 */
export function extendModinfo(quoted: string, addition: ModinfoAddition): string {
  const data = unquote(toBytes(quoted));
  if (data === undefined || data.length < 2 * markBytes) modinfoUnreadable(quoted);
  const body = data.slice(markBytes, -markBytes);
  // Without build information (bootstrap, test binaries of old versions) there is nothing to extend; scanners do not look then.
  if (body === '') return quoted;
  const woven = addSettings(addModules(splitRecords(fromBytes(body), quoted), addition.modules), addition.settings);
  const text = woven.map(({ lines }) => lines.map((line) => `${line}\n`).join('')).join('');
  return fromBytes(quote(data.slice(0, markBytes) + toBytes(text) + data.slice(-markBytes)));
}

/**
 * The modules besides the main one that module information names; none where there is no information, or none that can be read: that is
 * an error for {@link extendModinfo} only, which has to change it.
 *
 * @param quoted the Go string behind `modinfo` in an importcfg
 */
export function modulesIn(quoted: string): readonly Pick<ModinfoModule, 'path' | 'version'>[] {
  const data = unquote(toBytes(quoted)) ?? '';
  return fromBytes(data.slice(markBytes, -markBytes))
    .split('\n')
    .map((line) => line.split('\t'))
    .flatMap(([word, path, version = '']) => (word === 'dep' && path !== undefined ? [{ path, version }] : []));
}

/** A line and those that belong to it: `=>` and, as BuildInfo.String prints it, an empty line behind that. */
interface ModinfoRecord {
  /** First word: `path`, `mod`, `dep`, `build`, or what later versions add. */
  readonly word: string;
  /** Module path, setting's key, or what else stands second. */
  readonly key: string;
  readonly lines: readonly string[];
}

function splitRecords(text: string, quoted: string): readonly ModinfoRecord[] {
  if (!text.endsWith('\n')) modinfoUnreadable(quoted);
  const records: ModinfoRecord[] = [];
  for (const line of text.slice(0, -1).split('\n')) {
    const [word = '', second = ''] = line.split('\t');
    const last = records.at(-1);
    if ((word === '=>' || line === '') && last) records.splice(-1, 1, { ...last, lines: [...last.lines, line] });
    else records.push({ word, key: word === 'build' ? settingKey(second) : second, lines: [line] });
  }
  return records;
}

/** `key=value`; a quoted key is left quoted, since no key of ours needs quotes. */
function settingKey(setting: string): string {
  return setting.slice(0, Math.max(0, setting.indexOf('=')));
}

function addModules(records: readonly ModinfoRecord[], modules: readonly ModinfoModule[]): readonly ModinfoRecord[] {
  const isModule = ({ word }: ModinfoRecord) => word === 'dep' || word === 'mod';
  const present = new Set(records.filter(isModule).map(({ key }) => key));
  const added = modules.filter(({ path }) => !present.has(path)).map(recordOf);
  const sorted = [...records.filter(({ word }) => word === 'dep'), ...added].sort((a, b) => (a.key < b.key ? -1 : 1));
  const firstSetting = records.findIndex(({ word }) => word === 'build');
  const others = records.map((record, at) => ({ record, at })).filter(({ record }) => record.word !== 'dep');
  const isBefore = ({ at }: { readonly at: number }) => firstSetting < 0 || at < firstSetting;
  return [
    ...others.filter(isBefore).map(({ record }) => record),
    ...sorted,
    ...others.filter((other) => !isBefore(other)).map(({ record }) => record),
  ];
}

function recordOf({ path, version, sum, replace }: ModinfoModule): ModinfoRecord {
  const lines = replace
    ? [`dep\t${path}\t${version}`, `=>\t${replace.path}\t${replace.version}\t${replace.sum}`, '']
    : [`dep\t${path}\t${version}\t${sum}`];
  return { word: 'dep', key: path, lines };
}

function addSettings(
  records: readonly ModinfoRecord[],
  settings: ReadonlyMap<string, string>,
): readonly ModinfoRecord[] {
  const kept = records.filter(({ word, key }) => word !== 'build' || !settings.has(key));
  const added = [...settings]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => ({
      word: 'build',
      key,
      lines: [`build\t${quoteIf(/^$|[= \t\r\n"`]/, key)}=${quoteIf(/[ \t\r\n"`]/, value)}`],
    }));
  const versionControl = kept.findIndex(({ word, key }) => word === 'build' && /^vcs(\.|$)/.test(key));
  return versionControl < 0 ? [...kept, ...added] : kept.toSpliced(versionControl, 0, ...added);
}

function quoteIf(special: RegExp, text: string): string {
  return special.test(text) ? fromBytes(quote(toBytes(text))) : text;
}
