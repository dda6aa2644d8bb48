import { expect, test } from 'vitest';
import { archiveFacts } from '../../support/archive-facts.ts';
import { mixedModule } from '../../support/mixed-module.ts';
import { tempModule } from '../../support/temp-module.ts';

test('archives say what go list says: cgo, assembly, main, vendored, test variants', () => {
  const { read, listed } = archiveFacts(['-test', './...'], tempModule(mixedModule), {});
  expect(Object.keys(listed).length).toBeGreaterThan(60);
  expect(read).toEqual(listed);
}, 300_000);
