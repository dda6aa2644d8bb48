import type { FunctionOption, JoinPoint } from '../../aspects/ir.ts';
import type { PackageFacts } from '../../lang/names/package-facts.ts';
import type { RawFile } from '../../lang/syntax/raw-file.ts';
import type { Reach } from '../../vocabulary/reach.ts';
import { reachOfFile } from '../1-select/file.ts';
import { isCommand, reachOfPackage } from '../1-select/package.ts';
import type { Explanation } from './explanation.ts';
import { pointText } from './point-text.ts';

const answers: Readonly<Record<Reach, Explanation['answer']>> = { none: 'no', maybe: 'open', every: 'yes' };

/**
 * Why a package as a whole rules an aspect out or lets it in. Each answer is that of the selection itself.
 *
 * @param file with it, what the text of one file rules out counts too
 */
export function explainPackage(point: JoinPoint, facts: PackageFacts, file?: RawFile): Explanation {
  const reach = file ? reachOfFile(point, facts, file) : reachOfPackage(point, facts);
  const members = membersOf(point).map((member) => explainPackage(member, facts, file));
  const answer = answers[reach];
  const isLeaf = members.length === 0;
  const reason = answer === 'no' && isLeaf ? reasonOf(point, facts, file) : undefined;
  return { point: pointText(point), span: point.span, answer, reason, members };
}

export function membersOf(point: JoinPoint): readonly JoinPoint[] {
  if ('points' in point) return point.points;
  return 'point' in point ? [point.point] : [];
}

/** Why a point without members matches no node of the package. */
function reasonOf(point: JoinPoint, facts: PackageFacts, file: RawFile | undefined): string {
  if (file !== undefined && reachOfPackage(point, facts) !== 'none') {
    if (point.kind === 'package-name') return `the file is of the package ${file.packageName}`;
    const absent = wordsOf(point).find((word) => !file.bytes.includes(word));
    return `the file does not contain ${JSON.stringify(absent ?? '')}`;
  }
  switch (point.kind) {
    case 'import-path':
    case 'import-glob':
    case 'declaration-of':
    case 'struct-definition':
    case 'package-filter':
      return filterReason(point, facts);
    case 'package-name':
      return `the package is named ${facts.name}`;
    case 'test-main':
      return facts.testMain ? 'this is the main package of a test' : 'this is not the main package of a test';
    case 'command':
      return `the package is ${isCommand(facts) ? '' : 'not '}compiled to be a program`;
    case 'configuration':
      return 'the configuration says httpmode: wrap';
    case 'module-version':
      return facts.module
        ? `the module is ${facts.module.path}@${facts.module.version || '(a folder)'}`
        : 'the package is in no module';
    case 'go-version':
      return `this is ${facts.goVersion ?? 'an unknown version of Go'}`;
    case 'function':
      return point.options.map((option) => optionReason(option, facts)).find((reason) => reason !== undefined) ?? '';
    case 'function-call':
      return notImported(point.path);
    case 'method-call':
      return notImported(point.receiver.path);
    case 'struct-literal':
    case 'value-declaration':
      return notImported(point.type.path);
    case 'all-of':
    case 'one-of':
      return `an empty ${point.kind} matches nothing`;
    default:
      return '';
  }
}

/** Words without which a file is not even parsed; see `reachOfFile`. */
function wordsOf(point: JoinPoint): readonly string[] {
  switch (point.kind) {
    case 'directive':
      return [`//${point.name}`];
    case 'function-call':
    case 'method-call':
    case 'declaration-of':
      return [point.name];
    case 'struct-definition':
      return ['struct', point.type.name];
    case 'struct-literal':
      return [point.type.name];
    case 'file-has':
      return [point.part.name];
    case 'package-value':
      return [point.name];
    case 'function':
      return point.options.flatMap((option) => {
        if (option.kind === 'name') return [option.name];
        return option.kind === 'receiver' ? [option.type.name] : [];
      });
    default:
      return [];
  }
}

function filterReason(point: JoinPoint, { importPath, rootModule }: PackageFacts): string {
  const root = point.kind === 'package-filter' && point.root ? ` in the root module ${rootModule ?? '(unknown)'}` : '';
  return `the package is ${importPath}${root && `, and it asks for one${root}`}`;
}

function notImported(path: string | undefined): string {
  return `the package does not import ${path} itself`;
}

function optionReason(option: FunctionOption, { importPath, imports }: PackageFacts): string | undefined {
  if (option.kind === 'receiver' && option.type.path !== importPath) {
    return `the package is ${importPath}, and the receiver is a type of ${option.type.path ?? 'no package'}`;
  }
  if (option.kind !== 'signature' && option.kind !== 'signature-contains') return undefined;
  const absent = [...option.args, ...option.returns].find(
    ({ path }) => path !== undefined && path !== importPath && !imports.has(path),
  );
  return absent && notImported(absent.path);
}
