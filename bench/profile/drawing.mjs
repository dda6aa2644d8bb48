// The profile as a picture: a pair of bars for each phase.
import { total } from './table.mjs';

const bar = { left: 250, width: 560, height: 18, gap: 5, group: 22 };
const colours = { go: '#9aa9ba', command: '#d9822b', server: '#2b6fd9' };
const labels = { go: 'go, its tools, shims and front', command: 'the gots command', server: 'the build server' };

/**
 * Each phase has a scale of its own: the longer of its two builds fills the width.
 *
 * @param {readonly import('./table.mjs').Row[]} rows
 * @returns {string} SVG
 */
export function drawProfile(rows) {
  const step = 2 * bar.height + bar.gap + bar.group;
  const height = rows.length * step + 60;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 920 ${height}" font-family="ui-sans-serif, system-ui, sans-serif" font-size="13">`,
    `<rect width="920" height="${height}" fill="#fff"/>`,
    ...rows.flatMap((row, i) => group(row, 20 + i * step)),
    ...Object.entries(labels).map(([name, label], i) => legend(colours[name], label, 20 + i * 250, height - 26)),
    '</svg>',
  ].join('\n')}\n`;
}

function group({ title, plainMs, wovenMs, work }, y) {
  const scale = bar.width / Math.max(plainMs, wovenMs, 1);
  const command = total(work.command);
  const server = total(work.server);
  const second = y + bar.height + bar.gap;
  return [
    text(title.replaceAll('`', ''), 12, y + 13, 'font-weight="600"'),
    text('plain', bar.left - 50, y + 13),
    text('woven', bar.left - 50, second + 13),
    ...stack([[plainMs, colours.go]], y, scale),
    text(seconds(plainMs), bar.left + plainMs * scale + 6, y + 13),
    ...stack([[Math.max(0, wovenMs - command - server), colours.go], [command, colours.command], [server, colours.server]], second, scale),
    text(seconds(wovenMs), bar.left + wovenMs * scale + 6, second + 13),
  ];
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
const text = (words, x, y, more = '') => `<text x="${Number(x).toFixed(0)}" y="${y}" ${more}>${words}</text>`;
const seconds = (ms) => `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`;
