import { megabytes } from '../../base/amounts.ts';
import type { RemoteMode } from './remote-settings.ts';
import type { RemoteState } from './remote-state.ts';
import type { StoreContents, StoredBuild } from './trim-store.ts';

/** All that `gots cache remote stat` tells. */
export interface RemoteStat {
  /** Without credentials. */
  readonly place: string;
  readonly mode: RemoteMode;
  readonly signed: boolean;
  /** Builds of this machine that wait to be stored. */
  readonly waiting: number;
  readonly state: RemoteState;
  /** What the server holds, or why it does not tell. */
  readonly holds: StoreContents | { readonly problem: string };
}

/** The text for people: what this machine does with the shared cache, a line for each build that is stored, the totals. */
export function statText(stat: RemoteStat): string {
  const lines = [stat.place, ...factLines(stat)];
  if ('problem' in stat.holds) return `${[...lines, fact('server', stat.holds.problem)].join('\n')}\n`;
  const { builds } = stat.holds;
  const tables = builds.length === 0 ? [] : ['', ...aligned([heads, ...builds.map(buildRow)])];
  return `${[...lines, ...tables, '', ...totalLines(stat.holds)].join('\n')}\n`;
}

function factLines({ mode, signed, waiting, state }: RemoteStat): readonly string[] {
  const { lastFetch, lastUpload, uploading } = state;
  const lines = [
    fact('mode', `${mode}${signed ? ', signed' : ''}`),
    fact('uploads waiting', `${waiting}${uploading ? `, process ${uploading.pid} is at work` : ''}`),
  ];
  const done = (what: { readonly problem?: string | undefined; readonly packs?: number; readonly bytes?: number }) =>
    what.problem ?? `${what.packs ?? 0} packs, ${megabytes(what.bytes ?? 0)}`;
  if (lastFetch) lines.push(fact('last fetch', `${time(lastFetch.atMs)}  ${done(lastFetch)}`));
  if (lastUpload) lines.push(fact('last upload', `${time(lastUpload.atMs)}  ${done(lastUpload)}`));
  return lines;
}

const heads = ['module', 'branch', 'go command', 'target', 'go', 'packs', 'size', 'stored'];
/** Columns of numbers. */
const rightHand: ReadonlySet<number> = new Set([5, 6]);

function buildRow({ origin, packs, bytes, timeMs }: StoredBuild): readonly string[] {
  const { module, branch, command, target, toolchain } = origin;
  const texts = [module, branch || '–', command, target, toolchain].map(printable);
  return [...texts, String(packs), megabytes(bytes), time(timeMs)];
}

/** Lines of cells in columns. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? '')].length)));
  const pad = (cell: string, column: number) => {
    const blanks = ' '.repeat((widths[column] ?? 0) - [...cell].length);
    return rightHand.has(column) ? blanks + cell : cell + blanks;
  };
  return rows.map((row) => row.map(pad).join('  ').trimEnd());
}

function totalLines({ builds, manifests, packs, bytes, unnamed, oldestMs }: StoreContents): readonly string[] {
  return [
    fact('builds', `${builds.length}, under ${manifests} names`),
    fact('packs', `${packs}, ${megabytes(bytes)} with the manifests`),
    fact('unnamed packs', `${unnamed.packs}, ${megabytes(unnamed.bytes)}`),
    ...(oldestMs === undefined ? [] : [fact('oldest manifest', time(oldestMs))]),
  ];
}

function fact(title: string, text: string): string {
  return `${title.padEnd(20)}${text}`;
}

/** Who may write to the server chooses these texts: none of them moves the cursor of a terminal. */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?');
}

function time(ms: number): string {
  return new Date(ms)
    .toISOString()
    .replace(/:\d\d\.\d+Z$/, 'Z')
    .replace('T', ' ');
}
