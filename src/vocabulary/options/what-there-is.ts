import { functionName, receiverText } from '../../lang/tree/functions.ts';
import type { GoNode } from '../../lang/tree/unit.ts';
import { oneLine } from '../point-text.ts';

/** What a function has where an option asks for something else. */

export function nameReason(fn: GoNode): string {
  return fn.kind === 'FuncLit' ? 'a function literal has no name' : `the name is ${functionName(fn)}`;
}

export function receiverReason(fn: GoNode): string {
  const receiver = receiverText(fn);
  return receiver === '' ? 'there is no receiver' : `the receiver is ${receiver}`;
}

export function signatureReason(fn: GoNode): string {
  const parameters = fn.syntax.field('parameters');
  const end = fn.syntax.field('result')?.end ?? parameters?.end ?? fn.syntax.end;
  const text = fn.unit.tree.source.bytes.toString('utf8', parameters?.start ?? fn.syntax.start, end);
  return `the signature is ${oneLine(text)}`;
}
