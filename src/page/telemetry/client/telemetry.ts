import { Collection } from '../model/collection.ts';
import { el, fill } from './dom.ts';
import { type FeedState, follow, heldRequests } from './feed.ts';
import { LogView } from './log-view.ts';
import { MetricView } from './metric-view.ts';
import { addressOf, type PageContext, type View } from './telemetry-view.ts';
import { TraceListView } from './trace-list.ts';
import { TraceView } from './trace-view.ts';

const collection = new Collection();
const pathOf = () => location.hash.replace(/^#\/?/, '').split('/').map(decoded);
/** An address that somebody typed may hold what is no encoding. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
let isQueued = false;
let isPaused = false;
let state: FeedState = { kind: 'file' };

const context: PageContext = {
  collection,
  go: (...path) => {
    location.hash = addressOf(...path);
  },
  redraw: () => {
    if (isQueued) return;
    isQueued = true;
    requestAnimationFrame(() => {
      isQueued = false;
      draw();
    });
  },
};

const views = {
  traces: new TraceListView(context),
  trace: new TraceView(context),
  metrics: new MetricView(context),
  logs: new LogView(context),
} as const satisfies Record<string, View>;
const tabs = ['traces', 'metrics', 'logs'] as const;
const counts = Object.fromEntries(tabs.map((name) => [name, el('span', { class: 'badge' })]));
const links = Object.fromEntries(
  tabs.map((name, at) => [
    name,
    el(
      'a',
      { href: addressOf(name), title: `key ${at + 1}` },
      `${name[0]?.toUpperCase()}${name.slice(1)}`,
      counts[name],
    ),
  ]),
);
const status = el('span', { class: 'state', role: 'status' });
const pause = el('button', { type: 'button', title: 'hold the page still (p)', onClick: () => togglePause() }, 'Pause');
const clear = el('button', { type: 'button', title: 'forget what has come (c)', onClick: () => forget() }, 'Clear');
const schemes = ['light dark', 'light', 'dark'];
let scheme = 0;
const colours = el(
  'button',
  {
    type: 'button',
    class: 'round',
    title: 'colours: as the system, light, dark',
    attributes: { 'aria-label': 'colours' },
    onClick: () => {
      scheme = (scheme + 1) % schemes.length;
      document.documentElement.style.colorScheme = schemes[scheme] as string;
    },
  },
  '◐',
);
const place = el('main', {});

document
  .getElementById('app')
  ?.append(
    el(
      'header',
      {},
      el('span', { class: 'mark' }, el('i', { attributes: { 'aria-hidden': 'true' } }), 'gots'),
      el('nav', { attributes: { 'aria-label': 'signals' } }, ...tabs.map((name) => links[name])),
      status,
      pause,
      clear,
      colours,
    ),
    place,
  );

function currentView(): { readonly name: keyof typeof views; readonly path: readonly string[] } {
  const [name, ...path] = pathOf();
  if (name === 'metrics' || name === 'logs') return { name, path };
  return path[0] ? { name: 'trace', path } : { name: 'traces', path: [] };
}

let isNewAddress = true;

/** Draws the view of the address. The span that an address names is sought once, not with each new request. */
function draw(): void {
  const { name, path } = currentView();
  const view = views[name];
  if (place.firstChild !== view.element) fill(place, view.element);
  view.update(isNewAddress || name !== 'trace' ? path : path.slice(0, 1));
  isNewAddress = false;
  const shown = name === 'trace' ? 'traces' : name;
  for (const tab of tabs) links[tab]?.setAttribute('aria-current', tab === shown ? 'page' : 'false');
  const sizes = {
    traces: collection.traces.size,
    metrics: collection.metrics.metrics.size,
    logs: collection.logs.length,
  };
  for (const tab of tabs) fill(counts[tab] as HTMLElement, sizes[tab].toLocaleString('en'));
}

function showState(): void {
  const texts = { file: 'from files', live: isPaused ? 'paused' : 'live', lost: 'connection lost' } as const;
  status.className = `state ${isPaused ? 'paused' : state.kind}`;
  fill(status, texts[state.kind], collection.leftOut > 0 && ` · ${collection.leftOut} spans left out`);
  pause.hidden = state.kind === 'file';
  clear.hidden = state.kind === 'file';
  fill(pause, isPaused ? 'Resume' : 'Pause');
}

function togglePause(): void {
  isPaused = !isPaused;
  showState();
  context.redraw();
}

function forget(): void {
  collection.clear();
  context.go('traces');
  context.redraw();
}

const keys: Readonly<Record<string, () => void>> = {
  '/': () => views[currentView().name].search?.focus(),
  '1': () => context.go('traces'),
  '2': () => context.go('metrics'),
  '3': () => context.go('logs'),
  p: () => state.kind !== 'file' && togglePause(),
  c: () => state.kind !== 'file' && forget(),
  Escape: () => currentView().name === 'trace' && context.go('traces'),
};
document.addEventListener('keydown', (event) => {
  const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (isTyping && event.key === 'Escape') (event.target as HTMLElement).blur();
  else if (!isTyping && keys[event.key]) {
    event.preventDefault();
    keys[event.key]?.();
  }
});
addEventListener('hashchange', () => {
  isNewAddress = true;
  context.redraw();
});

const held = heldRequests();
if (held) for (const { signal, request } of held) collection.add(signal, request);
else
  follow(collection, {
    change: () => {
      if (!isPaused) context.redraw();
    },
    state: (now) => {
      state = now;
      showState();
    },
  });
showState();
draw();
