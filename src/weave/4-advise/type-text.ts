import type { GoText, TypeName } from '../../aspects/ir.ts';
import { samePath } from '../3-match/names.ts';
import { keyOfPath, type UseSite } from './import-names.ts';
import type { Site } from './session.ts';

/** A type as Go text for a place in the file; its packages are imported if need be. */
export function typeText(type: TypeName | GoText, site: Site, at: UseSite): string {
  return 'kind' in type ? goText(type, site, at) : namedType(type, site, at);
}

/** Text with names of imports in it: each is replaced by the one under which the file knows the package. */
function goText({ text, imports = {} }: GoText, { session }: Site, at: UseSite): string {
  session.pkg.own.admit(text);
  return text.replace(/(?<![\p{L}\p{Nd}_.])([\p{L}_][\p{L}\p{Nd}_]*)(?=\s*\.\s*[\p{L}_])/gu, (name) => {
    const path = Object.hasOwn(imports, name) ? imports[name] : undefined;
    return path === undefined ? name : session.names.nameFor(path, name, at);
  });
}

function namedType({ pointer, path, name }: TypeName, { session }: Site, at: UseSite): string {
  const star = pointer ? '*' : '';
  if (path === undefined || samePath(path, session.ctx.facts.importPath)) return `${star}${name}`;
  return `${star}${session.names.nameFor(path, keyOfPath(path), at)}.${name}`;
}
