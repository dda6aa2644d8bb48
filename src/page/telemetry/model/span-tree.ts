import type { ShownSpan } from './spans.ts';

/** A line of the waterfall. */
export interface SpanRow {
  readonly span: ShownSpan;
  readonly depth: number;
  /** Spans below it, at any depth. */
  readonly below: number;
  readonly isCollapsed: boolean;
  /** It names a parent that has not come. */
  readonly isOrphan: boolean;
}

/**
 * The lines of a waterfall: each span under its parent, in the order in which they began. What is below a collapsed span is left out.
 * Every span has a line, whatever parents the spans name.
 *
 * @param collapsed ids of spans
 */
export function spanRows(spans: readonly ShownSpan[], collapsed: ReadonlySet<string>): readonly SpanRow[] {
  const sorted = [...spans].sort((a, b) => (a.startNs < b.startNs ? -1 : a.startNs > b.startNs ? 1 : 0));
  const byId = new Map(sorted.map((span) => [span.spanId, span]));
  const children = new Map<ShownSpan | undefined, ShownSpan[]>();
  for (const span of sorted) {
    const parent = parentOf(span, byId);
    const siblings = children.get(parent);
    if (siblings) siblings.push(span);
    else children.set(parent, [span]);
  }
  const order = walk(children, children.get(undefined) ?? []);
  // Spans that are each other's parents hang on no root.
  if (order.length < sorted.length) {
    const seen = new Set(order.map(({ span }) => span));
    for (const span of sorted) {
      if (seen.has(span)) continue;
      const found = walk(children, [span], seen);
      for (const each of found) seen.add(each.span);
      order.push(...found);
    }
  }
  return visible(order, collapsed, byId);
}

interface Placed {
  readonly span: ShownSpan;
  readonly depth: number;
}

function parentOf(span: ShownSpan, byId: ReadonlyMap<string, ShownSpan>): ShownSpan | undefined {
  const parent = byId.get(span.parentId);
  return parent === span ? undefined : parent;
}

/** In depth first order, without recursion: a trace may be as deep as it has spans. */
function walk(
  children: ReadonlyMap<ShownSpan | undefined, readonly ShownSpan[]>,
  roots: readonly ShownSpan[],
  seen: ReadonlySet<ShownSpan> = new Set(),
): Placed[] {
  const order: Placed[] = [];
  const placed = new Set(seen);
  const stack: Placed[] = [...roots].reverse().map((span) => ({ span, depth: 0 }));
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (placed.has(next.span)) continue;
    placed.add(next.span);
    order.push(next);
    const below = children.get(next.span) ?? [];
    for (let at = below.length - 1; at >= 0; at--) stack.push({ span: below[at] as ShownSpan, depth: next.depth + 1 });
  }
  return order;
}

function visible(
  order: readonly Placed[],
  collapsed: ReadonlySet<string>,
  byId: ReadonlyMap<string, ShownSpan>,
): readonly SpanRow[] {
  const below = countBelow(order);
  const rows: SpanRow[] = [];
  for (let at = 0; at < order.length; at++) {
    const { span, depth } = order[at] as Placed;
    const isCollapsed = collapsed.has(span.spanId);
    const isOrphan = span.parentId !== '' && !byId.has(span.parentId);
    rows.push({ span, depth, below: below[at] as number, isCollapsed, isOrphan });
    if (isCollapsed) at += below[at] as number;
  }
  return rows;
}

/** How many spans follow each that are deeper than it. */
function countBelow(order: readonly Placed[]): readonly number[] {
  const counts = new Array<number>(order.length).fill(0);
  const open: number[] = [];
  const close = (at: number, end: number) => {
    counts[at] = end - at - 1;
  };
  order.forEach(({ depth }, at) => {
    while (open.length > depth) close(open.pop() as number, at);
    open.push(at);
  });
  while (open.length > 0) close(open.pop() as number, order.length);
  return counts;
}
