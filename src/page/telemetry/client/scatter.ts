import type { ShownTrace } from '../model/shown-trace.ts';
import { clock, duration } from '../model/units.ts';
import { el, svg } from './dom.ts';

/** More dots would hide each other. */
const mostDots = 800;
const size = { width: 1000, height: 96, left: 8, right: 8, top: 10, bottom: 10 };

/** Draws traces as dots: to the right when they began, upwards how long they took (logarithmic). */
export function drawScatter(
  place: HTMLElement,
  traces: readonly ShownTrace[],
  onOpen: (trace: ShownTrace) => void,
): void {
  const newest = [...traces].sort((a, b) => (a.startNs > b.startNs ? -1 : 1)).slice(0, mostDots);
  const [last, first] = [newest[0], newest.at(-1)];
  place.replaceChildren();
  if (!first || !last || newest.length < 2) return;
  const spanNs = Math.max(1, Number(last.startNs - first.startNs));
  const logs = newest.map(({ durationNs }) => Math.log10(Math.max(1, durationNs)));
  const [low, high] = [Math.floor(Math.min(...logs)), Math.ceil(Math.max(...logs) + 0.01)];
  const x = (trace: ShownTrace) =>
    size.left + (Number(trace.startNs - first.startNs) / spanNs) * (size.width - size.left - size.right);
  const y = (log: number) =>
    size.height - size.bottom - ((log - low) / Math.max(1, high - low)) * (size.height - size.top - size.bottom);
  const picture = svg('svg', {
    viewBox: `0 0 ${size.width} ${size.height}`,
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
  });
  for (let log = low; log <= high; log++)
    picture.append(svg('line', { x1: 0, x2: size.width, y1: y(log), y2: y(log), class: 'grid' }));
  const dots = newest.map((trace, at) => {
    const dot = el('i', {
      class: trace.errors > 0 ? 'failed' : '',
      title: `${trace.root?.name ?? ''} · ${duration(trace.durationNs)} · ${clock(trace.startNs)}`,
      style: {
        left: `${(100 * x(trace)) / size.width}%`,
        top: `${(100 * y(logs[at] as number)) / size.height}%`,
        '--size': `${Math.min(16, 6 + Math.sqrt(trace.spans.length))}px`,
      },
      onClick: () => onOpen(trace),
    });
    return dot;
  });
  const labels = Array.from({ length: high - low + 1 }, (_, at) =>
    el('span', { style: { top: `${(100 * y(low + at)) / size.height}%` } }, duration(10 ** (low + at))),
  );
  place.append(
    el('div', { class: 'plot' }, picture, ...dots),
    el('div', { class: 'scale' }, ...labels),
    el('div', { class: 'ends' }, el('span', {}, clock(first.startNs)), el('span', {}, clock(last.startNs))),
  );
}
