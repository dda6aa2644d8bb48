import { layers } from './layers.mjs';
import { readImports } from './read-imports.mjs';

const row = { height: 44, gap: 12, left: 24, width: 640 };
const font = 'ui-sans-serif, system-ui, sans-serif';

/** The layers of `src` and the imports between them, as SVG: low layers at the bottom, one arc for each import. */
export function drawing() {
  const used = new Set([...readImports().keys()].map(layerOf));
  const names = Object.keys(layers).filter((name) => used.has(name));
  const shown = withoutImplied(importsBetween(names), names);
  const high = names.toReversed();
  const top = (name) => high.indexOf(name) * (row.height + row.gap) + 24;
  const height = names.length * (row.height + row.gap) + 36;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 ${height}" font-family="${font}">`,
    `<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="context-stroke"/></marker></defs>`,
    `<rect width="900" height="${height}" fill="#fff"/>`,
    ...high.map((name) => box(name, top(name))),
    ...shown.map(([from, to]) => arc(top(from), top(to), names.indexOf(to) > names.indexOf(from))),
    '</svg>',
  ].join('\n')}\n`;
}

/** Which layer imports which, types included. */
function importsBetween(names) {
  const between = new Map(names.map((name) => [name, new Set()]));
  for (const [file, imported] of readImports()) {
    for (const other of imported) if (layerOf(other) !== layerOf(file)) between.get(layerOf(file)).add(layerOf(other));
  }
  return between;
}

/** The imports that do not follow from two others: `cli → base` says nothing new beside `cli → driver → base`. */
function withoutImplied(between, names) {
  const climbs = (from, to) => names.indexOf(to) > names.indexOf(from);
  const below = (from) => [...between.get(from)].filter((to) => !climbs(from, to));
  const reaches = (from, to) => below(from).some((next) => next === to || reaches(next, to));
  return names.flatMap((from) =>
    [...between.get(from)]
      .filter((to) => climbs(from, to) || !below(from).some((other) => other !== to && reaches(other, to)))
      .map((to) => [from, to]),
  );
}

function layerOf(file) {
  return file.split('/')[1];
}

function box(name, y) {
  return [
    `<rect x="${row.left}" y="${y}" width="${row.width}" height="${row.height}" rx="6" fill="#f2f5f9" stroke="#5b6b7f"/>`,
    `<text x="${row.left + 14}" y="${y + 28}" font-size="16" font-weight="600" fill="#16202b">${name}</text>`,
    `<text x="${row.left + 120}" y="${y + 28}" font-size="14" fill="#3a4756">${layers[name]}</text>`,
  ].join('\n');
}

/** An arc at the right of the boxes; a red one at the left climbs. */
function arc(from, to, climbs) {
  const side = climbs ? row.left : row.left + row.width;
  const reach = (climbs ? -1 : 1) * Math.min(22, 8 + (Math.abs(to - from) / (row.height + row.gap)) * 4);
  const bulge = climbs ? reach : 30 + (Math.abs(to - from) / (row.height + row.gap)) * 26;
  const start = from + row.height / 2 + (climbs ? -8 : 8);
  const end = to + row.height / 2 + (climbs ? 8 : -8);
  return `<path d="M${side} ${start}C${side + bulge} ${start} ${side + bulge} ${end} ${side} ${end}" fill="none" stroke="${climbs ? '#c62828' : '#2f6db3'}" stroke-width="1.5" marker-end="url(#head)"/>`;
}
