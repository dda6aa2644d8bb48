import { sha256 } from '../../base/hash.ts';
import { writeWhole } from '../../base/temporary.ts';
import { type BuildConstants, type Condition, conditionWords } from '../../vocabulary/conditions/condition.ts';
import { whereAnyMatches } from '../../weave/1-select/package.ts';
import { specialCases } from '../../weave/1-select/special-cases.ts';
import { sealedFrame } from '../front/protocol.ts';
import { toolchainPrograms } from './package-aspects.ts';
import { type Plan, planText, rulesFile } from './plan.ts';

/**
 * Writes beside a plan what the front (helper/shim/rules.go) needs to tell packages that no aspect touches, and whose language
 * stays as it is, without this process. What only the handshake finds out is left out: packages that only injected code
 * brings in count as if each aspect could touch them.
 *
 * @param file of the plan. Write the rules first: a plan that is there has its rules
 * @throws the error of the file system
 */
export function writeRules(file: string, plan: Plan): void {
  writeWhole(rulesFile(file), encodeRules(plan));
}

/** The content of a rules file: a frame, and the SHA-256 of the frame. It holds no value of the environment. */
export function encodeRules(plan: Plan): Buffer {
  const { code, goCache, cacheDir, injection } = plan;
  const { all, internal } = aspectConditions(plan);
  const never = { path: toolchainPrograms, below: true, weaving: 'never' };
  return sealedFrame('rules', {
    plan: [sha256(planText(plan))],
    code: [code],
    caches: [goCache, cacheDir],
    special: [never, ...specialCases].flatMap(({ path, below, weaving }) => [path, below ? 'below' : 'only', weaving]),
    normal: conditionWords(all),
    internal: conditionWords(internal),
    languages: Object.entries(injection?.languages ?? {}).flat(),
  });
}

/** Where one of the aspects may match: of all, and of those that are marked `tracer-internal`. */
export function aspectConditions(plan: Pick<Plan, 'aspects' | 'rootModule' | 'goVersion' | 'modules'>): {
  readonly all: Condition;
  readonly internal: Condition;
} {
  const { aspects, rootModule, goVersion, modules } = plan;
  const build: BuildConstants = { rootModule, goVersion, versions: modules?.versions };
  const internal = aspects.filter(({ tracerInternal }) => tracerInternal);
  return { all: whereAnyMatches(aspects, build), internal: whereAnyMatches(internal, build) };
}
