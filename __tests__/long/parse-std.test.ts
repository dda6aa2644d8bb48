import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildGoProgram, goRoot } from '../support/go-program.ts';
import { compareWithGo, testGrammar } from '../support/grammar.ts';
import { tempDir } from '../support/temp-module.ts';

/** Every supported Go; each is fetched by the go command where it is missing. */
const toolchains = ['go1.24.11', 'go1.25.5', 'go1.26.8', 'go1.27.0'];

test.each(toolchains)(
  'the tree of every file of the standard library and commands of %s is go/parser’s',
  async (toolchain) => {
    const dir = tempDir();
    const files = goFiles(join(goRoot(dir, toolchain), 'src'));
    const { compared, differences } = compareWithGo(
      await testGrammar(),
      buildGoProgram('go-facts', dir, toolchain),
      files,
    );
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(5000);
  },
);

/** All but testdata, where broken files are kept. */
function goFiles(root: string): string[] {
  return readdirSync(root, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.go'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.slice(root.length).includes('/testdata/'))
    .sort();
}
