import type { FieldGroup, FieldGroups } from '../3-match/signature.ts';

export type ListName = 'argument' | 'result' | 'receiver';

/** The name of the entry at a flat index, which it is given if it has none. */
export function nameAt(groups: FieldGroups, index: number, list: ListName): string {
  let start = 0;
  for (const field of groups.fields) {
    const width = Math.max(1, field.names.length);
    if (index >= start && index < start + width) return named(groups, field, { at: index - start, index, list });
    start += width;
  }
  throw new Error(`index out of bounds: ${index} (only ${start} items)`);
}

/** In an unnamed list every entry must get a name when one does. */
function named(
  groups: FieldGroups,
  field: FieldGroup,
  entry: { readonly at: number; readonly index: number; readonly list: ListName },
): string {
  if (field.names.length === 0) {
    for (const each of groups.fields) each.names = ['_'];
    groups.changed = true;
  }
  const name = field.names[entry.at];
  if (name !== undefined && name !== '_') return name;
  const given = `__${entry.list}__${entry.index}`;
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
export function namedEntries(groups: FieldGroups | undefined, list: ListName): Entry[] {
  if (groups === undefined) return [];
  const widths = groups.fields.map((field) => Math.max(1, field.names.length));
  const owners = groups.fields.flatMap((field, i) => Array.from({ length: widths[i] ?? 1 }, () => field));
  return owners.map((field, index) => ({ name: nameAt(groups, index, list), field }));
}
