import { join } from 'node:path';
import type { ExtendingDialect } from '../contract.ts';
import { modulesBeside } from '../modules-beside.ts';
import { toolFileName } from '../orchestrion/facts.ts';
import { gotsFacts } from './facts.ts';
import { readGots } from './read-gots.ts';

/** `gots.yml`: Orchestrion's schema with more words, strict keys, built-in sets and plug-ins. */
export const gots: ExtendingDialect = {
  ...gotsFacts,
  discover: async ({ dir, reader }) => {
    const file = join(dir, 'gots.yml');
    return reader.read(file) && { entries: [file], inputs: [], warnings: [] };
  },
  parse: readGots,
  extending: {
    folder: [
      { name: 'gots.yml', before: [] },
      { name: 'orchestrion.yml', before: [toolFileName] },
    ],
    sets: true,
    plugins: true,
    empty: 'error',
  },
  modules: modulesBeside,
};
