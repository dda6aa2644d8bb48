import { commentText } from '../../lang/tree/go-node.ts';
import type { Unit } from '../../lang/tree/unit.ts';
import { linkerSymbol } from './linker-symbol.ts';
import { injectedName, type OwnNames } from './own-names.ts';

/**
 * Directives that tie a name to a symbol: the name may be another by now, and a symbol of a linked package that is written with
 * the package's path is spelled as the linker knows it.
 */
export function settleSymbols(unit: Unit, links: readonly string[], own: OwnNames): void {
  for (const comment of unit.tree.comments) {
    const [directive, local = '', symbol, ...rest] = commentText(unit, comment).trim().split(/\s+/);
    if (directive !== '//go:linkname' || rest.length > 0) continue;
    const name = own.foresight.injected.has(local) ? injectedName(own, local) : local;
    const path = links.find((each) => symbol?.startsWith(`${each}.`));
    const spelled = path === undefined ? symbol : linkerSymbol({ path }, (symbol as string).slice(path.length + 1));
    if (name === local && spelled === symbol) continue;
    unit.changes.directives.set(comment, [directive, name, ...(spelled === undefined ? [] : [spelled])].join(' '));
  }
}
