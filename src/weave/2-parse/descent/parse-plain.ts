import type { SourceFile } from '../../../lang/syntax/source.ts';
import type { SyntaxTree } from '../../../lang/syntax/syntax.ts';
import { OutlineParser } from './outline-parser.ts';
import { StatementParser } from './parse-statements.ts';
import { NotPlain } from './scan-tokens.ts';

/**
 * Parses what is written as Go programs are, into the tree that tree-sitter-go has for it, some six times as fast (ADR 30).
 *
 * @returns undefined for what only the grammar can judge: text with errors, forms that it reads in ways of its own, and deep nests
 */
export function parsePlain(source: SourceFile): SyntaxTree | undefined {
  return parsedBy(new StatementParser(source.text), source);
}

/** As {@link parsePlain}, with the bodies of functions unread (ADR 38): that they can be read is not known yet. */
export function outlinePlain(source: SourceFile): SyntaxTree | undefined {
  return parsedBy(new OutlineParser(source.text), source);
}

function parsedBy(parser: StatementParser, source: SourceFile): SyntaxTree | undefined {
  try {
    const root = parser.file();
    return { source, root, comments: parser.comments, hasErrors: false, firstError: undefined };
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}
