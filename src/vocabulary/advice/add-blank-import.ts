import type { AdviceOf } from '../../aspects/ir.ts';
import { samePath } from '../../lang/names/names.ts';
import type { Session, Site } from '../../rewrite/session.ts';

/** Puts `import _ "path"` into the file, once, unless the file imports the path anyway. */
export function addBlankImport(advice: AdviceOf<'add-blank-import'>, { session }: Site): void {
  needImport(session, advice.path);
}

/** The file has to import the path, under whatever name. */
export function needImport(session: Session, path: string): void {
  if (!session.ctx.imports.specs.some((spec) => samePath(spec.path, path))) session.blankImports.add(path);
}
