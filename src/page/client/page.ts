/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { h, render } from 'preact';
import { PackageBody, type PackageDetails } from '../views/package-body.ts';

const packages = [...document.querySelectorAll<HTMLDetailsElement>('details.package')];
const search = document.getElementById('search') as HTMLInputElement;
const shown = document.getElementById('shown') as HTMLOutputElement;
const aspectButtons = [...document.querySelectorAll<HTMLButtonElement>('[data-aspect]')];
/** Per package: names in lower case, then its aspects. */
const texts = dataOf<readonly (readonly string[])[]>('search-data');
let aspect: string | undefined;

function dataOf<T>(id: string): T {
  return JSON.parse(document.getElementById(id)?.textContent ?? 'null') as T;
}

/** Makes what is inside of a package; once. */
function fill(details: HTMLDetailsElement): void {
  if (details.dataset['filled']) return;
  details.dataset['filled'] = 'yes';
  const place = document.createElement('div');
  details.append(place);
  render(h(PackageBody, dataOf<PackageDetails>(`package-${details.dataset['at']}`)), place);
}

function filter(): void {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  packages.forEach((details, at) => {
    const [names = '', ...aspects] = texts[at] ?? [];
    const all = `${names} ${aspects.join(' ').toLowerCase()}`;
    const hidden = !words.every((word) => all.includes(word)) || (aspect !== undefined && !aspects.includes(aspect));
    if (details.hidden !== hidden) details.hidden = hidden;
    if (!hidden) count++;
  });
  const isAll = count === packages.length;
  shown.value = `${isAll ? '' : `${count} of `}${packages.length} package${packages.length === 1 ? '' : 's'}`;
}

/** Opens the package that an anchor is in: `importpath`, `importpath/file.go`, `importpath/file.go:L12`. */
function follow(): void {
  const anchor = decodeURIComponent(location.hash.slice(1));
  if (anchor === '') return;
  const fits = (id: string) => anchor === id || anchor.startsWith(`${id}/`);
  const candidates = packages.filter(({ id }) => fits(id)).sort((a, b) => b.id.length - a.id.length);
  for (const details of candidates) {
    details.hidden = false;
    details.open = true;
    fill(details);
    const target = document.getElementById(anchor) ?? nearestLine(anchor);
    if (!target) continue;
    for (const old of document.querySelectorAll('.row.here')) old.classList.remove('here');
    target.classList.add('here');
    target.scrollIntoView({ block: target === details ? 'start' : 'center' });
    return;
  }
}

/** A line that no hunk shows: the last one before it that is shown. */
function nearestLine(anchor: string): HTMLElement | undefined {
  const [, file, line] = /^(.*):[LW](\d+)$/.exec(anchor) ?? [];
  if (file === undefined) return undefined;
  for (let at = Number(line); at > 0; at--) {
    const found = document.getElementById(`${file}:L${at}`);
    if (found) return found;
  }
  return document.getElementById(file) ?? undefined;
}

const schemes = ['light dark', 'light', 'dark'];
let scheme = 0;
document.getElementById('scheme')?.addEventListener('click', () => {
  scheme = (scheme + 1) % schemes.length;
  document.documentElement.style.colorScheme = schemes[scheme] as string;
});
for (const details of packages)
  details.addEventListener('toggle', () => {
    if (details.open) fill(details);
  });
for (const button of aspectButtons)
  button.addEventListener('click', () => {
    aspect = aspect === button.dataset['aspect'] ? undefined : button.dataset['aspect'];
    for (const each of aspectButtons) each.ariaPressed = String(each.dataset['aspect'] === aspect);
    filter();
  });
search.addEventListener('input', filter);
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.target === search) return;
  event.preventDefault();
  search.focus();
});
// A link to the anchor that is already there changes nothing, and still must lead to it.
document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest('a[href^="#"]');
  if (link?.getAttribute('href') === location.hash) follow();
});
addEventListener('hashchange', follow);
follow();
if (packages.length === 1 && location.hash === '') (packages[0] as HTMLDetailsElement).open = true;
