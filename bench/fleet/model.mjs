/**
 * What is assumed, in one place. Sizes were measured, see measure.mjs and README.md; what a fleet does in a day is a choice.
 */
export const model = {
  services: 500,
  buildsPerDay: 20,
  days: 5,
  seed: 11,
  /** Of the builds of a day and service: on the default branch by CI, of pull requests by CI, the others on laptops. */
  share: { main: 0.2, pull: 0.4 },
  laptopsPerService: 2,
  /** Share of the modules that a service has in the version that most of the fleet has; the others as its go.mod was published. */
  aligned: 0.7,
  /** Own packages that one edit changes, at most. */
  editedPackages: 3,
  /** Builds of the default branch that update dependencies, and how many modules then. */
  updates: { share: 0.05, modules: 4 },
  /** Releases of a module in a day that the fleet may take up. */
  releasesPerDay: 0.03,
  /** Days on which a new Go, or a new version of aspects, begins to come in; within so many days every service has it. */
  goDay: 2,
  aspectsDay: 3,
  adoptionDays: 2,
  /** Import paths whose packages are woven. */
  woven: ['net/http', 'database/sql', 'google.golang.org/grpc', 'log/slog', 'os/exec'],
  /** Bytes of an object for a byte of source, in std and elsewhere, and what the packs' compression (brotli 5) leaves of it: ADR 32. */
  object: { std: 7.7, other: 10.6, compressed: 0.18 },
  /** Bytes of one entry of a manifest. */
  entry: 48,
  network: { rtt: 0.05, bytesPerSecond: 100e6 / 8, connections: 8 },
  /** Longest chain of packages that wait for one another, whose answers plain object caches give one after the other. */
  depth: 45,
  /** Names under which a machine looks for a manifest, and under which one is written (src/cache/packs/manifest-names.ts). */
  manifestsAsked: 6,
  manifestNames: 4,
  /** Processors of a CI machine. What a package takes of one was measured: compile-times.json. */
  cores: 4,
};

/**
 * List prices in US dollars, as published descriptions of the price lists have them; pass others with --prices.
 *
 * @typedef {object} Prices
 * @property {string} name
 * @property {string} source where the figures come from, and when
 * @property {number} storedPerGigabyteMonth
 * @property {number} putsPer1000
 * @property {number} getsPer1000
 * @property {number} movedOutPerGigabyte to machines outside of the region; 0 inside
 */

/** @type {Prices} */
export const prices = {
  name: 'S3 Standard, us-east-1, first tier',
  source: 'toolchew.com/en/cloudflare-r2-vs-aws-s3, which read both price lists in June 2026',
  storedPerGigabyteMonth: 0.023,
  putsPer1000: 0.005,
  getsPer1000: 0.0004,
  movedOutPerGigabyte: 0.09,
};

/** The same interface without a price for what moves out. @type {Prices} */
export const pricesWithoutEgress = {
  name: 'Cloudflare R2',
  source: prices.source,
  storedPerGigabyteMonth: 0.015,
  putsPer1000: 0.0045,
  getsPer1000: 0.00036,
  movedOutPerGigabyte: 0,
};

/** What GitHub's cache service takes. */
export const githubCache = {
  bytesPerRepository: 10e9,
  daysUnused: 7,
  source: 'docs.github.com, dependency caching reference, github/docs at 159bd1b02c04',
};
