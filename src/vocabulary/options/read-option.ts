import { filledTextOf, yamlText } from '../../aspects/schema.ts';
import type { YamlEntry } from '../../aspects/yaml-node.ts';
import { type TypeName, typeNameAt } from '../../lang/names/type-name.ts';
import { compileGoRegexp } from '../../lang/patterns/go-regexp.ts';
import { aspectBadValue, aspectMissingKey } from '../../report/codes/aspect.ts';

/** A regular expression as Go reads it. @throws GotsError aspect_wrong_type, aspect_missing_key, aspect_bad_value */
export function patternOf(entry: YamlEntry): string {
  const written = filledTextOf(entry, 'an option of "function"');
  try {
    compileGoRegexp(written);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    aspectBadValue(entry.value.span, `"${entry.key}"`, written, `a regular expression: ${error.message}`);
  }
  return written;
}

/** @throws GotsError aspect_wrong_type, aspect_missing_key, aspect_bad_type_name */
export function filledTypeOf(entry: YamlEntry): TypeName {
  const text = yamlText(entry.value, `"${entry.key}"`);
  if (text === '') aspectMissingKey(entry.span, entry.key, 'an option of "function"');
  return typeNameAt(entry.value.span, text);
}
