import { describe, expect, test } from 'vitest';

// The scripts of bench/ are plain modules without types; what is used of them is declared here.
interface Profile {
  readonly name: string;
  readonly modules: readonly { readonly path: string; readonly id: number; readonly kind: 'std' | 'own' | 'other' }[];
  readonly packages: readonly {
    readonly module: number;
    readonly path: number;
    readonly source: number;
    readonly imports: readonly number[];
  }[];
}
interface Build {
  readonly service: { readonly profile: Profile };
  readonly kind: 'main' | 'pull' | 'laptop';
  readonly keys: Int32Array;
  readonly local: Set<number> | undefined;
  readonly merged: number;
}
interface Place {
  readonly pack: object;
  readonly offset: number;
  readonly size: number;
}
interface Store {
  readonly count: { hits: number; asked: number; gets: number; puts: number; up: number; down: number };
  read(build: Build, needed: readonly number[]): void;
  stored(): number;
}
type Model = Readonly<Record<string, unknown>>;

const part = (file: string): Promise<unknown> => import(new URL(`../../../bench/fleet/${file}`, import.meta.url).href);
const { randomOf, mix, shuffled } = (await part('random.mjs')) as {
  randomOf(seed: number): () => number;
  mix(a: number, b: number): number;
  shuffled<T>(random: () => number, values: readonly T[]): T[];
};
const { profilesOf, overlap, sizesOf } = (await part('profiles.mjs')) as {
  profilesOf(measured: unknown): Profile[];
  overlap(a: Profile, b: Profile): number;
  sizesOf(profile: Profile, model: Model): Float64Array;
};
const { ranges, wholePacks, secondsOf, costOf } = (await part('transfer.mjs')) as {
  ranges(wanted: readonly Place[], gap: number): { requests: number; moved: number };
  wholePacks(wanted: readonly Place[]): { requests: number; moved: number };
  secondsOf(transfer: object, network: object): number;
  costOf(amounts: object, days: number, prices: object): number;
};
const { keysOf, Fleet } = (await part('fleet.mjs')) as {
  keysOf(profile: Profile, state: object, woven: ReadonlySet<number>): Float64Array;
  Fleet: new (profiles: readonly Profile[], model: Model, woven: ReadonlySet<number>) => { builds(): Iterable<Build> };
};
const { ObjectStore, PackStore } = (await part('stores.mjs')) as {
  ObjectStore: new (name: string, sizes: ReadonlyMap<Profile, Float64Array>, model: Model) => Store;
  PackStore: new (name: string, sizes: ReadonlyMap<Profile, Float64Array>, model: Model, how: object) => Store;
};
const { KeepStore } = (await part('keep-store.mjs')) as {
  KeepStore: new (name: string, sizes: ReadonlyMap<Profile, Float64Array>, model: Model, rules: object) => Store;
};
const { fitLine } = (await part('fit.mjs')) as {
  fitLine(rows: readonly { bytes: number; seconds: number }[]): {
    perPackage: number;
    perMegabyte: number;
    explained: number;
  };
};
const { model, prices } = (await part('model.mjs')) as { model: Model; prices: Readonly<Record<string, number>> };

/** Two services: own packages 10 → 11, module m (package 20, which imports std), std 1. */
const measured = {
  modules: [
    [
      'a.com/a@own',
      [
        [10, 100, [11, 20]],
        [11, 100, [1]],
      ],
    ],
    ['b.com/b@own', [[12, 100, [20]]]],
    [
      'm.com/m@v1.0.0',
      [
        [20, 1000, [1]],
        [21, 500, []],
      ],
    ],
    ['std', [[1, 2000, []]]],
  ],
  services: [
    ['a.com/a@v1', [[0], [2, [20]], [3]]],
    ['b.com/b@v1', [[1], [2, [20]], [3]]],
  ],
};
const profiles = profilesOf(measured);
const [a, b] = profiles as [Profile, Profile];
const none: ReadonlySet<number> = new Set();
const small = { ...model, services: 4, days: 1, aligned: 1 };
const sizes = new Map(profiles.map((profile) => [profile, sizesOf(profile, model)]));

function state(profile: Profile, more: object = {}): object {
  return { versions: Float64Array.from(profile.modules, ({ id }) => id), edits: new Map(), go: 1, aspects: 1, ...more };
}

function changed(profile: Profile, before: Float64Array, after: Float64Array): number[] {
  return profile.packages.flatMap(({ path }, at) => (before[at] === after[at] ? [] : [path])).sort((x, y) => x - y);
}

function play(store: Store): Store['count'] & { stored: number } {
  for (const build of new Fleet(profiles, small, none).builds()) {
    const needed = [...build.keys.keys()].filter((at) => !build.local?.has(build.keys[at] as number));
    store.read(build, needed);
    for (const key of build.local ? build.keys : []) build.local?.add(key);
  }
  return { ...store.count, stored: store.stored() };
}

describe('numbers', () => {
  test('are the same for the same seed, and others for another', () => {
    const take = (seed: number) => Array.from({ length: 5 }, randomOf(seed));
    expect(take(1)).toEqual(take(1));
    expect(take(1)).not.toEqual(take(2));
    expect([...take(3), ...take(4)].every((value) => value >= 0 && value < 1)).toBe(true);
  });

  test('mix gives another number for another pair', () => {
    const pairs = Array.from({ length: 40_000 }, (_, at) => mix(Math.floor(at / 200), at % 200));
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(mix(mix(1, 2), 3)).not.toBe(mix(mix(1, 3), 2));
  });

  test('shuffled keeps what it gets', () => {
    const values = Array.from({ length: 50 }, (_, at) => at);
    const other = shuffled(randomOf(5), values);
    expect(other).not.toEqual(values);
    expect([...other].sort((x, y) => x - y)).toEqual(values);
  });
});

describe('profiles', () => {
  test('list each package behind those that it imports', () => {
    expect(a.packages.map(({ path }) => path)).toEqual([1, 11, 20, 10]);
    expect(a.packages.every(({ imports }, at) => imports.every((imported) => imported < at))).toBe(true);
    expect(a.modules.map(({ kind }) => kind)).toEqual(['own', 'other', 'std']);
  });

  test('say what two of them share', () => {
    expect(overlap(a, b)).toBeCloseTo(2 / 3);
    expect(overlap(a, a)).toBe(1);
  });
});

describe('keys', () => {
  const keys = (profile: Profile, more?: object, woven = none) => keysOf(profile, state(profile, more), woven);

  test.each([
    ['an own package', { edits: new Map([[1, 1]]) }, [10, 11]],
    ['Go', { go: 2 }, [1, 10, 11, 20]],
    ['aspects, where nothing is woven', { aspects: 2 }, []],
  ])('change with %s and in all that imports it', (_, more, expected) => {
    expect(changed(a, keys(a), keys(a, more))).toEqual(expected);
  });

  test('change with aspects in woven packages and their importers', () => {
    const woven = new Set([20]);
    expect(changed(a, keys(a, {}, woven), keys(a, { aspects: 2 }, woven))).toEqual([10, 20]);
  });

  test('of a module are the same in services that have it in one version', () => {
    const of = (profile: Profile) => keys(profile)[profile.packages.findIndex(({ path }) => path === 20)];
    expect(of(a)).toBe(of(b));
  });
});

describe('the line through compile times', () => {
  test('is the one that points lie on', () => {
    const rows = [1, 2, 5].map((megabytes) => ({ bytes: megabytes * 1e6, seconds: 0.1 + 2 * megabytes }));
    const { perPackage, perMegabyte, explained } = fitLine(rows);
    expect([perPackage, perMegabyte, explained].map((value) => value.toFixed(6))).toEqual([
      '0.100000',
      '2.000000',
      '1.000000',
    ]);
  });

  test('says how much it explains', () => {
    const noisy = [0, 1, 2, 3].map((at) => ({ bytes: at * 1e6, seconds: at % 2 }));
    expect(fitLine(noisy).explained).toBeLessThan(0.5);
  });
});

describe('transfers', () => {
  const pack = { bytes: 100 };
  const other = { bytes: 50 };
  const at = (offset: number, size: number, of = pack): Place => ({ pack: of, offset, size });

  test.each([
    ['neighbours come in one request', [at(10, 10), at(0, 10)], 0, { requests: 1, moved: 20 }],
    ['a small gap is moved along', [at(0, 10), at(15, 10)], 5, { requests: 1, moved: 25 }],
    ['a large one costs a request', [at(0, 10), at(16, 10)], 5, { requests: 2, moved: 20 }],
    ['packs are apart', [at(0, 10), at(10, 10, other)], 100, { requests: 2, moved: 20 }],
  ])('%s', (_, wanted, gap, expected) => {
    expect(ranges(wanted, gap)).toEqual(expected);
  });

  test('a pack that is had as a whole costs all its bytes', () => {
    expect(wholePacks([at(0, 1), at(50, 1), at(0, 1, other)])).toEqual({ requests: 2, moved: 150 });
  });

  test('seconds are round trips and bytes', () => {
    const network = { rtt: 0.05, bytesPerSecond: 1000, connections: 10 };
    expect(secondsOf({ rounds: 2, requests: 5, moved: 1000 }, network)).toBeCloseTo(1.1);
    expect(secondsOf({ rounds: 2, requests: 100, moved: 0 }, network)).toBeCloseTo(0.5);
  });

  test('a month costs what is stored, asked for and moved out', () => {
    const cost = costOf({ stored: 1e9, puts: 1000, gets: 1000, out: 1e9 }, 22, prices);
    expect(cost).toBeCloseTo(0.023 + 0.005 + 0.0004 + 0.09);
  });
});

describe('stores', () => {
  const objects = () => play(new ObjectStore('objects', sizes, small));
  const packs = (rule: string, more: object = {}) =>
    play(new PackStore('packs', sizes, small, { rule, packBytes: 1_000_000, shared: false, whole: false, ...more }));

  test('see the same builds each time', () => {
    expect(objects()).toEqual(objects());
    expect(packs('delta')).toEqual(packs('delta'));
  });

  test('that keep objects of pull requests have more of what is asked for', () => {
    expect(packs('commit').hits).toBe(packs('delta').hits);
    expect(packs('head').hits).toBeLessThan(packs('delta').hits);
    expect(packs('delta').hits).toBeLessThanOrEqual(objects().hits);
  });

  test('with packs ask far less often than with an object each', () => {
    expect(packs('delta').gets).toBeLessThan(objects().gets);
    expect(packs('delta').puts).toBeLessThan(objects().puts);
  });

  test('move more where packs are had as a whole', () => {
    expect(packs('delta', { whole: true }).down).toBeGreaterThanOrEqual(packs('delta').down);
  });

  test('write less, and have more, where services share', () => {
    expect(packs('commit', { shared: true }).up).toBeLessThan(packs('commit').up);
    expect(packs('commit', { shared: true }).hits).toBeGreaterThan(packs('commit').hits);
  });

  describe('with the rule of the product', () => {
    const rules = { packBytes: 1_000_000, leastUse: 0.6, smallBytes: 300_000, mostSmall: 12 };
    const keep = (more: object = {}) => play(new KeepStore('keep', sizes, small, { ...rules, ...more }));

    test('have more than where the default branch alone writes, and less than with an object each', () => {
      expect(keep().hits).toBeGreaterThan(packs('head').hits);
      expect(keep().hits).toBeLessThanOrEqual(objects().hits);
    });

    test('write less where packs of which little is used stay, and move more', () => {
      const [loose, strict] = [keep({ leastUse: 0.1 }), keep({ leastUse: 1 })];
      expect(loose.up).toBeLessThan(strict.up);
      expect(loose.down).toBeGreaterThan(strict.down);
    });

    test('ask more often where packs are small', () => {
      expect(keep({ packBytes: 1 }).gets).toBeGreaterThan(keep().gets);
    });

    test('pack small ones again where there are many', () => {
      const often = keep({ mostSmall: 2 });
      expect(often.up).toBeGreaterThan(keep({ mostSmall: 100 }).up);
      expect(often.gets).toBeLessThan(keep({ mostSmall: 100 }).gets);
    });

    test('pack again at each build where a program has more full packs than may be', () => {
      const few = keep({ packBytes: 1, mostPacks: 2, packsAfter: 1 });
      expect(few.up).toBeGreaterThan(keep({ packBytes: 1, smallBytes: 0 }).up);
    });
  });

  test('never serve an object that was not written', () => {
    for (const rule of ['commit', 'head', 'delta']) {
      const { up, stored } = packs(rule);
      expect(stored).toBeLessThanOrEqual(up);
      expect(stored).toBeGreaterThan(0);
    }
  });
});
