import { attemptEach } from '../../aspects/attempt.ts';
import { fileShape } from '../../aspects/file-shape.ts';
import type { ReadContext } from '../../aspects/schema.ts';
import { keysOf } from '../../aspects/shape.ts';
import type { AspectFile, TextFile } from '../contract.ts';
import { readFile } from '../orchestrion/read-orchestrion.ts';
import { functionsNamed } from './function-pattern.ts';

/** The aspect whose advice makes spans of functions. */
const model = { set: 'gots:spanfunc', id: 'gots:span' };
const telemetry = 'gots:otel';

/**
 * Translates a `gots.yml`: Orchestrion's schema with strict keys, built-in sets (`gots:NAME`) in `extends:`,
 * `disable:`, a list of patterns over aspect ids, and `spans:`, a list of patterns over functions.
 *
 * @throws GotsError aspect_syntax and the other `aspect_…` codes, each with its span
 */
export function readGots(file: TextFile, ctx: ReadContext): AspectFile {
  const strict = { ...ctx, strict: true };
  const { spans, ...read } = readFile(file, strict, { dialect: 'gots', known: keysOf(fileShape) });
  const [first] = spans;
  if (first === undefined) return read;
  const like = attemptEach(strict, spans, ({ text, span }) => ({
    id: `${model.id} ${text}`,
    span,
    joinPoint: functionsNamed(text, span, model.id),
    model,
  }));
  // Without extends there is nothing else in the program, and spans alone would go nowhere.
  const set = read.extends.length === 0 ? telemetry : model.set;
  return { ...read, extends: [...read.extends, { text: set, span: first.span }], like };
}
