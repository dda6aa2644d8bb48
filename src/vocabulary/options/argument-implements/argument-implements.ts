import { signatureOf } from '../../../lang/tree/signature.ts';
import { implementing } from '../implementing.ts';

export const argumentImplements = implementing(
  'argument-implements',
  'A parameter is of this type or implements this interface.',
  'context.Context',
  (fn) => signatureOf(fn).parameters.fields,
);
