import type { ShownLog } from '../model/logs.ts';
import type { ShownTrace } from '../model/shown-trace.ts';
import type { SpanRow } from '../model/span-tree.ts';
import { duration } from '../model/units.ts';
import { type Child, el, serviceColor } from './dom.ts';

/** A level of the tree is so wide, up to a depth; deeper spans stand below each other. */
const indent = { px: 14, most: 24 };

/** Where in a trace a time lies, in percent. */
export function percentAt(trace: ShownTrace, timeNs: bigint): number {
  const part = trace.durationNs === 0 ? 0 : Number(timeNs - trace.startNs) / trace.durationNs;
  return 100 * Math.max(0, Math.min(1, part));
}

export function timeAxis(trace: ShownTrace): HTMLElement {
  const marks = [0, 25, 50, 75, 100].map((part) =>
    el('span', { style: { left: `${part}%` } }, duration((trace.durationNs * part) / 100)),
  );
  return el(
    'div',
    { class: 'span-row' },
    el('span', { class: 'name' }, 'Span'),
    el('span', { class: 'line' }, ...marks),
  );
}

interface RowContext {
  readonly isDimmed: boolean;
  readonly logs: readonly ShownLog[];
  readonly onToggle: () => void;
}

/** A span's line: its place in the tree, and a bar from its begin to its end with marks for events and log records. */
export function waterfallRow(row: SpanRow, trace: ShownTrace, { isDimmed, logs, onToggle }: RowContext): HTMLElement {
  const { span, depth, below, isCollapsed, isOrphan } = row;
  const left = percentAt(trace, span.startNs);
  const width = trace.durationNs === 0 ? 100 : (100 * span.durationNs) / trace.durationNs;
  const toggle: Child =
    below > 0 &&
    el('button', {
      class: isCollapsed ? 'fold closed' : 'fold',
      type: 'button',
      tabIndex: -1,
      title: isCollapsed ? `show ${below} below (→)` : 'hide what is below (←)',
      attributes: { 'aria-label': isCollapsed ? 'show what is below' : 'hide what is below' },
      onClick: (event) => {
        event.stopPropagation();
        onToggle();
      },
    });
  return el(
    'div',
    {
      class: ['span-row', span.isError && 'failed', isDimmed && 'dimmed'].filter(Boolean).join(' '),
      style: { '--color': serviceColor(span.service) },
      attributes: { 'aria-level': String(depth + 1) },
    },
    el(
      'span',
      { class: 'name', style: { 'padding-left': `${Math.min(depth, indent.most) * indent.px + 6}px` } },
      el('span', { class: 'hold' }, toggle),
      el('i', { class: 'dot' }),
      isOrphan && el('abbr', { title: 'its parent has not come' }, '⤷'),
      el('b', {}, span.name || '(no name)'),
      el('small', {}, span.service),
      isCollapsed && el('small', { class: 'below' }, `+${below}`),
    ),
    el(
      'span',
      { class: 'line' },
      el('i', { class: 'bar', style: { left: `${left}%`, width: `${width}%` } }),
      ...span.events.map((event) =>
        el('i', { class: 'event', title: event.name, style: { left: `${percentAt(trace, event.timeNs)}%` } }),
      ),
      ...logs.map((log) =>
        el('i', {
          class: `logged ${log.severityText.toLowerCase()}`,
          title: log.body,
          style: { left: `${percentAt(trace, log.timeNs)}%` },
        }),
      ),
      tookLabel(left, Math.min(100, left + width), duration(span.durationNs)),
    ),
  );
}

/** How long it took: behind the bar, before it, or where neither has room, inside. */
function tookLabel(left: number, right: number, text: string): HTMLElement {
  if (right <= 86) return el('span', { class: 'took', style: { left: `${right}%` } }, text);
  if (left >= 14) return el('span', { class: 'took', style: { right: `${100 - left}%` } }, text);
  return el('span', { class: 'took inside', style: { right: `${100 - right}%` } }, text);
}
