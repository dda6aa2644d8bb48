import { tokens } from '../syntax/tokens.ts';
import { guessPackageNames } from './import-paths.ts';

/** Names under which a file knows its imports: those that are written, else what the paths suggest. */
export function importedWords(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  let before = '';
  let inImports = false;
  for (const { kind, start, end } of tokens(text)) {
    if (kind === 'comment') continue;
    const here = text.slice(start, end);
    if (kind === 'word' && /^(?:var|const|type|func)$/.test(here)) break;
    if (here === 'import') inImports = true;
    else if (inImports && kind === 'string') {
      const names = before === '' ? guessPackageNames(here.slice(1, -1)) : [before];
      for (const name of names) found.add(name);
    }
    before = kind === 'word' && here !== 'import' ? here : '';
  }
  return found;
}
