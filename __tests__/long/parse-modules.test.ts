import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { campaignFolder } from '../support/campaign.ts';
import { go } from '../support/go-command.ts';
import { buildGoProgram, goRoot } from '../support/go-program.ts';
import { ParserComparison } from '../support/parse-campaign/compare-parsers.ts';
import { goSources, sampledModules } from '../support/parse-campaign/go-sources.ts';
import { mutations } from '../support/parse-campaign/mutants.ts';
import { randomProgram } from '../support/parse-campaign/random-programs.ts';
import { type Draw, drawFrom } from '../support/random-edits.ts';
import known from './parse-modules.exceptions.json' with { type: 'json' };

/**
 * The descent parser against tree-sitter, and both against go/parser. GOTS_PARSE_SECONDS bounds each test; what is looked at in it is a
 * sample that GOTS_PARSE_SEED chooses, where there is more.
 */
const seconds = Number(process.env['GOTS_PARSE_SECONDS'] ?? 600);
const seed = Number(process.env['GOTS_PARSE_SEED'] ?? 1);

const { dir, remove } = campaignFolder('parse-modules');
const program = buildGoProgram('go-facts', dir);
const modules = sampledModules(go(['env', 'GOMODCACHE'], dir).trim());
afterAll(remove);

function untilLate(): () => boolean {
  const end = Date.now() + 1000 * seconds;
  return () => Date.now() > end;
}

test('third-party code is read as tree-sitter and go/parser read it', async () => {
  const comparison = await ParserComparison.start(program);
  const isLate = untilLate();
  let looked = 0;
  for (const module of rotated(modules)) {
    if (isLate()) break;
    comparison.add(goSources(module));
    looked++;
  }
  process.stdout.write(comparison.report(`${looked} of ${modules.length} modules, seed ${seed}`));
  expect(comparison.wrong).toEqual([]);
  expect(comparison.leftWrong.filter((problem) => !isKnown(problem))).toEqual([]);
});

/** GOROOT/test holds what the compiler is tested with, the newest syntax among it. */
test.each(['test', 'src', 'misc'] as const)(
  'GOROOT/%s is read as tree-sitter and go/parser read it',
  async (folder) => {
    const comparison = await ParserComparison.start(program);
    const files = goSources(join(goRoot(dir), folder));
    // What the compiler refuses may be Go for go/parser.
    comparison.add(files.filter((file) => !readFileSync(file, 'utf8').startsWith('// errorcheck')));
    process.stdout.write(comparison.report(`GOROOT/${folder}`));
    expect(comparison.wrong).toEqual([]);
    expect(comparison.leftWrong.filter((problem) => !isKnown(problem))).toEqual([]);
  },
);

/** Changed at random; what is still Go is read as go/parser reads it. */
test('mutants of third-party code are not misread', async () => {
  const comparison = await ParserComparison.start(program);
  const draw = drawFrom(seed);
  const isLate = untilLate();
  for (const module of rotated(modules)) {
    for (const file of goSources(module)) {
      if (isLate()) break;
      const bytes = readFileSync(file);
      if (bytes.length > 0 && bytes.length < 20_000 && draw(8) === 0) comparison.add(mutantsOf(bytes, draw));
    }
  }
  process.stdout.write(comparison.report(`mutants, seed ${seed}`));
  expect(comparison.wrong).toEqual([]);
});

/** Drawn from the grammar of Go; tree-sitter refuses or misreads one in ten of what is left to it, which says nothing of the other parser. */
test('random programs are not misread', async () => {
  const comparison = await ParserComparison.start(program);
  const isLate = untilLate();
  for (let next = seed * 1_000_000; !isLate(); next += 200) {
    const texts = Array.from({ length: 200 }, (_, at) => randomProgram(drawFrom(next + at)));
    comparison.add(texts.map((text, at) => written(`random-${at}.go`, Buffer.from(text))));
  }
  process.stdout.write(comparison.report(`random programs, seed ${seed}`));
  expect(comparison.counts.same).toBeGreaterThan(0);
  expect(comparison.wrong).toEqual([]);
});

function mutantsOf(bytes: Buffer, draw: Draw): string[] {
  return Object.entries(mutations).map(([name, mutate]) =>
    written(`${name.replaceAll(' ', '-')}.go`, mutate(bytes, draw)),
  );
}

function written(name: string, bytes: Buffer): string {
  const folder = join(dir, 'texts');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

/** From a place that the seed chooses, so that several runs look at several parts. */
function rotated(all: readonly string[]): string[] {
  const from = drawFrom(seed)(Math.max(1, all.length));
  return [...all.slice(from), ...all.slice(0, from)];
}

/** Ends of paths of files that tree-sitter is known to misread or refuse. */
function isKnown(problem: string): boolean {
  return Object.keys(known).some((end) => problem.includes(`${end}: `));
}
