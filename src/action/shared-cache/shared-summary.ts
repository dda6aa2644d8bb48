import { plural } from '../../base/amounts.ts';
import { code, plain, table } from '../../page/markdown-text.ts';
import { bytes, milliseconds } from '../../page/words.ts';
import type { Fetched, SharedResult } from './shared-builds.ts';
import type { StoredResult } from './store-at-end.ts';

const most = 100;

/** What the shared cache brought, as a part of the job summary. */
export function fetchedSummary({ place, access, fetched }: SharedResult): string {
  const title = `#### Shared cache ${code(place)}`;
  const rows = fetched.map(fetchRow);
  const how = access.reason === '' ? '' : `Only read: ${plain(access.reason)}.`;
  const head = ['Go command', 'Packs', 'Files', 'Size', 'Time', 'Answers to go'];
  const parts = [title, rows.length === 0 ? '' : table(head, rows, most), how];
  return `\n${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function fetchRow({ command, system, report, answers }: Fetched): readonly string[] {
  const hits = answers === undefined ? '' : `${plural(answers.hits, 'hit')} of ${answers.asked}`;
  const name = code(`go ${command} (${system})`);
  if (report === undefined) return [name, '–', '–', '–', '', hits];
  const { packs, added, bytes: size, ms, problem } = report;
  const count = problem === undefined ? String(packs) : `${packs} (${plain(problem)})`;
  return [name, count, added.toLocaleString('en'), bytes(size), milliseconds(ms), hits];
}

/** What was stored, as a part of the job summary. */
export function storedSummary({ jobs, problem }: StoredResult): string {
  const rows = jobs.map(({ command, packs, objects, bytes: size, kept, ms }) => [
    code(`go ${command}`),
    String(packs),
    objects.toLocaleString('en'),
    bytes(size),
    milliseconds(ms),
    String(kept),
  ]);
  const head = ['Stored in the shared cache', 'New packs', 'Objects', 'Size', 'Time', 'Packs that were there'];
  const parts = [
    rows.length === 0 ? '' : table(head, rows, most),
    problem === undefined ? '' : `Not all was stored: ${plain(problem)}.`,
  ];
  return `\n${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
