import type { Identities } from './identities.ts';

/** What the handshake finds out about the packages that weaving brings in. */
export interface Found {
  readonly identities: Identities;
  /** Packages that only injected code brings into this build, as far as aspects ask for that. */
  readonly injectedOnly: ReadonlySet<string>;
  /** Overlay of go commands that find these packages; undefined where the user's own modules provide them all. */
  readonly overlay: string | undefined;
}

/** The packages that weaving brings in: unknown until the handshake, the same from then on. */
export class InjectedPackages {
  private found: Found | undefined;

  /** Keeps what the first handshake found out. Go 1.24 shows itself twice. */
  settle(found: Found): void {
    this.found ??= found;
  }

  get areKnown(): boolean {
    return this.found !== undefined;
  }

  get identities(): Identities {
    return this.known().identities;
  }

  get injectedOnly(): ReadonlySet<string> {
    return this.known().injectedOnly;
  }

  get overlay(): string | undefined {
    return this.known().overlay;
  }

  private known(): Found {
    if (!this.found) throw new Error('injected packages are asked for before the handshake');
    return this.found;
  }
}
