import { fields, filledTextOf, type ReadContext, required, yamlText } from '../../../aspects/schema.ts';
import { choice, importPath, keysOf, map, text } from '../../../aspects/shape.ts';
import type { YamlEntry } from '../../../aspects/yaml-node.ts';
import { samePath } from '../../../lang/names/names.ts';
import { aspectBadValue } from '../../../report/codes/aspect.ts';
import { aspectHooksNone } from '../../../report/codes/hooks.ts';
import type { FileSession, Site } from '../../../rewrite/file-session.ts';
import { hasBareReturn } from '../../../rewrite/hidden-errors.ts';
import { needImport } from '../../../rewrite/need-import.ts';
import { wrongNode } from '../../../rewrite/wrong-node.ts';
import type { AdviceKind } from '../../advice-kind.ts';
import { checkSignature } from './check-signature.ts';
import { needContext } from './context-text.ts';
import { readHook } from './hook-source.ts';
import { hookedFunction } from './hooked-function.ts';
import type { Flavour, HooksAdvice } from './hooks-advice.ts';
import { type CalledHook, trampoline } from './trampoline.ts';

const flavours: Readonly<Record<string, Flavour>> = { HookContext: 'otelc', CallContext: 'loongsuite' };

const shape = map({
  path: { shape: importPath, doc: 'Package that declares the hooks. It is linked, not imported.', required: true },
  before: { shape: text('a function name'), doc: 'Runs before the function, with its receiver and arguments.' },
  after: { shape: text('a function name'), doc: 'Runs after the function, with its results.' },
  context: {
    shape: choice(...Object.keys(flavours)),
    doc: 'The interface that the hooks take first: that of otelc (the default) or of loongsuite.',
  },
});

export const hooks: AdviceKind<HooksAdvice> = {
  words: {
    hooks: {
      shape,
      doc: 'Runs functions of another package before and after a function, with a context of the call. Functions without a body are passed over, unless they are named.',
      example: '{ path: example.com/hooks, before: BeforeGet, after: AfterGet }',
      read,
    },
  },
  templates: () => [],
  injects: ({ path }) => [path],
  // Their declarations.
  reads: ({ path }) => [{ path }],
  onNode: {
    fits: undefined,
    apply,
    // Names for results make a bare `return` valid.
    mayHideErrors: (_, slot) => hasBareReturn(slot),
    mayMoveOrder: false,
    oncePerFile: false,
  },
  onPackage: undefined,
  rank: ({ order = 0 }) => ({ order }),
  needsBody: true,
};

function read(entry: YamlEntry, ctx: ReadContext): HooksAdvice {
  const where = '"hooks"';
  const found = fields(ctx, entry.value, { where, known: keysOf(shape) });
  const path = required(found.path, 'path', entry.value, where);
  const before = found.before && filledTextOf(found.before, where);
  const after = found.after && filledTextOf(found.after, where);
  if (before === undefined && after === undefined) aspectHooksNone(entry.span);
  const common = { path: filledTextOf(path, where), before, after, span: entry.span };
  const context = found.context ? yamlText(found.context.value, '"context"') : 'HookContext';
  const flavour = flavours[context];
  if (flavour === undefined) {
    aspectBadValue(
      found.context?.value.span ?? entry.span,
      '"context"',
      context,
      `one of ${Object.keys(flavours).join(', ')}`,
    );
  }
  return { kind: 'hooks', flavour, contextOnly: false, ...common };
}

/** @throws GotsError advice_wrong_node, hook_missing, hook_signature, aspect_package_missing */
function apply(advice: HooksAdvice, site: Site): void {
  const { node, session } = site;
  const body = node.syntax.field('body');
  if (node.kind !== 'FuncDecl' || body === undefined || node.unit.rendered !== undefined) {
    wrongNode(site, advice, 'a declared function with a body');
  }
  const { jumps } = node.unit.changes;
  const key = `${advice.flavour} ${advice.path} ${advice.before ?? ''} ${advice.after ?? ''} ${advice.contextOnly}`;
  const own = jumps.get(body) ?? [];
  if (own.some((jump) => jump.key === key)) return;
  const [before, after] = [calledHook(session, advice, advice.before), calledHook(session, advice, advice.after)];
  const target = hookedFunction(site);
  if (before) checkSignature(site, advice, before, target.params);
  if (after) checkSignature(site, advice, after, target.results);
  needImport(session, 'unsafe');
  if (!samePath(advice.path, session.ctx.facts.importPath)) session.links.add(advice.path);
  const { jump, declarations } = trampoline(target, { advice, before, after, own: session.pkg.own });
  jumps.set(body, [...own, { key, text: jump, span: advice.span }]);
  session.declarations.push({ text: declarations, span: advice.span });
}

function calledHook({ pkg }: FileSession, advice: HooksAdvice, name: string | undefined): CalledHook | undefined {
  if (name === undefined) return undefined;
  const hook = readHook(pkg, advice, name);
  return { ...hook, contextType: needContext(pkg, advice.flavour, hook.context) };
}
