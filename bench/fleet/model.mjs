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
  /** Bytes of an object for a byte of source, in std and elsewhere, and what compression leaves of it (gzip, level 1). */
  object: { std: 7.7, other: 10.6, compressed: 0.24 },
  /** Bytes of one entry of a manifest. */
  entry: 48,
  network: { rtt: 0.05, bytesPerSecond: 100e6 / 8, connections: 16 },
  /** Longest chain of packages that wait for one another, whose answers plain object caches give one after the other. */
  depth: 45,
  /** Seconds of one core to compile a megabyte of source, and cores. */
  compile: { secondsPerMegabyte: 1.3, cores: 4 },
};

/** List prices of S3 Standard, us-east-1, in US dollars. Source: the price list at aws.amazon.com/s3/pricing, as of 2025; pass others with --prices. */
export const prices = {
  source: 'aws.amazon.com/s3/pricing, S3 Standard, us-east-1, 2025',
  storedPerGigabyteMonth: 0.023,
  putsPer1000: 0.005,
  getsPer1000: 0.0004,
  /** To machines outside of the region; 0 inside. */
  movedOutPerGigabyte: 0.09,
};
