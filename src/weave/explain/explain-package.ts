import type { PackageFacts } from '../../lang/names/package-facts.ts';
import type { RawFile } from '../../lang/syntax/raw-file.ts';
import { kindOfPoint, membersOf, reachOfFile, reachOfPackage, textsIn } from '../../vocabulary/ask.ts';
import type { Explanation } from '../../vocabulary/explanation.ts';
import { pointText } from '../../vocabulary/point-text.ts';
import type { JoinPoint } from '../../vocabulary/points.ts';
import type { Reach } from '../../vocabulary/reach.ts';

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

/** Why a point without members matches no node of the package. */
function reasonOf(point: JoinPoint, facts: PackageFacts, file: RawFile | undefined): string {
  const inFile = file !== undefined && reachOfPackage(point, facts) !== 'none' ? file : undefined;
  const absent = inFile && textsIn(point).find((text) => !inFile.bytes.includes(text));
  if (absent !== undefined) return `the file does not contain ${JSON.stringify(absent)}`;
  return kindOfPoint(point).explain.package(point, facts, inFile);
}
