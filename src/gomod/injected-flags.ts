import type { Injection } from './injection.ts';

/**
 * The flags of a go command that finds injected packages: those that decide where modules come from are ours where modules come in. The
 * generated files are complete, so that nothing is ever written to them.
 *
 * @param overlay file that joins the generated overlay with the user's own, where there is one
 */
export function injectedFlags(
  flags: readonly string[],
  injection: Pick<Injection, 'overlay'> | undefined,
  overlay = injection?.overlay,
): string[] {
  if (!injection) return [...flags];
  return [...flags.filter((flag) => !/^--?(mod|overlay)=/.test(flag)), '-mod=readonly', `-overlay=${overlay}`].sort();
}
