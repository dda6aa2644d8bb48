import { filledTextOf, type ReadContext, yamlText } from '../aspects/schema.ts';
import { choice } from '../aspects/shape.ts';
import type { YamlEntry } from '../aspects/yaml-node.ts';
import { type TypeName, typeNameAt } from '../lang/names/type-name.ts';
import { bracketRange, commaRange, type VersionRange } from '../lang/versions/version-range.ts';
import { aspectBadValue } from '../report/codes/aspect.ts';
import type { Quirks } from './point-kind.ts';

/** Values that several words read. */

/** @throws GotsError aspect_wrong_type, aspect_missing_key */
export function filledText(entry: YamlEntry): string {
  return filledTextOf(entry, 'the join point');
}

/** @throws GotsError aspect_wrong_type, aspect_bad_type_name */
export function typeOf(entry: YamlEntry): TypeName {
  return typeNameAt(entry.value.span, yamlText(entry.value, `"${entry.key}"`));
}

/** A range of versions, in both forms of the tools that have one. @throws GotsError aspect_bad_value */
export function rangeOf(entry: YamlEntry, written: string): VersionRange {
  const range = written.startsWith('[') ? bracketRange(written) : commaRange(written);
  if (!('problem' in range)) return range;
  const allowed = 'v1.2.0 (or later), v1.2.0,v1.4.0 or [1.2.0,1.4.0)';
  return aspectBadValue(entry.value.span, `"${entry.key}"`, written, `a range of versions: ${allowed}`);
}

export function quirksOf({ quirks }: ReadContext): { readonly quirks?: Quirks } {
  return quirks ? { quirks } : {};
}

const modes = ['any', 'pointer-only', 'value-only'] as const;

/** Whether values, pointers to them, or both match. */
export type MatchMode = (typeof modes)[number];

export const matchKey = {
  shape: choice(...modes),
  doc: 'Whether values, pointers to them, or both match; `any` by default.',
};

/** @throws GotsError aspect_wrong_type, aspect_bad_value */
export function matchModeOf(entry: YamlEntry | undefined, where: string): MatchMode {
  if (!entry) return 'any';
  const written = yamlText(entry.value, `"match" of ${where}`);
  const mode = modes.find((known) => known === written);
  return mode ?? aspectBadValue(entry.value.span, `"match" of ${where}`, written, `one of ${modes.join(', ')}`);
}

export const identifier = '[\\p{L}_][\\p{L}_\\p{Nd}]*';
