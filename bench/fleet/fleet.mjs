import { below, hashOf, mix, randomOf, shuffled } from './random.mjs';

/**
 * A build as a cache sees it.
 *
 * @typedef {object} Build
 * @property {Service} service
 * @property {'main' | 'pull' | 'laptop'} kind
 * @property {Int32Array} keys one for each package of the service's profile: equal numbers stand for equal keys
 * @property {Set<number> | undefined} local what the machine has; undefined: nothing
 * @property {number} merged of a build of the default branch, 1 where it merges the pull request that was built last
 */

/** The keys of all packages: each stands for its module's version or its own edits, and for the keys of what it imports. */
export function keysOf({ packages, modules }, { versions, edits, go, aspects }, woven) {
  const keys = new Float64Array(packages.length);
  for (let at = 0; at < packages.length; at++) {
    const { module, path, imports } = packages[at];
    const { kind } = modules[module];
    let key = mix(kind === 'std' ? go : kind === 'own' ? (edits.get(at) ?? 0) : versions[module], path);
    if (kind === 'own') key = mix(key, versions[module]);
    if (woven.has(path)) key = mix(key, aspects);
    for (let n = 0; n < imports.length; n++) key = mix(key, keys[imports[n]]);
    // The compiler and its flags are part of every key.
    keys[at] = mix(key, go);
  }
  return keys;
}

class Service {
  constructor(number, profile, fleet) {
    const { random, model } = fleet;
    this.number = number;
    this.profile = profile;
    this.name = hashOf(`service ${number}`);
    const versions = profile.modules.map(({ path, id, kind }) => {
      if (kind === 'own') return this.name;
      return kind === 'other' && random() < model.aligned ? fleet.version(path) : id;
    });
    this.state = { versions: Float64Array.from(versions), edits: new Map(), go: 1, aspects: 1 };
    this.own = profile.packages.flatMap(({ module }, at) => (profile.modules[module].kind === 'own' ? [at] : []));
    this.others = profile.modules.flatMap(({ kind }, at) => (kind === 'other' ? [at] : []));
    this.laptops = Array.from({ length: model.laptopsPerService }, () => new Set());
    this.adoption = random() * model.adoptionDays;
    /** Edits of the pull request that is open. */
    this.branch = undefined;
  }
}

/** A fleet of services and what its people and machines build, day by day. The same seed gives the same builds. */
export class Fleet {
  /** @param woven numbers of the import paths whose packages are woven */
  constructor(profiles, model, woven) {
    this.model = model;
    this.woven = woven;
    this.random = randomOf(model.seed);
    /** Release of each module that most services use. */
    this.releases = new Map();
    this.edits = 0;
    this.numbers = new Map();
    const order = shuffled(
      this.random,
      Array.from({ length: model.services }, (_, number) => number),
    );
    this.services = order.map((number) => new Service(number, profiles[number % profiles.length], this));
  }

  version(path) {
    return mix(hashOf(path), this.releases.get(path) ?? 0);
  }

  /** @yields {Build} */
  *builds() {
    const { model, random } = this;
    for (let day = 0; day < model.days; day++) {
      this.release();
      for (let slot = 0; slot < model.buildsPerDay; slot++) {
        for (const service of this.services) yield this.build(service, day + slot / model.buildsPerDay, random());
      }
    }
  }

  /** New versions of modules come out. */
  release() {
    const paths = new Set(this.services.flatMap(({ profile, others }) => others.map((at) => profile.modules[at].path)));
    for (const path of paths)
      if (this.random() < this.model.releasesPerDay) this.releases.set(path, (this.releases.get(path) ?? 0) + 1);
  }

  build(service, time, draw) {
    const { model, random } = this;
    const { state } = service;
    state.go = time >= model.goDay + service.adoption ? 2 : 1;
    state.aspects = time >= model.aspectsDay + service.adoption ? 2 : 1;
    if (draw < model.share.main) {
      const merged = service.branch !== undefined ? 1 : 0;
      if (service.branch) state.edits = service.branch;
      else this.edit(service, state.edits);
      if (random() < model.updates.share) this.update(service);
      service.branch = undefined;
      return this.seen(service, 'main', state.edits, undefined, merged);
    }
    if (draw < model.share.main + model.share.pull) {
      service.branch ??= new Map(state.edits);
      this.edit(service, service.branch);
      return this.seen(service, 'pull', service.branch, undefined, 0);
    }
    const edits = new Map(service.branch ?? state.edits);
    this.edit(service, edits);
    return this.seen(service, 'laptop', edits, service.laptops[below(random, service.laptops.length)], 0);
  }

  /** Small numbers for keys: sets of them are several times as fast. */
  numbered(keys) {
    return Int32Array.from(keys, (key) => {
      const number = this.numbers.get(key) ?? this.numbers.size;
      if (number === this.numbers.size) this.numbers.set(key, number);
      return number;
    });
  }

  /** Changes some of the service's own packages. */
  edit({ own }, edits) {
    if (own.length === 0) return;
    const count = 1 + below(this.random, this.model.editedPackages);
    for (let n = 0; n < count; n++) edits.set(own[below(this.random, own.length)], ++this.edits);
  }

  /** Takes some modules of a service to the version that most of the fleet has. */
  update({ profile, state, others }) {
    for (let n = 0; n < this.model.updates.modules && others.length > 0; n++) {
      const at = others[below(this.random, others.length)];
      state.versions[at] = this.version(profile.modules[at].path);
    }
  }

  seen(service, kind, edits, local, merged) {
    const keys = this.numbered(keysOf(service.profile, { ...service.state, edits }, this.woven));
    return { service, kind, keys, local, merged };
  }
}
