import { samePath } from '../lang/names/names.ts';
import type { FileSession } from './file-session.ts';

/** Makes the file import a package, under whatever name: adds `import _ "path"` unless the file imports the path already. */
export function needImport(session: FileSession, path: string): void {
  if (!isImported(session, path)) session.blankImports.add(path);
}

/** Links a package that nothing in the file imports. */
export function needLink(session: FileSession, path: string): void {
  if (!isImported(session, path)) session.links.add(path);
}

function isImported({ ctx }: FileSession, path: string): boolean {
  return ctx.imports.specs.some((spec) => samePath(spec.path, path));
}
