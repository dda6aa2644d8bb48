// Simulates a fleet of services that share a remote cache, with several sizes of packs and rules for manifests; writes results-fleet.md.
//   node bench/fleet.mjs [--services N] [--days N] [--seed N] [--prices FILE.json] [--print]
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Fleet } from './fleet/fleet.mjs';
import { KeepStore } from './fleet/keep-store.mjs';
import {
  model as defaults,
  githubCache as github,
  prices as listPrices,
  pricesWithoutEgress as withoutEgress,
} from './fleet/model.mjs';
import { profilesOf, sizesOf } from './fleet/profiles.mjs';
import { page, rowOf } from './fleet/report.mjs';
import { NoStore, ObjectStore, PackStore, rules } from './fleet/stores.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: {
    services: { type: 'string', default: String(defaults.services) },
    days: { type: 'string', default: String(defaults.days) },
    seed: { type: 'string', default: String(defaults.seed) },
    prices: { type: 'string' },
    print: { type: 'boolean', default: false },
  },
});
const model = { ...defaults, services: Number(values.services), days: Number(values.days), seed: Number(values.seed) };
const prices =
  values.prices === undefined ? listPrices : { ...listPrices, ...JSON.parse(readFileSync(values.prices, 'utf8')) };
const measured = JSON.parse(readFileSync(join(here, 'fleet', 'measured.json'), 'utf8'));
const profiles = profilesOf(measured);
const woven = new Set(model.woven.map((path) => measured.woven[path]).filter((number) => number !== undefined));
const sizes = new Map(profiles.map((profile) => [profile, sizesOf(profile, model)]));
const megabyte = 1e6;
/** The product's rule in several sizes, shares of use and ways to keep the number of packs down; the other rules in the product's size. */
const kept = [
  { size: 3 },
  ...[1, 6, 16, 64].map((size) => ({ size })),
  ...[0.3, 0.9].map((leastUse) => ({ size: 3, leastUse })),
  ...[3, 16].map((size) => ({ size, mostPacks: 24, packsAfter: 12, says: ', 12 of 24 packs again' })),
];
const others = [
  ...rules.map((rule) => ({ rule, size: 3 })),
  { rule: 'delta', size: 3, shared: true, says: ', shared' },
];
const stores = [
  new NoStore('no remote cache', sizes, model),
  new ObjectStore('an object each', sizes, model),
  ...kept.map(({ size, leastUse = 0.6, says = '', ...more }, at) => {
    const name = `${size} MB, keep ${leastUse * 100} %${says}`;
    const bytes = size * megabyte;
    const how = { packBytes: bytes, leastUse, smallBytes: bytes / 3, mostSmall: 12, ...more };
    return new KeepStore(at === 0 ? `**${name}** (gots)` : name, sizes, model, how);
  }),
  ...others.map(({ rule, size, shared = false, says = '' }) => {
    const how = { rule, packBytes: size * megabyte, shared, whole: false };
    return new PackStore(`${size} MB, ${rule}${says}`, sizes, model, how);
  }),
];

const total = model.services * model.buildsPerDay * model.days;
let done = 0;
for (const build of new Fleet(profiles, model, woven).builds()) {
  const needed = [];
  for (let number = 0; number < build.keys.length; number++)
    if (!build.local?.has(build.keys[number])) needed.push(number);
  for (const store of stores) store.read(build, needed);
  if (build.local) for (const key of build.keys) build.local.add(key);
  if (++done % 500 === 0 && process.stderr.isTTY) process.stderr.write(`\r${done} of ${total} builds`);
}
if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
const compile = JSON.parse(readFileSync(join(here, 'fleet', 'compile-times.json'), 'utf8'));
const rows = stores.map((store) => rowOf(store, model, { prices, withoutEgress, compile }));
const text = page({ rows, profiles, model, prices, withoutEgress, github, compile, go: measured.go });
if (values.print) process.stdout.write(text);
else writeFileSync(join(here, 'results-fleet.md'), text);
