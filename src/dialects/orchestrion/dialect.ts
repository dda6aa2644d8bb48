import { basename, join } from 'node:path';
import { goImports } from '../../lang/syntax/go-imports.ts';
import type { AspectFile, ExtendingDialect, TextFile } from '../contract.ts';
import { modulesBeside } from '../modules-beside.ts';
import { orchestrionBuiltIns } from './built-in.ts';
import { orchestrionFacts, toolFileName } from './facts.ts';
import { readOrchestrion } from './read-orchestrion.ts';

/** Orchestrion: `orchestrion.tool.go` names packages that have aspects, `orchestrion.yml` holds some. */
export const orchestrion: ExtendingDialect = {
  ...orchestrionFacts,
  discover: async ({ dir, reader }) => {
    const entries = orchestrionFacts.files.root.map((name) => join(dir, name)).filter((path) => reader.read(path));
    return entries.length === 0 ? undefined : { entries, inputs: [], warnings: [] };
  },
  parse: (file, ctx) => (basename(file.display) === toolFileName ? readToolFile(file) : readOrchestrion(file, ctx)),
  extending: {
    folder: [
      { name: 'orchestrion.yml', before: [toolFileName] },
      { name: 'gots.yml', before: [] },
    ],
    sets: false,
    plugins: false,
    empty: 'warning',
  },
  // Its own folder is never read.
  builtIn: { importPath: 'github.com/DataDog/orchestrion', aspects: orchestrionBuiltIns },
  modules: modulesBeside,
};

function readToolFile(file: TextFile): AspectFile {
  const imports = goImports(file).map(({ path, span }) => ({ text: path, span }));
  return { aspects: [], extends: [], imports, disable: [] };
}
