import type { UsedFiles } from '../../cache/used-files.ts';
import type { BuildFlags } from '../../go/flags.ts';

/** Weaving `host` injects `path`. */
export interface InjectionStep {
  readonly host: string;
  readonly path: string;
}

/**
 * One go command that this server serves: the one that started it, or a child that builds injected packages.
 *
 * `unknown` until the shim has said hello: then nothing is woven and nothing of the weave cache is served
 * (build-protocol A5). `plain`: hello came, but this command is none of ours. `failed`: it must not go on.
 */
export interface GoProcess {
  /** Token in GOTS_CHAIN; '' for the command that started the server. */
  readonly token: string;
  /** The injections, outermost first, for whose sake this command runs. */
  readonly chain: readonly InjectionStep[];
  /** Node of the wait graph that this command works for; undefined for the outermost. */
  readonly resolution: string | undefined;
  mode: 'unknown' | 'weaving' | 'plain' | 'failed';
  /** Set at the hello. */
  flags: BuildFlags | undefined;
  cwd: string;
  /** Path of the go command of the toolchain in use. */
  go: string;
  /** 15-byte prefix, as -buildid shows it → full action id, from the Gets. */
  readonly actions: Map<string, string>;
}

export function goProcess(token: string, chain: readonly InjectionStep[], resolution: string | undefined): GoProcess {
  return { token, chain, resolution, mode: 'unknown', flags: undefined, cwd: '', go: 'go', actions: new Map() };
}

/** Does something for a go command; what it uses of the caches is noted as used by that command. */
export function usedBy<T>(usedFiles: UsedFiles | undefined, owner: GoProcess, action: () => T): T {
  return usedFiles ? usedFiles.within(owner.token, action) : action();
}
