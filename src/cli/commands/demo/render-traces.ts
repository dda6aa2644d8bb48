import type { LogLine } from './log-lines.ts';
import type { SpanNode, Trace, TraceSpan } from './traces.ts';

/** Columns given to the tree before service, kind and duration follow. */
const treeWidth = 46;
const maxStatement = 72;

/**
 * Draws traces as trees: a line for each span with service, kind, duration and what is most telling of its attributes, and
 * under it the log lines that carry its id.
 */
export function renderTraces(traces: readonly Trace[], logs: readonly LogLine[]): string {
  return traces.map((trace) => renderTrace(trace, logs)).join('\n');
}

function renderTrace(trace: Trace, logs: readonly LogLine[]): string {
  const lines = [`trace ${trace.id}`];
  const own = logs.filter((line) => line.traceId === trace.id);
  trace.roots.forEach((root, at) => {
    drawSpan(root, { prefix: '', last: at === trace.roots.length - 1 }, own, lines);
  });
  return `${lines.join('\n')}\n`;
}

interface Place {
  readonly prefix: string;
  readonly last: boolean;
}

function drawSpan(node: SpanNode, place: Place, logs: readonly LogLine[], lines: string[]): void {
  const { span } = node;
  const tree = `${place.prefix}${place.last ? '└─ ' : '├─ '}${span.name}`;
  lines.push(
    `${tree.padEnd(treeWidth)} ${span.service.padEnd(7)} ${span.kind.padEnd(7)}${duration(span)}  ${notes(span)}`.trimEnd(),
  );
  const below = [
    ...node.children.map((child) => ({ startNs: child.span.startNs, child, line: undefined })),
    ...logs
      .filter((line) => line.spanId === span.spanId)
      .map((line) => ({ startNs: line.timeNs, child: undefined, line })),
  ].sort((a, b) => (a.startNs < b.startNs ? -1 : a.startNs > b.startNs ? 1 : 0));
  const prefix = `${place.prefix}${place.last ? '   ' : '│  '}`;
  below.forEach(({ child, line }, at) => {
    if (child) drawSpan(child, { prefix, last: !below.slice(at + 1).some((next) => next.child) }, logs, lines);
    else if (line) lines.push(`${prefix}${below.slice(at).some((next) => next.child) ? '│  ' : '   '}${drawLog(line)}`);
  });
}

function drawLog(line: LogLine): string {
  return [`log ${line.level} "${line.message}"`, ...line.fields.map(([name, value]) => `${name}=${value}`)].join(' ');
}

/** Milliseconds with two decimals, right-aligned. */
function duration(span: TraceSpan): string {
  return `${(Number(span.endNs - span.startNs) / 1e6).toFixed(2)} ms`.padStart(11);
}

function notes(span: TraceSpan): string {
  const at = span.attributes;
  const notes = [
    at['http.response.status_code'],
    span.kind === 'client' ? at['url.full'] : at['url.path'],
    at['db.system.name'],
    at['db.query.text'] === undefined ? undefined : cut(String(at['db.query.text'])),
    span.failed ? `ERROR ${span.message ?? at['error.type'] ?? ''}`.trimEnd() : undefined,
  ];
  return notes.filter((note) => note !== undefined).join('  ');
}

function cut(statement: string): string {
  const characters = [...statement];
  return characters.length > maxStatement ? `${characters.slice(0, maxStatement - 1).join('')}…` : statement;
}
