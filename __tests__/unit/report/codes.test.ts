import { expect, test } from 'vitest';
import { modulesUnresolved } from '../../../src/report/codes/modules.ts';

test('what go says of a module is shown once, however many packages need it', () => {
  const lost = 'example.com/hooks@v1.0.0 requires\n\texample.com/absent@v1.2.0: 404 Not Found';
  expect(() => modulesUnresolved([lost, lost, 'go: updates needed', lost].join('\n'))).toThrow(
    `the modules that weaving injects cannot be resolved: ${lost}\ngo: updates needed`,
  );
});
