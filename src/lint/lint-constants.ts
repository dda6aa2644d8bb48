import type { Grammar } from '../lang/syntax/grammar.ts';
import { sourceFile } from '../lang/syntax/source.ts';
import type { CodeTemplate } from '../lang/template/code-template.ts';
import { spanInTemplate } from '../lang/template/code-template.ts';
import { noChanges } from '../lang/tree/changes.ts';
import { inconstantPart } from '../lang/tree/constants.ts';
import { goNode, textOf } from '../lang/tree/go-node.ts';
import type { Unit } from '../lang/tree/unit.ts';
import { valueNoConstant } from '../report/codes/lint.ts';
import type { Diagnostic } from '../report/diagnostic.ts';
import { kindOfAdvice } from '../vocabulary/advice.ts';
import { constantIn } from '../vocabulary/ask.ts';
import type { Aspect } from '../vocabulary/aspect.ts';
import type { Declared, KnownPackages } from './lint-packages.ts';

/** Values for constants that can be none: a build would refuse them. */
export function lintConstants(
  aspects: readonly Aspect[],
  { known, grammar }: { readonly known: KnownPackages; readonly grammar: Grammar },
): Diagnostic[] {
  const isConstant = (path: string, name: string): boolean => {
    const isIn = ({ constants }: Declared): boolean => constants.includes(name);
    const declared = known.declared(path, { words: [name], isIn });
    return declared !== undefined && isIn(declared);
  };
  return aspects.flatMap(({ advice, joinPoint }) =>
    advice.flatMap((each) => {
      const template = kindOfAdvice(each).valueTemplate?.(each);
      const name = template && constantIn(joinPoint, isConstant);
      const found = name && inconstantIn(template, grammar);
      return found ? [valueNoConstant(spanInTemplate(template, found.offset), name, found.text)] : [];
    }),
  );
}

const prefix = 'package p\n\nconst c = (';

/** The part of a template that makes its output no constant, where the template prints nothing but nodes. */
function inconstantIn(
  { source }: CodeTemplate,
  grammar: Grammar,
): { readonly offset: number; readonly text: string } | undefined {
  // In the place of a node stands a constant of the same length.
  const text = source.replace(/\{\{-?\s*\.[^{}]*\}\}/g, (action) => '1'.padEnd(Buffer.byteLength(action)));
  const tree = grammar.parse(sourceFile('template', Buffer.from(`${prefix}${text}\n)\n`)));
  if (text.includes('{{') || tree.hasErrors) return undefined;
  const unit: Unit = { tree, rendered: undefined, changes: noChanges(), nodes: new Map() };
  const spec = tree.root.children.at(-1)?.children[0];
  const value = spec?.field('value')?.children[0];
  const node = value && goNode(unit, value);
  const part = node && inconstantPart(node);
  return part && { offset: part.syntax.start - prefix.length, text: textOf(part) };
}
