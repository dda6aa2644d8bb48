import { topLevelNames } from '../lang/names/scope.ts';
import type { Unit } from '../lang/tree/unit.ts';
import { weaveEndlessInjection } from '../report/codes/weave.ts';
import type { Span } from '../report/diagnostic.ts';
import type { FileSession, InjectedDeclarations, Site } from './file-session.ts';

/** Injected declarations may match aspects that inject more; beyond this, they never come to an end. */
const maxGenerations = 8;
/** The same advice that rendered the same text inside of itself that often does so for ever. */
const maxRepetitions = 2;
/** Each generation may be many times as large as the one before it. */
const maxInjectedByInjected = 5000;

/**
 * Puts rendered declarations at the end of the file, where the same walk visits them.
 *
 * @throws GotsError weave_endless_injection
 */
export function appendDeclarations(unit: Unit, { session, slot }: Site, span: Span): void {
  const within = session.injected.get(slot.unit);
  const injected: InjectedDeclarations = { text: unit.tree.source.text, span, within };
  const chain = generations(within);
  const same = chain.filter((each) => each.span === span && each.text === injected.text);
  const isTooMany = within !== undefined && injectedByInjected(session) > maxInjectedByInjected;
  if (chain.length >= maxGenerations || same.length >= maxRepetitions || isTooMany) {
    weaveEndlessInjection(span, isTooMany ? maxInjectedByInjected : Math.max(1, chain.length));
  }
  for (const name of topLevelNames(unit.tree)) session.pkg.declared.add(name);
  session.injected.set(unit, injected);
  session.appended.push(unit);
}

function injectedByInjected({ injected }: FileSession): number {
  if (injected.size <= maxInjectedByInjected) return 0;
  return [...injected.values()].filter(({ within }) => within !== undefined).length;
}

/** The innermost first. */
function generations(injected: InjectedDeclarations | undefined): InjectedDeclarations[] {
  const chain: InjectedDeclarations[] = [];
  for (let at = injected; at !== undefined; at = at.within) chain.push(at);
  return chain;
}
