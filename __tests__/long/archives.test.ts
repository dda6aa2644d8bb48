import { expect, test } from 'vitest';
import { archiveFacts } from '../support/archive-facts.ts';
import { mixedModule } from '../support/mixed-module.ts';
import { tempModule } from '../support/temp-module.ts';

const versions = ['go1.24.11', 'go1.25.5', 'go1.26.8', 'go1.27.0'];

test.each(versions)('archives of the standard library of %s say what go list says', (version) => {
  const { read, listed } = archiveFacts(['std'], tempModule(mixedModule), { GOTOOLCHAIN: version });
  expect(Object.keys(listed).length).toBeGreaterThan(250);
  expect(read).toEqual(listed);
});

test.each(versions)('archives of modules and tests made by %s say what go list says', (version) => {
  const { read, listed } = archiveFacts(['-test', './...'], tempModule(mixedModule), { GOTOOLCHAIN: version });
  expect(Object.keys(listed)).toContain('example.com/mixed/dir_test [example.com/mixed/dir.test]');
  expect(read).toEqual(listed);
});
