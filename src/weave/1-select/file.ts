import type { FunctionOption, JoinPoint } from '../../aspects/ir.ts';
import type { PackageFacts } from '../weave-request.ts';
import { reachOfPackage } from './package.ts';
import { all, any, exactly, not, possibly, type Reach } from './reach.ts';

/** What can be asked of a file before it is parsed. */
export interface RawFile {
  readonly bytes: Buffer;
  /** Name in the package clause; undefined if it could not be read. */
  readonly packageName: string | undefined;
}

export function rawFile(bytes: Buffer): RawFile {
  return { bytes, packageName: packageClauseName(bytes) };
}

/** Which nodes of a file can satisfy a point, from the package's facts and the raw text: a name must occur in it. */
export function reachOfFile(point: JoinPoint, facts: PackageFacts, file: RawFile): Reach {
  switch (point.kind) {
    case 'all-of':
      return all(point.points.map((p) => reachOfFile(p, facts, file)));
    case 'one-of':
      return any(point.points.map((p) => reachOfFile(p, facts, file)));
    case 'not':
      return not(reachOfFile(point.point, facts, file));
    case 'function-body':
      return possibly(reachOfFile(point.point, facts, file) !== 'none');
    case 'package-name':
      return file.packageName === undefined ? 'maybe' : exactly(file.packageName === point.name);
    case 'function':
      return point.options.every((option) => hasOption(option, file)) ? reachOfPackage(point, facts) : 'none';
    default:
      return hasWord(point, file) ? reachOfPackage(point, facts) : 'none';
  }
}

function hasWord(point: JoinPoint, file: RawFile): boolean {
  switch (point.kind) {
    case 'directive':
      return has(file, `//${point.name}`);
    case 'file-has':
      return has(file, point.part.name);
    case 'package-value':
    case 'function-call':
    case 'method-call':
    case 'declaration-of':
      return has(file, point.name);
    case 'struct-definition':
      return has(file, 'struct') && has(file, point.type.name);
    case 'struct-literal':
      return has(file, point.type.name);
    default:
      return true;
  }
}

function hasOption(option: FunctionOption, file: RawFile): boolean {
  switch (option.kind) {
    case 'name':
      return has(file, option.name);
    case 'receiver':
      return has(file, option.type.name);
    case 'receiver-is':
      return has(file, option.text.replace('*', ''));
    default:
      return true;
  }
}

function has(file: RawFile, word: string): boolean {
  return word === '' || file.bytes.includes(word);
}

const leading =
  /^(?:\uFEFF|\s|\/\/[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*package(?:\s|\/\*[\s\S]*?\*\/)+([\p{L}_][\p{L}\p{Nd}_]*)/u;

/** The name in the package clause, found without a parser; undefined for text that does not begin as a Go file does. */
export function packageClauseName(bytes: Buffer): string | undefined {
  // Licences and build constraints rarely fill more than this; the whole text is decoded only where they do.
  return (leading.exec(bytes.toString('utf8', 0, 8192)) ?? leading.exec(bytes.toString('utf8')))?.[1];
}
