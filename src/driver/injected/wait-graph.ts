/**
 * Who waits for whom during a build: compilations wait for injected packages to be resolved, resolutions wait for the
 * compilations their go command runs or asks for. A cycle would never end, so no edge that closes one is ever added
 * (build-protocol C1, C2).
 */
export class WaitGraph {
  private readonly edges = new Map<string, Map<string, number>>();

  /** @returns the path `to → … → from` that the edge would close into a ring, or undefined if it was added */
  add(from: string, to: string): readonly string[] | undefined {
    const ring = this.path(to, from);
    if (ring) return ring;
    const out = this.edges.get(from) ?? new Map<string, number>();
    out.set(to, (out.get(to) ?? 0) + 1);
    this.edges.set(from, out);
    return undefined;
  }

  remove(from: string, to: string): void {
    const out = this.edges.get(from);
    const count = out?.get(to) ?? 0;
    if (count > 1) out?.set(to, count - 1);
    else out?.delete(to);
    if (out?.size === 0) this.edges.delete(from);
  }

  /** A path of nodes from `from` to `to`, both included, or undefined. */
  path(from: string, to: string): readonly string[] | undefined {
    const seen = new Set<string>([from]);
    const queue: (readonly string[])[] = [[from]];
    for (let trail = queue.shift(); trail; trail = queue.shift()) {
      const last = trail[trail.length - 1] as string;
      if (last === to) return trail;
      for (const next of this.edges.get(last)?.keys() ?? []) {
        if (!seen.has(next)) queue.push([...trail, next]);
        seen.add(next);
      }
    }
    return undefined;
  }
}
