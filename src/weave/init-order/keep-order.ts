import { sourceFile } from '../../lang/syntax/source.ts';
import { type AddedSource, addedName, type PackageSession } from '../../rewrite/package-session.ts';
import { takeVariables } from './early-variables.ts';
import { type FileOrder, fileOrder } from './file-order.ts';
import { mayDeclare } from './may-declare.ts';
import { orderChange } from './order-changes.ts';

/** What of a woven file matters here. */
interface Woven {
  readonly name: string;
  readonly text?: Buffer | undefined;
  /** Absent where nothing was woven. */
  readonly order?: (() => FileOrder) | undefined;
  readonly mayChangeOrder: boolean;
}

interface Kept<T> {
  readonly woven: readonly T[];
  readonly added: readonly AddedSource[];
  /** Whether the order has to be compared with that of the package as it is, for which types are needed. */
  readonly mayMoveOrder: boolean;
}

/**
 * Keeps the order in which the package's own variables are initialised (ADR 13): variables of woven text on which one of these may wait go
 * into files that the compiler gets first, where they are initialised before all others.
 */
export function keepOrder<T extends Woven>(
  pkg: PackageSession,
  woven: readonly T[],
  added: readonly AddedSource[],
): Kept<T> {
  if (!woven.some((file) => file.mayChangeOrder)) return { woven, added, mayMoveOrder: false };
  const { request, grammar } = pkg;
  const parse = (name: string, text: Buffer) => grammar.outline(sourceFile(name, text));
  const others = woven.flatMap(({ name, text, order }, at) =>
    order === undefined ? [{ name, text: text ?? request.files[at]?.bytes ?? Buffer.alloc(0) }] : [],
  );
  const { awaited, mayMove } = orderChange({
    woven: [
      ...woven.flatMap(({ order }) => order?.() ?? []),
      ...added.map(({ name, text }) => fileOrder(undefined, parse(name, text), grammar)),
    ],
    others: () => others.map(({ name, text }) => parse(name, text)),
    mayDeclare: (key) => others.some(({ text }) => mayDeclare(text, key)),
  });
  if (awaited.size === 0) return { woven, added, mayMoveOrder: mayMove };
  const early: AddedSource[] = [];
  let left = 0;
  const part = <F extends { readonly name: string; readonly text?: Buffer | undefined }>(file: F): F => {
    const { text } = file;
    if (text === undefined || ![...awaited].some((key) => mayDeclare(text, key))) return file;
    const parted = takeVariables(text, awaited, { name: file.name, grammar, packageName: request.packageName });
    if (parted === 'none') return file;
    if (parted === 'kept') {
      left++;
      return file;
    }
    const name = addedName(pkg, 'vars.go');
    const source = { name, text: parted.early, imports: parted.imports, links: [], first: true };
    pkg.added.set(`variables of ${file.name}`, source);
    early.push(source);
    return { ...file, text: parted.rest };
  };
  return { woven: woven.map(part), added: [...early, ...added.map(part)], mayMoveOrder: mayMove || left > 0 };
}
