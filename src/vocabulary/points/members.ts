import { attemptEach } from '../../aspects/attempt.ts';
import { listOf, type ReadContext } from '../../aspects/schema.ts';
import { isNothing, type YamlEntry, type YamlNode } from '../../aspects/yaml-node.ts';
import type { InnerPoint } from '../inner-point.ts';

/** A list of join points; nothing is the empty list. @throws GotsError aspect_wrong_type and those of its items */
export function readMembers(entry: YamlEntry, ctx: ReadContext, inner: (node: YamlNode) => InnerPoint): InnerPoint[] {
  if (isNothing(entry.value)) return [];
  return attemptEach(ctx, listOf(entry.value, `"${entry.key}"`).items, inner);
}

export function joinedNames(lists: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  return lists.length === 0 ? undefined : [...new Set(lists.flatMap((names) => names ?? []))];
}
