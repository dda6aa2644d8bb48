import { hashParts } from '../../base/hash.ts';

/** What a build is, as far as it decides which packs help it. A build of another kind finds less in them, never something wrong. */
export interface BuildKind {
  /** Path of the main module. */
  readonly module: string;
  /** GOOS, GOARCH and the flags that change what archives hold, in one text. */
  readonly target: string;
  /** `go1.26.8`. */
  readonly toolchain: string;
  /** Hash of the code that weaves. */
  readonly code: string;
  /** Subcommand and package patterns of the go command. */
  readonly command: string;
  /** Current branch; '' if there is none. */
  readonly branch: string;
  /** Branches to look at after it. */
  readonly defaultBranches: readonly string[];
}

/** A manifest that may help a build. */
export interface Candidate {
  /** 64 hex digits. */
  readonly name: string;
  /** Most of it will be asked for: it is fetched without being asked. Of others only packs that the build asks for are. */
  readonly isOwn: boolean;
}

const schema = 'gots-manifest 1';

/**
 * Names of manifests from which a build may fetch, best first: those of the same command, on this branch, on a default branch, on any; then the
 * last one of the module, then of any module with this target and toolchain, in which the standard library and common dependencies are.
 */
export function candidates(kind: BuildKind): readonly Candidate[] {
  const { own, shared } = namesOf(kind);
  const branches = [kind.branch, ...kind.defaultBranches].filter((branch) => branch !== '');
  return [
    ...[...new Set(branches)].map((branch) => ({ name: own('branch', branch), isOwn: true })),
    { name: own('any'), isOwn: true },
    ...shared.map((name) => ({ name, isOwn: false })),
  ];
}

/** Names under which a build files its manifest. */
export function manifestNames(kind: BuildKind): readonly string[] {
  const { own, shared } = namesOf(kind);
  return [...(kind.branch === '' ? [] : [own('branch', kind.branch)]), own('any'), ...shared];
}

function namesOf({ module, target, toolchain, code, command }: BuildKind): {
  readonly own: (...parts: readonly string[]) => string;
  readonly shared: readonly string[];
} {
  return {
    own: (...parts) => hashParts(schema, 'build', module, target, toolchain, code, command, ...parts),
    shared: [hashParts(schema, 'module', module, target, toolchain), hashParts(schema, 'target', target, toolchain)],
  };
}
