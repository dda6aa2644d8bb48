import { basename, join } from 'node:path';
import { disk, type FileView } from '../../base/file-view.ts';
import { hashParts, sha256 } from '../../base/hash.ts';
import type { Overlay } from '../../go/overlay.ts';
import { planStale } from '../../report/codes/build.ts';
import type { GoFile } from '../../rewrite/package-source.ts';
import { type Closure, type ClosurePackage, sameFiles } from './closure.ts';
import { goFilesIn, isGoFile } from './package-files.ts';

/** What {@link Identities} must know of aspects. */
export interface AspectView {
  /** Canonical text of the aspects that may weave this package, '' if none. */
  liveText(p: ClosurePackage): string;
  /** Packages that those aspects may inject into it. */
  injected(p: ClosurePackage): readonly string[];
}

/**
 * Says for each injectable package whether it is still the same: a hash over everything its archive is made from, its
 * whole closure and the weaving of that closure included, computed without building anything. Two equal identities mean
 * interchangeable archives; that is what W and the linker's salt need (build-protocol A1, A2).
 */
export class Identities {
  private readonly byPath: ReadonlyMap<string, ClosurePackage>;
  readonly closure: Closure;
  /** Packages that weaving may bring in, or look at, by their own right; sorted. */
  readonly roots: readonly string[];
  private readonly aspects: AspectView;
  private readonly context: string;
  private readonly recordsPlaces: boolean;
  private readonly overlay: Overlay;
  private readonly view: FileView;
  private readonly known = new Map<string, string>();
  private readonly hashes = new Map<ClosurePackage, string>();
  private readonly injectedBy = new Map<ClosurePackage, readonly string[]>();

  /** @param build what all archives depend on: toolchain, flags and environment, hashed; whether they hold paths; what lies over the files */
  constructor(
    closure: Closure,
    aspects: AspectView,
    build: {
      readonly context: string;
      readonly recordsPlaces: boolean;
      readonly overlay: Overlay;
      readonly roots: readonly string[];
    },
  ) {
    this.closure = closure;
    this.aspects = aspects;
    this.context = build.context;
    this.recordsPlaces = build.recordsPlaces;
    this.overlay = build.overlay;
    this.roots = build.roots;
    this.view = build.overlay.over(disk);
    this.byPath = new Map(closure.packages.map((p) => [p.path, p]));
  }

  /** Identity of a package; packages that cannot be found have one too, which changes with the reason. */
  of(path: string): string {
    let id = this.known.get(path);
    if (id === undefined) {
      id = this.compute(path);
      this.known.set(path, id);
    }
    return id;
  }

  /** Closure of a package, what weaving injects into it included, sorted by path. */
  packagesBelow(path: string): readonly ClosurePackage[] {
    const seen = new Set<string>();
    const todo = [path];
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      const p = this.byPath.get(next);
      if (seen.has(next) || !p) continue;
      seen.add(next);
      todo.push(...p.imports, ...this.injectedInto(p));
    }
    return [...seen].sort().map((name) => this.byPath.get(name) as ClosurePackage);
  }

  private injectedInto(p: ClosurePackage): readonly string[] {
    let injected = this.injectedBy.get(p);
    if (!injected) {
      injected = this.aspects.injected(p);
      this.injectedBy.set(p, injected);
    }
    return injected;
  }

  /** Identity of the Go files of one package alone. */
  sourceOf(path: string): string {
    const p = this.byPath.get(path);
    return p === undefined ? '' : hashParts(p.path, p.origin, JSON.stringify(p.files), this.overlay.hash);
  }

  /**
   * The Go files of a package; undefined for the standard library's, and where there is none.
   *
   * @throws GotsError build_plan_stale if one is not the file any more that the package's identity stands for
   */
  goFilesOf(path: string): readonly GoFile[] | undefined {
    const p = this.byPath.get(path);
    if (p === undefined || p.dir === '') return undefined;
    const files = goFilesIn(p.dir, path, this.view);
    if (p.origin !== '') return files;
    const names = new Set(files.map(({ name }) => basename(name)));
    for (const name of Object.keys(p.files)) {
      const file = join(p.dir, name);
      if (isGoFile(name) && !names.has(name) && !this.overlay.names(file)) planStale(file);
    }
    for (const { name, bytes } of files) {
      const file = join(p.dir, basename(name));
      if (!this.overlay.names(file) && p.files[basename(name)] !== sha256(bytes)) planStale(file);
    }
    return files;
  }

  /** A file of an injectable package that changed since this build began; undefined if there is none. */
  changedFile(): string | undefined {
    return this.closure.packages.filter(({ origin }) => origin === '').find((p) => !sameFiles(p))?.dir;
  }

  /** A package as go listed it; undefined if it is none of the closure. */
  listed(path: string): ClosurePackage | undefined {
    return this.byPath.get(path);
  }

  isCxx(path: string): boolean {
    return this.byPath.get(path)?.isCxx ?? false;
  }

  missing(path: string): string | undefined {
    return this.closure.missing[path];
  }

  private compute(path: string): string {
    const parts = this.packagesBelow(path).map((p) => this.hashOf(p));
    return hashParts(this.context, path, this.missing(path) ?? '', ...parts);
  }

  /** Hash of one package alone; closures overlap almost entirely. */
  private hashOf(p: ClosurePackage): string {
    let hash = this.hashes.get(p);
    if (hash === undefined) {
      const place = this.recordsPlaces ? p.dir : '';
      const { path, origin, files, imports } = p;
      hash = hashParts(path, origin, place, JSON.stringify(files), imports.join(' '), this.aspects.liveText(p));
      this.hashes.set(p, hash);
    }
    return hash;
  }
}
