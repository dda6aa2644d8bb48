import { once } from '../../base/once.ts';
import { isPredeclaredName } from '../../lang/names/names.ts';
import { isDeclaredLocally } from '../../lang/names/scope.ts';
import { byteString } from '../../lang/syntax/source.ts';
import type { SyntaxNode } from '../../lang/syntax/syntax.ts';
import { enclosingFunction, parentOf } from '../../lang/tree/parents.ts';
import { signatureOf } from '../../lang/tree/signature.ts';
import { originOf, spanAt } from '../../lang/tree/span.ts';
import type { GoNode, Unit } from '../../lang/tree/unit.ts';
import { templateNameHidden } from '../../report/codes/weave.ts';
import type { Span } from '../../report/diagnostic.ts';
import type { FileSession, Site } from '../file-session.ts';
import { isTopLevelName, type PackageSession } from '../package-session.ts';
import { freeNameIn, hasFreedName } from './freed-names.ts';
import { openName } from './open-names.ts';
import { injectedName, type OwnNames } from './own-names.ts';
import { exportedName, predeclaredPath } from './predeclared-package.ts';
import { renameLabels } from './rename.ts';
import { keepApart, namesIn, type TextName } from './text-names.ts';

/** A node of a unit. */
type Place = Pick<GoNode, 'unit' | 'syntax'>;

/** Where a text goes: into a file of the package at a place, or into the package as a file. */
export interface Destination {
  readonly pkg: PackageSession;
  /** The node that the text is rendered for; undefined at the top level. */
  readonly slot: GoNode | undefined;
  /** Names under which the file imports packages. */
  readonly imports: { readonly has: (name: string) => boolean };
  /** Names under which the text itself imports packages. */
  readonly ownImports: { readonly has: (name: string) => boolean };
  /** The name under which the text reaches a package that is imported for it. */
  readonly nameFor: (path: string, key: string, node: SyntaxNode) => string;
}

/**
 * Sees to it that the names of a rendered text stand for the same where it is put as they did where it was written, and that
 * it hides nothing there.
 *
 * @throws GotsError template_name_hidden
 */
export function settleNames(unit: Unit, { session, slot }: Site, level: 'top' | 'inside'): void {
  const { pkg, ctx, names } = session;
  renameLabels(unit, pkg.own);
  const found = namesIn(unit);
  if (level === 'inside')
    keepApart(
      unit,
      found,
      once(() => entriesAround(slot)),
      pkg.own,
    );
  reach(unit, found, {
    pkg,
    slot: level === 'inside' ? slot : undefined,
    imports: ctx.imports.byName,
    ownImports: new Set(Object.keys(unit.rendered?.template.imports ?? {})),
    nameFor: (path, key, syntax) => {
      // What is in it is generic.
      session.langs.add('go1.18');
      return names.nameFor(path, key, { unit, syntax });
    },
  });
}

/** Names of the parameters, results and receivers of all functions around a node, itself included. */
function entriesAround(slot: GoNode): ReadonlySet<string> {
  const found = new Set<string>();
  for (let fn = enclosingFunction(slot); fn !== undefined; fn = next(fn)) {
    const { receiver, parameters, results } = signatureOf(fn);
    for (const list of [receiver, parameters, results]) {
      for (const name of list?.fields.flatMap(({ names }) => names) ?? []) found.add(name);
    }
  }
  return found;
}

function next(fn: GoNode): GoNode | undefined {
  const up = parentOf(fn);
  return up && enclosingFunction(up);
}

/** What a text declares at the top level gets names of ours if it meets something; predeclared names mean what they are. */
export function reach(unit: Unit, names: readonly TextName[], to: Destination): void {
  const { own, declared, hiddenUses } = to.pkg;
  const { injected } = own.foresight;
  for (const each of names) {
    const { node, name, kind, declares, printed } = each;
    if (printed || kind === 'local' || to.ownImports.has(name)) continue;
    if (injected.has(name)) {
      unit.changes.texts.set(node, injectedName(own, name));
    } else if (declares) {
      if (meets(to.pkg, name) || hiddenUses.has(name)) rename(own, name);
    } else if (isPredeclaredName(name)) {
      reachPredeclared(unit, each, to);
    } else if (to.slot !== undefined && openName(to.slot, name, own) !== undefined) {
      unit.changes.texts.set(node, openName(to.slot, name, own) as string);
    } else if (to.slot !== undefined && hidingHost(to.slot, name) !== undefined) {
      // What is injected under this name is meant, if there is such a thing; else the function's own.
      if (declared.has(name)) rename(own, name);
      hiddenUses.add(name);
    }
  }
}

function rename(own: OwnNames, name: string): void {
  own.foresight.injected.add(name);
  own.isStale = true;
}

/** Whether what is declared under this name would hide something, or be declared a second time. */
function meets({ topLevel, imported }: PackageSession, name: string): boolean {
  if (name === 'init') return false;
  return isPredeclaredName(name) || topLevel().has(byteString(Buffer.from(name))) || imported().has(name);
}

function reachPredeclared(unit: Unit, { node, name }: TextName, to: Destination): void {
  const { pkg, slot } = to;
  const host = slot && hidingHost(slot, name);
  if (host !== undefined) freeName(host, { name, span: spanIn(unit, node) }, pkg);
  if (!isTopLevelName(pkg, name) && !to.imports.has(name)) return;
  const exported = exportedName(name, node);
  if (exported === undefined) templateNameHidden(spanIn(unit, node), name, 'the package');
  unit.changes.texts.set(node, `${to.nameFor(predeclaredPath, 'predeclared', node)}.${exported}`);
}

/** Sees to it that the function's own names make way. @throws GotsError template_name_hidden */
function freeName(host: Place, { name, span }: { name: string; span: Span }, { own }: PackageSession): void {
  if (hasFreedName(host, name, own)) return;
  if (!freeNameIn(host, name, own)) templateNameHidden(span, name, 'the function around it');
  own.isStale = true;
}

/** The place in a file where a local name hides the predeclared one from a place. */
function hidingHost(slot: Place, name: string): Place | undefined {
  for (let at: Place | undefined = slot; at !== undefined; at = at.unit.rendered?.host) {
    if (at.unit.rendered === undefined) return isDeclaredLocally(at.unit.tree, at.syntax, name) ? at : undefined;
  }
  return undefined;
}

/** Whether a predeclared name means something else at a place. */
export function isHidden({ pkg, ctx }: FileSession, at: Place, name: string): boolean {
  const host = hidingHost(at, name);
  const isLocal = host !== undefined && !hasFreedName(host, name, pkg.own);
  return isLocal || isTopLevelName(pkg, name) || ctx.imports.byName.has(name);
}

/**
 * A predeclared type as text for a place.
 *
 * @throws GotsError template_name_hidden
 */
export function predeclaredType({ session, span }: Site, name: string, at: Place): string {
  const { pkg, ctx, names, langs } = session;
  const host = hidingHost(at, name);
  if (host !== undefined) freeName(host, { name, span }, pkg);
  if (!isTopLevelName(pkg, name) && !ctx.imports.byName.has(name)) return name;
  const exported = exportedName(name);
  if (exported === undefined) templateNameHidden(span, name, 'the package');
  langs.add('go1.18');
  return `${names.nameFor(predeclaredPath, 'predeclared', at)}.${exported}`;
}

function spanIn(unit: Unit, { start }: SyntaxNode): Span {
  return unit.rendered === undefined ? spanAt(unit.tree.source, start) : originOf(unit.rendered, start);
}
