import { signatureOf } from '../../../lang/tree/signature.ts';
import { implementing } from '../implementing.ts';

export const resultImplements = implementing(
  'result-implements',
  'A result is of this type or implements this interface.',
  'error',
  (fn) => signatureOf(fn).results.fields,
);
