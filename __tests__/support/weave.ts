import { checkCodeTemplate } from '../../src/aspects/check-template.ts';
import { loadAspects } from '../../src/dialects/load/load.ts';
import { importTable } from '../../src/lang/names/imports.ts';
import type { PackageFacts } from '../../src/lang/names/package-facts.ts';
import type { TypeOracle } from '../../src/lang/names/type-oracle.ts';
import { sourceFile } from '../../src/lang/syntax/source.ts';
import type { Aspect } from '../../src/vocabulary/aspect.ts';
import { weavePackage } from '../../src/weave/weave-package.ts';
import type { WeaveRequest, WovenPackage } from '../../src/weave/weave-request.ts';
import { testGrammar } from './grammar.ts';

const grammar = await testGrammar();

/** Aspects of a gots.yml with this text; its display name is `aspects.yml`. Another name of a file is another dialect. */
export function aspectsOf(yaml: string, name = 'aspects.yml'): readonly Aspect[] {
  const text = Buffer.from(yaml);
  return loadAspects({
    entries: [name],
    root: '/project',
    reader: {
      read: (path) => (path === `/project/${name}` ? text : undefined),
      isDirectory: () => false,
      list: () => [],
    },
    builtInSet: () => undefined,
    checkTemplate: checkCodeTemplate,
  }).aspects;
}

export interface WeaveInput {
  readonly facts?: Partial<PackageFacts>;
  readonly oracle?: TypeOracle;
  readonly names?: Readonly<Record<string, string>>;
  readonly acceptBroken?: boolean;
  /** Name of the aspect file: `orchestrion.yml`, `otelc.yml`, `rules.json`. */
  readonly aspectFile?: string;
  readonly packageFiles?: WeaveRequest['packageFiles'];
}

/** Weaves files of package `example.com/demo`, by name. */
export function weave(yaml: string, files: Readonly<Record<string, string>>, input: WeaveInput = {}): WovenPackage {
  const goFiles = Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
  const imports = goFiles.flatMap(({ name, bytes }) =>
    importTable(grammar.parse(sourceFile(name, bytes)), () => undefined).specs.map((spec) => spec.path),
  );
  const request = {
    facts: { importPath: 'example.com/demo', imports: new Set(imports), testMain: false, ...input.facts },
    files: goFiles,
    packageName: (path: string) => input.names?.[path],
    packageFiles: input.packageFiles,
    weaverVersion: 'v1.2.3',
  };
  return weavePackage(request, aspectsOf(yaml, input.aspectFile), {
    grammar,
    oracle: input.oracle,
    acceptBroken: input.acceptBroken,
  });
}

/** The woven text of one file without position directives; the text itself where nothing was woven. */
export function weaveText(yaml: string, text: string, input: WeaveInput = {}): string {
  const woven = weave(yaml, { 'input.go': text }, input).files[0]?.text?.toString('utf8') ?? text;
  return woven.replace(/^\/\/line .*\n/gm, '').replace(/\/\*line .*?\*\//g, '');
}

/** `aspect line:column` of each match, in order. */
export function matchesOf(yaml: string, text: string, input: WeaveInput = {}): string[] {
  return weave(yaml, { 'input.go': text }, input).matches.map(({ aspect, at }) => `${aspect} ${at.line}:${at.column}`);
}

/** An aspect that can be applied to any node, to see which nodes a point matches. */
export function marking(point: string): string {
  return `aspects:
  - id: mark
    join-point: ${point}
    advice:
      - inject-declarations: {template: "type _ int"}
`;
}
