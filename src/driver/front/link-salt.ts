import { hashParts } from '../../base/hash.ts';
import type { Found } from '../injected/injected-packages.ts';
import { aspectsText } from '../plan/package-aspects.ts';
import type { Plan } from '../plan/plan.ts';

/** What `link -V=full` is salted with: whatever can change a woven program without changing an action id (build-protocol A1). */
export function linkSalt(plan: Plan, { identities, injectedOnly }: Pick<Found, 'identities' | 'injectedOnly'>): string {
  const ids = identities.roots.map((path) => identities.of(path));
  const versions = plan.modules === undefined ? '' : JSON.stringify(plan.modules.versions);
  const left = [...injectedOnly].sort().join(' ');
  const parts = [plan.code, aspectsText(plan.aspects), versions, ids.join('\n'), injectedText(plan), left];
  return hashParts(...parts).slice(0, 32);
}

/** What of the generated files reaches a binary: versions and language levels, not where the modules lie. */
function injectedText({ injection, added }: Plan): string {
  if (!injection) return '';
  return [JSON.stringify(injection.languages), ...added.map(({ path, version }) => `${path} ${version}`)].join('\n');
}
