import { Store } from './stores.mjs';

/**
 * The rule of the product (src/cache/packs, src/cache/remote): CI builds write a manifest for their branch. It names the packs of the last manifest, of the
 * branch or else of the default branch, of which enough is still used, and new packs for all else; when there are many small packs, those are packed
 * again. A machine moves whole packs, those of which it lacks something. Where there is no manifest of the service, the last one of the fleet helps.
 */
export class KeepStore extends Store {
  /**
   * @param {{ packBytes: number, leastUse: number, smallBytes: number, mostSmall: number, mostPacks?: number, packsAfter?: number }} rules as `packRules` in
   *   src/cache/packs, bytes as stored; with `mostPacks` the rule that it had before: from so many packs on, `packsAfter` stay and the rest is packed again
   */
  constructor(name, sizes, model, rules) {
    super(name, sizes, model);
    this.rules = rules;
    this.manifests = new Map();
    /** The last one that any service wrote. */
    this.last = undefined;
  }

  read(build, needed) {
    const own = this.of(build.service);
    const best = bestOf(build, own) ?? this.last;
    const missing = [];
    const wanted = new Set();
    for (const at of needed) {
      const pack = best?.places.get(build.keys[at]);
      if (pack) wanted.add(pack);
      else missing.push(at);
    }
    const transfer = { rounds: 0, requests: 0, moved: 0 };
    if (needed.length > 0) {
      transfer.rounds = wanted.size > 0 ? 2 : 1;
      transfer.requests = this.model.manifestsAsked + wanted.size;
      transfer.moved = (best?.places.size ?? 0) * this.model.entry;
      for (const { bytes } of wanted) transfer.moved += bytes;
    }
    this.note(build, needed, { missing, transfer });
    if (build.kind !== 'laptop') this.write(build, own, best);
  }

  of(service) {
    if (!this.manifests.has(service)) this.manifests.set(service, { main: undefined, pull: undefined });
    return this.manifests.get(service);
  }

  write(build, own, best) {
    const { kind, keys, service } = build;
    const { count, model } = this;
    const sizes = this.sizes.get(service.profile);
    build.used ??= new Set(keys);
    const kept = this.kept(best?.packs ?? [], build.used);
    const held = new Set();
    for (const pack of kept) for (const key of pack.keys) held.add(key);
    const fresh = [];
    for (let at = 0; at < keys.length; at++) {
      if (held.has(keys[at])) continue;
      if ((fresh.at(-1)?.bytes ?? Number.POSITIVE_INFINITY) >= this.rules.packBytes) fresh.push({ keys: [], bytes: 0 });
      fresh.at(-1).keys.push(keys[at]);
      fresh.at(-1).bytes += sizes[at];
    }
    const packs = [...kept, ...fresh];
    if (fresh.length === 0 && kept.length === best?.packs.length && own[kind] === best) return;
    const places = new Map();
    for (const pack of packs) for (const key of pack.keys) if (!places.has(key)) places.set(key, pack);
    count.puts += fresh.length + model.manifestNames;
    count.up += fresh.reduce((sum, { bytes }) => sum + bytes, 0) + model.manifestNames * places.size * model.entry;
    const manifest = { packs, places };
    own[kind] = manifest;
    if (kind === 'main') own.pull = undefined;
    this.last = manifest;
  }

  kept(packs, used) {
    const { leastUse, smallBytes, mostSmall, mostPacks, packsAfter } = this.rules;
    const held = new Set();
    const useful = packs.filter(({ keys }) => {
      let count = 0;
      for (const key of keys) if (used.has(key)) count++;
      if (count < leastUse * keys.length) return false;
      const isNew = keys.some((key) => !held.has(key));
      for (const key of keys) held.add(key);
      return isNew;
    });
    if (mostPacks === undefined) {
      const small = useful.filter(({ bytes }) => bytes < smallBytes);
      return small.length < mostSmall ? useful : useful.filter(({ bytes }) => bytes >= smallBytes);
    }
    if (useful.length < mostPacks) return useful;
    const biggest = new Set([...useful].sort((a, b) => b.bytes - a.bytes).slice(0, packsAfter));
    return useful.filter((pack) => biggest.has(pack));
  }

  /** Bytes that the manifests of the default branches and of open pull requests name: what is left after a trim. */
  stored() {
    const packs = new Set();
    let entries = 0;
    for (const own of this.manifests.values())
      for (const manifest of [own.main, own.pull]) {
        if (!manifest) continue;
        entries += manifest.places.size;
        for (const pack of manifest.packs) packs.add(pack);
      }
    return [...packs].reduce((sum, { bytes }) => sum + bytes, 0) + entries * this.model.entry;
  }
}

/** The manifest of the branch, else of the default branch, else of any. */
const bestOf = ({ kind }, { main, pull }) => (kind === 'main' ? (main ?? pull) : (pull ?? main));
