import type { TypeName } from '../../aspects/ir.ts';
import { samePath } from '../3-match/names.ts';
import { keyOfPath, type UseSite } from './import-names.ts';
import type { Site } from './session.ts';

/** A type name as Go text for a place in the file; its package is imported if need be. */
export function typeText({ pointer, path, name }: TypeName, { session }: Site, at: UseSite): string {
  const star = pointer ? '*' : '';
  if (path === undefined || samePath(path, session.ctx.facts.importPath)) return `${star}${name}`;
  return `${star}${session.names.nameFor(path, keyOfPath(path), at)}.${name}`;
}
