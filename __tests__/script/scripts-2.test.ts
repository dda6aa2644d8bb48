import { join } from 'node:path';
import { home } from '../support/script.ts';
import { scriptSuite } from '../support/script-suite.ts';

scriptSuite('scripts with the real go command', join(home, '__tests__', 'script', 'testdata'), {
  part: { number: 2, of: 3 },
});
