import { filledTextOf, required } from '../../aspects/schema.ts';
import type { YamlEntry } from '../../aspects/yaml-node.ts';
import type { ForeignFile } from '../../rewrite/adopt-file.ts';

/**
 * Reads the keys `path` and `file` of advice that takes a file of another package.
 *
 * @throws GotsError aspect_missing_key, aspect_wrong_type
 */
export function fileNamedBy(
  entry: YamlEntry,
  found: { readonly path?: YamlEntry; readonly file?: YamlEntry },
): ForeignFile {
  const where = `"${entry.key}"`;
  const path = filledTextOf(required(found.path, 'path', entry.value, where), where);
  const file = filledTextOf(required(found.file, 'file', entry.value, where), where);
  return { path, file, span: entry.span };
}
