import type { SyntaxNode } from '../../lang/syntax/syntax.ts';
import type { FieldGroup, FieldGroups } from '../../lang/tree/unit.ts';
import { type OwnNames, ownName } from './own-names.ts';

export type ListName = 'argument' | 'result' | 'receiver';

/** The name of the entry at a flat index, which it is given if it has none. */
export function entryNameAt(groups: FieldGroups, index: number, list: ListName, own: OwnNames): string {
  let start = 0;
  for (const field of groups.fields) {
    const width = Math.max(1, field.names.length);
    if (index >= start && index < start + width) return named(groups, field, { at: index - start, index, list }, own);
    start += width;
  }
  throw new Error(`index out of bounds: ${index} (only ${start} items)`);
}

/** In an unnamed list every entry must get a name when one does. */
function named(
  groups: FieldGroups,
  field: FieldGroup,
  entry: { readonly at: number; readonly index: number; readonly list: ListName },
  own: OwnNames,
): string {
  if (field.names.length === 0) {
    for (const each of groups.fields) each.names = ['_'];
    groups.changed = true;
  }
  const name = field.names[entry.at];
  if (name !== undefined && name !== '_') return name;
  const given = freeName(groups, `__${entry.list}__${entry.index}`, own);
  field.names = field.names.map((old, i) => (i === entry.at ? given : old));
  groups.changed = true;
  return given;
}

/** One parameter, result or receiver, with a name to refer to it by. */
export interface Entry {
  readonly name: string;
  readonly field: FieldGroup;
}

/** Every entry of a list, all of them named. */
export function namedEntries(groups: FieldGroups | undefined, list: ListName, own: OwnNames): Entry[] {
  if (groups === undefined) return [];
  const widths = groups.fields.map((field) => Math.max(1, field.names.length));
  const owners = groups.fields.flatMap((field, i) => Array.from({ length: widths[i] ?? 1 }, () => field));
  return owners.map((field, index) => ({ name: entryNameAt(groups, index, list, own), field }));
}

/**
 * The wanted name for an entry, or one of ours where the function, or what advice has named in functions around it or
 * inside it, holds the wanted one: it would hide that, or be hidden.
 */
export function freeName(groups: FieldGroups, wanted: string, own: OwnNames): string {
  const fn = groups.syntax?.parent;
  if (fn === undefined) return wanted;
  const { tree, changes } = groups.unit;
  const isMentioned = tree.source.text.slice(fn.start, fn.end).includes(wanted);
  const isGiven = [...changes.signatures].some(
    ([other, { receiver, parameters, results }]) =>
      (contains(other, fn) || contains(fn, other)) &&
      [receiver, parameters, results].some((list) => list?.fields.some(({ names }) => names.includes(wanted))),
  );
  return isMentioned || isGiven ? ownName(own, `${wanted.replace(/^_+/, '')}n${own.number()}`) : wanted;
}

function contains(outer: SyntaxNode, inner: SyntaxNode): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
