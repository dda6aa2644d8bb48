import type { AdviceOf } from '../../aspects/ir.ts';
import { samePath } from '../../lang/names/names.ts';
import { topLevelNames } from '../../lang/names/scope.ts';
import type { Unit } from '../../lang/tree/unit.ts';
import { weaveEndlessInjection } from '../../report/codes/weave.ts';
import type { Span } from '../../report/diagnostic.ts';
import { settleSymbols } from '../../rewrite/names/settle-symbols.ts';
import { refuseMoves, renderDeclarations } from '../../rewrite/render/render.ts';
import type { Site } from '../../rewrite/session.ts';
import { needImport } from './add-blank-import.ts';

/** Injected declarations may match aspects that inject more; beyond this, they never come to an end. */
const maxGenerations = 8;

/** @throws GotsError weave_endless_injection */
export function appendDeclarations(unit: Unit, { session, slot }: Site, span: Span): void {
  const generation = (session.generation.get(slot.unit) ?? 0) + 1;
  if (generation > maxGenerations) weaveEndlessInjection(span, maxGenerations);
  for (const name of topLevelNames(unit.tree)) session.pkg.declared.add(name);
  session.generation.set(unit, generation);
  session.appended.push(unit);
}

/** Appends declarations to the file, where the same walk visits them; `links` must be in the binary. */
export function injectDeclarations(advice: AdviceOf<'inject-declarations'>, site: Site): void {
  const { session } = site;
  const unit = renderDeclarations(advice.template, site, site.node);
  refuseMoves(unit);
  settleSymbols(unit, advice.links, session.pkg.own);
  appendDeclarations(unit, site, advice.span);
  if (advice.links.length === 0) return;
  needImport(session, 'unsafe');
  for (const path of advice.links) {
    if (!session.ctx.imports.specs.some((spec) => samePath(spec.path, path))) session.links.add(path);
  }
}
