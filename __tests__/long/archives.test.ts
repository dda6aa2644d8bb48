import { expect, test } from 'vitest';
import { archiveFacts } from '../support/archive-facts.ts';
import { mixedModule } from '../support/mixed-module.ts';
import { tempModule } from '../support/temp-module.ts';

test.each(['go1.24.11', 'go1.25.5', 'go1.26.8', 'go1.27.0'])('archives of %s say what go list says', (version) => {
  const { read, listed } = archiveFacts(['std', './...'], tempModule(mixedModule), { GOTOOLCHAIN: version });
  expect(Object.keys(listed).length).toBeGreaterThan(300);
  expect(read).toEqual(listed);
});
