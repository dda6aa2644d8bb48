import { isExpression } from '../../../lang/tree/go-kind.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';
import type { Code, Plugin, PluginEditor, PluginNode, PluginPackage } from '../../../plugin/api.ts';
import { pluginAbsent, pluginFailed } from '../../../report/codes/plugin.ts';
import { GotsError } from '../../../report/diagnostic.ts';
import { appendDeclarations } from '../../../rewrite/append-declarations.ts';
import type { Site } from '../../../rewrite/file-session.ts';
import { WeaveAgain } from '../../../rewrite/names/own-names.ts';
import { needImport } from '../../../rewrite/need-import.ts';
import type { Plugins } from '../../../rewrite/package-session.ts';
import type { PackageSource } from '../../../rewrite/package-source.ts';
import { refuseMoves, renderDeclarations, renderExpression, renderStatements } from '../../../rewrite/render/render.ts';
import { checkPackage, goCode, type RenderedCode, renderedCode } from './code.ts';
import { type NodeViews, nodeViews } from './node-view.ts';
import type { PluginAdvice } from './plugin-advice.ts';

/** Lets a plug-in change the node that matched. @throws GotsError plugin_failed, plugin_absent and those of rendering */
export function rewriteByPlugin(advice: PluginAdvice, site: Site): void {
  const { rewrite } = codeOf(advice, site.session.pkg.plugins);
  if (rewrite === undefined) return;
  const views = nodeViews(site.session.ctx);
  const open = { value: true };
  const edit = editorFor({ advice, site, views, isOpen: () => open.value });
  const go = goCode(advice, views.nodeOf);
  const pkg = packageView(site.session.pkg.request);
  runPlugin(advice, 'rewrite', () => rewrite({ node: views.of(site.node), edit, go, pkg }));
  open.value = false;
}

/** @throws GotsError plugin_absent */
export function codeOf({ file, digest, span }: PluginAdvice, plugins: Plugins | undefined): Plugin {
  return plugins?.(file, digest) ?? pluginAbsent(span, file);
}

/**
 * Runs a function of a plug-in. What it throws is told with its stack; what gots says to it passes unchanged.
 *
 * @throws GotsError plugin_failed
 */
export function runPlugin<T>({ id, span }: PluginAdvice, what: string, call: () => T): T {
  try {
    const result = call();
    if (result instanceof Promise) {
      // The result is not awaited; without this, its failure would end the whole program.
      result.catch(() => undefined);
      throw new TypeError('it is asynchronous; weaving waits for nothing');
    }
    return result;
  } catch (error) {
    if (error instanceof GotsError || error instanceof WeaveAgain) throw error;
    return pluginFailed(span, id, what, error);
  }
}

export function packageView({ facts }: PackageSource): PluginPackage {
  const { importPath, name = '', imports, testMain, goVersion } = facts;
  return Object.freeze({ importPath, name, imports: [...imports].sort(), testMain, goVersion });
}

interface Editing {
  readonly advice: PluginAdvice;
  readonly site: Site;
  readonly views: NodeViews;
  readonly isOpen: () => boolean;
}

function editorFor(editing: Editing): PluginEditor {
  const { advice, site } = editing;
  const rendered = (code: Code): RenderedCode => {
    begin(editing);
    return renderedCode(code, advice);
  };
  return Object.freeze({
    replace: (view: PluginNode, code: Code) => {
      const node = behind(editing, view);
      if (!isExpression(node.kind)) throw new TypeError(`only expressions can be replaced, not a ${node.kind}`);
      const { template, chunks } = rendered(code);
      // The matched node may stand in the place of another by now: that place is what gets the new one.
      const place = node === site.node ? site.slot : node;
      place.unit.changes.slots.set(place.syntax, renderExpression(template, site, node, chunks));
    },
    prepend: (view: PluginNode, code: Code) => {
      const block = behind(editing, view);
      if (block.kind !== 'BlockStmt' || block.syntax.kind !== 'block') {
        throw new TypeError(`statements can be put at the top of a block, not of a ${block.kind}`);
      }
      const { template, chunks } = rendered(code);
      const unit = renderStatements(template, site, block, chunks);
      refuseMoves(unit);
      const { prepended } = block.unit.changes;
      prepended.set(block.syntax, [...(prepended.get(block.syntax) ?? []), { unit, open: false }]);
    },
    declare: (code: Code) => {
      const { template, chunks } = rendered(code);
      const unit = renderDeclarations(template, site, site.node, chunks);
      refuseMoves(unit);
      appendDeclarations(unit, site, advice.span);
    },
    addImport: (path: string) => {
      begin(editing);
      checkPackage(advice, path);
      needImport(site.session, path);
    },
  });
}

function begin({ isOpen }: Editing): void {
  if (!isOpen()) throw new TypeError('the match is over; edits belong into the call of rewrite');
}

/** The node that a view is of: the matched one or one inside it. */
function behind(editing: Editing, view: PluginNode): GoNode {
  begin(editing);
  const { views, site } = editing;
  const node = views.nodeOf(view);
  if (node === undefined) throw new TypeError('this is no node of the match');
  const isInside = node.unit !== site.node.unit || within(node, site.node);
  if (!isInside) throw new TypeError('only the node that matched, and what is inside it, can be changed');
  return node;
}

function within({ syntax }: GoNode, { syntax: outer }: GoNode): boolean {
  return outer.start <= syntax.start && syntax.end <= outer.end;
}
