import { topLevelNames } from '../lang/names/scope.ts';
import type { Unit } from '../lang/tree/unit.ts';
import { weaveEndlessInjection } from '../report/codes/weave.ts';
import type { Span } from '../report/diagnostic.ts';
import type { Site } from './file-session.ts';

/** Injected declarations may match aspects that inject more; beyond this, they never come to an end. */
const maxGenerations = 8;

/**
 * Puts rendered declarations at the end of the file, where the same walk visits them.
 *
 * @throws GotsError weave_endless_injection
 */
export function appendDeclarations(unit: Unit, { session, slot }: Site, span: Span): void {
  const generation = (session.generation.get(slot.unit) ?? 0) + 1;
  if (generation > maxGenerations) weaveEndlessInjection(span, maxGenerations);
  for (const name of topLevelNames(unit.tree)) session.pkg.declared.add(name);
  session.generation.set(unit, generation);
  session.appended.push(unit);
}
