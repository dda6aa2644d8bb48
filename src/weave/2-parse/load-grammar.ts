/** The only file that knows web-tree-sitter. */

import { Language, Parser, type Tree } from 'web-tree-sitter';
import type { Grammar } from '../../lang/syntax/grammar.ts';
import type { SourceFile } from '../../lang/syntax/source.ts';
import type { SyntaxTree } from '../../lang/syntax/syntax.ts';
import { type Converted, type Cursor, convert, type KindTable, keepsOperator, type Role } from './convert.ts';
import { outlinePlain, parsePlain } from './descent/parse-plain.ts';
import { graft, inOrder, maskBytes, maskNewer, maskPredeclared, typeParametersAlone, unmask } from './masking.ts';
import { repair, suspectKinds } from './repair.ts';

export interface GrammarBytes {
  /** `web-tree-sitter.wasm` */
  readonly runtimeWasm: Buffer;
  /** `tree-sitter-go.wasm` */
  readonly goWasm: Buffer;
}

/** Loads the parser; once per process, some 15 ms. Most texts are parsed without tree-sitter. */
export async function loadGrammar(bytes: GrammarBytes): Promise<Grammar> {
  const { parse } = await loadTreeSitter(bytes);
  return {
    parse: (source) => parsePlain(source) ?? parse(source),
    outline: (source) => outlinePlain(source) ?? parse(source),
  };
}

/** Parses by tree-sitter alone: what decides how any text is read. */
export async function loadTreeSitter(bytes: GrammarBytes): Promise<Grammar> {
  const exports = await loadRuntime(bytes.runtimeWasm);
  const language = await Language.load(bytes.goWasm);
  const parser = new Parser();
  parser.setLanguage(language);
  const table = kindTable(language);
  const parse = (source: SourceFile) => parseSource({ parser, table, exports }, source);
  return { parse, outline: parse };
}

let runtime: Promise<CursorExports> | undefined;

/** web-tree-sitter keeps one runtime per process: a second `init` would do nothing and leave its argument empty. */
function loadRuntime(wasmBinary: Buffer): Promise<CursorExports> {
  const start = async () => {
    const module = { wasmBinary };
    await Parser.init(module);
    // The object handed in has become the runtime's module, with the C functions on it.
    return module as unknown as CursorExports;
  };
  runtime ??= start();
  return runtime;
}

interface Engine {
  readonly parser: Parser;
  readonly table: KindTable;
  readonly exports: CursorExports;
}

function parseSource(engine: Engine, source: SourceFile): SyntaxTree {
  const plain = maskBytes(source.text);
  const first = parseText(engine, plain);
  if (!first.hasErrors) return finish(source, plain, first);
  const mask = maskNewer(plain, (text) => !hasErrors(engine, text));
  let parsed = mask.text === plain ? first : parseText(engine, mask.text);
  if (parsed.hasErrors) {
    const renamed = parseText(engine, maskPredeclared(mask.text));
    if (!renamed.hasErrors) parsed = renamed;
  }
  const comments = [...parsed.comments];
  for (const range of mask.typeParameters) {
    const alone = parseText(engine, typeParametersAlone(source.text, range));
    graft(parsed.root, alone.root);
    comments.push(...alone.comments);
  }
  return finish(source, plain, { ...parsed, comments: inOrder(comments) });
}

function finish(source: SourceFile, plain: string, parsed: Parsed): SyntaxTree {
  const { root, comments, hasErrors, firstError } = parsed;
  if (plain !== source.text) unmask(root, source.text);
  root.end = Math.min(root.end, source.text.length);
  repair(parsed.suspects, source.text);
  return { source, root, comments, hasErrors, firstError };
}

interface Parsed extends Converted {
  readonly hasErrors: boolean;
}

/** Parses and converts; the tree-sitter tree does not outlive the call. */
function parseText({ parser, table, exports }: Engine, text: string): Parsed {
  const tree = parser.parse(text);
  if (tree === null) throw new Error('tree-sitter parsed nothing, though no timeout or cancellation was asked for');
  try {
    const converted = withCursor(tree, exports, (cursor) => convert(cursor, table));
    const hasErrors = tree.rootNode.hasError;
    return {
      ...converted,
      hasErrors,
      firstError: converted.firstError ?? (hasErrors ? converted.root.start : undefined),
    };
  } finally {
    tree.delete();
  }
}

function hasErrors({ parser }: Engine, text: string): boolean {
  const tree = parser.parse(text);
  const found = tree?.rootNode.hasError ?? true;
  tree?.delete();
  return found;
}

function kindTable(language: Language): KindTable {
  return {
    names: language.types,
    fieldNames: language.fields.map((name) => name ?? undefined),
    roles: language.types.map((name, id) => (language.nodeTypeIsNamed(id) ? role(name) : 'skip')),
    suspects: language.types.map((name) => suspectKinds.has(name)),
  };
}

const leaves: ReadonlySet<string> = new Set([
  'blank_identifier',
  'dot',
  'empty_statement',
  'fallthrough_statement',
  'false',
  'field_identifier',
  'float_literal',
  'identifier',
  'imaginary_literal',
  'int_literal',
  'interpreted_string_literal',
  'iota',
  'label_name',
  'nil',
  'package_identifier',
  'raw_string_literal',
  'rune_literal',
  'true',
  'type_identifier',
]);

function role(kind: string): Role {
  if (kind === 'comment') return 'comment';
  if (leaves.has(kind)) return 'leaf';
  return keepsOperator(kind) ? 'operators' : 'inner';
}

type CursorCall = (tree: number) => number;

/**
 * The C functions behind web-tree-sitter's `TreeCursor` (0.27, lib/binding_web/lib/exports.txt). Each works on the cursor
 * that lies in the runtime's transfer buffer; `TreeCursor` copies it out and in again around every call, which makes a
 * walk of net/http's files 2.4 times slower than these calls in a row (255 against 105 ms, Node 20).
 */
interface CursorExports {
  readonly _ts_tree_root_node_wasm: CursorCall;
  readonly _ts_tree_cursor_new_wasm: CursorCall;
  readonly _ts_tree_cursor_delete_wasm: CursorCall;
  readonly _ts_tree_cursor_current_node_type_id_wasm: CursorCall;
  readonly _ts_tree_cursor_current_field_id_wasm: CursorCall;
  readonly _ts_tree_cursor_current_node_is_missing_wasm: CursorCall;
  readonly _ts_tree_cursor_start_index_wasm: CursorCall;
  readonly _ts_tree_cursor_end_index_wasm: CursorCall;
  readonly _ts_tree_cursor_goto_first_child_wasm: CursorCall;
  readonly _ts_tree_cursor_goto_next_sibling_wasm: CursorCall;
  readonly _ts_tree_cursor_goto_parent_wasm: CursorCall;
}

/** Nothing else may call into the runtime until `use` is done: its cursor is in the shared transfer buffer. */
function withCursor<T>(tree: Tree, exports: CursorExports, use: (cursor: Cursor) => T): T {
  const address = (tree as unknown as readonly number[])[0] as number;
  const kind = exports._ts_tree_cursor_current_node_type_id_wasm;
  const fieldId = exports._ts_tree_cursor_current_field_id_wasm;
  const start = exports._ts_tree_cursor_start_index_wasm;
  const end = exports._ts_tree_cursor_end_index_wasm;
  const first = exports._ts_tree_cursor_goto_first_child_wasm;
  const next = exports._ts_tree_cursor_goto_next_sibling_wasm;
  const missing = exports._ts_tree_cursor_current_node_is_missing_wasm;
  const up = exports._ts_tree_cursor_goto_parent_wasm;
  // The root node lands in the transfer buffer, from where the new cursor takes it.
  exports._ts_tree_root_node_wasm(address);
  exports._ts_tree_cursor_new_wasm(address);
  try {
    return use({
      kind: () => kind(address),
      fieldId: () => fieldId(address),
      start: () => start(address),
      end: () => end(address),
      firstChild: () => first(address) === 1,
      nextSibling: () => next(address) === 1,
      isMissing: () => missing(address) === 1,
      toParent: () => up(address) === 1,
    });
  } finally {
    exports._ts_tree_cursor_delete_wasm(address);
  }
}
