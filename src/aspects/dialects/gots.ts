import type { ReadContext } from '../schema.ts';
import { keysOf } from '../shape.ts';
import { type AspectFile, readFile, type TextFile } from './orchestrion.ts';
import { fileShape } from './words-file.ts';

/**
 * Translates a `gots.yml`: Orchestrion's schema with strict keys, built-in sets (`gots:NAME`) in `extends:`, and
 * `disable:`, a list of patterns over aspect ids.
 *
 * @throws GotsError aspect_syntax and the other `aspect_…` codes, each with its span
 */
export function readGots(file: TextFile, ctx: ReadContext): AspectFile {
  return readFile(file, { ...ctx, strict: true }, { dialect: 'gots', known: keysOf(fileShape) });
}
