import { spanInTemplate } from '../../aspects/code-template.ts';
import type { Span } from '../../report/diagnostic.ts';
import type { SourceFile } from '../2-parse/source.ts';
import type { Unit } from './go-node.ts';

/** Line and byte column of an offset of a file. */
export function spanAt(source: SourceFile, offset: number): Span {
  let line = 1;
  let lineStart = 0;
  for (let at = source.text.indexOf('\n'); at >= 0 && at < offset; at = source.text.indexOf('\n', at + 1)) {
    line++;
    lineStart = at + 1;
  }
  return { file: source.name, line, column: offset - lineStart + 1 };
}

/** Where a node stands: in its file or, if a template wrote it, in the aspect's file. */
export function spanOf(unit: Unit, offset: number): Span {
  return unit.rendered === undefined ? spanAt(unit.tree.source, offset) : originOf(unit.rendered, offset);
}

/** Where in the aspect file the text at an offset of a rendered unit comes from. */
export function originOf(rendered: NonNullable<Unit['rendered']>, offset: number): Span {
  const { segments, template } = rendered;
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const segment = segments[low];
  if (segment === undefined) return template.lines[0] as Span;
  return spanInTemplate(template, segment.offset + (segment.literal ? Math.max(0, offset - segment.start) : 0));
}
