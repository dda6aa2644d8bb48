import { signatureOf } from '../../../lang/tree/signature.ts';
import { implementing } from '../implementing.ts';

export const finalResultImplements = implementing(
  'final-result-implements',
  'The last result is of this type or implements this interface.',
  'error',
  (fn) => signatureOf(fn).results.fields.slice(-1),
);
