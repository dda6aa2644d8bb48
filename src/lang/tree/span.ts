import type { Span } from '../../report/diagnostic.ts';
import { positionsOf } from '../syntax/positions.ts';
import type { SourceFile } from '../syntax/source.ts';
import { spanInTemplate } from '../template/code-template.ts';
import type { Unit } from './unit.ts';

/** Where the compiler reports an offset of a file: line and byte column, with line directives honoured. */
export function spanAt(source: SourceFile, offset: number): Span {
  const { file, line, column } = positionsOf(source).at(offset);
  // A directive may leave the column out; then the line is all there is to say.
  return { file, line, column: column ?? 1 };
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
