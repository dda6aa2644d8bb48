import { overlap } from './profiles.mjs';
import { costOf } from './transfer.mjs';

/** The middle and the 95th percentile of some numbers. */
export function percentiles(numbers) {
  const sorted = Float64Array.from(numbers).sort();
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

/** What one store did, for the table. */
export function rowOf(store, model, prices) {
  const { count } = store;
  const stored = store.stored();
  const { median, p95 } = percentiles(count.seconds);
  const amounts = { stored, puts: count.puts, gets: count.gets };
  const { secondsPerMegabyte, cores } = model.compile;
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
    compile: (count.ciMissed / 1e6 / count.ciBuilds) * (secondsPerMegabyte / cores),
    costInside: costOf({ ...amounts, out: count.laptopDown }, model.days, prices),
    costOutside: costOf({ ...amounts, out: count.down }, model.days, prices),
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
export function page({ rows, profiles, model, prices, go }) {
  const packages = percentiles(profiles.map((profile) => profile.packages.length));
  const { median, p95 } = overlaps(profiles);
  return `# A fleet that shares a cache, simulated

\`node bench/fleet.mjs\` wrote this: ${model.services} services × ${model.buildsPerDay} builds a day, ${model.days} days, seed ${model.seed}. [README.md](README.md#a-fleet) says what is
simulated. The ${profiles.length} real go.mod files (\`fleet/services.mjs\`, packages listed with ${go}) have ${packages.median} packages in the median, ${packages.p95} at most
in 95 %; two of them share ${(median * 100).toFixed(0)} % of the smaller one's packages at the same versions in the median, ${(p95 * 100).toFixed(0)} % in 95 % of the pairs; the standard library is most of it.

${table(rows)}

Waits: ${model.network.rtt * 1000} ms round trips, ${(model.network.bytesPerSecond * 8) / 1e6} Mbit/s, ${model.network.connections} connections, an empty CI machine. Compiles: what the cache did not have, on ${model.compile.cores} cores.
Prices: ${prices.source}: $ ${prices.storedPerGigabyteMonth} a GB and month, ${prices.putsPer1000} a 1,000 PUTs, ${prices.getsPer1000} a 1,000 GETs, ${prices.movedOutPerGigabyte} a GB moved out of the region.
`;
}
