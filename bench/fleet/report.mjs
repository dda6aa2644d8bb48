import { overlap } from './profiles.mjs';
import { costOf } from './transfer.mjs';

/** The middle and the 95th percentile of some numbers. */
export function percentiles(numbers) {
  const sorted = Float64Array.from(numbers).sort();
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

/** Seconds of one processor that packages take to compile. */
export function compileSeconds(missed, fit) {
  const of = (kind) =>
    missed[kind].packages * fit[kind].perPackage + (missed[kind].bytes / 1e6) * fit[kind].perMegabyte;
  return of('std') + of('other');
}

/** What one store did, for the table. */
export function rowOf(store, model, { prices, withoutEgress, compile }) {
  const { count } = store;
  const stored = store.stored();
  const { median, p95 } = percentiles(count.seconds);
  const amounts = { stored, puts: count.puts, gets: count.gets };
  return {
    name: store.name,
    stored,
    up: count.up / model.days,
    down: count.down / model.days,
    getsPerBuild: count.gets / count.builds,
    putsPerDay: count.puts / model.days,
    hitRate: count.hits / Math.max(1, count.asked),
    median,
    p95,
    compile: compileSeconds(count.ciMissed, compile.fit) / count.ciBuilds / model.cores,
    costInside: costOf({ ...amounts, out: count.laptopDown }, model.days, prices),
    costOutside: costOf({ ...amounts, out: count.down }, model.days, prices),
    costWithoutEgress: costOf({ ...amounts, out: count.down }, model.days, withoutEgress),
  };
}

const gigabytes = (bytes) => (bytes / 1e9).toFixed(bytes < 1e10 ? 1 : 0);
const number = (value) => Math.round(value).toLocaleString('en');

/** The table in Markdown. */
export function table(rows) {
  const head = [
    'store',
    'stored, GB',
    'up, GB a day',
    'down, GB a day',
    'GETs a build',
    'PUTs a day',
    'hits',
    'CI waits, s: median',
    '95 %',
    'CI compiles, s: mean',
    '$ a month, CI inside',
    'CI outside',
    'R2',
  ];
  const lines = rows.map((row) =>
    [
      row.name,
      gigabytes(row.stored),
      gigabytes(row.up),
      gigabytes(row.down),
      number(row.getsPerBuild),
      number(row.putsPerDay),
      `${(row.hitRate * 100).toFixed(1)} %`,
      row.median.toFixed(1),
      row.p95.toFixed(1),
      row.compile.toFixed(1),
      number(row.costInside),
      number(row.costOutside),
      number(row.costWithoutEgress),
    ].join(' | '),
  );
  return [`| ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length)}`, ...lines.map((line) => `| ${line} |`)].join(
    '\n',
  );
}

/** How much the measured services share. */
function overlaps(profiles) {
  const shares = profiles.flatMap((a, at) => profiles.slice(at + 1).map((b) => overlap(a, b)));
  return percentiles(shares);
}

/** The whole of results-fleet.md. */
export function page({ rows, profiles, model, prices, withoutEgress, github, compile, go }) {
  const packages = percentiles(profiles.map((profile) => profile.packages.length));
  const { median, p95 } = overlaps(profiles);
  const { network } = model;
  const line = ({ perPackage, perMegabyte, explained }) =>
    `${(perPackage * 1000).toFixed(0)} ms and ${perMegabyte.toFixed(2)} s a megabyte of source (R² ${explained.toFixed(2)})`;
  const price = (list) =>
    `${list.name}: $ ${list.storedPerGigabyteMonth} a GB and month, ${list.putsPer1000} a 1,000 PUTs, ${list.getsPer1000} a 1,000 GETs, ${list.movedOutPerGigabyte} a GB moved out of the region`;
  return `# A fleet that shares a cache, simulated

\`node bench/fleet.mjs\` wrote this: ${model.services} services × ${model.buildsPerDay} builds a day, ${model.days} days, seed ${model.seed}. [README.md](README.md#a-fleet) says what is
simulated. The ${profiles.length} real go.mod files (\`fleet/services.mjs\`, packages listed with ${go}) have ${packages.median} packages in the median, ${packages.p95} at most
in 95 %; two of them share ${(median * 100).toFixed(0)} % of the smaller one's packages at the same versions in the median, ${(p95 * 100).toFixed(0)} % in 95 % of the pairs; the standard library is most of it.

Sizes of packs are as stored: compression leaves ${(model.object.compressed * 100).toFixed(0)} % of objects (ADR 32), so the product's packs of 16 MB are 3 MB here.

${table(rows)}

- *Waits*: ${network.rtt * 1000} ms round trips, ${(network.bytesPerSecond * 8) / 1e6} Mbit/s, ${network.connections} connections, an empty CI machine.
- *Compiles*: what the cache did not have, on ${model.cores} cores. \`node bench/fleet/compile-times.mjs\` measured ${compile.packages} packages with ${compile.go}, in the go command's
  action graph: processor time of a package of the standard library ${line(compile.fit.std)}, of others ${line(compile.fit.other)}.
- *Prices*, a month of 22 days (${prices.source}): ${price(prices)}; ${price(withoutEgress)}.
  "CI inside" moves to CI machines for nothing, and to laptops at that price.
- *GitHub's cache* holds ${github.bytesPerRepository / 1e9} GB a repository and drops what was not read for ${github.daysUnused} days (${github.source}); what one service stores is the table's column
  "stored", divided by ${model.services}.
`;
}
