import { isPredeclaredName, samePath } from '../../lang/names/names.ts';
import type { TypeName } from '../../lang/names/type-name.ts';
import type { Site } from '../file-session.ts';
import { keyOfPath, type UseSite } from '../names/import-names.ts';
import { predeclaredType } from '../names/settle-names.ts';

/** Go text that is taken as it is written. */
export interface GoText {
  readonly kind: 'text';
  readonly text: string;
  /** Name used in the text → import path. */
  readonly imports?: Readonly<Record<string, string>> | undefined;
}

/** Import paths that a type names. */
export function pathsIn(type: TypeName | GoText): readonly string[] {
  if ('kind' in type) return Object.values(type.imports ?? {});
  return type.path === undefined ? [] : [type.path];
}

/** A type as Go text for a place in the file; its packages are imported if need be. */
export function typeText(type: TypeName | GoText, site: Site, at: UseSite): string {
  return 'kind' in type ? goText(type, site, at) : namedType(type, site, at);
}

/** Text with names of imports in it: each is replaced by the one under which the file knows the package. */
function goText({ text, imports = {} }: GoText, site: Site, at: UseSite): string {
  const { session } = site;
  session.pkg.own.admit(text);
  const own = text.replace(/(?<![\p{L}\p{Nd}_.])[a-z][a-z0-9]*(?![\p{L}\p{Nd}_]|\s*\.)/gu, (name) =>
    isPredeclaredName(name) ? predeclaredType(site, name, at) : name,
  );
  return own.replace(/(?<![\p{L}\p{Nd}_.])([\p{L}_][\p{L}\p{Nd}_]*)(?=\s*\.\s*[\p{L}_])/gu, (name) => {
    const path = Object.hasOwn(imports, name) ? imports[name] : undefined;
    return path === undefined ? name : session.names.nameFor(path, name, at);
  });
}

function namedType({ pointer, path, name }: TypeName, site: Site, at: UseSite): string {
  const { session } = site;
  const star = pointer ? '*' : '';
  if (path === undefined && isPredeclaredName(name)) return `${star}${predeclaredType(site, name, at)}`;
  if (path === undefined || samePath(path, session.ctx.facts.importPath)) return `${star}${name}`;
  return `${star}${session.names.nameFor(path, keyOfPath(path), at)}.${name}`;
}
