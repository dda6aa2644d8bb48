import type { CodeTemplate } from '../../../lang/template/code-template.ts';
import type { Chunk } from '../../../lang/template/template.ts';
import { fromBytes, toBytes } from '../../../lang/text/bytes.ts';
import { quote } from '../../../lang/text/quote.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';
import type { Code, CodePart, GoCode, PluginNode } from '../../../plugin/api.ts';
import { keyOfPath } from '../../../rewrite/names/import-names.ts';
import type { PluginAdvice } from './plugin-advice.ts';

type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'node'; readonly node: GoNode }
  | { readonly kind: 'import'; readonly path: string; readonly name: string };

/** What a piece of Go is made of; kept here, so that none can be made by hand. */
const pieces = new WeakMap<Code, readonly Piece[]>();

function made(parts: readonly Piece[]): Code {
  const code: Code = Object.freeze({ kind: 'code' });
  pieces.set(code, parts);
  return code;
}

const identifier = /^[\p{L}_][\p{L}\p{Nd}_]*$/u;

/**
 * The `go` of a plug-in.
 *
 * @param nodeOf the node behind what the plug-in was given
 */
export function goCode(advice: PluginAdvice, nodeOf: (view: PluginNode) => GoNode | undefined): GoCode {
  const piecesOf = (part: CodePart): readonly Piece[] => {
    if (typeof part === 'string') return [{ kind: 'text', text: fromBytes(quote(toBytes(part))) }];
    if (typeof part === 'number' || typeof part === 'bigint') return [{ kind: 'text', text: numberText(part) }];
    if (typeof part === 'boolean') return [{ kind: 'text', text: String(part) }];
    if (part === null) return [{ kind: 'text', text: 'nil' }];
    if (isList(part)) {
      return part.flatMap((item, at) => [
        ...(at === 0 ? [] : [{ kind: 'text', text: ', ' } as const]),
        ...piecesOf(item),
      ]);
    }
    const known =
      typeof part === 'object' ? (pieces.get(part as Code) ?? nodePiece(nodeOf(part as PluginNode))) : undefined;
    if (known === undefined) throw new TypeError(`a ${typeof part} cannot stand in a piece of Go`);
    return known;
  };
  const tag = (texts: TemplateStringsArray, ...parts: readonly CodePart[]): Code => {
    // Called as a function, it would take any text for code.
    if (!Array.isArray(texts) || !Array.isArray(texts.raw)) throw new TypeError('write go`…`, not go(…)');
    return made(
      texts.raw.flatMap((text, at) => [
        { kind: 'text', text },
        ...(at < parts.length ? piecesOf(parts[at] as CodePart) : []),
      ]),
    );
  };
  return Object.assign(tag, {
    import: (path: string, name: string): Code => {
      checkPackage(advice, path);
      if (!identifier.test(name)) throw new TypeError(`${JSON.stringify(name)} is not an identifier`);
      return made([{ kind: 'import', path, name }]);
    },
    ident: (name: string): Code => {
      if (!identifier.test(name)) throw new TypeError(`${JSON.stringify(name)} is not an identifier`);
      return made([{ kind: 'text', text: name }]);
    },
  });
}

function nodePiece(node: GoNode | undefined): readonly Piece[] | undefined {
  return node && [{ kind: 'node', node }];
}

function isList(part: CodePart): part is readonly CodePart[] {
  return Array.isArray(part);
}

/** Negative numbers in parentheses: in front of them may stand a minus. */
function numberText(value: number | bigint): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`${value} has no literal in Go`);
  const text = Object.is(value, -0) ? '0' : String(value);
  return text.startsWith('-') ? `(${text})` : text;
}

/** @throws TypeError for a package that the plug-in does not name */
export function checkPackage({ packages }: PluginAdvice, path: string): void {
  if (!packages.includes(path))
    throw new TypeError(`the package ${JSON.stringify(path)} is not among the plug-in's "packages"`);
}

/** A piece of Go as rendering takes it. */
export interface RenderedCode {
  readonly template: CodeTemplate;
  readonly chunks: readonly Chunk[];
}

/** @throws TypeError for what is no piece of Go */
export function renderedCode(code: Code, { span }: PluginAdvice): RenderedCode {
  const parts = pieces.get(code);
  if (parts === undefined) throw new TypeError('a piece of Go is needed: go`…`');
  const imports: Record<string, string> = {};
  const keyFor = (path: string): string => {
    const base = keyOfPath(path);
    for (let n = 0; ; n++) {
      const key = n === 0 ? base : `${base}${n}`;
      if (imports[key] === undefined || imports[key] === path) {
        imports[key] = path;
        return key;
      }
    }
  };
  let source = '';
  const chunks = parts.map((part): Chunk => {
    const offset = Buffer.byteLength(source);
    if (part.kind === 'node') return { kind: 'node', node: part.node, offset };
    const text = part.kind === 'text' ? part.text : `${keyFor(part.path)}.${part.name}`;
    source += text;
    return { kind: 'text', text, offset };
  });
  // Whatever line of the piece: what it does stands in the plug-in, and the plug-in's place is its first line.
  const lines = source.split('\n').map(() => span);
  return {
    template: { source, imports, lines },
    chunks: chunks.filter((chunk) => chunk.kind === 'node' || chunk.text !== ''),
  };
}
