import { type ComponentChild, h } from 'preact';
import type { FileManifest, WovenJoinPoint } from '../../manifest/manifest.ts';
import { type DiffRow, diffRows, rowAnchor } from '../diff-rows.ts';
import { piecesOf } from '../go-tokens.ts';

/** What is shown of a package when it is opened: the part of the page that is made when it is looked at. */
export interface PackageDetails {
  readonly importPath: string;
  readonly joinPoints: readonly WovenJoinPoint[];
  readonly files: readonly Pick<FileManifest, 'name' | 'path' | 'added' | 'diff'>[];
}

export function PackageBody({ importPath, joinPoints, files }: PackageDetails): ComponentChild {
  return h(
    'div',
    { class: 'body' },
    h(
      'ol',
      { class: 'points', 'aria-label': 'join points' },
      joinPoints.map((point) => JoinPointItem(importPath, point)),
    ),
    files.map((file) => FileDiff(importPath, file)),
  );
}

function JoinPointItem(importPath: string, point: WovenJoinPoint): ComponentChild {
  const { aspect, aspectFile, aspectLine, what, file, line, column } = point;
  return h(
    'li',
    null,
    h('a', { class: 'place', href: `#${importPath}/${file}:L${line}` }, `${file}:${line}:${column}`),
    h('span', { class: 'aspect' }, aspect || `${aspectFile}:${aspectLine}`),
    h('span', { class: 'what' }, what.replaceAll('_', ' ')),
    h('span', { class: 'from' }, `${aspectFile}:${aspectLine}`),
  );
}

function FileDiff(importPath: string, { name, path, added, diff }: PackageDetails['files'][number]): ComponentChild {
  const file = `${importPath}/${name}`;
  return h(
    'section',
    { class: 'file', 'aria-label': file },
    h(
      'header',
      { id: file },
      h('a', { href: `#${file}` }, name),
      path === undefined ? null : h('span', { class: 'path' }, path),
      added ? h('span', { class: 'tag' }, 'added') : null,
    ),
    diff === ''
      ? h('p', { class: 'nodiff' }, 'The build kept no sources of this file.')
      : h(
          'div',
          { class: 'diff' },
          diffRows(diff).map((row) => Row(file, row)),
        ),
  );
}

const signs = { context: ' ', removed: '−', added: '+', gap: '' } as const;

function Row(file: string, row: DiffRow): ComponentChild {
  if (row.kind === 'gap')
    return h('div', { class: 'row gap' }, h('span', { class: 'no' }, '⋯'), h('code', null, row.text));
  const anchor = rowAnchor(file, row);
  return h(
    'div',
    { class: `row ${row.kind}`, id: anchor },
    h('a', { class: 'no', href: `#${anchor}` }, row.line ?? ''),
    h('span', { class: 'sign', 'aria-hidden': 'true' }, signs[row.kind]),
    h(
      'code',
      null,
      piecesOf(row.text).map(({ kind, text }) => (kind === 'plain' ? text : h('span', { class: `t-${kind}` }, text))),
    ),
  );
}
