import { ranges, secondsOf, wholePacks } from './transfer.mjs';

/** What a store counts. */
export function counters() {
  return {
    builds: 0,
    asked: 0,
    hits: 0,
    gets: 0,
    puts: 0,
    down: 0,
    laptopDown: 0,
    up: 0,
    seconds: [],
    /** What CI's builds compile: packages, and bytes of their source. */
    ciMissed: { std: { packages: 0, bytes: 0 }, other: { packages: 0, bytes: 0 } },
    ciBuilds: 0,
  };
}

/** Common to all stores: counts what a build asked for, and what it cost. Only CI writes. */
export class Store {
  constructor(name, sizes, model) {
    this.name = name;
    this.sizes = sizes;
    this.model = model;
    this.count = counters();
  }

  /** @param {{ missing: number[], transfer: { rounds: number, requests: number, moved: number } }} result of the read */
  note({ kind, service }, needed, { missing, transfer }) {
    const { count, model } = this;
    const { packages, modules } = service.profile;
    count.builds++;
    count.asked += needed.length;
    count.hits += needed.length - missing.length;
    count.gets += transfer.requests;
    count.down += transfer.moved;
    if (kind === 'laptop') count.laptopDown += transfer.moved;
    else {
      count.ciBuilds++;
      count.seconds.push(secondsOf(transfer, model.network));
      for (const at of missing) {
        const missed = count.ciMissed[modules[packages[at].module].kind === 'std' ? 'std' : 'other'];
        missed.packages++;
        missed.bytes += packages[at].source;
      }
    }
  }
}

/** No cache beyond the machine's own. */
export class NoStore extends Store {
  read(build, needed) {
    this.note(build, needed, { missing: needed, transfer: { rounds: 0, requests: 0, moved: 0 } });
  }

  stored() {
    return 0;
  }
}

/** An action entry and an object for each package, asked for as go asks. */
export class ObjectStore extends Store {
  constructor(name, sizes, model) {
    super(name, sizes, model);
    this.objects = new Map();
  }

  read(build, needed) {
    const { count, model, objects } = this;
    const sizes = this.sizes.get(build.service.profile);
    const missing = needed.filter((at) => !objects.has(build.keys[at]));
    const hits = needed.length - missing.length;
    let moved = 0;
    for (const at of needed) if (objects.has(build.keys[at])) moved += sizes[at] + model.entry;
    const rounds = needed.length === 0 ? 0 : 2 * Math.min(model.depth, needed.length);
    this.note(build, needed, { missing, transfer: { rounds, requests: needed.length + hits, moved } });
    if (build.kind === 'laptop') return;
    for (const at of missing) {
      objects.set(build.keys[at], sizes[at]);
      count.puts += 2;
      count.up += sizes[at] + model.entry;
    }
  }

  stored() {
    return [...this.objects.values()].reduce((sum, size) => sum + size + this.model.entry, 0);
  }
}

/** Where the first of some manifests has an object; manifests of one service list its packages in one order. */
function placeIn(layers, at, key) {
  for (let n = 0; n < layers.length; n++) if (layers[n].keys[at] === key) return layers[n].places[at];
  return undefined;
}

/** Which builds write what: the rules that are compared. */
export const rules = ['commit', 'head', 'delta'];

/**
 * Objects in packs, found through manifests.
 *
 * - `commit`: each CI build writes a manifest of all its objects; new ones are in packs of that build. Read are the manifest of the parent and, in
 *   a merge, that of the pull request.
 * - `head`: builds of the default branch alone write; one manifest a service, replaced each time, and written from the ground up when more than
 *   a third of what its packs hold is of no use any more.
 * - `delta`: a base for each service, and for each branch one delta, which holds all that differs from the base and replaces the one before.
 *   A base is written when the default branch's delta is a quarter of it.
 *
 * With `shared`, objects of other modules are not written where another service has written them, and asked for, module by module, where the
 * service's own manifests do not name them. Packs are read in ranges, or with `whole` never in part.
 */
export class PackStore extends Store {
  constructor(name, sizes, model, { rule, packBytes, shared, whole }) {
    super(name, sizes, model);
    this.rule = rule;
    this.packBytes = packBytes;
    this.shared = shared;
    // A gap that costs less than another round trip is moved along.
    this.gap = model.network.rtt * model.network.bytesPerSecond;
    this.whole = whole;

    this.manifests = new Map();
    /** Of all services: module → key → place. */
    this.index = new Map();
    this.packs = [];
  }

  of(service) {
    let own = this.manifests.get(service);
    if (!own) {
      own = { base: undefined, main: undefined, pull: undefined, packs: new Set() };
      this.manifests.set(service, own);
    }
    return own;
  }

  read(build, needed) {
    const own = this.of(build.service);
    const { keys, service } = build;
    const layers = this.layersOf(build, own);
    const transfer = { rounds: needed.length > 0 ? 1 : 0, requests: 0, moved: 0 };
    if (needed.length > 0) {
      transfer.requests += Math.max(1, layers.length);
      for (const layer of layers) transfer.moved += layer.size * this.model.entry;
    }
    const wanted = [];
    let missing = [];
    for (const at of needed) {
      const place = placeIn(layers, at, keys[at]);
      if (place) wanted.push(place);
      else missing.push(at);
    }
    if (this.shared && missing.length > 0) missing = this.fromIndex(service, keys, missing, wanted, transfer);
    if (wanted.length > 0) {
      const { requests, moved } = this.whole ? wholePacks(wanted) : ranges(wanted, this.gap);
      transfer.rounds++;
      transfer.requests += requests;
      transfer.moved += moved;
    }
    this.note(build, needed, { missing, transfer });
    this.write(build, own);
  }

  layersOf({ kind, merged }, { base, main, pull }) {
    const layers =
      this.rule === 'head'
        ? [main]
        : this.rule === 'commit'
          ? [kind === 'main' ? main : (pull ?? main)]
          : [base, kind === 'main' ? main : (pull ?? main)];
    if (merged && this.rule !== 'head') layers.push(pull);
    return layers.filter((layer) => layer !== undefined);
  }

  /** Looks for objects of other modules in what other services wrote: one request for each module. */
  fromIndex({ profile }, keys, missing, wanted, transfer) {
    const asked = new Set();
    const left = [];
    for (const at of missing) {
      const module = profile.modules[profile.packages[at].module];
      if (module.kind === 'own') {
        left.push(at);
        continue;
      }
      asked.add(module.path);
      const place = this.index.get(module.path)?.get(keys[at]);
      if (place) wanted.push(place);
      else left.push(at);
    }
    transfer.rounds++;
    transfer.requests += asked.size;
    for (const path of asked) transfer.moved += (this.index.get(path)?.size ?? 0) * this.model.entry;
    return left;
  }

  write({ kind, keys, service }, own) {
    if (kind === 'laptop' || (this.rule === 'head' && kind !== 'main')) return;
    const all = Array.from(keys, (_, at) => at);
    const known = [own.main, own.pull].filter((layer) => layer !== undefined);
    if (this.rule === 'commit') {
      own[kind] = this.manifest(service, keys, all, known);
    } else if (this.rule === 'head') {
      const next = this.manifest(service, keys, all, known);
      own.main = this.isWasteful(next) ? this.manifest(service, keys, all, []) : next;
    } else this.writeDelta(kind, keys, service, own, all);
    if (kind === 'main') own.pull = undefined;
  }

  writeDelta(kind, keys, service, own, all) {
    if (!own.base) {
      own.base = this.manifest(service, keys, all, []);
      own.main = undefined;
      return;
    }
    const changed = all.filter((at) => own.base.keys[at] !== keys[at]);
    const known = (kind === 'main' ? [own.main, own.pull] : [own.pull, own.main]).filter(
      (layer) => layer !== undefined,
    );
    const reused = changed.every((at) => placeIn(known, at, keys[at]) !== undefined);
    // A delta is one run of bytes, so it is written whole, but for objects that other services wrote.
    own[kind] = this.manifest(service, keys, changed, reused ? known : []);
    const sizes = this.sizes.get(service.profile);
    const bytes = (list) => list.reduce((sum, at) => sum + sizes[at], 0);
    if (kind === 'main' && bytes(changed) > 0.25 * bytes(all)) {
      own.base = this.manifest(service, keys, all, []);
      own.main = undefined;
    }
  }

  /** Whether more than a third of the packs of a manifest is of no use to it. Packs of other services do not count. */
  isWasteful(manifest) {
    const used = new Map();
    for (const { pack, size } of manifest.places) used.set(pack, (used.get(pack) ?? 0) + size);
    let [live, all] = [0, 0];
    for (const [pack, bytes] of used) {
      if (pack.service !== manifest.service) continue;
      live += bytes;
      all += pack.bytes;
    }
    return live < all * (2 / 3);
  }

  /** A manifest of some packages: those that `known` manifests name stay where they are, the others go to new packs. */
  manifest(service, keys, packages, known) {
    const { count, model, packBytes } = this;
    const sizes = this.sizes.get(service.profile);
    const manifest = {
      service,
      keys: new Int32Array(keys.length).fill(-1),
      places: new Array(keys.length),
      size: packages.length,
    };
    let pack;
    for (const at of packages) {
      const key = keys[at];
      const { path, kind } = service.profile.modules[service.profile.packages[at].module];
      const isShared = this.shared && kind !== 'own';
      let place = isShared ? this.index.get(path)?.get(key) : undefined;
      place ??= placeIn(known, at, key);
      if (!place) {
        if (!pack || pack.bytes + sizes[at] > packBytes) {
          pack = { service, bytes: 0 };
          this.packs.push(pack);
          count.puts++;
        }
        place = { pack, offset: pack.bytes, size: sizes[at] };
        pack.bytes += sizes[at];
        count.up += sizes[at];
        if (isShared) {
          if (!this.index.has(path)) this.index.set(path, new Map());
          const module = this.index.get(path);
          if (module.size % 32 === 0) count.puts++;
          module.set(key, place);
        }
      }
      manifest.keys[at] = key;
      manifest.places[at] = place;
    }
    count.puts++;
    count.up += manifest.size * model.entry;
    return manifest;
  }

  /** Bytes of the packs that a manifest names, and of the manifests; with the rule `commit` of all, since each commit's may be asked for. */
  stored() {
    if (this.rule === 'commit') return this.count.up;
    const live = new Set();
    let entries = 0;
    for (const own of this.manifests.values())
      for (const layer of [own.base, own.main, own.pull]) {
        if (!layer) continue;
        entries += layer.size;
        for (const place of layer.places) if (place) live.add(place.pack);
      }
    if (this.shared) for (const module of this.index.values()) entries += module.size;
    return [...live].reduce((sum, pack) => sum + pack.bytes, 0) + entries * this.model.entry;
  }
}
