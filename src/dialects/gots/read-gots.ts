import { fileShape } from '../../aspects/file-shape.ts';
import type { ReadContext } from '../../aspects/schema.ts';
import { keysOf } from '../../aspects/shape.ts';
import type { AspectFile, TextFile } from '../contract.ts';
import { readFile } from '../orchestrion/read-orchestrion.ts';

/**
 * Translates a `gots.yml`: Orchestrion's schema with strict keys, built-in sets (`gots:NAME`) in `extends:`, and
 * `disable:`, a list of patterns over aspect ids.
 *
 * @throws GotsError aspect_syntax and the other `aspect_…` codes, each with its span
 */
export function readGots(file: TextFile, ctx: ReadContext): AspectFile {
  return readFile(file, { ...ctx, strict: true }, { dialect: 'gots', known: keysOf(fileShape) });
}
