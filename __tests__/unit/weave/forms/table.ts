import { describe, expect, test } from 'vitest';
import { type Outcome, type Program, wovenModule } from '../../../support/woven-module.ts';
import { packages } from './packages.ts';

/** One syntactic form: statements of a function, or declarations with a function \`form\` behind them. */
export interface Form {
  readonly code: string;
  /** Nodes that match, in a gots.yml and, where that differs, in an orchestrion.yml. */
  readonly matches: number;
  readonly orchestrion?: number;
  /** How often woven code runs, where it is not once for each match. */
  readonly hits?: number;
  /** What the woven form prints, where that is not what the plain one prints. */
  readonly output?: string;
  /** The file imports lib with a dot. */
  readonly dot?: true;
  /** What orchestrion.yml makes of it does not compile. */
  readonly gotsOnly?: true;
}

export interface Table {
  readonly name: string;
  /** Aspects, without ids. */
  readonly aspects: string;
  readonly forms: readonly Form[];
  /** Declarations of every file. */
  readonly declarations?: string;
  /** The advice counts no hits. */
  readonly uncounted?: true;
}

const dialects = ['gots.yml', 'orchestrion.yml'] as const;

/** Each form in a file of its own, so that its matches can be told from others. */
function program(table: Table, aspectFile: (typeof dialects)[number]): Program {
  const names = table.forms.map((_, i) => `form${i}`);
  const folder = `${table.name}_${aspectFile.slice(0, aspectFile.indexOf('.'))}`.replace(/\W/g, '_');
  const main = `package ${folder}

import (
	"fmt"

	"example.com/m/inj"
	"example.com/m/lib"
)

${table.declarations ?? ''}

func show(values ...any) { lib.Log("show %v", values) }

func run(form func()) {
	inj.Hits = 0
	form()
	for _, line := range lib.Trace() {
		fmt.Println(line)
	}
	fmt.Println("hits", inj.Hits)
	fmt.Println("--")
}

func Main() {
${names.map((name) => `\trun(${name})`).join('\n')}
}
`;
  const files = table.forms.map(({ code, dot }, i) => {
    const imported = dot ? 'import . "example.com/m/lib"' : 'import "example.com/m/lib"';
    const isWhole = code.includes('func form()');
    const text = isWhole ? code.replace('func form()', `func ${names[i]}()`) : `func ${names[i]}() {\n${code}\n}`;
    // Used, whatever the form does.
    const head = code.startsWith('import') ? '' : `${imported}\n\nvar _ = ${dot ? 'Log' : 'lib.Log'}\n`;
    return [`${names[i]}.go`, `package ${folder}\n\n${head}${text}\n`] as const;
  });
  const aspects = table.aspects.replaceAll('PACKAGE', folder);
  return { name: folder, files: { 'main.go': main, ...Object.fromEntries(files) }, aspects, aspectFile };
}

/** Compares, for each form and dialect, what matched, and what the woven program did with what the plain one does. */
export function testTables(tables: readonly Table[]): void {
  let outcomes: Promise<Outcome[]> | undefined;
  const formsOf = (table: Table, dialect: string): readonly Form[] =>
    table.forms.filter(({ gotsOnly }) => !gotsOnly || dialect === 'gots.yml');
  const programs = tables.flatMap((table) =>
    dialects.map((dialect) => program({ ...table, forms: formsOf(table, dialect) }, dialect)),
  );
  const outcomeOf = async (index: number): Promise<Outcome> => {
    outcomes ??= wovenModule(packages, programs);
    return (await outcomes)[index] as Outcome;
  };
  tables.forEach((table, t) => {
    describe(table.name, () => {
      dialects.forEach((dialect, d) => {
        test(dialect, { timeout: 300_000 }, async () => {
          const { woven, plain, run } = await outcomeOf(t * dialects.length + d);
          const sections = [plain, run].map((text) => text.split('--\n'));
          const forms = formsOf(table, dialect);
          const actual = forms.map((form, i) => ({
            code: form.code,
            matches: woven.matches.filter(({ at }) => at.file === `form${i}.go`).length,
            output: sections[1]?.[i]?.trim().split('\n'),
          }));
          const expected = forms.map((form, i) => {
            const matches = dialect === 'orchestrion.yml' ? (form.orchestrion ?? form.matches) : form.matches;
            const lines = sections[0]?.[i]?.trim().split('\n').slice(0, -1) ?? [];
            const isQuirk = dialect === 'orchestrion.yml' && form.orchestrion !== undefined;
            const hits = form.hits !== undefined && !isQuirk ? form.hits : matches;
            const printed = form.output?.split('\n') ?? lines;
            const output = [...printed, `hits ${table.uncounted ? 0 : hits}`];
            return { code: form.code, matches, output };
          });
          expect(actual).toEqual(expected);
        });
      });
    });
  });
}
