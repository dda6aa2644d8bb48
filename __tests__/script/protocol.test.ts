import { join } from 'node:path';
import { home } from '../support/script.ts';
import { scriptSuite } from '../support/script-suite.ts';

scriptSuite(
  'ways in which cmd/go and a weaver can fall out',
  join(home, '__tests__', 'script', 'testdata', 'protocol'),
);
