// The profile as a picture: bars for each phase, a plain build and woven ones.
import { total } from './table.mjs';

const bar = { left: 316, width: 500, height: 18, gap: 4, group: 24 };
const colours = { go: '#9aa9ba', command: '#d9822b', server: '#2b6fd9' };
const labels = { go: 'go, its tools, shims and front', command: 'the gots command', server: 'the build server' };
const ink = '#16202b';

/**
 * Each phase has a scale of its own: the longest of its builds fills the width.
 *
 * @param {readonly import('./table.mjs').Row[]} rows
 * @returns {string} SVG
 */
export function drawProfile(rows) {
  const groups = rows.map((row) => ({ title: row.title, bars: barsOf(row) }));
  const heights = groups.map(({ bars }) => bars.length * (bar.height + bar.gap) + bar.group);
  const tops = heights.map((_, i) => 20 + heights.slice(0, i).reduce((sum, each) => sum + each, 0));
  const height = 60 + heights.reduce((sum, each) => sum + each, 0);
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 920 ${height}" font-family="ui-sans-serif, system-ui, sans-serif" font-size="13" fill="${ink}">`,
    `<rect width="920" height="${height}" rx="6" fill="#fff"/>`,
    ...groups.flatMap(({ title, bars }, i) => group(title, bars, tops[i])),
    ...Object.entries(labels).map(([name, label], i) => legend(colours[name], label, 20 + i * 250, height - 30)),
    '</svg>',
  ].join('\n')}\n`;
}

/** The bars of a phase: label, whole length, and parts in their order. */
function barsOf({ plainMs, before, now }) {
  const woven = (label, { wovenMs, work }) => {
    const [command, server] = [total(work.command), total(work.server)];
    const rest = Math.max(0, wovenMs - command - server);
    return {
      label,
      ms: wovenMs,
      parts: [
        [rest, colours.go],
        [command, colours.command],
        [server, colours.server],
      ],
    };
  };
  return [
    ...(plainMs > 0 ? [{ label: 'plain', ms: plainMs, parts: [[plainMs, colours.go]] }] : []),
    ...(before ? [woven('woven, before', before)] : []),
    woven(before ? 'woven, now' : 'woven', now),
  ];
}

function group(title, bars, top) {
  const scale = bar.width / Math.max(...bars.map(({ ms }) => ms), 1);
  return [
    ...lines(title.replaceAll('`', '')).map((line, i) => text(line, 16, top + 13 + i * 16, 'font-weight="600"')),
    ...bars.flatMap(({ label, ms, parts }, i) => {
      const y = top + i * (bar.height + bar.gap);
      return [
        text(label, bar.left - 8, y + 13, 'text-anchor="end"'),
        ...stack(parts, y, scale),
        text(seconds(ms), bar.left + ms * scale + 6, y + 13),
      ];
    }),
  ];
}

/** A title in lines that fit beside the bars' labels. */
function lines(title) {
  const result = [''];
  for (const word of title.split(' ')) {
    const longer = `${result.at(-1)} ${word}`.trim();
    if (longer.length <= 28) result[result.length - 1] = longer;
    else result.push(word);
  }
  return result;
}

function stack(parts, y, scale) {
  let x = bar.left;
  return parts.map(([ms, colour]) => {
    const width = ms * scale;
    const rect = `<rect x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${bar.height}" fill="${colour}"/>`;
    x += width;
    return rect;
  });
}

const legend = (colour, label, x, y) =>
  `<rect x="${x}" y="${y}" width="12" height="12" fill="${colour}"/>${text(label, x + 18, y + 11)}`;
const text = (words, x, y, more = '') =>
  `<text x="${Number(x).toFixed(0)}" y="${y}"${more && ` ${more}`}>${words}</text>`;
const seconds = (ms) => `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`;
