import { signatureOf } from '../../../lang/tree/signature.ts';
import { implementing } from '../implements.ts';

export const finalResultImplements = implementing(
  'final-result-implements',
  'The last result is of this type or implements this interface.',
  'error',
  (fn) => signatureOf(fn).results.fields.slice(-1),
);
